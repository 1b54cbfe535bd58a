internal import CSQLite
internal import Synchronization

extension Connection {
  /// How far a checkpoint goes (https://sqlite.org/c3ref/wal_checkpoint_v2.html).
  public enum Checkpoint: Sendable {
    /// As far as is possible without waiting.
    case passive
    /// All of it, after waiting for readers.
    case full
    /// All of it; the journal is then empty.
    case truncate
  }

  /// Moves pages from the write-ahead log into the file.
  ///
  /// - Returns: the pages in the log, and how many of them are in the file.
  /// - Throws: `ResultCode.busy` if another connection is in the way.
  @discardableResult
  public func checkpoint(_ kind: Checkpoint, on schema: String = "main") throws(DatabaseError)
    -> (frames: Int, done: Int)
  {
    let mode =
      switch kind {
      case .passive: SQLITE_CHECKPOINT_PASSIVE
      case .full: SQLITE_CHECKPOINT_FULL
      case .truncate: SQLITE_CHECKPOINT_TRUNCATE
      }
    return try state.withLock { (state) throws(DatabaseError) in
      var (frames, done): (Int32, Int32) = (0, 0)
      let code = sqlite3_wal_checkpoint_v2(try state.open(), schema, mode, &frames, &done)
      guard code == SQLITE_OK else { throw state.failure(code, nil) }
      return (Int(frames), Int(done))
    }
  }

  /// Keeps the write-ahead log when the last connection closes (`SQLITE_FCNTL_PERSIST_WAL`,
  /// https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).
  ///
  /// Otherwise every process that alone has the file open would write to it, and sync it, when it ends.
  public func keepJournal() {
    state.withLock { state in
      var isKept: CInt = 1
      _ = sqlite3_file_control(state.handle, "main", SQLITE_FCNTL_PERSIST_WAL, &isKept)
    }
  }

  /// Takes all tables out of the file, damaged or not, while others may have it open.
  ///
  /// An empty database is copied over it (https://sqlite.org/c3ref/backup_finish.html). That gives it a new
  /// number of its schema, so that others forget the tables too; `SQLITE_DBCONFIG_RESET_DATABASE` may give
  /// it the number that it had.
  public func erase() throws(DatabaseError) {
    try state.withLock { (state) throws(DatabaseError) in
      let handle = try state.open()
      var empty: OpaquePointer?
      defer { sqlite3_close_v2(empty) }
      guard sqlite3_open_v2(":memory:", &empty, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
        let backup = sqlite3_backup_init(handle, "main", empty, "main")
      else { throw state.failure(sqlite3_errcode(handle), nil) }
      sqlite3_backup_step(backup, -1)
      let code = sqlite3_backup_finish(backup)
      guard code == SQLITE_OK else { throw state.failure(code, nil) }
    }
  }
}
