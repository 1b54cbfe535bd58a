/// How a database is opened.
public struct Configuration: Sendable {
  /// The journal of a database (https://sqlite.org/pragma.html#pragma_journal_mode).
  public enum JournalMode: Sendable {
    /// The one that the file has.
    case asItIs
    /// A write-ahead log: readers see a snapshot while another connection writes.
    case wal
  }

  /// Whether it is opened for reading alone.
  public var readonly = false
  /// How long to wait for the locks of others.
  public var busyTimeout: Duration = .zero
  /// The journal.
  public var journalMode = JournalMode.asItIs
  /// The most readers of a pool.
  public var maximumReaderCount = 3
  private var preparation: @Sendable (Connection) throws -> Void = { _ in }

  /// The usual configuration.
  public init() {}

  /// Runs work on every new connection.
  public mutating func prepareDatabase(_ work: @escaping @Sendable (Connection) throws -> Void) {
    preparation = work
  }

  var busyMilliseconds: Int32 {
    let (seconds, atto) = busyTimeout.components
    return Int32(clamping: seconds * 1_000 + atto / 1_000_000_000_000_000)
  }

  func prepare(_ db: Connection) throws {
    if !readonly {
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      if journalMode == .wal {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
          throw DatabaseError(.cannotOpen, message: "it can't have a write-ahead log")
        }
        // In this mode, a loss of power may lose the last transactions, but never damages the file.
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
      }
    }
    try preparation(db)
  }
}
