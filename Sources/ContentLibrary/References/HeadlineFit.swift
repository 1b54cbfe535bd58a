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

  /// What tells the parts of a series apart: words with digits, and Roman numbers.
  var numbers: [String] { words.filter(Self.isNumber).sorted() }

  static func isNumber(_ word: String) -> Bool {
    word.utf8.contains { (0x30...0x39).contains($0) }
      || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].contains(word)
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
  /// - Parameter weight: how telling a word is, from 0 up.
  init?(_ asked: HeadlineWords, _ other: HeadlineWords, weight: (String) throws -> Double) rethrows {
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
    case (1, 1) where Self.isSlip(left.ask[0], left.has[0]):
      let rest = ask.filter { $0 != left.ask[0] }
      let telling = try rest.reduce(0) { $0 + (try weight($1)) }
      guard telling > 0 || left.ask[0].unicodeScalars.count >= 7 else { return nil }
      (score, isCertain) = (0.92, rest.count >= 2 && telling >= 6)
    case (1, 1), (1, 0), (0, 1):
      let common = ask.count - left.ask.count
      let odd = try (left.ask + left.has).map { try weight($0) }.max() ?? 0
      let kept = try ask.reduce(0) { $0 + (try weight($1)) } - left.ask.reduce(0) { $0 + (try weight($1)) }
      let share = kept / max(kept + odd, 0.1)
      guard common >= 3, share >= 0.55, kept >= 8 else { return nil }
      (score, isCertain) = (0.9 * share, common >= 5 && share >= 0.75)
    case (2, 2)
    where ask.count >= 4 && Self.isSlip(left.ask[0], left.has[0]) && Self.isSlip(left.ask[1], left.has[1]):
      (score, isCertain) = (0.8, false)
    case (0, 2...) where ask.count >= 5 && ask[...] == has.prefix(ask.count) && 2 * ask.count >= has.count:
      (score, isCertain) = (0.75, false)
    default: return nil
    }
  }

  /// Whether two words are one, with a letter or two gone wrong.
  static func isSlip(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    let shorter = min(one.count, other.count)
    guard shorter >= 3 else { return false }
    return Spelling.distance(one, other, atMost: shorter >= 8 ? 2 : 1) != nil
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
