extension Block {
  /// The block's words as plain text: cells by tabs, items and nested blocks by line breaks, no markers.
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
  /// The words without their marks.
  public var text: String {
    count == 1 ? self[0].text : map(\.text).joined()
  }
}

extension Story {
  /// Takes away what a withheld or killed story must not show; what the desk is told stays.
  public mutating func withhold() {
    (standfirst, body, references, teasers, notes, asides) = (nil, [], [], [], [], [])
  }

  /// Whether a reader would see the same words: headline, standfirst and text, and whether they may be used.
  ///
  /// What stands around them (links, teasers, lines of the site) is no news.
  public func tellsTheSame(as other: Story) -> Bool {
    headline == other.headline && standfirst == other.standfirst && wire.status == other.wire.status
      && body.count == other.body.count && zip(body, other.body).allSatisfy { $0.text == $1.text }
  }

  /// The words of the body, blocks by blank lines: what is indexed and counted.
  public var text: String {
    body.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// How many words the standfirst and the body have; words are runs without white space.
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

  /// The first lines for a list: the standfirst, else the first paragraph.
  public var teaser: String {
    if let standfirst, !standfirst.isEmpty { return standfirst }
    for block in body {
      if case .paragraph(let inlines) = block.kind, !inlines.text.isEmpty { return inlines.text }
    }
    return ""
  }
}
