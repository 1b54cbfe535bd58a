extension Block {
  /// The block's words as plain text: tabs between cells, line breaks between items and nested blocks, no
  /// markers.
  public var text: String {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines), .figure(let inlines, _): return inlines.text
    case .code(_, let text): return text
    case .rule: return ""
    case .quote, .list, .table: return beginning(.max)
    }
  }

  /// The beginning of the block's words: all of them, or enough to have `bytes` bytes or a few more.
  public func beginning(_ bytes: Int) -> String {
    var text = ""
    append(to: &text, upTo: bytes)
    return text
  }

  private func append(to text: inout String, upTo limit: Int) {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines), .figure(let inlines, _):
      inlines.append(to: &text, upTo: limit)
    case .quote(let blocks, _): Self.append(blocks, to: &text, upTo: limit)
    case .list(_, let items):
      for (index, item) in items.enumerated() where text.utf8.count < limit {
        if index > 0 { text += "\n" }
        Self.append(item.blocks, to: &text, upTo: limit)
      }
    case .table(let table):
      var isFirst = true
      for index in -1..<table.rows.count where text.utf8.count < limit {
        let row = index < 0 ? table.header : table.rows[index]
        guard !row.isEmpty else { continue }
        if !isFirst { text += "\n" }
        isFirst = false
        for (column, cell) in row.enumerated() where text.utf8.count < limit {
          if column > 0 { text += "\t" }
          cell.append(to: &text, upTo: limit)
        }
      }
    case .code(_, let code): text += code
    case .rule: break
    }
  }

  private static func append(_ blocks: [Block], to text: inout String, upTo limit: Int) {
    for (index, block) in blocks.enumerated() where text.utf8.count < limit {
      if index > 0 { text += "\n" }
      block.append(to: &text, upTo: limit)
    }
  }

  /// How many words it has; a word is a run without white space.
  fileprivate var words: Int {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines), .figure(let inlines, _): inlines.words
    case .quote(let blocks, _): blocks.reduce(0) { $0 + $1.words }
    case .list(_, let items): items.reduce(0) { $1.blocks.reduce($0) { $0 + $1.words } }
    case .table(let table):
      table.rows.reduce(table.header.reduce(0) { $0 + $1.words }) { $1.reduce($0) { $0 + $1.words } }
    case .code(_, let text): WordCount.of(text)
    case .rule: 0
    }
  }
}

extension [Inline] {
  /// The words without their marks, and without the numbers of notes, which would join the word before
  /// them.
  public var text: String {
    if count == 1, !self[0].marks.contains(.note) { return self[0].text }
    var text = ""
    append(to: &text, upTo: .max)
    return text
  }

  fileprivate func append(to text: inout String, upTo limit: Int) {
    for inline in self where !inline.marks.contains(.note) && text.utf8.count < limit { text += inline.text }
  }

  fileprivate var words: Int {
    var count = WordCount()
    for inline in self where !inline.marks.contains(.note) { count.add(inline.text) }
    return count.words
  }
}

extension Story {
  /// Removes what a withheld or killed story must not show, and keeps the notes to the desk.
  public mutating func withhold() {
    (standfirst, body, references, teasers, notes, asides) = (nil, [], [], [], [], [])
  }

  /// Whether a reader would see the same words: headline, standfirst, text, and whether they may be used.
  ///
  /// Links, teasers and lines of the site are not compared.
  public func tellsTheSame(as other: Story) -> Bool {
    headline == other.headline && standfirst == other.standfirst && wire.status == other.wire.status
      && body.count == other.body.count && zip(body, other.body).allSatisfy { $0.text == $1.text }
  }

  /// The words of the body, with blank lines between blocks: the text that is indexed and counted.
  public var text: String {
    body.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// How many words the standfirst and the body have; a word is a run without white space.
  public var words: Int {
    (standfirst.map { WordCount.of($0) } ?? 0) + body.reduce(0) { $0 + $1.words }
  }

  /// The first lines for a list: the standfirst or, without one, the first paragraph.
  public var teaser: String {
    if let standfirst, !standfirst.isEmpty { return standfirst }
    for block in body {
      if case .paragraph(let inlines) = block.kind, !inlines.text.isEmpty { return inlines.text }
    }
    return ""
  }
}

/// Counts the words of a text that comes in pieces.
private struct WordCount {
  var words = 0
  private var isInside = false

  static func of(_ text: String) -> Int {
    var count = WordCount()
    count.add(text)
    return count.words
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes {
        let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if !isSpace, !isInside { words += 1 }
        isInside = !isSpace
      }
    }
  }
}
