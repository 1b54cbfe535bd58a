/// Searches text by bytes, which is faster than the standard library's search by composed characters.
extension StringProtocol {
  /// Whether the text contains the UTF-8 bytes of `piece`.
  func hasBytes(of piece: String) -> Bool {
    withBytes(of: piece) { ByteSearch.first($1, in: $0, from: 0) != nil }
  }

  /// The first occurrence of the UTF-8 bytes of `piece`.
  func firstBytes(of piece: String) -> Range<Index>? {
    range(withBytes(of: piece) { ByteSearch.first($1, in: $0, from: 0) }, piece)
  }

  /// The last occurrence of the UTF-8 bytes of `piece`.
  func lastBytes(of piece: String) -> Range<Index>? {
    range(withBytes(of: piece) { ByteSearch.last($1, in: $0) }, piece)
  }

  private func range(_ place: Int?, _ piece: String) -> Range<Index>? {
    guard let place else { return nil }
    let start = utf8.index(startIndex, offsetBy: place)
    return start..<utf8.index(start, offsetBy: piece.utf8.count)
  }

  private func withBytes<Result>(
    of piece: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var piece = piece
    return piece.withUTF8 { piece in
      if let result = utf8.withContiguousStorageIfAvailable({ body($0, piece) }) { return result }
      var text = String(self)
      return text.withUTF8 { body($0, piece) }
    }
  }
}

extension String {
  /// The text with plain spaces for no-break ones, for comparing.
  var withPlainBlanks: String {
    guard hasBytes(of: "\u{A0}") else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(scalars)
  }
}
