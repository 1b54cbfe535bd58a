/// How a transaction ends.
public enum TransactionEnd: Sendable {
  /// What was written stays.
  case commit
  /// It is taken back.
  case rollback
}

/// How a transaction begins (https://sqlite.org/lang_transaction.html).
public enum TransactionKind: String, Sendable {
  /// Locks are taken when they are needed.
  case deferred = "BEGIN DEFERRED"
  /// The lock for writing is taken at once, and waited for.
  case immediate = "BEGIN IMMEDIATE"
}

extension Connection {
  /// Begins a transaction.
  public func beginTransaction(_ kind: TransactionKind) throws(DatabaseError) {
    try cachedStatement(sql: kind.rawValue).execute()
  }

  /// Ends a transaction; what was written stays.
  public func commit() throws(DatabaseError) { try cachedStatement(sql: "COMMIT").execute() }

  /// Ends a transaction; what was written is taken back.
  ///
  /// An interruption does not hold it up.
  public func rollback() throws(DatabaseError) {
    forgetInterruption()
    try cachedStatement(sql: "ROLLBACK").execute()
  }

  /// Runs work in a transaction, or in a savepoint of the one that is open.
  ///
  /// An error takes back what was written, and is thrown on.
  public func inTransaction(
    _ kind: TransactionKind = .immediate, _ work: () throws -> TransactionEnd
  ) throws {
    guard !isInsideTransaction else { return try inSavepoint(work) }
    try beginTransaction(kind)
    do {
      switch try work() {
      case .commit: try commit()
      case .rollback: try rollback()
      }
    } catch {
      // After some errors SQLite has already ended the transaction, and there is nothing to roll back.
      if isInsideTransaction { try? rollback() }
      throw error
    }
  }

  /// Runs work in a savepoint, which may be within another (https://sqlite.org/lang_savepoint.html).
  ///
  /// An error takes back what was written since, and is thrown on.
  public func inSavepoint(_ work: () throws -> TransactionEnd) throws {
    func end(_ end: TransactionEnd) throws {
      if end == .rollback { try cachedStatement(sql: "ROLLBACK TO newsroom").execute() }
      try cachedStatement(sql: "RELEASE newsroom").execute()
    }
    try cachedStatement(sql: "SAVEPOINT newsroom").execute()
    do {
      try end(try work())
    } catch {
      forgetInterruption()
      if isInsideTransaction { try? end(.rollback) }
      throw error
    }
  }
}
