internal import System

/// The paths of an index and all files beside it; no other place names them.
struct IndexLocation: Hashable, Sendable {
  /// The database itself.
  let database: String

  /// SQLite's journals ("Temporary Files Used By SQLite").
  var writeAheadLog: String { database + "-wal" }
  var sharedMemory: String { database + "-shm" }
  var rollbackJournal: String { database + "-journal" }
  /// See `IndexSeal`.
  var seal: String { database + ".seal" }
  /// See `RefreshLock`.
  var refreshLock: String { database + ".lock" }
  /// See `WriterLock`.
  var writerLock: String { database + ".writer" }
  /// The lock held while the tables are created.
  var openingLock: String { database + ".opening" }
  /// See `ChangeSignal`.
  var signal: String { database + ".bell" }
  /// See `DamageNote`.
  var damageNote: String { database + ".damaged" }
  /// See `SharedIndex`.
  var sharedCopy: String { database + ".shared" }
  /// See `PublicIndex`.
  var publicCopy: String { database + ".public" }
  /// A file of another kind that was in the index's place.
  var asideCopy: String { database + ".old" }

  /// Deletes the database, its journals and its notes.
  func remove() {
    for path in [database, writeAheadLog, sharedMemory, rollbackJournal, seal] { Paths.remove(path) }
  }

  /// Whether files exist beside it that only an index has.
  var hasCompany: Bool { [openingLock, signal, seal, damageNote].contains(where: Paths.exists) }

  /// This program's files beside it, with their largest possible sizes in bytes.
  var marks: [(path: String, most: Int)] {
    [(refreshLock, 1), (writerLock, 1), (openingLock, 0), (signal, 1), (damageNote, 0), (seal, 64)]
  }
}
