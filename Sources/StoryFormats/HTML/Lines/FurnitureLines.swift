internal import Stories

/// Removes lines that are furniture by their words from a story's blocks.
struct FurnitureLines {
  private(set) var blocks: [Block] = []
  /// Sentences in which the site spoke for itself.
  private(set) var asides: [String] = []

  /// Kinds of furniture that a subheading or list may be; "Menu" and "Topics" may be the story's own there.
  private static let believedOfHeadings: Set<Furniture.Kind> = [
    .share, .newsletter, .advert, .follow, .consent, .mostRead,
  ]
  /// The same for a list of buttons: "Save", "Print", "5 comments".
  private static let believedOfLists = believedOfHeadings.union([.tools, .comments])
  /// How many blocks at the end may introduce the author.
  private static let ending = 3

  /// Removes the lines.
  ///
  /// - Parameter writers: the story's bylines, for final lines that introduce them.
  init(_ all: [Block], writers: [String]) {
    for (index, block) in all.enumerated() {
      let text = Self.line(block)
      if let text, let kind = kind(of: block, text) {
        if Furniture.isPromotion(kind), Furniture.isSentence(text), asides.count < FurnitureRemoval.mostAsides
        {
          asides.append(text)
        }
      } else if let text, Furniture.isCounter(text) || Furniture.isReadingTime(text) {
        continue
      } else if index > 0, index + Self.ending >= all.count, let text,
        Furniture.presentsWriter(text, writers) || Furniture.isContact(text) || Furniture.isPlea(text)
          || (block.isStressed && Furniture.presentsSomebody(text))
      {
        asides.append(text)
      } else {
        blocks.append(block)
      }
    }
  }

  /// The words of a block that may be furniture as a whole.
  private static func line(_ block: Block) -> String? {
    guard block.allInlines.reduce(0, { $0 + $1.text.utf8.count }) < 2_000 else { return nil }
    return switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): MarkupTree.collapsed(inlines.text)
    case .list(_, let items) where items.count <= 20:
      MarkupTree.collapsed(items.map { $0.blocks.map(\.text).joined() }.joined(separator: "\n"))
    default: nil
    }
  }

  private func kind(of block: Block, _ text: String) -> Furniture.Kind? {
    switch block.kind {
    case .heading:
      Furniture.kind(ofText: text).flatMap { Self.believedOfHeadings.contains($0) ? $0 : nil }
    case .list(_, let items):
      items.allSatisfy { item in
        item.blocks.allSatisfy {
          Furniture.kind(ofText: $0.text).map(Self.believedOfLists.contains) == true
        }
      } ? .share : nil
    default: Furniture.kind(ofText: text)
    }
  }
}

extension Block {
  /// Whether all words are in italics or bold, like a note about the author.
  fileprivate var isStressed: Bool {
    guard case .paragraph(let inlines) = kind else { return false }
    return inlines.allSatisfy {
      $0.marks.contains(.emphasis) || $0.marks.contains(.strong) || MarkupTree.isBlank($0.text)
    }
  }
}

extension Story {
  /// Removes references that no words use any more, and renumbers the others.
  mutating func dropUnusedReferences() {
    let used = Set(body.flatMap(\.allInlines).compactMap(\.reference))
    guard used.count < references.count else { return }
    var places = [Int?](repeating: nil, count: references.count)
    var kept: [Reference] = []
    for index in references.indices where used.contains(index) {
      places[index] = kept.count
      kept.append(references[index])
    }
    references = kept
    body = body.map { $0.renumbered(places) }
  }
}
