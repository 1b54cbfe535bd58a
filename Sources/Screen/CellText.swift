/// The one way from text to cells: everything a terminal could take for a command, or draw in another width than
/// was reckoned with, is replaced here.
///
/// After cleaning, text is a row of *cells*: one character of width 1 or 2 with at most four marks on it. Widths
/// are those of the C library that ncurses asks (`WidthTable`), so that layout, ncurses and terminal agree.
public enum CellText {
  /// The most combining marks that stay on one character; curses has room for five characters in a cell.
  public static let maximumMarks = 4

  /// `text` with everything harmful or doubtful replaced; cleaning twice changes nothing more.
  ///
  /// - Line breaks and tabs become blanks.
  /// - Control characters (C0, C1, DEL) and what the C library doesn't know become U+FFFD.
  /// - Bidirectional controls, zero-width and other invisible characters go.
  /// - Letters and marks are composed where one character says the same; marks past the fourth go.
  /// - Emoji sequences become their first emoji, without skin tone or variation; flags become their two letters,
  ///   keycaps their digit.
  public static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var cleaner = CellCleaner()
    for scalar in text.unicodeScalars { cleaner.add(scalar) }
    return String(cleaner.output)
  }

  /// The width of one cleaned cluster in cells.
  public static func width(of cluster: Character) -> Int {
    cluster.unicodeScalars.reduce(0) { $0 + WidthTable.width(of: $1) }
  }

  /// The width of cleaned text in cells.
  public static func width(of text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += WidthTable.width(of: scalar) }
    return width
  }

  /// The longest beginning of cleaned text that fits into `columns` cells; where something was cut, an ellipsis is
  /// its last cell.
  public static func fitted(_ text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    var width = 0
    var kept = text.startIndex
    for index in text.unicodeScalars.indices {
      width += WidthTable.width(of: text.unicodeScalars[index])
      if width > columns { return text[..<kept].trimmingTrailingBlanks + "…" }
      if width <= columns - 1 { kept = text.unicodeScalars.index(after: index) }
    }
    return text
  }
}

extension Substring {
  fileprivate var trimmingTrailingBlanks: String {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension WidthTable {
  /// How many cells a cleaned character takes: 0 for marks, 1, or 2.
  static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if contains(marks, value) { return 0 }
    return value >= 0x1100 && contains(wide, value) ? 2 : 1
  }

  /// Whether a sorted list of pairs has the number between the two of a pair.
  static func contains(_ pairs: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = pairs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if pairs[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count / 2 && pairs[2 * low] <= value
  }
}
