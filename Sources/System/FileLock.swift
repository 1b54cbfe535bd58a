internal import Glibc

/// A lock on a file (flock(2)): it goes with the process, however that ends.
public final class FileLock: Sendable {
  /// Why there is no lock.
  public enum Failure: Error, Hashable, Sendable {
    /// Another process has it.
    case taken
    /// The file can't be made, or can't be locked.
    case system(SystemError)
  }

  private let file: Descriptor

  /// Takes the lock on a file that is made where there is none.
  ///
  /// - Parameter waits: until it is free, for as long as that takes; nobody wakes meanwhile.
  public init(_ path: String, waits: Bool) throws(Failure) {
    do throws(SystemError) {
      file = try Descriptor.open(path, .readAndWrite, .create)
      try file.lock(waits: waits)
    } catch {
      throw error.number == EWOULDBLOCK ? .taken : .system(error)
    }
  }

  /// Writes a byte into the file, so that its time says when that was.
  public func note(_ byte: UInt8) { try? file.write([byte], at: 0) }
}
