internal import GRDB
internal import GRDBSQLite

/// FTS5 functions that count the matches in a story: once in the text, three times in the headline.
///
/// SQLite's `bm25` reads all stories with a word before it returns the first score. See "FTS5 Extension",
/// section 7, for custom functions.
enum TermCount {
  /// The name of the function in SQL.
  static let name = "term_count"
  /// The name of the function that counts each phrase of a query separately, in a byte each.
  static let each = "term_counts"
  /// The name of the function that returns the average number of words in the texts.
  private static let mean = "mean_length"

  /// The average number of words in the texts; nil if an expression finds no story.
  static func meanLength(ofAll match: any DatabaseValueConvertible, in db: Database) throws -> Double? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(mean)(search) FROM main.search WHERE search MATCH ? LIMIT 1"),
      arguments: [match]
    )?.double(0)
  }

  /// Registers the functions with a connection.
  static func register(in db: Database) throws {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(db.sqliteConnection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else {
      throw DatabaseError(message: "this SQLite has no full text search")
    }
    defer { sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    withUnsafeMutablePointer(to: &api) {
      _ = sqlite3_bind_pointer(statement, 1, $0, "fts5_api_ptr", nil)
      _ = sqlite3_step(statement)
    }
    guard let api else { throw DatabaseError(message: "this SQLite has no full text search") }
    for (name, function) in [(name, count), (each, counts), (mean, meanLength)] {
      guard api.pointee.xCreateFunction(api, name, nil, function, nil) == SQLITE_OK else {
        throw DatabaseError(message: "full text search takes no functions")
      }
    }
  }

  /// The column of headlines in `search`.
  private static let headline: Int32 = 1
  /// The highest count; more would say nothing more.
  private static let most: Int32 = 60

  private static let count: fts5_extension_function = { api, context, result, _, _ in
    guard let api else { return }
    var sum = 0
    TermCount.forInstances(api, context, atMost: TermCount.most) { sum += $1 }
    sqlite3_result_double(result, Double(sum))
  }

  /// Calls `body` with the phrase of each occurrence, and how often it counts.
  private static func forInstances(
    _ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?, atMost most: Int32,
    _ each: (_ phrase: Int32, _ weight: Int) -> Void
  ) {
    var instances: Int32 = 0
    guard api.pointee.xInstCount(context, &instances) == SQLITE_OK else { return }
    for index in 0..<min(instances, most) {
      var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
      guard api.pointee.xInst(context, index, &phrase, &column, &offset) == SQLITE_OK else { break }
      each(phrase, column == headline ? 3 : 1)
    }
  }

  private static let counts: fts5_extension_function = { api, context, result, _, _ in
    guard let api else { return }
    let phrases = min(max(api.pointee.xPhraseCount(context), 0), 255)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(phrases) + 1) { counts in
      counts.initialize(repeating: 0)
      TermCount.forInstances(api, context, atMost: 4 * TermCount.most) { phrase, weight in
        guard phrase < phrases else { return }
        counts[Int(phrase)] = UInt8(min(Int(counts[Int(phrase)]) + weight, 255))
      }
      sqlite3_result_blob(
        result, counts.baseAddress, phrases, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
  }

  /// The column of texts in `search`.
  private static let body: Int32 = 0

  private static let meanLength: fts5_extension_function = { api, context, result, _, _ in
    var (words, rows): (sqlite3_int64, sqlite3_int64) = (0, 0)
    guard let api, api.pointee.xColumnTotalSize(context, TermCount.body, &words) == SQLITE_OK,
      api.pointee.xRowCount(context, &rows) == SQLITE_OK
    else { return }
    sqlite3_result_double(result, Double(words) / Double(max(rows, 1)))
  }
}
