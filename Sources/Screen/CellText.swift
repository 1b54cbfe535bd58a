/// The only way from text to cells: it replaces whatever a terminal could take for a command or draw in
/// another width.
///
/// Cleaned text is a row of *cells*: characters of width 1 or 2 with at most four marks each. Widths are
/// those of the C library, which ncurses asks (`WidthTable`), so layout, ncurses and terminal agree.
public enum CellText {
  /// The most combining marks per character; curses has room for five code points in a cell.
  public static let maximumMarks = 4

  /// `text` with everything harmful or doubtful replaced; cleaning twice changes nothing more.
  ///
  /// - Line breaks and tabs become spaces.
  /// - Control characters (C0, C1, DEL) and characters unknown to the C library become U+FFFD.
  /// - Bidirectional controls, zero-width and other invisible characters are removed.
  /// - A letter and its mark become one character if there is one; marks after the fourth are removed.
  /// - Emoji sequences become their first emoji, without skin tone or variation; flags become their two
  ///   letters, keycaps their digit.
  public static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    if text.unicodeScalars.allSatisfy({ WidthTable.everydayWidth(of: $0.value) != nil }) { return text }
    var cleaner = CellCleaner(capacity: text.utf8.count)
    for scalar in text.unicodeScalars { cleaner.add(scalar) }
    return cleaner.text
  }

  /// The width of a common character in cells; nil for all others.
  ///
  /// These need no cleaning, and no character after them joins them if it is common too.
  public static func everydayWidth(of scalar: Unicode.Scalar) -> Int? {
    WidthTable.everydayWidth(of: scalar.value)
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

  /// The leading clusters of cleaned text that fit into `columns` cells; at least one, unless the text is
  /// empty.
  public static func prefix(of text: Substring, columns: Int) -> Substring {
    var width = 0
    let end = text.indices.first { index in
      width += self.width(of: text[index])
      return width > columns && index > text.startIndex
    }
    return text[..<(end ?? text.endIndex)]
  }

  /// The longest prefix of cleaned text that fits into `columns` cells, ending in an ellipsis if it was cut.
  public static func fitted(_ text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    // No character is wider than its number of UTF-8 bytes.
    if text.utf8.count <= columns { return text }
    var width = 0
    var kept = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      width += WidthTable.width(of: text.unicodeScalars[index])
      if width > columns { return text[..<kept].trimmingTrailingBlanks + "…" }
      text.unicodeScalars.formIndex(after: &index)
      if width < columns { kept = index }
    }
    return text
  }
}

extension Substring {
  fileprivate var trimmingTrailingBlanks: String {
    var rest = self
    while rest.unicodeScalars.last == " " { rest.unicodeScalars.removeLast() }
    return String(rest)
  }
}

extension WidthTable {
  /// How many cells a cleaned character takes: 0 for marks, 1, or 2.
  static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if let width = everydayWidth(of: value) { return width }
    if value < 0x300 { return 1 }
    if contains(marks, value) { return 0 }
    return value >= 0x1100 && contains(wide, value) ? 2 : 1
  }

  /// How many cells a common character takes; nil for all others.
  ///
  /// These need no cleaning, whatever common character is beside them: letters of Latin, Greek, Cyrillic,
  /// Hebrew and Arabic, dashes and quotation marks, kana, ideographs, Hangul syllables. The tables give the
  /// same widths more slowly.
  static func everydayWidth(of value: UInt32) -> Int? {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x482, 0x48A...0x52F, 0x5D0...0x5EA,
      0x620...0x64A, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x203B, 0x20AC:
      1
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF01...0xFF60:
      2
    default: nil
    }
  }

  /// Whether a sorted list of ranges (pairs of first and last) contains the value.
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
