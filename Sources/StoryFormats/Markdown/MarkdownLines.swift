/// The lines of a Markdown text, with what precedes their words: quote marks, spaces, list markers.
///
/// Every step that rewrites a text line by line uses these; code is marked, so that it is left alone.
struct MarkdownLines {
  struct Line {
    /// The line without its end.
    var text: Range<Int>
    /// Where the next line begins.
    var next: Int
    /// Where its words begin, after spaces, quote marks and list markers.
    var content: Int
    /// How many quote marks come before it.
    var depth: Int
    /// Whether a list marker comes before its words.
    var isItem: Bool
    /// Whether it is in a fenced or indented block of code.
    var isCode: Bool
    /// Its number in the file.
    var number: Int

    var words: Range<Int> { content..<text.upperBound }
    var isBlank: Bool { content >= text.upperBound }
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []

  init(_ source: MarkdownText) {
    bytes = source.bytes
    let code = CodeRanges(bytes, findsSpans: false).ranges
    var (at, index, codeIndex) = (0, 0, 0)
    var raw: [UInt8]?
    while at < bytes.count {
      let (text, next) = FrontMatter.line(of: bytes, at: at)
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      var isCode = codeIndex < code.count && code[codeIndex].contains(at)
      if let end = raw {
        isCode = true
        if Self.contains(end, in: bytes[text]) { raw = nil }
      } else if !isCode, let end = Self.rawEnd(of: bytes[text]) {
        isCode = true
        raw = Self.contains(end, in: bytes[text]) ? nil : end
      }
      let (content, depth, isItem) = isCode ? (text.lowerBound, 0, false) : lead(of: text)
      lines.append(
        Line(
          text: text, next: next, content: content, depth: depth, isItem: isItem, isCode: isCode,
          number: source.source(ofLine: index) ?? 1))
      at = next
      index += 1
    }
  }

  /// What ends an element whose content is kept unchanged, if a line begins one (CommonMark 0.31, section
  /// 4.6).
  private static func rawEnd(of line: ArraySlice<UInt8>) -> [UInt8]? {
    let words = line.drop { $0.isSpace || $0 == 0x3E }
    guard words.first == 0x3C else { return nil }
    let name = String(decoding: words.dropFirst().prefix(9).prefix { $0.isLetter }, as: UTF8.self)
      .lowercased()
    return ["pre", "script", "style", "textarea"].contains(name) ? Array("</\(name)".utf8) : nil
  }

  private static func contains(_ word: [UInt8], in line: ArraySlice<UInt8>) -> Bool {
    line.indices.contains { line[$0] == word[0] && line[$0...].prefix(word.count).elementsEqual(word) }
  }

  private func lead(of text: Range<Int>) -> (content: Int, depth: Int, isItem: Bool) {
    var (at, depth, isItem) = (text.lowerBound, 0, false)
    while at < text.upperBound {
      if bytes[at] == 0x3E {
        depth += 1
        at += 1
      } else if bytes[at].isSpace {
        at += 1
      } else if case let marker = CodeRanges.itemMark(bytes, at..<text.upperBound), marker > 0 {
        isItem = true
        at += marker
      } else {
        break
      }
    }
    return (at, depth, isItem)
  }

  /// The quote marks and spaces for a line like this one, with spaces for list markers.
  func margin(of line: Line) -> [UInt8] {
    bytes[line.text.lowerBound..<line.content].map { $0 == 0x3E || $0.isSpace ? $0 : 0x20 }
  }

  /// The quote marks before a line's words.
  func quoteMarks(of line: Line) -> [UInt8] {
    [UInt8](repeating: 0x3E, count: line.depth)
  }

  /// How far a line's words are indented after its quote marks.
  func indent(of line: Line) -> Int {
    let marks = bytes[line.text.lowerBound..<line.content]
    let start = marks.lastIndex(of: 0x3E).map { $0 + 1 } ?? line.text.lowerBound
    return bytes[start..<line.content].prefix { $0.isSpace }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
      - (start > line.text.lowerBound ? 1 : 0)
  }
}

extension MarkdownText {
  /// Appends a line unchanged, with its end.
  mutating func append(_ line: MarkdownLines.Line, of lines: MarkdownLines) {
    append(lines.bytes[line.text.lowerBound..<line.next], line: line.number)
  }

  /// Appends words and a line end.
  mutating func appendLine(_ words: some Sequence<UInt8>, number: Int) {
    append(words, line: number)
    append(0x0A, line: number)
  }
}
