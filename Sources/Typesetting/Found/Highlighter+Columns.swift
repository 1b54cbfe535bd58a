import Screen
public import Words

extension Highlighter {
  /// The cells of the matches in a line of cleaned text, from its start, in order.
  ///
  /// - Parameter source: the text that the line shows, perhaps cut; the line itself by default.
  public func columns(in line: String, of source: String? = nil) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    let found = find(in: source ?? line)
    guard !found.matches.isEmpty else { return [] }
    var shown = ShownText()
    shown.add(line, line: 0, column: 0)
    // `==` would treat composed and decomposed letters as equal.
    guard let source, !source.utf8.elementsEqual(line.utf8) else {
      return found.matches.flatMap { shown.stretches(of: $0.source) }.map(\.cells)
    }
    var alignment = WordAlignment(
      found.text, 0..<found.text.tokens.count, shown: SearchText.tokens(line), text: line)
    return found.matches.flatMap { alignment.bytes(of: $0.words, isWhole: false) }
      .flatMap(shown.stretches(of:)).map(\.cells)
  }
}

extension Page.Match {
  fileprivate var cells: Range<Int> { column..<column + columns }
}
