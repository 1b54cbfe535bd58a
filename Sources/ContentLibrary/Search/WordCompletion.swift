internal import GRDB
internal import Synchronization
internal import Words

/// Tells which words the beginning of one stands for.
///
/// FTS5 gathers all stories that have any of them before it gives the first: of three letters at a million stories that
/// takes seconds, and nothing can stop it. Where a beginning is that common, the words are taken from the newest headlines that
/// have any, for headlines are known by their first letters.
struct WordCompletion {
  /// How many headlines are counted, and how many of them read.
  private static let sample = 400
  private static let read = 120
  /// The most words that a beginning becomes.
  private static let most = 10
  /// Beginnings that more headlines than this have are common: for a first answer, and for the others.
  private static let (rarest, rare) = (100.0, 600.0)
  /// Words that more stories than this have are common.
  private static let common = 50_000.0

  let db: Database
  let samples: HeadlineSamples
  /// Whether it is for a first answer.
  let isQuick: Bool

  /// The words; nil where FTS5 may be asked for all that begin so.
  func words(_ beginning: String) throws -> [String]? {
    let letters = beginning.unicodeScalars
    guard let first = letters.first else { return nil }
    // Each character of these scripts is a word.
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

  /// The newest headlines with words that begin so; nil where there are few.
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

  /// Whether a whole word is in so many stories that they take long to gather.
  private func isCommon(_ word: String) throws -> Bool {
    let places = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM main.search WHERE search MATCH ? ORDER BY rowid DESC LIMIT \(Self.sample)"),
      arguments: ["\"\(word)\""])
    guard places.count == Self.sample, let last = places.last else { return false }
    return try stories(sampled: Self.sample, downTo: last) > Self.common
  }

  /// How many there may be of something in all, of which so many stand from a place on.
  private func stories(sampled: Int, downTo place: Int64) throws -> Double {
    let step = Position.step(of: place)
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql:
          "SELECT sum(total), sum(total) FILTER (WHERE step >= ?) FROM main.tally WHERE series = \(ListCounters.Series.days)"
      ),
      arguments: [step])
    let (all, newer) = (Double(row?.int(0) ?? 0), Double(row?.int(1) ?? 0))
    return Double(sampled) * all / max(newer, 1)
  }
}

/// What headlines say of beginnings of words, kept from key to key until stories change.
final class HeadlineSamples: Sendable {
  struct Sample: Sendable {
    /// Words that begin so, and how many of the headlines looked at have them.
    var words: [String: Int]
    /// How many headlines there may be in all.
    var headlines: Double
  }

  private let kept = Mutex<[String: Sample?]>([:])

  /// The sample of a beginning, made where there is none.
  func of(_ beginning: String, _ make: () throws -> Sample?) rethrows -> Sample? {
    if let sample = kept.withLock({ $0[beginning] }) { return sample }
    let sample = try make()
    kept.withLock { kept in
      if kept.count > 100 { kept = [:] }
      kept[beginning] = .some(sample)
    }
    return sample
  }

  /// Stories have changed.
  func forget() {
    kept.withLock { $0 = [:] }
  }
}
