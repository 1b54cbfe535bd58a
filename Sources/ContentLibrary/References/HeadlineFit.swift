internal import Stories
internal import StoryFormats
internal import Words

/// A headline, prepared for comparison with similar ones.
struct HeadlineWords {
  /// The most words compared.
  static let limit = 40

  /// Its folded words.
  let words: [String]
  /// How many words come before the subtitle; all of them without one.
  let main: Int
  /// The words that distinguish parts of a series, in order: numbers, Roman numerals, ordinals, months.
  let numbers: [String]

  init(_ headline: String) {
    let headline = headline.prefix(1_000)
    words = Array(SearchText.words(String(headline)).prefix(Self.limit))
    numbers = words.filter(Self.isNumber)
    let cut = [": ", " – ", " — ", " - ", " | ", " · "]
      .compactMap { headline.firstRange(of: $0)?.lowerBound }.min()
    let before = cut.map { SearchText.words(String(headline[..<$0])).count } ?? 0
    main = before > 0 ? min(before, words.count) : words.count
  }

  /// Its letters without spaces, so that "co-op" and "coop" match.
  var letters: String { words.joined() }

  static func isNumber(_ word: String) -> Bool { hasDigit(word) || counting.contains(word) }

  static func hasDigit(_ word: String) -> Bool { word.utf8.contains { (0x30...0x39).contains($0) } }

  /// Ordinals and Roman numerals in English, Danish, Norwegian, Swedish and German, and the names of months.
  private static let counting: Set<String> = {
    let words = """
      ii iii iv v vi vii viii ix x first second third fourth fifth sixth seventh eighth ninth tenth
      første anden andet tredje fjerde femte sjette syvende sjuende ottende åttende niende tiende
      första andra sjätte sjunde åttonde nionde tionde
      erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte
      ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    return Set((words + DateWords.monthNames).map(SearchText.fold))
  }()
}

/// How well a story's headline matches the one asked for.
struct HeadlineFit: Hashable {
  /// The score, from 0 to 1.
  var score: Double
  /// Whether it is good enough to follow without asking, if no other is near.
  var isCertain: Bool

  /// Compares two headlines that are not equal when folded; nil if they share too little.
  ///
  /// - Parameters:
  ///   - weight: how distinctive a word is, from 0.3 up.
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
    let left = Self.leftovers(ask, has)
    guard try asked.numbers == other.numbers || Self.isMisspeltNumber(left.ask, left.has, isKnown) else {
      return nil
    }
    switch (left.ask.count, left.has.count) {
    // A word in another place: the same headline rearranged, or a different one.
    case (1, 1) where left.places.ask != left.places.has:
      guard left.ask == left.has, ask.count >= 4 else { return nil }
      (score, isCertain) = (0.8, false)
    case (1, 1) where Self.slips(left.ask[0], left.has[0]) != nil:
      let slips = Self.slips(left.ask[0], left.has[0]) ?? 0
      let telling = try ask.reduce(0) { $0 + (try weight($1)) } - weight(left.ask[0])
      // A word that other headlines have is probably meant as it is written.
      let isWord = try isKnown(left.ask[0])
      guard !isWord || telling >= 6, long >= 5, slips == 1 || long >= 8 else { return nil }
      score = slips == 1 ? 0.94 : 0.86
      isCertain = isWord ? ask.count >= 4 && telling >= 12 : long >= 8 && (slips == 1 || ask.count >= 3)
    case (1, 1), (1, 0), (0, 1):
      let common = ask.count - left.ask.count
      let odd = try (left.ask + left.has).map { try weight($0) }.max() ?? 0
      let kept = try ask.reduce(0) { $0 + (try weight($1)) } - left.ask.reduce(0) { $0 + (try weight($1)) }
      let share = kept / max(kept + odd, 0.1)
      // An extra or missing word usually means another headline, unless it is a common word.
      let isLittle = left.ask.count == left.has.count || (left.ask + left.has).allSatisfy { $0.count <= 3 }
      guard common >= 3, common - asked.numbers.count >= 2, isLittle, share >= 0.45, kept >= 6 else {
        return nil
      }
      // Different stories on one subject may also differ by one word.
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

  /// Whether the only difference is a misspelt month or ordinal.
  private static func isMisspeltNumber(
    _ ask: [String], _ has: [String], _ isKnown: (String) throws -> Bool
  ) rethrows -> Bool {
    guard ask.count == 1, has.count == 1, !HeadlineWords.hasDigit(has[0]), !HeadlineWords.isNumber(ask[0]),
      slips(ask[0], has[0]) != nil
    else { return false }
    return try !isKnown(ask[0])
  }

  /// The number of misspelt letters if two words are meant to be the same; nil if they are not.
  static func slips(_ one: String, _ other: String) -> Int? {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    let shorter = min(one.count, other.count)
    return Spelling.distance(one, other, atMost: shorter >= 8 ? 2 : shorter >= 2 ? 1 : 0)
  }

  /// The words of each that the other does not have in the same order, with the index of the first.
  static func leftovers(_ one: [String], _ other: [String]) -> (
    ask: [String], has: [String], places: (ask: Int, has: Int)
  ) {
    // The longest common subsequence from each pair of indexes on.
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
    var left: (ask: [Int], has: [Int]) = ([], [])
    while row < one.count, column < other.count {
      if one[row] == other[column] {
        (row, column) = (row + 1, column + 1)
      } else if common[(row + 1) * columns + column] >= common[row * columns + column + 1] {
        left.ask.append(row)
        row += 1
      } else {
        left.has.append(column)
        column += 1
      }
    }
    left.ask += one.indices[row...]
    left.has += other.indices[column...]
    return (left.ask.map { one[$0] }, left.has.map { other[$0] }, (left.ask.first ?? 0, left.has.first ?? 0))
  }
}
