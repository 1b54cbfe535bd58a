internal import Messages
internal import Screen

/// Numbers in words for the screen.
enum Numbers {
  /// The number with a sign after every third digit from the right: 1,234.
  static func grouped(_ number: Int) -> Phrase { .number(number) }

  /// A number with its noun: "1 story", "1,234 stories".
  static func counted(_ number: Int, _ one: String, _ many: String) -> Phrase {
    .counted(number, one, many)
  }
}

/// Breaks short texts into lines.
enum Lines {
  /// Breaks `text` at spaces into at most `limit` lines.
  ///
  /// If that is too few, the last line ends with an ellipsis, or at the end of a sentence if there is one
  /// well into the line.
  static func wrapped(_ text: String, columns: Int, limit: Int) -> [String] {
    guard columns > 0, limit > 0 else { return [] }
    var rest = clean(text, columns: columns * limit)[...]
    var lines: [String] = []
    while lines.count < limit {
      rest = rest.drop { $0 == " " }
      guard !rest.isEmpty else { break }
      if CellText.width(of: rest) <= columns {
        lines.append(String(rest))
        return lines
      }
      if lines.count == limit - 1 {
        lines.append(shortened(String(rest), columns: columns))
        return lines
      }
      let end = breakPoint(in: rest, columns: columns)
      lines.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return lines
  }

  /// The beginning of `text` in `columns` cells, ending with an ellipsis if it was cut.
  static func fitted(_ text: String, columns: Int) -> String {
    CellText.fitted(clean(text, columns: columns), columns: columns)
  }

  /// Cleans only as much text as `columns` cells can need: a hostile headline may be a megabyte long.
  private static func clean(_ text: String, columns: Int) -> String {
    let limit = max(0, columns) * 6 + 6
    guard text.utf8.count > limit else { return CellText.clean(text) }
    return CellText.clean(String(Substring(text.unicodeScalars.prefix(limit))))
  }

  /// The place after the last word that fits, or after the last character if a word is longer than the line.
  private static func breakPoint(in text: Substring, columns: Int) -> Substring.Index {
    var width = 0
    var index = text.startIndex
    var lastSpace: Substring.Index?
    while index < text.endIndex {
      let cluster = text[index]
      if cluster == " " { lastSpace = index }
      width += CellText.width(of: cluster)
      if width > columns { break }
      index = text.index(after: index)
    }
    if let lastSpace { return lastSpace }
    return index == text.startIndex ? text.index(after: index) : index
  }

  private static func shortened(_ text: String, columns: Int) -> String {
    let fitted = CellText.fitted(text, columns: columns)
    var end: String.Index?
    var previous: Character = " "
    for (index, cluster) in zip(fitted.indices, fitted) {
      if cluster == " ", ".!?".contains(previous) { end = index }
      previous = cluster
    }
    guard let end, fitted.distance(from: fitted.startIndex, to: end) * 2 > fitted.count else { return fitted }
    return String(fitted[..<end])
  }
}

/// Limits `value` to the bounds; if they cross, the lower one wins.
func clamp(_ value: Int, _ lower: Int, _ upper: Int) -> Int {
  max(lower, min(value, upper))
}
