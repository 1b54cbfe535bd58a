extension Block {
  /// The block's words as plain text: tabs between cells, line breaks between items and nested blocks, no
  /// markers.
  public var text: String {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines), .figure(let inlines, _): inlines.text
    case .quote(let blocks, _): blocks.map(\.text).joined(separator: "\n")
    case .list(_, let items):
      items.map { $0.blocks.map(\.text).joined(separator: "\n") }.joined(separator: "\n")
    case .table(let table):
      ([table.header] + table.rows).filter { !$0.isEmpty }
        .map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
    case .code(_, let text): text
    case .rule: ""
    }
  }
}

extension [Inline] {
  /// The words without their marks, and without the numbers of notes, which would join the word before
  /// them.
  public var text: String {
    if count == 1, !self[0].marks.contains(.note) { return self[0].text }
    return lazy.filter { !$0.marks.contains(.note) }.map(\.text).joined()
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
    (standfirst.map(Self.wordCount) ?? 0) + body.reduce(0) { $0 + Self.wordCount($1.text) }
  }

  private static func wordCount(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var inside = false
      for byte in bytes {
        let space = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if !space, !inside { count += 1 }
        inside = !space
      }
      return count
    }
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
