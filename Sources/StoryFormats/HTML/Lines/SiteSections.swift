internal import Stories

/// Removes sections that lines such as "You may also like" open.
///
/// These are links to other stories, the way to the comments, a box about the author, a consent dialog. Links
/// become teasers, the rest is kept aside.
struct SiteSections {
  private(set) var blocks: [Block] = []
  private(set) var left = LeftOut()

  /// The longest line of such a section, in bytes.
  private static let longestLine = 240

  /// Removes the sections.
  ///
  /// - Parameter isKnown: whether another reading also takes a block for the story's text; nil if there is no
  ///   other.
  init(_ all: [Block], headline: String, isKnown: ((Block) -> Bool)? = nil) {
    let isAboutCookies = headline.lowercased().hasBytes(of: "cookie")
    var index = 0
    while index < all.count {
      guard let section = Self.section(all[index], isFirst: index == 0),
        !(section == .consent && isAboutCookies)
      else {
        blocks.append(all[index])
        index += 1
        continue
      }
      var end = index + 1
      while end < all.count,
        Self.belongs(all[end], to: section, first: end == index + 1)
          || Self.belongs(all[end], behind: all[end - 1], to: section, isKnown)
      {
        end += 1
      }
      // Such a heading in the middle of a text, with nothing below it, may be the story's own.
      if end == index + 1, section == .stories || section == .writer, Self.isProse(all, at: end) {
        blocks.append(all[index])
        index += 1
        continue
      }
      for block in all[index..<end] { left.take(block) }
      index = end
    }
  }

  private static func section(_ block: Block, isFirst: Bool) -> Furniture.Section? {
    guard !isFirst else { return nil }
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines):
      guard inlines.allSatisfy({ $0.text.utf8.count < 200 }) else { return nil }
      return Furniture.section(openedBy: MarkupTree.collapsed(inlines.text))
    default: return nil
    }
  }

  private static func isProse(_ all: [Block], at index: Int) -> Bool {
    guard index < all.count, case .paragraph(let inlines) = all[index].kind else { return false }
    return inlines.isProse
  }

  /// Whether running text belongs to such a section because the other reading lacks it: readers' comments,
  /// and lines below another story's linked headline.
  private static func belongs(
    _ block: Block, behind other: Block, to section: Furniture.Section, _ isKnown: ((Block) -> Bool)?
  ) -> Bool {
    guard let isKnown, !isKnown(block) else { return false }
    switch (section, block.kind) {
    case (.comments, .rule), (.comments, .table), (.comments, .code): return false
    case (.comments, _): return true
    case (.stories, .paragraph): return isHeading(other) && other.allInlines.linkShare > 0.8
    default: return false
    }
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  /// Whether a block belongs to a section of this kind.
  private static func belongs(_ block: Block, to section: Furniture.Section, first: Bool) -> Bool {
    switch block.kind {
    case .heading(_, let inlines):
      return inlines.linkShare > 0.8 && section == .stories
    case .figure: return section == .stories || section == .writer
    case .rule: return false
    case .list(_, let items):
      if section == .consent { return true }
      return items.count <= 60
        && items.allSatisfy { item in
          let inlines = item.blocks.flatMap(\.allInlines)
          return inlines.reduce(0) { $0 + $1.text.utf8.count } <= longestLine
            && (inlines.linkShare > 0.5 || !TextMarks.endsWithStop(inlines.text))
        }
    case .paragraph(let inlines):
      switch section {
      case .consent: return true
      case .writer: return first || inlines.linkShare > 0.5
      case .comments: return inlines.linkShare > 0.6 || !inlines.isProse
      case .stories:
        return inlines.linkShare > 0.6 || (!inlines.isProse && inlines.text.utf8.count <= longestLine)
      }
    default: return false
    }
  }
}

/// What is removed from a story's text and kept beside it.
struct LeftOut {
  private(set) var asides: [String] = []
  /// The removed links, with their words.
  private(set) var links: [(reference: Int, words: String)] = []

  /// The most lines and links to keep, and the longest line, in bytes.
  private static let most = 200
  private static let longest = 2_000

  mutating func take(_ block: Block) {
    switch block.kind {
    case .list(_, let items): for item in items { item.blocks.forEach { take($0) } }
    case .quote(let quoted, _): quoted.forEach { take($0) }
    case .heading(_, let inlines), .paragraph(let inlines), .figure(let inlines, _): take(inlines)
    default:
      let text = MarkupTree.collapsed(block.text)
      if !text.isEmpty { keep(text) }
    }
  }

  private mutating func take(_ inlines: [Inline]) {
    for line in inlines.lines {
      let text = MarkupTree.collapsed(line.text)
      guard !text.isEmpty else { continue }
      if line.linkShare > 0.6, let reference = line.compactMap(\.reference).first, links.count < Self.most {
        links.append((reference, text))
      } else {
        keep(text)
      }
    }
  }

  private mutating func keep(_ text: String) {
    if asides.count < Self.most {
      asides.append(String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self))
    }
  }

  /// Teasers for the links that lead to stories.
  func teasers(of references: [Reference], base: WebAddress?) -> [Teaser] {
    links.compactMap { link in
      guard references.indices.contains(link.reference) else { return nil }
      let reference = references[link.reference]
      guard reference.naming == .path || reference.target.flatMap({ WebAddress($0) }) != nil else {
        return nil
      }
      return Teaser(title: link.words, target: reference.target, naming: reference.naming)
    }
  }
}

extension [Inline] {
  /// The fraction of letters that are in links.
  var linkShare: Double {
    var (all, linked) = (0, 0)
    for inline in self {
      let size = inline.text.utf8.count { $0 > 0x20 }
      all += size
      if inline.reference != nil { linked += size }
    }
    return all == 0 ? 0 : Double(linked) / Double(all)
  }

  /// Whether it reads as running text: sentences that are not mostly links.
  var isProse: Bool {
    let text = text
    guard linkShare < 0.5, text.utf8.count >= 60 else { return false }
    return TextMarks.endsSentence(MarkupTree.collapsed(text.suffix(40))) || text.utf8.count > 240
  }

  /// The parts between line breaks.
  var lines: [[Inline]] {
    var lines: [[Inline]] = [[]]
    for inline in self {
      if inline.text == "\n" { lines.append([]) } else { lines[lines.count - 1].append(inline) }
    }
    return lines.filter { !$0.isEmpty }
  }
}
