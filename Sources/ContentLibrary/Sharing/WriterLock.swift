internal import Synchronization
internal import System

/// The lock of the one process that watches a library's directory and keeps its index up to date.
///
/// It is a lock on a file beside the index: it is released when the process ends, however it ends, and goes
/// to the process that has waited longest. Waiting takes no CPU time.
public final class WriterLock: Sendable {
  /// Its path; nil for an index in memory.
  private let path: String?
  private let held = Mutex<FileLock?>(nil)

  /// Opens the lock without taking it.
  public init(_ library: Library) {
    path = library.location?.writerLock
  }

  /// Takes the lock if it is free, or if the index is not shared and needs no lock.
  ///
  /// - Returns: whether this process may write.
  public func take() -> Bool { lock(waits: false) }

  /// Waits until the lock is free, without limit, and takes it.
  public func wait() -> Bool { lock(waits: true) }

  /// Releases the lock.
  public func leave() { held.withLock { $0 = nil } }

  private func lock(waits: Bool) -> Bool {
    guard let path else { return true }
    do throws(FileLock.Failure) {
      let lock = try FileLock(path, waits: waits)
      held.withLock { $0 = lock }
      return true
    } catch {
      // If no lock is possible, every process is on its own.
      return error != .taken
    }
  }
}
