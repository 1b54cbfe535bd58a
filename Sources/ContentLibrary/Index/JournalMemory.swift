internal import GRDB
internal import Synchronization
internal import System

/// The file by which SQLite's connections share what they know of the journal (`-shm`), mapped into memory.
///
/// Whoever cuts it short under a reader has it ended by SIGBUS at the next look, because the mapping then has
/// no bytes behind it. So it is looked at before each transaction, and given its length again, of zeros
/// alone: to SQLite that is one that has not been filled, and is filled from the journal ("WAL-mode File
/// Format", 2.3 and 3.2). What is cut while a transaction is under way can't be caught.
final class JournalMemory: Sendable {
  private struct Sight {
    var identity: FileStatus.Identity
    var size: Int
  }

  private let path: String
  private let last = Mutex<Sight?>(nil)

  /// Looks after that of a database.
  init(database: String) {
    path = IndexLocation(database: database).sharedMemory
  }

  /// Makes it whole where it is shorter than it was.
  func mend() {
    guard let status = FileStatus(of: path) else { return }
    last.withLock { last in
      guard let before = last, before.identity == status.identity, status.size < before.size else {
        last = Sight(identity: status.identity, size: status.size)
        return
      }
      // Not opened: closing it would give up SQLite's own locks on it ("How To Corrupt", 2.2).
      try? Paths.setLength(of: path, to: 0)
      try? Paths.setLength(of: path, to: before.size)
    }
  }
}

/// A database of one connection whose journal's memory is looked after.
final class MendedQueue: Sendable {
  private let queue: DatabaseQueue
  private let memory: JournalMemory

  init(_ queue: DatabaseQueue, path: String) {
    self.queue = queue
    memory = JournalMemory(database: path)
  }

  // To close a database is to look there, too.
  deinit { memory.mend() }

  /// The database, to be used at once.
  var current: DatabaseQueue {
    memory.mend()
    return queue
  }
}
