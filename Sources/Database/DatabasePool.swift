internal import Synchronization

/// A database with a write-ahead log: one connection writes while others read the last snapshot.
///
/// Connections are opened when they are first needed. They wait by locks, without threads of their own.
public final class DatabasePool: DatabaseWriter {
  private final class Place: Sendable {
    let connection = Mutex<Connection?>(nil)
    /// The same connection, for others than the one that holds the lock.
    let running = Mutex<Connection?>(nil)
  }

  private let path: String
  private let configuration: Configuration
  private let writer = Place()
  private let readers: [Place]
  private let turn = Atomic(0)

  /// A pool for a file that exists.
  public init(path: String, configuration: Configuration = Configuration()) {
    (self.path, self.configuration) = (path, configuration)
    readers = (0..<max(1, configuration.maximumReaderCount)).map { _ in Place() }
  }

  /// Opens the writing connection, which gives the file its write-ahead log.
  public func openWriter() throws { try writeWithoutTransaction { _ in } }

  /// Reads from one snapshot.
  public func read<Value>(_ work: (Connection) throws -> Value) throws -> Value {
    // A reader that is free and open comes first, then one that is free.
    for isOpen in [true, false] {
      for place in readers {
        var value: Value?
        let error = place.connection.withLockIfAvailable { held -> (any Error)? in
          guard isOpen == (held != nil) else { return nil }
          do {
            value = try read(with: &held, of: place, work)
            return nil
          } catch {
            return error
          }
        }
        if let error = error.flatMap(\.self) { throw error }
        if let value { return value }
      }
    }
    // All are at work: they are waited for in turn.
    let place = readers[Int(turn.wrappingAdd(1, ordering: .relaxed).newValue.magnitude) % readers.count]
    var value: Value?
    try place.connection.withLock { held in value = try read(with: &held, of: place, work) }
    return try value.orMisuse()
  }

  private func read<Value>(
    with held: inout Connection?, of place: Place, _ work: (Connection) throws -> Value
  ) throws -> Value {
    var configuration = configuration
    configuration.readonly = true
    return try open(&held, place, configuration).reading(work)
  }

  /// Works on the writing connection, outside a transaction.
  public func writeWithoutTransaction<Value>(_ work: (Connection) throws -> Value) throws -> Value {
    var configuration = configuration
    configuration.journalMode = .wal
    var value: Value?
    try writer.connection.withLock { held in
      value = try work(try open(&held, writer, configuration))
    }
    return try value.orMisuse()
  }

  private func open(_ held: inout Connection?, _ place: Place, _ configuration: Configuration) throws
    -> Connection
  {
    let connection = try held ?? Connection(path: path, configuration)
    if held == nil {
      held = connection
      place.running.withLock { $0 = connection }
    }
    connection.forgetInterruption()
    return connection
  }

  /// Takes all tables out of the file, damaged or not.
  public func erase() throws {
    // A damaged file can't be prepared as the others are.
    var bare = Configuration()
    bare.busyTimeout = configuration.busyTimeout
    try writer.connection.withLock { _ in try Connection(path: path, bare).erase() }
  }

  /// Closes readers but for one, and gives memory back that only makes the next work faster.
  ///
  /// What is at work keeps it.
  public func rest() {
    var isFirst = true
    for place in readers {
      _ = place.connection.withLockIfAvailable { held in
        guard let connection = held else { return }
        if isFirst {
          connection.rest()
        } else {
          place.running.withLock { $0 = nil }
          held = nil
        }
        isFirst = false
      }
    }
    _ = writer.connection.withLockIfAvailable { $0?.rest() }
  }

  /// Ends what runs now; it throws `ResultCode.interrupted`.
  public func interrupt() {
    for place in readers + [writer] { place.running.withLock(\.self)?.interrupt() }
  }
}
