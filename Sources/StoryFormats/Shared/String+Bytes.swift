internal import Glibc

extension String {
  /// Whether the UTF-8 bytes of `piece` stand in the text; quicker than `contains`, which minds composed letters.
  func hasBytes(of piece: String) -> Bool {
    var text = self
    var piece = piece
    return text.withUTF8 { text in
      piece.withUTF8 { piece in
        guard let start = text.baseAddress, let wanted = piece.baseAddress, !piece.isEmpty,
          text.count >= piece.count
        else {
          return false
        }
        let last = start + (text.count - piece.count)
        var next = start
        while next <= last, let found = memchr(next, Int32(wanted[0]), last - next + 1) {
          let place = found.assumingMemoryBound(to: UInt8.self)
          if memcmp(place, wanted, piece.count) == 0 { return true }
          next = UnsafePointer(place) + 1
        }
        return false
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
