import ContentLibrary
import TestSupport
import Testing

@Suite struct SpellingTests {
  static let words = [
    ("ferry", 40), ("ferries", 30), ("harbour", 90), ("labour", 20), ("harbours", 9), ("malmo", 50),
    ("berry", 4), ("kobenhavn", 30),
    ("government", 80), ("a", 900), ("of", 800), ("отчет", 3), ("minister", 70), ("ministry", 60),
  ].map { (word: $0.0, stories: $0.1) }

  private func nearest(_ word: String) -> [String] {
    var spelling = Spelling(word)
    for (word, stories) in Self.words { spelling.consider(word, stories: stories) }
    return spelling.nearest()
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

  @Test func oneSlipIsAlwaysForgivenAndTwoInLongWords() {
    var random = SplitMix(seed: 9)
    let letters = Array("abcdeæ".unicodeScalars)
    var pairs = 0
    for _ in 0..<4_000 {
      let word = (0..<Int.random(in: 3...14, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
      var slipped = Self.slip(word, letters, &random)
      // Moving a letter twice counts for more than two slips.
      if Spelling.tolerance(of: Self.string(slipped)) == 2, word.count > 7, pairs % 2 == 0 {
        slipped[0] = slipped[0] == "x" ? "y" : "x"
      }
      pairs += 1
      let (typed, meant) = (Self.string(slipped), Self.string(word))
      guard Spelling.tolerance(of: typed) > 0, typed != meant else { continue }
      var spelling = Spelling(typed)
      spelling.consider(meant, stories: 1)
      #expect(spelling.nearest() == [meant], "\(typed) for \(meant)")
    }
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
