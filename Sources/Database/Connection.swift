internal import CSQLite
internal import Synchronization

/// An open database (https://sqlite.org/c3ref/sqlite3.html).
///
/// Each call is safe from any thread. Work that belongs together is given to a `DatabaseQueue` or a
/// `DatabasePool`, which lets nothing else come between.
public final class Connection: Sendable {
  let state: Mutex<ConnectionState>
  private let interruption = Interruption()
  /// Whether it was opened for reading alone.
  public let isReadOnly: Bool

  /// Opens a database, which is created if need be.
  ///
  /// - Parameter path: a file, ":memory:", or a URI (https://sqlite.org/uri.html).
  /// - Throws: `DatabaseError`, or what `Configuration.prepareDatabase` throws.
  public init(path: String, _ configuration: Configuration = Configuration()) throws {
    isReadOnly = configuration.readonly
    let access = configuration.readonly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.flatMap(sqlite3_errmsg).map { String(cString: $0) }
      sqlite3_close_v2(handle)
      throw DatabaseError(ResultCode(rawValue: code), message: message)
    }
    sqlite3_busy_timeout(handle, configuration.busyMilliseconds)
    interruption.watch(handle)
    state = Mutex(ConnectionState(handle))
    try configuration.prepare(self)
  }

  /// Closes the database; what is used afterwards throws.
  public func close() { state.withLock { $0.close() } }

  /// Gives memory back that only makes the next statements faster.
  public func rest() { state.withLock { $0.rest() } }

  // MARK: Statements

  /// Prepares a statement for a single use, or for use within one closure.
  ///
  /// - Parameter sql: one statement.
  public func makeStatement(sql: String) throws(DatabaseError) -> Statement {
    let number = try state.withLock { (state) throws(DatabaseError) in try state.prepare(sql).number }
    guard let number else { throw DatabaseError(.misuse, message: "there is no statement", sql: sql) }
    return Statement(self, number, sql, isKept: false)
  }

  /// A statement that is kept after its use for the next one; as many as are used often are kept.
  ///
  /// - Parameter sql: one statement.
  public func cachedStatement(sql: String) throws(DatabaseError) -> Statement {
    let number = try state.withLock { (state) throws(DatabaseError) in try state.checkOut(sql) }
    return Statement(self, number, sql, isKept: true)
  }

  /// Runs statements, one after the other.
  ///
  /// - Parameter arguments: the values of all of them, in their order.
  public func execute(sql: String, arguments: StatementArguments = StatementArguments())
    throws(DatabaseError)
  {
    var rest = arguments.values[...]
    var start = 0
    let end = sql.utf8.count
    while start < end {
      let (number, next) = try state.withLock { (state) throws(DatabaseError) in
        try state.prepare(sql, from: start)
      }
      start = next
      guard let number else { break }
      let statement = Statement(self, number, sql, isKept: false)
      let count = min(state.withLock { $0.parameterCount(number) }, rest.count)
      try statement.run(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    guard rest.isEmpty else { throw DatabaseError(.misuse, message: "there are too many values", sql: sql) }
  }

  /// How many statements are kept for the next use.
  var keptStatementCount: Int { state.withLock { $0.keptCount } }

  // MARK: Facts

  /// The id of the row inserted last (https://sqlite.org/c3ref/last_insert_rowid.html).
  public var lastInsertedRowID: Int64 {
    state.withLock { $0.handle.map { sqlite3_last_insert_rowid($0) } ?? 0 }
  }

  /// The number of rows that the last statement changed (https://sqlite.org/c3ref/changes.html).
  public var changesCount: Int { state.withLock { $0.handle.map { Int(sqlite3_changes64($0)) } ?? 0 } }

  /// Whether a transaction is open (https://sqlite.org/c3ref/get_autocommit.html).
  public var isInsideTransaction: Bool {
    state.withLock { $0.handle.map { sqlite3_get_autocommit($0) == 0 } ?? false }
  }

  // MARK: Interruption

  /// Ends what runs now, from another thread; it throws `ResultCode.interrupted`.
  ///
  /// It holds until the end of the closure that the database was given to.
  public func interrupt() { interruption.request() }

  /// Begins a new closure, which nobody has interrupted yet.
  func forgetInterruption() { interruption.forget() }
}

/// Asks a running statement to stop, by way of SQLite's progress handler
/// (https://sqlite.org/c3ref/progress_handler.html): unlike `sqlite3_interrupt`, it needs no handle that may
/// have been closed meanwhile.
private final class Interruption: Sendable {
  /// The instructions between two looks: some microseconds.
  private static let pace: Int32 = 1_000
  private let isRequested = Atomic(false)

  func request() { isRequested.store(true, ordering: .releasing) }
  func forget() { isRequested.store(false, ordering: .releasing) }

  /// Watches a handle, which must be closed before this object ends.
  func watch(_ handle: OpaquePointer) {
    sqlite3_progress_handler(
      handle, Self.pace,
      { context in
        guard let context else { return 0 }
        let interruption = Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue()
        return interruption.isRequested.load(ordering: .acquiring) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
