/// Rewrites definition lists (PHP Markdown Extra, kramdown, Pandoc, Goldmark): terms followed by `:
/// definition`.
///
/// The result is like that of HTML's `dl`: each term is an item, and its definitions are paragraphs in it.
struct DefinitionLists {
  /// The most terms that share a definition; longer runs of lines are prose.
  private static let mostTerms = 8

  private let lines: MarkdownLines
  private var result = MarkdownText()
  private var bytes: [UInt8] { lines.bytes }

  /// The text with its definition lists rewritten as lists.
  static func prepared(_ source: MarkdownText) -> MarkdownText {
    let bytes = source.bytes
    guard
      bytes.indices.dropLast().contains(where: {
        bytes[$0] == 0x0A && (bytes[$0 + 1] == 0x3A || bytes[$0 + 1] == 0x20 || bytes[$0 + 1] == 0x3E)
      }), bytes.contains(0x3A)
    else { return source }
    let lines = MarkdownLines(source)
    guard lines.lines.contains(where: { Self.mark(of: $0, in: lines) != nil }) else { return source }
    var lists = DefinitionLists(lines: lines)
    lists.run()
    return lists.result
  }

  private init(lines: MarkdownLines) { self.lines = lines }

  /// The width of a definition's sign with the spaces after it; nil if the line begins none.
  private static func mark(of line: MarkdownLines.Line, in lines: MarkdownLines) -> Int? {
    let words = lines.bytes[line.words]
    guard !line.isCode, !line.isItem, words.count > 1, words.first == 0x3A, lines.indent(of: line) < 4 else {
      return nil
    }
    let blanks = words.dropFirst().prefix { $0 == 0x20 || $0 == 0x09 }
    guard !blanks.isEmpty, blanks.count + 1 < words.count else { return nil }
    return blanks.contains(0x09) ? 4 : min(1 + blanks.count, 8)
  }

  private mutating func run() {
    let all = lines.lines
    var index = 0
    var isInList = false
    while index < all.count {
      guard let terms = terms(from: index) else {
        if !all[index].isBlank { isInList = false }
        result.append(all[index], of: lines)
        index += 1
        continue
      }
      let margin = lines.quoteMarks(of: all[index]) + (all[index].depth > 0 ? [0x20] : [])
      if !isInList, index > 0, !all[index - 1].isBlank {
        result.appendLine(margin, number: all[index].number)
      }
      for term in terms.range {
        result.append(margin + [0x2A, 0x20], line: all[term].number)
        result.appendLine(bytes[all[term].words], number: all[term].number)
      }
      index = appendDefinitions(from: terms.definition, margin: margin, depth: all[index].depth)
      isInList = true
    }
  }

  /// The terms that begin at a line, and the line of their first definition.
  private func terms(from index: Int) -> (range: Range<Int>, definition: Int)? {
    let all = lines.lines
    guard isTerm(all[index]), index == 0 || !isTerm(all[index - 1]) || endsParagraph(all[index - 1]) else {
      return nil
    }
    var end = index
    while end < all.count, end - index < Self.mostTerms, isTerm(all[end]), all[end].depth == all[index].depth
    {
      end += 1
    }
    guard end < all.count else { return nil }
    var definition = end
    if all[end].isBlank, end + 1 < all.count { definition = end + 1 }
    guard Self.mark(of: all[definition], in: lines) != nil, all[definition].depth == all[index].depth else {
      return nil
    }
    return (index..<end, definition)
  }

  /// Whether a line may be a term: plain words without indent.
  private func isTerm(_ line: MarkdownLines.Line) -> Bool {
    guard !line.isCode, !line.isBlank, !line.isItem, lines.indent(of: line) < 4, line.words.count <= 1000
    else {
      return false
    }
    let words = bytes[line.words]
    guard let first = words.first, ![0x3A, 0x7C, 0x3C, 0x23, 0x3D].contains(first), !words.contains(0x7C)
    else {
      return false
    }
    // A rule, or the underline of a heading.
    return !(first == 0x2D || first == 0x2A || first == 0x5F)
      || !words.allSatisfy { $0.isSpace || $0 == first }
  }

  /// Whether the line after this one starts a new block: after headings, rules and definitions.
  private func endsParagraph(_ line: MarkdownLines.Line) -> Bool {
    line.isBlank || bytes[line.words].first == 0x23
  }

  /// Adds the definitions from a line on as paragraphs of the item.
  ///
  /// - Returns: the line after them.
  private mutating func appendDefinitions(from start: Int, margin: [UInt8], depth: Int) -> Int {
    let all = lines.lines
    var index = start
    var width = 2
    var blanks = 0
    while index < all.count {
      let line = all[index]
      if line.isBlank, !line.isCode {
        blanks += 1
        index += 1
        continue
      }
      let isOurs = line.depth == depth || line.isCode
      if isOurs, let mark = Self.mark(of: line, in: lines) {
        result.appendLine(margin, number: line.number)
        result.append(margin + [0x20, 0x20], line: line.number)
        result.appendLine(bytes[line.words].dropFirst().drop { $0.isSpace }, number: line.number)
        width = max(2, min(mark, 4))
      } else if isOurs, indent(of: line) >= 2 || (blanks == 0 && isTerm(line)) {
        // A line without indent continues the paragraph; an indented one may begin anything.
        for _ in 0..<min(blanks, 1) { result.appendLine(margin, number: line.number) }
        let inside = unindented(line, by: width)
        result.append(margin + [0x20, 0x20], line: line.number)
        result.appendLine(bytes[inside], number: line.number)
      } else {
        break
      }
      blanks = 0
      index += 1
      // Terms of the next entry may follow without a blank line.
      if index < all.count, blanks == 0, terms(from: index) != nil { break }
    }
    if index < all.count || blanks > 0 {
      result.appendLine(margin, number: all[min(index, all.count - 1)].number)
    }
    return index
  }

  private func indent(of line: MarkdownLines.Line) -> Int {
    let start = contentStart(of: line)
    return bytes[start..<line.text.upperBound].prefix { $0.isSpace }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
  }

  /// Where a line begins after its quote marks and the space after them.
  private func contentStart(of line: MarkdownLines.Line) -> Int {
    guard line.depth > 0, let mark = bytes[line.text.lowerBound..<line.content].lastIndex(of: 0x3E) else {
      return line.text.lowerBound
    }
    return mark + 1 < line.text.upperBound && bytes[mark + 1] == 0x20 ? mark + 2 : mark + 1
  }

  private func unindented(_ line: MarkdownLines.Line, by width: Int) -> Range<Int> {
    var at = contentStart(of: line)
    var left = width
    while left > 0, at < line.text.upperBound, bytes[at].isSpace {
      left -= bytes[at] == 0x09 ? 4 : 1
      at += 1
    }
    return at..<line.text.upperBound
  }
}
