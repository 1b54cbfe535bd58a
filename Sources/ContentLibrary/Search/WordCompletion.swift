internal import GRDB

/// Tells which words the beginning of one stands for.
///
/// FTS5 gathers all stories that have any of them before it gives the first: of three letters at a million stories that
/// takes seconds, and nothing can stop it. Where a beginning is that common, the words are taken from the newest headlines that
/// have any, for headlines are known by their first letters.
struct WordCompletion {
  /// How many headlines are looked at.
  private static let sample = 400
  /// The most words that a beginning becomes.
  private static let most = 10
  /// Beginnings that more headlines than this have are common.
  private static let rare = 1_500.0
  /// Words that more stories than this have are common.
  private static let common = 50_000.0

  let db: Database

  /// The words; nil where FTS5 may be asked for all that begin so.
  func words(_ beginning: String) throws -> [String]? {
    let letters = beginning.unicodeScalars
    guard let first = letters.first else { return nil }
    // Each character of these scripts is a word.
    if first.value >= 0x2E80 { return [] }
    let indexed = String(String.UnicodeScalarView(letters.prefix(3)))
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT title.rowid, story.headline FROM main.title CROSS JOIN main.story ON story.position = title.rowid
          WHERE title MATCH ? ORDER BY title.rowid DESC LIMIT \(Self.sample)
          """),
      arguments: ["\"\(indexed)\"*"])
    guard rows.count == Self.sample, let last = rows.last?.integer(0) else { return nil }
    var counts: [String: Int] = [:]
    for row in rows {
      for word in SearchText.words(row.text(1) ?? "") where word.hasPrefix(beginning) {
        counts[word, default: 0] += 1
      }
    }
    let headlines = try stories(sampled: Self.sample, downTo: last)
    let share = Double(max(counts.values.reduce(0, +), 1)) / Double(Self.sample)
    if letters.count > 2, headlines * share <= Self.rare, try !isCommon(beginning) { return nil }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.most).map(\.key)
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
          "SELECT sum(total), sum(total) FILTER (WHERE step >= ?) FROM main.tally WHERE series = \(Tally.Series.days)"
      ),
      arguments: [step])
    let (all, newer) = (Double(row?.int(0) ?? 0), Double(row?.int(1) ?? 0))
    return Double(sampled) * all / max(newer, 1)
  }
}
