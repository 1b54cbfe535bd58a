internal import GRDB
internal import GRDBSQLite

/// A function for FTS5 that tells how much a story has of what it was found by: occurrences in the text count once, in the
/// headline three times.
///
/// SQLite has `bm25`, which goes through all stories that have a word before it says anything of the first (SQLite, "FTS5
/// Extension", section 7, for functions of one's own).
enum TermCount {
  /// Its name in SQL.
  static let name = "term_count"

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
    guard api.pointee.xCreateFunction(api, name, nil, count, nil) == SQLITE_OK else {
      throw DatabaseError(message: "full text search takes no functions")
    }
  }

  /// The column of headlines in `search`.
  private static let headline: Int32 = 1
  /// What is more says no more.
  private static let most: Int32 = 60

  private static let count: fts5_extension_function = { api, context, result, _, _ in
    var (instances, sum): (Int32, Double) = (0, 0)
    guard let api, api.pointee.xInstCount(context, &instances) == SQLITE_OK else { return }
    for index in 0..<min(instances, TermCount.most) {
      var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
      guard api.pointee.xInst(context, index, &phrase, &column, &offset) == SQLITE_OK else { break }
      sum += column == TermCount.headline ? 3 : 1
    }
    sqlite3_result_double(result, sum)
  }
}
