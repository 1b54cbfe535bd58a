import Testing

@testable import StoryFormats

@Suite("Texts looked for by their bytes")
struct ByteSearchTests {
  /// A generator with a fixed seed (Steele, Lea and Flood's SplitMix64).
  private struct Random {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
  }

  private static let letters = ["a", "b", "-", "–", "é", "<", "!"]

  private static func slow(_ piece: [UInt8], in text: [UInt8]) -> [Int] {
    guard !piece.isEmpty, text.count >= piece.count else { return [] }
    return (0...(text.count - piece.count)).filter { Array(text[$0..<($0 + piece.count)]) == piece }
  }

  @Test("First, last and any place are those that a slow search finds")
  func searchesAgree() {
    var random = Random(state: 7)
    for _ in 0..<4_000 {
      let text = (0..<random.next(below: 24)).map { _ in Self.letters[random.next(below: 7)] }.joined()
      let piece = (0..<random.next(below: 4)).map { _ in Self.letters[random.next(below: 7)] }.joined()
      let places = Self.slow(Array(piece.utf8), in: Array(text.utf8))
      let whole = "x" + text + "y"
      let part = whole.dropFirst().dropLast()
      func offset(_ range: Range<String.Index>?) -> Int? {
        range.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
      }
      #expect(offset(text.firstBytes(of: piece)) == places.first)
      #expect(offset(text.lastBytes(of: piece)) == places.last)
      #expect(text.hasBytes(of: piece) == !places.isEmpty)
      #expect(part.firstBytes(of: piece).map { String(part[$0]) } == (places.isEmpty ? nil : piece))
      #expect(
        part.lastBytes(of: piece).map { part[$0.upperBound...].utf8.count }
          == places.last.map { text.utf8.count - $0 - piece.utf8.count })
      #expect(ByteMark(piece).first(in: Array(text.utf8), from: 0, to: text.utf8.count) == places.first)
    }
  }

  @Test("A mark is met in capitals too, and not behind the end of a range")
  func marks() {
    let bytes = Array("a</SCRIPT>b</script>".utf8)
    var mark = ByteMark("</script", ignoresCase: true)
    #expect(mark.next(in: bytes, from: 0) == 1)
    #expect(mark.next(in: bytes, from: 2) == 11)
    #expect(mark.next(in: bytes, from: 12) == nil)
    #expect(ByteMark("</script", ignoresCase: true).first(in: bytes, from: 2, to: 18) == nil)
  }

  @Test("A declaration ends outside quotes and brackets")
  func declarations() {
    for (text, length) in [
      ("<!DOCTYPE a>b", 12), ("<!DOCTYPE a [<!ENTITY b \">\">]>c", 30), ("<!DOCTYPE '>' \"]\">", 18),
    ] {
      var declaration = XMLDeclaration()
      let end = text.utf8.firstIndex { declaration.ends(with: $0) }
      #expect(end.map { text.utf8.distance(from: text.startIndex, to: $0) + 1 } == length)
    }
  }
}
