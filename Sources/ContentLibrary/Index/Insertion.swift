internal import GRDB
internal import GRDBSQLite

/// A statement that is run thousands of times with different values.
///
/// It binds values directly to SQLite, which halves the time per row.
struct Insertion {
  /// A value to bind.
  enum Value {
    case integer(Int64?)
    case text(String?)
    /// Text in UTF-8.
    case utf8([UInt8])
    case blob([UInt8])

    static func int(_ value: Int?) -> Value { .integer(value.map(Int64.init)) }
  }

  private let db: Database
  private let statement: Statement
  /// Tells SQLite to copy the value (`SQLITE_TRANSIENT`, a macro that Swift can't import).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Prepares the statement; `sql` must be constant.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
  }

  /// Runs it with values, one per question mark.
  func run(_ values: Value...) throws {
    let pointer = statement.sqliteStatement
    for (index, value) in values.enumerated() {
      let code = Self.bind(value, to: pointer, Int32(index + 1))
      guard code == SQLITE_OK else { throw failure(code) }
    }
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  private static func bind(_ value: Value, to pointer: OpaquePointer, _ index: Int32) -> Int32 {
    switch value {
    case .integer(nil), .text(nil): return sqlite3_bind_null(pointer, index)
    case .integer(let number?): return sqlite3_bind_int64(pointer, index, number)
    case .text(var text?):
      return text.withUTF8 { bind($0, to: pointer, index) }
    case .utf8(let bytes):
      return bytes.withUnsafeBufferPointer { bind($0, to: pointer, index) }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(pointer, index, 0) }
      return sqlite3_bind_blob64(pointer, index, bytes, UInt64(bytes.count), copied)
    }
  }

  private static func bind(_ text: UnsafeBufferPointer<UInt8>, to pointer: OpaquePointer, _ index: Int32)
    -> Int32
  {
    guard let start = text.baseAddress else { return sqlite3_bind_text(pointer, index, "", 0, copied) }
    return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      sqlite3_bind_text64(pointer, index, $0, UInt64(text.count), copied, UInt8(SQLITE_UTF8))
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
  }
}

extension Database {
  /// Keeps the write-ahead log when the last connection closes (`SQLITE_FCNTL_PERSIST_WAL`).
  ///
  /// Otherwise every process that alone has the index open would write to it, and sync it, when it ends.
  func keepJournal() {
    var isKept: CInt = 1
    _ = sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &isKept)
  }
}
