internal import Stories

/// A chapter on its way from the files of a book to a story.
struct BookChapter {
  /// The file in which it begins, and the part of it; nil for the beginning.
  var file: String
  var fragment: String?
  var headline: String?
  var blocks: [Block] = []
  var references: [Reference] = []
  /// The files that it consists of.
  var files: [String] = []
  /// The size of its text, in bytes.
  var size = 0

  /// The story that newsroom wrote as this chapter; nil for chapters of other books.
  var own: Story?
  /// The story that it becomes.
  var id = StoryID(rawValue: 0)
  var identifier: String?

  /// The name by which links find it, which no other story has.
  var slug: String {
    let name = file.split(separator: "/").last?.prefix { $0 != "." } ?? "chapter"
    return "\(name)-\(id)"
  }

  /// Whether it has words of its own; a picture of the cover has only a name.
  var hasWords: Bool {
    blocks.contains { block in
      if case .figure = block.kind, block.text.utf8.count < 60 { return false }
      return !MarkupTree.isBlank(block.text)
    }
  }

  /// The names of its parts.
  var anchors: [String] { blocks.flatMap(\.allAnchors) }

  /// Appends what follows in the next file, or in the rest of the same one.
  mutating func append(_ other: BookChapter) {
    let shift = references.count
    references += other.references
    blocks += other.blocks.map { $0.shiftingReferences(by: shift) }
    for file in other.files where !files.contains(file) { files.append(file) }
    size += other.size
  }

  /// Takes the headings at its beginning as its headline, as far as the table of contents does not call it
  /// otherwise.
  mutating func takeHeadline(called label: String?) {
    var places: [Int] = []
    for (index, block) in blocks.prefix(6).enumerated() {
      switch block.kind {
      case .heading where places.count < 2 && block.text.utf8.count <= 300: places.append(index)
      case .figure, .rule: continue
      default: break
      }
      if places.last != index { break }
    }
    let words = places.map { MarkupTree.collapsed(blocks[$0].text) }
    guard let first = words.first else {
      headline = label
      return
    }
    let said = Self.letters(label ?? "")
    guard let label, said.hasBytes(of: Self.letters(first)) else {
      // "Chapter 1", and what it is called.
      headline = words.joined(separator: ": ")
      drop(places)
      return
    }
    headline = label
    drop(zip(places, words).filter { said.hasBytes(of: Self.letters($0.1)) }.map(\.0))
  }

  /// Drops headings that the headline repeats; links to them lead to what follows.
  private mutating func drop(_ places: [Int]) {
    for place in places.reversed() {
      let gone = blocks.remove(at: place)
      guard let names = gone.anchors, blocks.indices.contains(place) else { continue }
      blocks[place].anchors = names + (blocks[place].anchors ?? [])
    }
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension Block {
  /// Its names as a target of links, and those of the blocks in it.
  fileprivate var allAnchors: [String] {
    let within: [Block] =
      switch kind {
      case .quote(let blocks, _): blocks
      case .list(_, let items): items.flatMap(\.blocks)
      default: []
      }
    return (anchors ?? []) + within.flatMap(\.allAnchors)
  }
}
