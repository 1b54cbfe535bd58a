extension MarkdownText {
  /// The most lines of a paragraph or list with brackets, and of a table.
  private static let mostLines = 1000
  private static let mostRows = 5000

  /// The text with blank lines inserted into runs of lines longer than any real paragraph.
  ///
  /// md4c 0.4.8 recounts a paragraph's lines at every bracket, so megabytes of them would take minutes.
  var withBoundedParagraphs: MarkdownText {
    guard lines.count > Self.mostLines, bytes.contains(0x5B), let breaks = breaks() else { return self }
    var text = MarkdownText()
    var (next, index) = (0, 0)
    var at = 0
    while at < bytes.count {
      let (_, end) = FrontMatter.line(of: bytes, at: at)
      let line = source(ofLine: index) ?? 1
      if next < breaks.count, breaks[next] == at {
        text.append(0x0A, line: line)
        next += 1
      }
      text.append(bytes[at..<end], line: line)
      at = end
      index += 1
    }
    return text
  }

  /// The starts of lines that need a blank line before them; nil if there are none.
  private func breaks() -> [Int]? {
    var breaks: [Int] = []
    var (run, rows, limit) = (0, 0, Self.mostLines)
    var code: [Range<Int>]?
    var codeIndex = 0
    var at = 0
    while at < bytes.count {
      let (line, end) = FrontMatter.line(of: bytes, at: at)
      if bytes[line].allSatisfy(\.isSpace) {
        (run, rows, limit) = (0, 0, Self.mostLines)
      } else {
        run += 1
        if run == 2, bytes[line].contains(0x7C),
          bytes[line].allSatisfy({ $0.isSpace || [0x2D, 0x3A, 0x7C].contains($0) })
        {
          limit = Self.mostRows
        }
        if bytes[line].contains(0x5B) { rows += 1 }
        if run > limit, rows > 0 {
          let ranges = code ?? CodeRanges(bytes).ranges
          code = ranges
          while codeIndex < ranges.count, ranges[codeIndex].upperBound <= at { codeIndex += 1 }
          if codeIndex == ranges.count || !ranges[codeIndex].contains(at) { breaks.append(at) }
          (run, rows) = (1, 1)
        }
      }
      at = end
    }
    return breaks.isEmpty ? nil : breaks
  }
}
