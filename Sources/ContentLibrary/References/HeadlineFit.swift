internal import Stories

/// A headline as the search for near ones compares it.
struct HeadlineWords {
  /// The most words that count.
  static let limit = 40

  /// Its folded words.
  let words: [String]
  /// How many of them stand before the subtitle; all of them where there is none.
  let main: Int

  init(_ headline: String) {
    let headline = headline.prefix(1_000)
    words = Array(SearchText.words(String(headline)).prefix(Self.limit))
    let cut = [": ", " – ", " — ", " - ", " | ", " · "]
      .compactMap { headline.firstRange(of: $0)?.lowerBound }.min()
    let before = cut.map { SearchText.words(String(headline[..<$0])).count } ?? 0
    main = before > 0 ? min(before, words.count) : words.count
  }

  /// Its letters alone, so that "co-op" and "coop" meet.
  var letters: String { words.joined() }

  /// What tells the parts of a series apart, in order: words with digits, and Roman numbers.
  var numbers: [String] { words.filter(Self.isNumber) }

  static func isNumber(_ word: String) -> Bool {
    word.utf8.contains { (0x30...0x39).contains($0) }
      || ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].contains(word)
  }
}

/// How well a story's headline answers the one that was asked for.
struct HeadlineFit: Hashable {
  /// From 0 to 1.
  var score: Double
  /// Whether it is good enough to be followed without asking, if no other comes near.
  var isCertain: Bool

  /// Compares two headlines that do not fold to the same words; nil where they have too little in common.
  ///
  /// - Parameters:
  ///   - weight: how telling a word is, from 0.3 up.
  ///   - isKnown: whether any headline of the library has the word.
  init?(
    _ asked: HeadlineWords, _ other: HeadlineWords, weight: (String) throws -> Double,
    isKnown: (String) throws -> Bool
  ) rethrows {
    let (ask, has) = (asked.words, other.words)
    guard !ask.isEmpty, !has.isEmpty else { return nil }
    if asked.letters == other.letters {
      (score, isCertain) = (1, true)
      return
    }
    let long = asked.letters.unicodeScalars.count
    if other.main < has.count, ask[...] == has[..<other.main] {
      guard ask.count > 1 || long >= 6 else { return nil }
      (score, isCertain) = (0.95, ask.count >= 3 && long >= 12)
      return
    }
    if asked.main < ask.count, asked.main >= 3, ask[..<asked.main] == has[...] {
      (score, isCertain) = (0.85, false)
      return
    }
    guard asked.numbers == other.numbers else { return nil }
    let left = Self.leftovers(ask, has)
    switch (left.ask.count, left.has.count) {
    case (1, 1) where Self.slips(left.ask[0], left.has[0]) != nil:
      let slips = Self.slips(left.ask[0], left.has[0]) ?? 0
      let telling = try ask.reduce(0) { $0 + (try weight($1)) } - weight(left.ask[0])
      // A word that the library has elsewhere may well be meant as it stands.
      let isWord = try isKnown(left.ask[0])
      guard !isWord || telling >= 6, long >= 5, slips == 1 || long >= 8 else { return nil }
      score = slips == 1 ? 0.94 : 0.86
      isCertain = isWord ? ask.count >= 4 && telling >= 12 : long >= 8 && (slips == 1 || ask.count >= 3)
    case (1, 1), (1, 0), (0, 1):
      let common = ask.count - left.ask.count
      let odd = try (left.ask + left.has).map { try weight($0) }.max() ?? 0
      let kept = try ask.reduce(0) { $0 + (try weight($1)) } - left.ask.reduce(0) { $0 + (try weight($1)) }
      let share = kept / max(kept + odd, 0.1)
      guard common >= 3, share >= 0.45, kept >= 6 else { return nil }
      // Sister stories of one beat differ by a word just as well.
      (score, isCertain) = (0.9 * share, false)
    case (2, 2)
    where ask.count >= 4 && Self.slips(left.ask[0], left.has[0]) != nil
      && Self.slips(left.ask[1], left.has[1]) != nil:
      (score, isCertain) = (0.8, false)
    case (0, 2...) where ask.count >= 5 && ask[...] == has.prefix(ask.count) && 2 * ask.count >= has.count:
      (score, isCertain) = (0.75, false)
    default: return nil
    }
  }

  /// How many letters have gone wrong if two words are one; nil when they are not.
  static func slips(_ one: String, _ other: String) -> Int? {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    let shorter = min(one.count, other.count)
    return Spelling.distance(one, other, atMost: shorter >= 8 ? 2 : shorter >= 2 ? 1 : 0)
  }

  /// The words of each that the other does not have in the same order.
  static func leftovers(_ one: [String], _ other: [String]) -> (ask: [String], has: [String]) {
    // The longest words in common from each pair of places on.
    let columns = other.count + 1
    var common = [Int](repeating: 0, count: (one.count + 1) * columns)
    for row in one.indices.reversed() {
      for column in other.indices.reversed() {
        common[row * columns + column] =
          one[row] == other[column]
          ? common[(row + 1) * columns + column + 1] + 1
          : max(common[(row + 1) * columns + column], common[row * columns + column + 1])
      }
    }
    var (row, column) = (0, 0)
    var left: (ask: [String], has: [String]) = ([], [])
    while row < one.count, column < other.count {
      if one[row] == other[column] {
        (row, column) = (row + 1, column + 1)
      } else if common[(row + 1) * columns + column] >= common[row * columns + column + 1] {
        left.ask.append(one[row])
        row += 1
      } else {
        left.has.append(other[column])
        column += 1
      }
    }
    return (left.ask + one[row...], left.has + other[column...])
  }
}
