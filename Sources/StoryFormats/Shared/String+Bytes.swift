extension String {
  /// Whether the UTF-8 bytes of `piece` stand in the text; quicker than `contains`, which minds composed letters.
  func hasBytes(of piece: String) -> Bool {
    var text = self
    var piece = piece
    return text.withUTF8 { text in
      piece.withUTF8 { piece in
        guard let first = piece.first, text.count >= piece.count else { return false }
        // Plain loops: this runs over every line of every file.
        var start = 0
        let last = text.count - piece.count
        while start <= last {
          if text[start] == first {
            var length = 1
            while length < piece.count, text[start + length] == piece[length] { length += 1 }
            if length == piece.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }

  /// The text with blanks for its no-break spaces; quick where it has none, as most have.
  var withPlainBlanks: String {
    hasBytes(of: "\u{A0}")
      ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 })) : self
  }

  /// The text with straight apostrophes for curly ones.
  var withPlainApostrophes: String {
    hasBytes(of: "’") ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "’" ? "'" : $0 })) : self
  }
}
