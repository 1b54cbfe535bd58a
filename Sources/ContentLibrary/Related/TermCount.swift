internal import GRDB
internal import GRDBSQLite

/// Functions for FTS5 that tell how much a story has of what it was found by: occurrences in the text count
/// once, in the headline three times.
///
/// SQLite has `bm25`, which goes through all stories that have a word before it says anything of the first (SQLite, "FTS5
/// Extension", section 7, for functions of one's own).
enum TermCount {
  /// Its name in SQL.
  static let name = "term_count"
  /// The name of the same for each phrase of a query by itself: a byte each.
  static let each = "term_counts"
  /// The name of the function that tells how many words the texts have on average.
  private static let mean = "mean_length"

  /// How many words the texts have on average; nil where an expression finds none of them.
  static func meanLength(ofAll match: any DatabaseValueConvertible, in db: Database) throws -> Double? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(mean)(search) FROM main.search WHERE search MATCH ? LIMIT 1"),
      arguments: [match]
    )?.double(0)
  }

  /// Makes it known to a connection.
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
  /// What is more says no more.
  private static let most: Int32 = 60

  private static let count: fts5_extension_function = { api, context, result, _, _ in
    guard let api else { return }
    var sum = 0
    TermCount.forInstances(api, context, atMost: TermCount.most) { sum += $1 }
    sqlite3_result_double(result, Double(sum))
  }

  /// Names the phrase of each occurrence, and how often it counts.
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
