internal import Database

/// FTS5 functions that count the matches in a story: once in the text, three times in the headline.
///
/// SQLite's `bm25` reads all stories with a word before it returns the first score.
enum TermCount {
  /// The name of the function in SQL.
  static let name = "term_count"
  /// The name of the function that counts each phrase of a query separately, in a byte each.
  static let each = "term_counts"
  /// The name of the function that returns the average number of words in the texts.
  private static let mean = "mean_length"

  /// The average number of words in the texts; nil if an expression finds no story.
  static func meanLength(ofAll match: String, in db: Connection) throws -> Double? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(mean)(search) FROM main.search WHERE search MATCH ? LIMIT 1"),
      arguments: [match]
    )?.double(0)
  }

  /// Registers the functions with a connection.
  static func register(in db: Connection) throws {
    try db.add([
      FullTextFunction(name) { match in .real(Double(count(match))) },
      FullTextFunction(each) { match in .blob(counts(match)) },
      FullTextFunction(mean) { match in
        guard let words = match.wordCount(inColumn: body), let rows = match.rowCount else { return .null }
        return .real(Double(words) / Double(max(rows, 1)))
      },
    ])
  }

  /// The columns of texts and headlines in `search`.
  private static let (body, headline) = (0, 1)
  /// The highest count; more would say nothing more.
  private static let most = 60

  private static func weight(_ column: Int) -> Int { column == headline ? 3 : 1 }

  private static func count(_ match: borrowing FullTextMatch) -> Int {
    var sum = 0
    match.forInstances(atMost: most) { _, column in sum += weight(column) }
    return sum
  }

  private static func counts(_ match: borrowing FullTextMatch) -> [UInt8] {
    var counts = [UInt8](repeating: 0, count: min(match.phraseCount, 255))
    match.forInstances(atMost: 4 * most) { phrase, column in
      guard counts.indices.contains(phrase) else { return }
      counts[phrase] = UInt8(clamping: Int(counts[phrase]) + weight(column))
    }
    return counts
  }
}
