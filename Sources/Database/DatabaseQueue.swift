internal import Synchronization

/// What can be read and written: a queue or a pool.
public protocol DatabaseWriter: Sendable {
  /// Reads from one snapshot.
  func read<Value>(_ work: (Connection) throws -> Value) throws -> Value
  /// Writes in one transaction.
  func write<Value>(_ work: (Connection) throws -> Value) throws -> Value
  /// Works on the writing connection, outside a transaction.
  func writeWithoutTransaction<Value>(_ work: (Connection) throws -> Value) throws -> Value
  /// Takes all tables out of the file, damaged or not.
  func erase() throws
  /// Ends what runs now; it throws `ResultCode.interrupted`.
  func interrupt()
  /// Gives memory back that only makes the next work faster; what is at work keeps it.
  func rest()
}

extension DatabaseWriter {
  /// Writes in one transaction.
  public func write<Value>(_ work: (Connection) throws -> Value) throws -> Value {
    try writeWithoutTransaction { db in
      var value: Value?
      try db.inTransaction {
        value = try work(db)
        return .commit
      }
      return try value.orMisuse()
    }
  }
}

/// A database with one connection, which serves one closure at a time.
///
/// It waits by a lock, without a thread of its own, so that nothing runs in an idle process. A closure must
/// not use the same queue again.
public final class DatabaseQueue: DatabaseWriter {
  private let connection: Connection
  private let turn = Mutex(())

  /// Opens a database, which is created if need be.
  public init(path: String, configuration: Configuration = Configuration()) throws {
    connection = try Connection(path: path, configuration)
  }

  /// Makes a database in memory.
  public convenience init(configuration: Configuration = Configuration()) throws {
    try self.init(path: ":memory:", configuration: configuration)
  }

  /// Closes the database; what is used afterwards throws.
  public func close() { turn.withLock { _ in connection.close() } }

  /// Reads from one snapshot; nothing that is written stays.
  public func read<Value>(_ work: (Connection) throws -> Value) throws -> Value {
    try writeWithoutTransaction { db in try db.reading(work) }
  }

  /// Gives memory back that only makes the next work faster, unless it is at work.
  public func rest() { _ = turn.withLockIfAvailable { _ in connection.rest() } }

  /// Works on the connection, outside a transaction.
  public func writeWithoutTransaction<Value>(_ work: (Connection) throws -> Value) throws -> Value {
    var value: Value?
    try turn.withLock { _ in
      connection.forgetInterruption()
      value = try work(connection)
    }
    return try value.orMisuse()
  }

  /// Takes all tables out of the file, damaged or not.
  public func erase() throws { try writeWithoutTransaction { try $0.erase() } }

  /// Ends what runs now; it throws `ResultCode.interrupted`.
  public func interrupt() { connection.interrupt() }
}

extension Connection {
  /// Runs work in a transaction that keeps nothing.
  func reading<Value>(_ work: (Connection) throws -> Value) throws -> Value {
    try beginTransaction(.deferred)
    defer { if isInsideTransaction { try? rollback() } }
    return try work(self)
  }
}

extension Optional {
  /// The value that a closure has set.
  func orMisuse() throws(DatabaseError) -> Wrapped {
    guard let self else { throw DatabaseError(.misuse, message: "the closure was not run") }
    return self
  }
}
