internal import Database
internal import Synchronization
internal import Words

/// Finds the words that a typed beginning stands for.
///
/// FTS5 collects all stories with any of these words before it returns the first: for three letters in a
/// million stories that takes seconds and can't be cancelled. For such a common beginning, the words are
/// taken from the newest headlines with it, because headlines are indexed by first letters.
struct WordCompletion {
  /// How many headlines are sampled.
  private static let sample = 400
  private static let read = 120
  /// The most words for a beginning.
  private static let most = 10
  /// A beginning in more headlines than this is common: for a first answer, and otherwise.
  private static let (rarest, rare) = (100.0, 600.0)
  /// A word in more stories than this is common.
  private static let common = 50_000.0

  let db: Connection
  let samples: HeadlineSamples
  /// Whether it is for a first answer.
  let isQuick: Bool

  /// The words; nil if FTS5 can search for the beginning itself.
  func words(_ beginning: String) throws -> [String]? {
    let letters = beginning.unicodeScalars
    guard let first = letters.first else { return nil }
    // In these scripts each character is a word.
    if first.value >= 0x2E80 { return [] }
    let indexed = String(String.UnicodeScalarView(letters.prefix(3)))
    guard let sample = try samples.of(indexed, { try sample(indexed) }) else { return nil }
    let counts = sample.words.filter { $0.key.hasPrefix(beginning) }
    let share = Double(max(counts.values.reduce(0, +), 1)) / Double(Self.read)
    if letters.count > 2, sample.headlines * share <= (isQuick ? Self.rarest : Self.rare),
      try !isCommon(beginning)
    {
      return nil
    }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.most).map(\.key)
  }

  /// The newest headlines with the beginning; nil if there are few.
  private func sample(_ beginning: String) throws -> HeadlineSamples.Sample? {
    let places = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM main.title WHERE title MATCH ? ORDER BY rowid DESC LIMIT \(Self.sample)"),
      arguments: ["\"\(beginning)\"*"])
    guard places.count == Self.sample, let last = places.last else { return nil }
    let headline = try db.cachedStatement(sql: "SELECT headline FROM main.story WHERE position = ?")
    var counts: [String: Int] = [:]
    for place in places.prefix(Self.read) {
      let words = SearchText.words(try String.fetchOne(headline, arguments: [place]) ?? "")
      for word in words where word.hasPrefix(beginning) { counts[word, default: 0] += 1 }
    }
    return HeadlineSamples.Sample(words: counts, headlines: try stories(sampled: Self.sample, downTo: last))
  }

  /// Whether a whole word is in so many stories that collecting them takes long.
  private func isCommon(_ word: String) throws -> Bool {
    let places = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM main.search WHERE search MATCH ? ORDER BY rowid DESC LIMIT \(Self.sample)"),
      arguments: ["\"\(word)\""])
    guard places.count == Self.sample, let last = places.last else { return false }
    return try stories(sampled: Self.sample, downTo: last) > Self.common
  }

  /// The estimated number of stories, if `sampled` were found down to a position.
  private func stories(sampled: Int, downTo place: Int64) throws -> Double {
    let step = Position.step(of: place)
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql:
          """
          SELECT sum(total), sum(total) FILTER (WHERE step >= ?) FROM main.tally
          WHERE series = \(ListCounters.Series.days.number)
          """
      ),
      arguments: [step])
    let (all, newer) = (Double(row?.int(0) ?? 0), Double(row?.int(1) ?? 0))
    return Double(sampled) * all / max(newer, 1)
  }
}

/// The samples of beginnings, kept between keys until stories change.
final class HeadlineSamples: Sendable {
  struct Sample: Sendable {
    /// The words with the beginning, and how many of the sampled headlines have them.
    var words: [String: Int]
    /// The estimated number of headlines with the beginning.
    var headlines: Double
  }

  private let kept = Mutex<[String: Sample?]>([:])

  /// The sample of a beginning, made if needed.
  func of(_ beginning: String, _ make: () throws -> Sample?) rethrows -> Sample? {
    if let sample = kept.withLock({ $0[beginning] }) { return sample }
    let sample = try make()
    kept.withLock { kept in
      if kept.count > 100 { kept = [:] }
      kept[beginning] = .some(sample)
    }
    return sample
  }

  /// Forgets all samples, because stories have changed.
  func forget() {
    kept.withLock { $0 = [:] }
  }
}
