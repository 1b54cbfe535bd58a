public import Stories
internal import Words

/// Ranks matches by their headlines.
///
/// A word counts more the rarer it is in the library, more if it comes early, and most if it is a whole
/// word, not a beginning. Words of the query next to each other count again. Of equally good headlines the
/// newer comes first.
public struct Ranking: Sendable {
  private struct Term {
    var letters: [UInt8]
    var isPrefix: Bool
    /// The weight of the word, from 0.3 up.
    var weight: Float
  }

  private let terms: [Term]
  private let total: Float

  /// - Parameters:
  ///   - words: the words of the query, in order (`CompiledQuery.typedWords`); the first sixteen count.
  ///   - idf: how rare a word is: the logarithm of the number of all stories divided by those that have it.
  public init(words: [CompiledQuery.Word], idf: (CompiledQuery.Word) throws -> Double) rethrows {
    terms = try words.prefix(16).map {
      Term(
        letters: Array($0.text.utf8), isPrefix: $0.isBeginning, weight: Float(min(max(try idf($0), 0.3), 20)))
    }
    total = max(terms.reduce(0) { $0 + $1.weight }, 0.1)
  }

  /// How rare a word is that `stories` of `all` stories have.
  public static func idf(stories: Int, of all: Int) -> Double {
    var ratio = Double(max(all, 1)) / Double(max(stories, 1))
    // An approximate binary logarithm without a mathematics library: the exponent, with linear interpolation.
    guard ratio > 1 else { return 0 }
    let exponent = Double(ratio.exponent)
    ratio = ratio.significand - 1
    return exponent + ratio
  }

  /// The score of a headline, from 0 (no word of the query) to about 2.5, and whether it has all words.
  ///
  /// - Parameters:
  ///   - headline: folded by `SearchText`.
  ///   - age: seconds since publication; nil when unknown.
  public func score(headline: UnsafeBufferPointer<UInt8>, age: Int64?) -> (
    value: Float, hasAll: Bool
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 16) { found in
      found.initialize(repeating: 0)
      var (start, place) = (0, 0)
      var previous: Int?
      var pairs: Float = 0
      while start < headline.count {
        var end = start
        while end < headline.count, headline[end] != 0x20 { end += 1 }
        var matched: Int?
        let next = previous.map { $0 + 1 } ?? 0
        for (index, term) in terms.enumerated() {
          guard let fit = Self.fit(term, headline, start, end) else { continue }
          let early = 1 + 0.5 / Float(1 + place)
          if fit * early > found[index] { found[index] = fit * early }
          if index == next || matched == nil { matched = index }
        }
        if previous != nil, let matched, matched == next { pairs += terms[matched].weight }
        previous = matched
        place += 1
        start = end + 1
      }
      var sum: Float = 0
      for (index, term) in terms.enumerated() { sum += term.weight * found[index] }
      let days = Float(max(age ?? 315_360_000, 0)) / 86_400
      let recency = 0.3 / (1 + days / 30)
      guard sum > 0 else { return (0, false) }
      return ((sum + 0.5 * pairs) / total + recency, terms.indices.allSatisfy { found[$0] > 0 })
    }
  }

  /// The score of a headline given as a string.
  public func score(headline: String, age: Int64?) -> (value: Float, hasAll: Bool) {
    var folded: [UInt8] = []
    SearchText.fold(headline, into: &folded)
    return folded.withUnsafeBufferPointer { score(headline: $0, age: age) }
  }

  /// 1 for a whole word; for a beginning, less the more is missing.
  @inline(__always)
  private static func fit(_ term: Term, _ headline: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Float?
  {
    let count = term.letters.count
    guard end - start == count || term.isPrefix && end - start > count else { return nil }
    for index in 0..<count where term.letters[index] != headline[start + index] { return nil }
    return end - start == count ? 1 : 0.5 + 0.3 * Float(count) / Float(end - start)
  }
}
