/// Finds among the words of the library those that somebody may have meant.
public struct Spelling {
  /// A word that no story has, and words of the library that may have been meant, the likeliest first.
  public struct Suggestion: Hashable, Sendable {
    /// The word as it was searched.
    public var word: String
    /// The words near it.
    public var words: [String]
    /// Whether the first of them is meant and no other.
    public var isSure = false

    /// Says so, in one sentence.
    public var sentence: String {
      "No story has “\(word)”. Did you mean \(words.joined(separator: ", "))?"
    }
  }

  private let word: [Unicode.Scalar]
  private let tolerance: Int
  private let letters: UInt64
  private var found: [String: (slips: Int, stories: Int)] = [:]

  /// Takes the folded word as it was typed.
  public init(_ word: String) {
    self.word = Array(word.unicodeScalars)
    tolerance = Self.tolerance(of: word)
    letters = Self.letters(of: word)
  }

  /// The letters of a word, a bit each; a slip changes two at most.
  private static func letters(of word: String) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// How many slips are forgiven in a folded word: swapped, missing, wrong or additional letters.
  public static func tolerance(of word: String) -> Int {
    let count = word.unicodeScalars.count
    return count < 3 ? 0 : count < 7 ? 1 : 2
  }

  /// Looks at a word that so many stories have; the typed word itself is not what was meant.
  public mutating func consider(_ other: String, stories: Int) {
    guard tolerance > 0, (letters ^ Self.letters(of: other)).nonzeroBitCount <= 2 * tolerance,
      let slips = Self.distance(word, Array(other.unicodeScalars), atMost: tolerance), slips > 0
    else { return }
    found[other] = (slips, stories + (found[other]?.stories ?? 0))
  }

  /// The nearest of them, best first: fewer slips before more, then those that more stories have.
  public func nearest(limit: Int = 3) -> [String] {
    weighted.prefix(max(limit, 0)).map(\.word)
  }

  /// Whether the nearest is meant and no other: nothing else comes near it but another form of it.
  public var isSure: Bool {
    let words = weighted
    guard let best = words.first else { return false }
    let other = words.dropFirst().first { !Self.areForms($0.word, best.word) }
    return other.map { best.weight >= 3 * $0.weight } ?? true
  }

  /// Whether one word is the other with an ending.
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
      // A slip weighs as much as twenty times the stories; the first letter is seldom wrong.
      let slips = Double(what.slips) + (word.first == other.unicodeScalars.first ? 0 : 0.5)
      var weight = Double(max(what.stories, 1))
      for _ in 0..<Int(slips * 2) { weight /= 4.5 }
      return (word: other, weight: weight)
    }
    .sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }
  }

  /// How many slips lie between two words (Damerau and Levenshtein's, a letter being moved once); nil when more than that.
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
