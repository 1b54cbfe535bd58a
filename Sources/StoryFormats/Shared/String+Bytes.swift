extension String {
  /// Whether the UTF-8 bytes of `piece` stand in the text; quicker than `contains`, which minds composed letters.
  func hasBytes(of piece: String) -> Bool {
    var text = self
    var piece = piece
    return text.withUTF8 { text in
      piece.withUTF8 { piece in
        guard let first = piece.first, text.count >= piece.count else { return false }
        return (0...(text.count - piece.count)).contains { start in
          text[start] == first && (1..<piece.count).allSatisfy { text[start + $0] == piece[$0] }
        }
      }
    }
  }

  /// The text with blanks for its no-break spaces; quick where it has none, as most have.
  var withPlainBlanks: String {
    hasBytes(of: "\u{A0}") ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 })) : self
  }

  /// The text with straight apostrophes for curly ones.
  var withPlainApostrophes: String {
    hasBytes(of: "’") ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "’" ? "'" : $0 })) : self
  }
}
