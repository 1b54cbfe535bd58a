/// Several short texts that are sought in another at once, by their first bytes.
///
/// One pass over the text, instead of one for each piece.
struct PieceList: Sendable {
  private let pieces: [[UInt8]]
  /// The first piece that begins with a byte, and for each piece the next that begins like it; -1 for none.
  private let heads: [Int]
  private let next: [Int]

  /// Takes the pieces; empty ones are never found.
  init(_ texts: [String]) {
    pieces = texts.map { Array($0.utf8) }
    var heads = [Int](repeating: -1, count: 256)
    var next: [Int] = []
    for (place, piece) in pieces.enumerated() {
      guard let first = piece.first else {
        next.append(-1)
        continue
      }
      next.append(heads[Int(first)])
      heads[Int(first)] = place
    }
    self.heads = heads
    self.next = next
  }

  /// Whether a text has the UTF-8 bytes of one of the pieces.
  func isPart(of text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for start in bytes.indices {
        var place = heads[Int(bytes[start])]
        while place >= 0 {
          if Self.stands(pieces[place], in: bytes, at: start) { return true }
          place = next[place]
        }
      }
      return false
    }
  }

  private static func stands(_ piece: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + piece.count <= bytes.count else { return false }
    for index in 1..<piece.count where bytes[start + index] != piece[index] { return false }
    return true
  }
}
