import ContentLibrary
import Testing

@Suite struct SpellingTests {
  static let words = [
    ("ferry", 40), ("ferries", 30), ("harbour", 90), ("labour", 20), ("harbours", 9), ("malmo", 50),
    ("berry", 4), ("kobenhavn", 30),
    ("government", 80), ("a", 900), ("of", 800), ("отчет", 3), ("minister", 70), ("ministry", 60),
  ].map { (word: $0.0, stories: $0.1) }

  /// As one look into a table would: the words under any of the keys.
  private func nearest(_ word: String) -> [String] {
    let keys = Set(Spelling.keys(ofQuery: word))
    return Spelling.nearest(
      to: word, among: Self.words.filter { !keys.isDisjoint(with: Spelling.keys(ofVocabulary: $0.word)) })
  }

  @Test(arguments: [
    ("fery", ["ferry"]), ("ferrry", ["ferry"]), ("frery", ["ferry"]), ("verry", ["ferry", "berry"]),
    ("harbuor", ["harbour", "harbours"]),
    ("harborr", ["harbour", "harbours"]), ("mallmo", ["malmo"]), ("kobenhvan", ["kobenhavn"]),
    ("governmant", ["government"]),
    ("отчот", ["отчет"]), ("xyzzy", []), ("", []), ("ab", []), ("ferry", ["berry"]),
    ("goverment", ["government"]),
    ("minsitry", ["ministry"]),
  ])
  func nearWordsAreFound(_ typed: String, _ expected: [String]) {
    #expect(nearest(typed) == expected)
  }

  @Test func oneSlipIsAlwaysFoundByTheKeys() {
    var random = SplitMix(seed: 9)
    let letters = Array("abcdeæ".unicodeScalars)
    for _ in 0..<2_000 {
      let word = (0..<Int.random(in: 3...12, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
      let slipped = Self.slip(word, letters, &random)
      let (typed, meant) = (Self.string(slipped), Self.string(word))
      guard Spelling.tolerance(of: typed) > 0, typed != meant else { continue }
      #expect(
        !Set(Spelling.keys(ofQuery: typed)).isDisjoint(with: Spelling.keys(ofVocabulary: meant)),
        "\(typed) for \(meant)")
      #expect(Spelling.nearest(to: typed, among: [(word: meant, stories: 1)]) == [meant])
    }
  }

  @Test func mostPairsOfSlipsAreFoundByTheKeys() {
    var random = SplitMix(seed: 10)
    let letters = Array("abcdefghijk".unicodeScalars)
    var (found, all) = (0, 0)
    for _ in 0..<2_000 {
      let word = (0..<Int.random(in: 8...14, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
      let typed = Self.string(Self.slip(Self.slip(word, letters, &random), letters, &random))
      guard Spelling.tolerance(of: typed) == 2, typed != Self.string(word) else { continue }
      all += 1
      found +=
        Set(Spelling.keys(ofQuery: typed)).isDisjoint(with: Spelling.keys(ofVocabulary: Self.string(word)))
        ? 0 : 1
    }
    #expect(all > 1_500)
    #expect(Double(found) / Double(all) > 0.97)
  }

  @Test func keysAreFew() {
    #expect(Spelling.keys(ofVocabulary: "government").count == 5)
    #expect(Spelling.keys(ofQuery: "governmant").count <= 80)
    #expect(Spelling.keys(ofQuery: String(repeating: "a", count: 4_000)) == [])
  }

  private static func slip(
    _ word: [Unicode.Scalar], _ letters: [Unicode.Scalar], _ random: inout SplitMix
  ) -> [Unicode.Scalar] {
    var word = word
    let place = Int.random(in: 0..<word.count - 1, using: &random)
    let letter = letters.randomElement(using: &random) ?? "a"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: word.remove(at: place)
    case 1: word.insert(letter, at: place)
    case 2: word[place] = letter
    default: word.swapAt(place, place + 1)
    }
    return word
  }

  private static func string(_ letters: [Unicode.Scalar]) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: letters)
    return string
  }
}
