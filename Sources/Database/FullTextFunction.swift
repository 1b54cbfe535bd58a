internal import CSQLite
internal import Synchronization

/// A function about the match of a row in an FTS5 table (https://sqlite.org/fts5.html, section 7.2, "Custom
/// Auxiliary Functions").
public struct FullTextFunction: Sendable {
  /// Its name in SQL; the first argument there is the table.
  public let name: String
  let value: @Sendable (borrowing FullTextMatch) -> DatabaseValue

  /// A function by its name.
  public init(_ name: String, _ value: @escaping @Sendable (borrowing FullTextMatch) -> DatabaseValue) {
    (self.name, self.value) = (name, value)
  }
}

/// The match of a row in an FTS5 table, while a function looks at it.
public struct FullTextMatch: ~Copyable {
  private let api: UnsafePointer<Fts5ExtensionApi>
  private let context: OpaquePointer?

  fileprivate init(_ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?) {
    (self.api, self.context) = (api, context)
  }

  /// The number of phrases in the query.
  public var phraseCount: Int { Int(max(api.pointee.xPhraseCount(context), 0)) }

  /// The number of rows of the table; nil if it can't be told.
  public var rowCount: Int? {
    var rows: sqlite3_int64 = 0
    return api.pointee.xRowCount(context, &rows) == SQLITE_OK ? Int(rows) : nil
  }

  /// The number of words in a column of all rows; nil if it can't be told.
  public func wordCount(inColumn column: Int) -> Int? {
    var words: sqlite3_int64 = 0
    let code = api.pointee.xColumnTotalSize(context, Int32(clamping: column), &words)
    return code == SQLITE_OK ? Int(words) : nil
  }

  /// Calls `each` with the phrase and the column of each occurrence, from the first on.
  public func forInstances(atMost most: Int, _ each: (_ phrase: Int, _ column: Int) -> Void) {
    var instances: Int32 = 0
    guard api.pointee.xInstCount(context, &instances) == SQLITE_OK else { return }
    for index in 0..<max(0, min(instances, Int32(clamping: most))) {
      var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
      guard api.pointee.xInst(context, index, &phrase, &column, &offset) == SQLITE_OK else { break }
      each(Int(phrase), Int(column))
    }
  }
}

extension Connection {
  /// Adds functions for full text search.
  ///
  /// - Throws: `DatabaseError` if this SQLite has no FTS5.
  public func add(_ functions: [FullTextFunction]) throws(DatabaseError) {
    try state.withLock { (state) throws(DatabaseError) in
      let api = try Self.fullText(of: try state.open())
      for function in functions {
        let code = api.pointee.xCreateFunction(
          api, function.name, FunctionBox.keep(function),
          { api, context, result, _, _ in
            guard let api, let data = api.pointee.xUserData(context) else { return }
            let function = FunctionBox<FullTextFunction>.function(in: data)
            function.value(FullTextMatch(api, context)).give(to: result)
          },
          { data in FunctionBox<FullTextFunction>.release(data) })
        guard code == SQLITE_OK else {
          throw DatabaseError(ResultCode(rawValue: code), message: "full text search takes no functions")
        }
      }
    }
  }

  /// FTS5's own interface (https://sqlite.org/fts5.html, section 7, "Extending FTS5").
  private static func fullText(of handle: OpaquePointer) throws(DatabaseError)
    -> UnsafeMutablePointer<fts5_api>
  {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    if sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK {
      withUnsafeMutablePointer(to: &api) {
        _ = sqlite3_bind_pointer(statement, 1, $0, "fts5_api_ptr", nil)
        _ = sqlite3_step(statement)
      }
    }
    guard let api else { throw DatabaseError(.error, message: "this SQLite has no full text search") }
    return api
  }
}
