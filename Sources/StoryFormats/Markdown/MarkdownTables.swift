/// Rewrites tables (GitHub Flavored Markdown, section 4.10) for md4c.
///
/// The parser wants three characters in every delimiter cell, a blank line before a table, and bars in code
/// without backslashes.
struct MarkdownTables {
  /// The longest possible delimiter row, in bytes.
  private static let longestDelimiter = 16_384

  private let lines: MarkdownLines
  private var result = MarkdownText()
  private var bytes: [UInt8] { lines.bytes }

  /// The text with its tables rewritten.
  static func prepared(_ source: MarkdownText) -> MarkdownText {
    guard source.bytes.contains(0x7C) else { return source }
    var tables = MarkdownTables(lines: MarkdownLines(source))
    tables.run()
    return tables.result
  }

  private init(lines: MarkdownLines) { self.lines = lines }

  private mutating func run() {
    let all = lines.lines
    /// The quote depth of the current table.
    var depth: Int?
    var index = 0
    while index < all.count {
      let line = all[index]
      if let open = depth, line.isCode || line.isBlank || line.depth != open { depth = nil }
      if depth != nil {
        appendRow(line, from: line.text.lowerBound)
      } else if index + 1 < all.count, let cells = delimiter(under: line, all[index + 1]) {
        if index > 0, !all[index - 1].isBlank, !line.isItem, all[index - 1].depth == line.depth {
          result.appendLine(lines.quoteMarks(of: line), number: line.number)
        }
        appendRow(line, from: line.text.lowerBound)
        appendDelimiter(all[index + 1], cells)
        depth = line.depth
        index += 1
      } else {
        result.append(line, of: lines)
      }
      index += 1
    }
  }

  /// The cells of the delimiter row below a header with as many cells; nil if there is none.
  private func delimiter(under header: MarkdownLines.Line, _ line: MarkdownLines.Line) -> [Range<Int>]? {
    guard !line.isCode, !line.isItem, !line.isBlank, !header.isCode, !header.isBlank,
      line.depth == header.depth, line.words.count <= Self.longestDelimiter,
      [0x7C, 0x2D, 0x3A].contains(bytes[line.content]),
      bytes[line.words].allSatisfy({ $0.isSpace || [0x2D, 0x3A, 0x7C].contains($0) }),
      bytes[line.words].contains(0x7C) || bytes[header.words].contains(0x7C)
    else { return nil }
    let cells = Self.cells(bytes, line.words, code: [])
    guard cells.allSatisfy({ isDelimiter(bytes[$0]) }) else { return nil }
    let code = CodeRanges.spans(bytes, header.words)
    // The parser keeps bars in code within their cell, GitHub splits there: either way it is a table.
    return Self.cells(bytes, header.words, code: code).count == cells.count
      || Self.cells(bytes, header.words, code: []).count == cells.count ? cells : nil
  }

  private func isDelimiter(_ cell: ArraySlice<UInt8>) -> Bool {
    var rest = cell
    if rest.first == 0x3A { rest = rest.dropFirst() }
    if rest.last == 0x3A { rest = rest.dropLast() }
    return !rest.isEmpty && rest.allSatisfy { $0 == 0x2D }
  }

  /// The cells of a row without surrounding spaces; bars after a backslash and in code don't separate.
  private static func cells(_ bytes: [UInt8], _ row: Range<Int>, code: [Range<Int>]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var end = row.upperBound
    while end > row.lowerBound, bytes[end - 1].isSpace { end -= 1 }
    var at = row.lowerBound
    if at < end, bytes[at] == 0x7C { at += 1 }
    var start = at
    var codeIndex = 0
    func close(at place: Int) {
      var (lower, upper) = (start, place)
      while lower < upper, bytes[lower].isSpace { lower += 1 }
      while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
      cells.append(lower..<upper)
    }
    while at < end {
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      if codeIndex < code.count, code[codeIndex].contains(at) { at = code[codeIndex].upperBound; continue }
      if bytes[at] == 0x5C { at += 2; continue }
      if bytes[at] == 0x7C {
        close(at: at)
        start = at + 1
      }
      at += 1
    }
    if start < end { close(at: end) }
    return cells
  }

  private mutating func appendDelimiter(_ line: MarkdownLines.Line, _ cells: [Range<Int>]) {
    var at = line.text.lowerBound
    for cell in cells {
      result.append(bytes[at..<cell.upperBound], line: line.number)
      // Missing hyphens are inserted before a final colon.
      let isClosed = cell.count > 1 && bytes[cell.upperBound - 1] == 0x3A
      let missing = max(0, 3 - cell.count)
      if missing > 0, isClosed {
        result.removeLast()
        result.append([UInt8](repeating: 0x2D, count: missing) + [0x3A], line: line.number)
      } else {
        result.append([UInt8](repeating: 0x2D, count: missing), line: line.number)
      }
      at = cell.upperBound
    }
    result.append(bytes[at..<line.next], line: line.number)
  }

  /// Adds a row, with `|` for `\|` in code (GFM example 200).
  private mutating func appendRow(_ line: MarkdownLines.Line, from start: Int) {
    var at = start
    for span in CodeRanges.spans(bytes, line.words) {
      while at < span.upperBound {
        let isEscape =
          bytes[at] == 0x5C && at > span.lowerBound && at + 1 < span.upperBound && bytes[at + 1] == 0x7C
        if !isEscape { result.append(bytes[at], line: line.number) }
        at += 1
      }
    }
    result.append(bytes[at..<line.next], line: line.number)
  }
}
