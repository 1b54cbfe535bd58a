/// A text with more lines than any book: the first are examined, the rest is kept unchanged.
struct LongText {
  /// The most lines to examine one by one.
  static let maximumLines = 200_000

  /// The examined lines.
  let lines: [TextLine]
  /// All others as one unit.
  let rest: TextUnit?

  /// Takes a text with "\n" line ends.
  init(_ text: String) {
    var (count, place) = (0, text.utf8.startIndex)
    while count < Self.maximumLines, let end = text.utf8[place...].firstIndex(of: 0x0A) {
      place = text.utf8.index(after: end)
      count += 1
    }
    let behind = text[place...]
    guard count == Self.maximumLines, behind.utf8.contains(where: { $0 > 0x20 }) else {
      lines = TextLine.split(text)
      rest = nil
      return
    }
    lines = TextLine.split(String(text[..<place]))
    rest = TextUnit(
      lines: (count + 1)...(count + 1 + behind.utf8.count { $0 == 0x0A }), text: String(behind), gapBefore: 1,
      indent: 0,
      setting: .preformatted(reason: "after line \(count), all lines are kept as they are"))
  }

  /// The units of the whole text: those of the examined lines, and the rest.
  func units(_ examined: [TextUnit]) -> [TextUnit] { examined + [rest].compactMap(\.self) }
}
