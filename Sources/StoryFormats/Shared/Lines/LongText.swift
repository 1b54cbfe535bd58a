/// A text of more lines than any book has, of which the first are looked at and the others are kept as they
/// stand.
struct LongText {
  /// The most lines that are looked at one by one.
  static let maximumLines = 200_000

  /// The lines that are looked at.
  let lines: [TextLine]
  /// All others as one unit.
  let rest: TextUnit?

  /// Takes a text whose line ends are "\n".
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
      gapAfter: Int.max, indent: 0,
      setting: .preformatted(reason: "after line \(count), all lines are kept as they are"))
  }
}
