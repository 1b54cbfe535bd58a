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
    var isOpen = false
    for (index, line) in lines.lines.enumerated() {
      if !line.isCode, isMark(bytes[line.words]), isOpen || opens(at: index, in: lines) {
        result.append(bytes[line.text.lowerBound..<line.content], line: line.number)
        result.appendLine(Array(isOpen ? "~~~".utf8 : "~~~math".utf8), number: line.number)
        isOpen.toggle()
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

  /// Whether a formula begins at a line: another such line ends it, and it is not empty.
  ///
  /// None of its lines begins code of its own, so that the new fence ends where the formula does.
  private static func opens(at index: Int, in lines: MarkdownLines) -> Bool {
    let inside = lines.lines[(index + 1)...].prefix(longest)
    for (place, line) in inside.enumerated() {
      guard !line.isCode, line.depth == lines.lines[index].depth else { return false }
      if isMark(lines.bytes[line.words]) { return place > 0 }
    }
    return false
  }
}
