internal import CSQLite

extension DatabaseValue {
  /// Copies the value of a column of the current row (https://sqlite.org/c3ref/column_blob.html).
  init(_ statement: OpaquePointer, _ column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      // The text is asked for before its length, as the documentation advises.
      let start = sqlite3_column_text(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      self = .text(
        String(decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      self = .blob([UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    default: self = .null
    }
  }

  /// Binds the value to a question mark, from 1 (https://sqlite.org/c3ref/bind_blob.html).
  ///
  /// - Returns: SQLite's code.
  func bind(to statement: OpaquePointer, _ index: Int32) -> Int32 {
    switch self {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(var text): return text.withUTF8 { Self.bind($0, to: statement, index) }
    case .utf8(let bytes): return bytes.withUnsafeBufferPointer { Self.bind($0, to: statement, index) }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
      return sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), csqlite_transient())
    }
  }

  private static func bind(_ text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, _ index: Int32)
    -> Int32
  {
    guard let start = text.baseAddress else {
      return sqlite3_bind_text(statement, index, "", 0, csqlite_transient())
    }
    return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      sqlite3_bind_text64(statement, index, $0, UInt64(text.count), csqlite_transient(), UInt8(SQLITE_UTF8))
    }
  }

  /// Makes the value the result of a function (https://sqlite.org/c3ref/result_blob.html).
  func give(to context: OpaquePointer?) {
    switch self {
    case .null: sqlite3_result_null(context)
    case .integer(let number): sqlite3_result_int64(context, number)
    case .real(let number): sqlite3_result_double(context, number)
    case .text(let text): Self.give(Array(text.utf8), to: context)
    case .utf8(let bytes): Self.give(bytes, to: context)
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_result_zeroblob(context, 0) }
      sqlite3_result_blob64(context, bytes, UInt64(bytes.count), csqlite_transient())
    }
  }

  private static func give(_ text: [UInt8], to context: OpaquePointer?) {
    text.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, !buffer.isEmpty else {
        return sqlite3_result_text(context, "", 0, csqlite_transient())
      }
      start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        sqlite3_result_text64(context, $0, UInt64(buffer.count), csqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
  }
}
