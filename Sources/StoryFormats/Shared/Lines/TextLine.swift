/// A line of a text.
struct TextLine {
  /// Its number, from 1.
  var number: Int
  /// Its text without white space, including no-break spaces, at the ends.
  var text: String
  /// The cells before the text: a tab counts four.
  var indent: Int
  /// The line unchanged, without its end.
  var raw: Substring

  var isBlank: Bool { text.isEmpty }

  /// The number of letters and signs: the bytes, if all are ASCII.
  var length: Int { text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count }

  /// The lines of a text with "\n" line ends.
  static func split(_ text: String) -> [TextLine] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { number, bytes in
      let line = Substring(bytes)
      let scalars = line.unicodeScalars
      let start = scalars.firstIndex { !isSpace($0) } ?? scalars.endIndex
      let end = scalars[start...].lastIndex { !isSpace($0) }.map(scalars.index(after:)) ?? start
      return TextLine(
        number: number + 1, text: String(line[start..<end]),
        indent: scalars[..<start].reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }, raw: line)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{B}" || scalar == "\u{C}"
      || scalar == "\u{3000}" || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }

  /// The words of a paragraph's lines, joined; without spaces between Chinese or Japanese characters.
  static func joined(_ lines: some Sequence<TextLine>) -> String {
    var text = ""
    for line in lines {
      if let last = text.unicodeScalars.last, let first = line.text.unicodeScalars.first,
        !(CellMeasure.isIdeographic(last) && CellMeasure.isIdeographic(first))
      {
        text += " "
      }
      text += line.text
    }
    return text
  }
}
