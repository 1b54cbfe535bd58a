internal import CSQLite

/// SQLite's own objects behind a connection: the handle and its statements.
///
/// It is only ever used inside the connection's lock, so SQLite's own is left out (`SQLITE_OPEN_NOMUTEX`,
/// https://sqlite.org/threadsafe.html). A statement is known outside by its number alone.
struct ConnectionState: ~Copyable {
  /// The most statements that are kept for the next use.
  static let most = 64

  private struct Kept {
    var number: Int
    var lastUse: UInt64
  }

  /// SQLite's handle; nil after closing.
  private(set) var handle: OpaquePointer?
  private var statements: [OpaquePointer?] = []
  private var free: [Int] = []
  private var kept: [String: Kept] = [:]
  private var uses: UInt64 = 0

  /// Takes over an open handle.
  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { Self.close(handle, statements) }

  /// Ends all statements and closes the file; what is used afterwards throws.
  mutating func close() {
    Self.close(handle, statements)
    (handle, statements, free, kept) = (nil, [], [], [:])
  }

  private static func close(_ handle: OpaquePointer?, _ statements: [OpaquePointer?]) {
    for statement in statements { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Ends the kept statements, and lets go of pages of the file that are not in use.
  mutating func rest() {
    for kept in kept.values { finalize(kept.number) }
    kept = [:]
    if let handle { sqlite3_db_release_memory(handle) }
  }

  /// The handle of an open connection.
  func open() throws(DatabaseError) -> OpaquePointer {
    guard let handle else { throw DatabaseError(.misuse, message: "the database is closed") }
    return handle
  }

  /// How many statements are kept.
  var keptCount: Int { kept.count }

  /// Prepares the first statement of some SQL.
  ///
  /// - Returns: its number, or nil if there is none but blanks and comments, and the bytes of SQL it takes.
  mutating func prepare(_ sql: String, from start: Int = 0, isKept: Bool = false) throws(DatabaseError)
    -> (number: Int?, end: Int)
  {
    let handle = try open()
    var statement: OpaquePointer?
    var end = start
    var text = sql
    let code = text.withUTF8 { bytes -> Int32 in
      guard let base = bytes.baseAddress, start < bytes.count else { return SQLITE_OK }
      let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          handle, characters + start, Int32(clamping: bytes.count - start), flags, &statement, &tail)
        end = tail.map { characters.distance(to: $0) } ?? bytes.count
        return code
      }
    }
    guard code == SQLITE_OK else { throw failure(code, sql) }
    guard let statement else { return (nil, end) }
    guard let number = free.popLast() else {
      statements.append(statement)
      return (statements.count - 1, end)
    }
    statements[number] = statement
    return (number, end)
  }

  /// Hands out a kept statement, which nobody else can have meanwhile, or a new one.
  mutating func checkOut(_ sql: String) throws(DatabaseError) -> Int {
    if let found = kept.removeValue(forKey: sql) { return found.number }
    guard let number = try prepare(sql, isKept: true).number else {
      throw DatabaseError(.misuse, message: "there is no statement", sql: sql)
    }
    return number
  }

  /// Takes a statement back; of too many kept ones, the one unused for longest ends.
  mutating func checkIn(_ number: Int, _ sql: String) {
    guard let statement = statement(number) else { return }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    uses += 1
    if let other = kept.updateValue(Kept(number: number, lastUse: uses), forKey: sql) {
      finalize(other.number)
    }
    guard kept.count > Self.most, let oldest = kept.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
      return
    }
    kept[oldest.key] = nil
    finalize(oldest.value.number)
  }

  /// Ends a statement.
  mutating func finalize(_ number: Int) {
    guard let statement = statement(number) else { return }
    sqlite3_finalize(statement)
    statements[number] = nil
    free.append(number)
  }

  private func statement(_ number: Int) -> OpaquePointer? {
    statements.indices.contains(number) ? statements[number] : nil
  }

  private func running(_ number: Int) throws(DatabaseError) -> OpaquePointer {
    guard let statement = statement(number) else {
      throw DatabaseError(.misuse, message: "the database is closed")
    }
    return statement
  }

  /// How many values a statement takes.
  func parameterCount(_ number: Int) -> Int {
    statement(number).map { Int(sqlite3_bind_parameter_count($0)) } ?? 0
  }

  /// Begins a statement anew with some values.
  func bind(_ values: ArraySlice<DatabaseValue>, to number: Int, _ sql: String) throws(DatabaseError) {
    let statement = try running(number)
    sqlite3_reset(statement)
    guard values.count == Int(sqlite3_bind_parameter_count(statement)) else {
      throw DatabaseError(.misuse, message: "\(values.count) values are too few or too many", sql: sql)
    }
    var index: Int32 = 0
    for value in values {
      index += 1
      let code = value.bind(to: statement, index)
      guard code == SQLITE_OK else { throw failure(code, sql) }
    }
  }

  /// Runs a statement once for each number, its only value.
  func run(_ number: Int, each values: [Int64], _ sql: String) throws(DatabaseError) {
    try bind([.null], to: number, sql)
    let statement = try running(number)
    for value in values {
      sqlite3_bind_int64(statement, 1, value)
      while try step(number, sql) {}
      sqlite3_reset(statement)
    }
  }

  /// Runs a statement up to its next row; false if there is none.
  func step(_ number: Int, _ sql: String) throws(DatabaseError) -> Bool {
    let statement = try running(number)
    let code = sqlite3_step(statement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = failure(code, sql)
      sqlite3_reset(statement)
      throw error
    }
  }

  /// Replaces `values` by those of the current row.
  func read(_ number: Int, into values: inout [DatabaseValue]) {
    values.removeAll(keepingCapacity: true)
    guard let statement = statement(number) else { return }
    for column in 0..<sqlite3_column_count(statement) {
      values.append(DatabaseValue(statement, column))
    }
  }

  /// The first value of the current row; NULL if it has no column.
  func first(_ number: Int) -> DatabaseValue {
    statement(number).map { sqlite3_column_count($0) > 0 ? DatabaseValue($0, 0) : .null } ?? .null
  }

  /// Ends the run of a statement, and frees its values.
  func reset(_ number: Int) {
    guard let statement = statement(number) else { return }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  /// The error for a code that SQLite has just returned.
  func failure(_ code: Int32, _ sql: String?) -> DatabaseError {
    guard let handle else { return DatabaseError(ResultCode(rawValue: code), sql: sql) }
    let extended = sqlite3_extended_errcode(handle)
    // The message is of the last call that failed on this connection.
    let isSame = extended & 0xFF == code & 0xFF
    return DatabaseError(
      ResultCode(rawValue: isSame ? extended : code),
      message: isSame ? sqlite3_errmsg(handle).map { String(cString: $0) } : nil, sql: sql)
  }
}
