internal import System

/// Where an index lies, and what lies around it: each of these files is named here and nowhere else.
struct IndexLocation: Hashable, Sendable {
  /// The database itself.
  let database: String

  /// What SQLite keeps beside it ("Temporary Files Used By SQLite").
  var writeAheadLog: String { database + "-wal" }
  var sharedMemory: String { database + "-shm" }
  var rollbackJournal: String { database + "-journal" }
  /// See `IndexSeal`.
  var seal: String { database + ".seal" }
  /// See `RefreshLock`.
  var refreshLock: String { database + ".lock" }
  /// See `WriterLock`.
  var writerLock: String { database + ".writer" }
  /// Held while the tables are made.
  var openingLock: String { database + ".opening" }
  /// See `ChangeSignal`.
  var signal: String { database + ".bell" }
  /// See `DamageNote`.
  var damageNote: String { database + ".damaged" }
  /// See `SharedIndex`.
  var sharedCopy: String { database + ".shared" }
  /// A file of another kind that stood in the index's place.
  var asideCopy: String { database + ".old" }

  /// Takes the database away, with what SQLite keeps beside it and what is said of it.
  func remove() {
    for path in [database, writeAheadLog, sharedMemory, rollbackJournal, seal] { Paths.remove(path) }
  }

  /// Whether there are files around it that only an index has.
  var hasCompany: Bool { [openingLock, signal, seal, damageNote].contains(where: Paths.exists) }

  /// The files around it that are marks of this program's own, and the most they can hold, in bytes.
  var marks: [(path: String, most: Int)] {
    [(refreshLock, 1), (writerLock, 1), (openingLock, 0), (signal, 1), (damageNote, 0), (seal, 64)]
  }
}
