internal import Glibc
internal import Synchronization

/// The seat of the one process that watches a library's directory and keeps its index up to date, while it runs.
///
/// A lock on a file beside the index (flock(2)): it goes with the process, however that ends, and whoever has waited
/// longest has it next. Nobody wakes while waiting.
public final class WriterSeat: Sendable {
  private let path: String?
  private let descriptor = Mutex<Int32>(-1)

  /// Stands before the seat without taking it.
  public init(_ library: Library) {
    path = library.indexPath == ":memory:" ? nil : library.indexPath + ".writer"
  }

  deinit { leave() }

  /// Takes the seat if it is free; also where there is none to share, because the index is this process's own.
  public func take() -> Bool { lock(LOCK_EX | LOCK_NB) }

  /// Waits until the seat is free, for as long as that takes, and takes it.
  public func wait() -> Bool { lock(LOCK_EX) }

  /// Leaves it to others.
  public func leave() {
    let held = descriptor.withLock { descriptor in
      defer { descriptor = -1 }
      return descriptor
    }
    if held >= 0 { close(held) }
  }

  private func lock(_ operation: Int32) -> Bool {
    guard let path else { return true }
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return true }
    while flock(opened, operation) != 0 {
      guard errno == EINTR else {
        close(opened)
        return false
      }
    }
    leave()
    descriptor.withLock { $0 = opened }
    return true
  }
}
