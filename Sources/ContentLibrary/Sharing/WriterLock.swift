internal import Synchronization
internal import System

/// The lock of the one process that watches a library's directory and keeps its index up to date, while it
/// runs.
///
/// A lock on a file beside the index: it goes with the process, however that ends, and whoever has waited
/// longest has it next. Nobody wakes while waiting.
public final class WriterLock: Sendable {
  /// Nil for an index in memory, which nobody shares.
  private let path: String?
  private let held = Mutex<FileLock?>(nil)

  /// Opens the lock without taking it.
  public init(_ library: Library) {
    path = library.location?.writerLock
  }

  /// Takes the lock if it is free; also where there is none to share, because the index is this process's
  /// own.
  public func take() -> Bool { lock(waits: false) }

  /// Waits until the lock is free, for as long as that takes, and takes it.
  public func wait() -> Bool { lock(waits: true) }

  /// Leaves it to others.
  public func leave() { held.withLock { $0 = nil } }

  private func lock(waits: Bool) -> Bool {
    guard let path else { return true }
    do throws(FileLock.Failure) {
      let lock = try FileLock(path, waits: waits)
      held.withLock { $0 = lock }
      return true
    } catch {
      // Where no lock can be had every process is on its own.
      return error != .taken
    }
  }
}
