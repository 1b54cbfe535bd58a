internal import Stories

/// Tells whether one text of an entry only says again what the other does.
struct FeedComparison {
  /// How many letters of two texts are compared at their beginning.
  private static let depth = 60
  /// The share of a text's runs of three words that the other must have.
  private static let share = 0.8
  /// How many words that are not in the text an excerpt may end with: "Continue reading", "Read more on our site".
  private static let strangeWords = 6

  private let words: Set<Substring>
  private let runs: Set<Int>
  private let beginnings: [[Character]]

  /// Takes the text that may say what another does.
  init(_ blocks: [Block]) {
    let words = Self.words(of: blocks)
    self.words = Set(words)
    runs = Set(Self.runs(of: words))
    // A dateline, a byline or a picture's caption may stand before the words that the excerpt begins with.
    beginnings = [Self.letters(of: blocks)] + blocks.prefix(4).map { Self.letters(of: [$0]) }
  }

  /// Whether the text says all that other blocks do: they are its excerpt, cut or whole, or nothing at all.
  func says(_ other: [Block]) -> Bool {
    let words = Self.words(of: other)
    let own = Self.runs(of: words)
    guard !own.isEmpty else {
      return words.isEmpty || beginnings[0].starts(with: Self.letters(of: other))
    }
    let strange = words.count { !self.words.contains($0) }
    let known = own.count { runs.contains($0) }
    if Double(known) >= Self.share * Double(own.count), strange <= max(Self.strangeWords, words.count / 10) {
      return true
    }
    let start = Self.letters(of: other)
    return strange <= Self.strangeWords
      && beginnings.indices.contains { index in
        (index == 0 || start.count == Self.depth) && beginnings[index].starts(with: start)
      }
  }

  /// How much some blocks say, in letters.
  static func weight(_ blocks: [Block]) -> Int {
    words(of: blocks).reduce(0) { $0 + $1.utf8.count }
  }

  private static func words(of blocks: [Block]) -> [Substring] {
    blocks.flatMap { $0.text.lowercased().split { !($0.isLetter || $0.isNumber) } }
  }

  /// Three words in a row, each as a number.
  private static func runs(of words: [Substring]) -> [Int] {
    guard words.count >= 3 else { return [] }
    return (0..<(words.count - 2)).map { place in
      var hasher = Hasher()
      for word in words[place..<(place + 3)] { hasher.combine(word) }
      return hasher.finalize()
    }
  }

  /// The first letters and digits of some blocks in lower case.
  private static func letters(of blocks: [Block]) -> [Character] {
    var letters: [Character] = []
    for block in blocks {
      for character in block.text where character.isLetter || character.isNumber {
        letters += character.lowercased()
        if letters.count >= depth { return Array(letters.prefix(depth)) }
      }
    }
    return letters
  }
}
