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

  /// The text with no-break spaces as blanks: for comparing.
  var withPlainBlanks: String {
    guard hasBytes(of: "\u{A0}") else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(scalars)
  }
}
