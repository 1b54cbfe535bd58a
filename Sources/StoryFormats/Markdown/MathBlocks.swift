/// Rewrites formulas between lines of `$$` as blocks of code, so that no sign in them is taken for markup.
///
/// The mark is that of LaTeX, which GitHub, Obsidian and pandoc read too.
enum MathBlocks {
  /// The text with a fence in place of each pair of lines.
  static func prepared(_ source: MarkdownText) -> MarkdownText {
    let bytes = source.bytes
    guard bytes.indices.dropLast().contains(where: { isMark(bytes[$0..<($0 + 2)]) }) else { return source }
    let lines = MarkdownLines(source)
    var result = MarkdownText()
    var fence: [UInt8]?
    for (index, line) in lines.lines.enumerated() {
      if isMark(bytes[line.words]), !line.isCode, let mark = fence ?? opening(at: index, of: lines) {
        result.append(bytes[line.text.lowerBound..<line.content], line: line.number)
        result.appendLine(fence == nil ? mark + Array("math".utf8) : mark, number: line.number)
        fence = fence == nil ? mark : nil
      } else {
        result.append(line, of: lines)
      }
    }
    return result
  }

  private static func isMark(_ words: ArraySlice<UInt8>) -> Bool {
    words.starts(with: [0x24, 0x24]) && words.dropFirst(2).allSatisfy(\.isSpace)
  }

  /// The most lines of a formula.
  private static let longest = 200

  /// The fence for the formula that begins at a line: longer than any run of its sign inside.
  ///
  /// - Returns: nil if nothing ends the formula, or it is empty.
  private static func opening(at index: Int, of lines: MarkdownLines) -> [UInt8]? {
    let depth = lines.lines[index].depth
    var run = 2
    for line in lines.lines[(index + 1)...].prefix(longest) {
      guard !line.isCode, line.depth == depth else { return nil }
      let words = lines.bytes[line.words]
      if isMark(words) { return line.number > lines.lines[index].number + 1 ? fence(run + 1) : nil }
      run = max(run, words.prefix { $0 == 0x7E }.count)
    }
    return nil
  }

  private static func fence(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x7E, count: count) }
}
