/// Finds words of the library that are similar to a typed one.
public struct Spelling {
  /// A word that no story has, and similar words of the library, most likely first.
  public struct Suggestion: Hashable, Sendable {
    /// The word as it was searched.
    public var word: String
    /// The similar words.
    public var words: [String]
    /// Whether the first of them is clearly meant.
    public var isSure = false

    /// A sentence for the reader.
    public var sentence: String {
      "No story has “\(word)”. Did you mean \(words.joined(separator: ", "))?"
    }
  }

  private let word: [Unicode.Scalar]
  private let tolerance: Int
  private let letters: UInt64
  private var found: [String: (slips: Int, stories: Int)] = [:]

  /// Looks for words similar to a folded word.
  public init(_ word: String) {
    self.word = Array(word.unicodeScalars)
    tolerance = Self.tolerance(of: word)
    letters = Self.letters(of: word)
  }

  /// The letters of a word as bits; one misspelling changes at most two.
  private static func letters(of word: String) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// How many misspellings are tolerated in a word: swapped, missing, wrong or extra letters.
  public static func tolerance(of word: String) -> Int {
    let count = word.unicodeScalars.count
    return count < 3 ? 0 : count < 7 ? 1 : 2
  }

  /// Considers a word of the library, with the number of its stories; the typed word itself is ignored.
  public mutating func consider(_ other: String, stories: Int) {
    guard tolerance > 0, (letters ^ Self.letters(of: other)).nonzeroBitCount <= 2 * tolerance,
      let slips = Self.distance(word, Array(other.unicodeScalars), atMost: tolerance), slips > 0
    else { return }
    found[other] = (slips, stories + (found[other]?.stories ?? 0))
  }

  /// The most similar words, best first: fewer misspellings first, then those in more stories.
  public func nearest(limit: Int = 3) -> [String] {
    weighted.prefix(max(limit, 0)).map(\.word)
  }

  /// Whether the most similar word is clearly meant, because only forms of it are near.
  public var isSure: Bool {
    let words = weighted
    guard let best = words.first else { return false }
    let other = words.dropFirst().first { !Self.areForms($0.word, best.word) }
    return other.map { best.weight >= 3 * $0.weight } ?? true
  }

  /// Whether one word is the other plus an ending.
  private static func areForms(_ one: String, _ other: String) -> Bool {
    let shared = zip(one.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
    let (less, more) = (
      min(one.unicodeScalars.count, other.unicodeScalars.count),
      max(one.unicodeScalars.count, other.unicodeScalars.count)
    )
    return shared >= 4 && shared + 1 >= less && more - shared <= 3
  }

  private var weighted: [(word: String, weight: Double)] {
    found.map { other, what in
      // A misspelling outweighs twenty times as many stories; the first letter is seldom wrong.
      let slips = Double(what.slips) + (word.first == other.unicodeScalars.first ? 0 : 0.5)
      var weight = Double(max(what.stories, 1))
      for _ in 0..<Int(slips * 2) { weight /= 4.5 }
      return (word: other, weight: weight)
    }
    .sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }
  }

  /// The number of misspellings between two words (Damerau–Levenshtein distance); nil if above the limit.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], atMost bound: Int) -> Int? {
    guard abs(one.count - other.count) <= bound else { return nil }
    var (before, last) = ([Int](), Array(0...other.count))
    for row in 0..<one.count {
      var line = [row + 1]
      line.reserveCapacity(other.count + 1)
      for column in 0..<other.count {
        var best = min(
          last[column + 1] + 1, line[column] + 1, last[column] + (one[row] == other[column] ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, before[column - 1] + 1)
        }
        line.append(best)
      }
      guard line.contains(where: { $0 <= bound }) else { return nil }
      (before, last) = (last, line)
    }
    return last[other.count] <= bound ? last[other.count] : nil
  }
}
