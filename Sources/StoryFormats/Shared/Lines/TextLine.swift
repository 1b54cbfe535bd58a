/// A line of a text.
struct TextLine {
  /// From 1.
  var number: Int
  /// Without white space at its ends; no-break spaces count as such there.
  var text: String
  /// How many blanks stood before the text.
  var indent: Int
  /// The line as it stands, without its end.
  var raw: Substring

  var isBlank: Bool { text.isEmpty }

  /// How many letters and signs the text has: its bytes, where all of them are ASCII.
  var length: Int { text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count }

  /// The lines of a text whose line ends are "\n".
  static func split(_ text: String) -> [TextLine] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { number, bytes in
      let line = Substring(bytes)
      let scalars = line.unicodeScalars
      let start = scalars.firstIndex { !isSpace($0) } ?? scalars.endIndex
      let end = scalars[start...].lastIndex { !isSpace($0) }.map(scalars.index(after:)) ?? start
      return TextLine(
        number: number + 1, text: String(line[start..<end]),
        indent: scalars.distance(from: scalars.startIndex, to: start), raw: line)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{B}" || scalar == "\u{C}"
      || scalar == "\u{3000}" || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }

  /// The words of lines that one paragraph was broken into; between Chinese or Japanese signs no blank stands.
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
