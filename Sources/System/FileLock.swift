internal import Glibc

/// A lock on a file (flock(2)), released whenever and however the process ends.
public final class FileLock: Sendable {
  /// Why the lock was not taken.
  public enum Failure: Error, Hashable, Sendable {
    /// Another process has it.
    case taken
    /// The file can't be created or locked.
    case system(SystemError)
  }

  private let file: Descriptor

  /// Takes the lock, and creates the file if it is missing.
  ///
  /// - Parameter waits: whether to sleep until it is free, however long that takes.
  /// - Throws: `taken` if another process has it and `waits` is false; `system` for any other reason.
  public init(_ path: String, waits: Bool) throws(Failure) {
    do throws(SystemError) {
      file = try Descriptor.open(path, .readAndWrite, .create)
      try file.lock(waits: waits)
    } catch {
      throw error.number == EWOULDBLOCK ? .taken : .system(error)
    }
  }

  /// The number of its descriptor: a program that inherits it shares the lock until it closes it.
  public var descriptor: Int32 { file.number }

  /// Writes a byte into the file, which sets its modification time.
  public func note(_ byte: UInt8) { try? file.write([byte], at: 0) }
}
