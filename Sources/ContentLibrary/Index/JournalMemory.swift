internal import Database
internal import Synchronization
internal import System

/// SQLite's shared memory file of the journal (`-shm`), which is mapped into memory.
///
/// If another program truncates it, the next access ends this process by SIGBUS. So its length is checked
/// before each transaction, and restored with zeros; SQLite then fills it from the journal ("WAL-mode File
/// Format", 2.3 and 3.2). A truncation during a transaction can't be caught.
final class JournalMemory: Sendable {
  private struct Sight {
    var identity: FileStatus.Identity
    var size: Int
  }

  private let path: String
  private let last = Mutex<Sight?>(nil)

  /// Watches the file of a database.
  init(database: String) {
    path = IndexLocation(database: database).sharedMemory
  }

  /// Restores its length if it has become shorter.
  func mend() {
    guard let status = FileStatus(of: path) else { return }
    last.withLock { last in
      guard let before = last, before.identity == status.identity, status.size < before.size else {
        last = Sight(identity: status.identity, size: status.size)
        return
      }
      // It is not opened, because closing it would release SQLite's own locks ("How To Corrupt", 2.2).
      try? Paths.setLength(of: path, to: 0)
      try? Paths.setLength(of: path, to: before.size)
    }
  }
}

/// A database with one connection, whose shared memory file is watched.
final class MendedQueue: Sendable {
  private let queue: DatabaseQueue
  private let memory: JournalMemory

  init(_ queue: DatabaseQueue, path: String) {
    self.queue = queue
    memory = JournalMemory(database: path)
  }

  // Closing the database accesses the file too.
  deinit { memory.mend() }

  /// The database; use it at once, because it may be reopened.
  var current: DatabaseQueue {
    memory.mend()
    return queue
  }
}
