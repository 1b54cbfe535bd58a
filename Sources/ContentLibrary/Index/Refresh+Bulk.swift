internal import Database
internal import Stories

/// Makes writing many stories quick, and undoes that afterwards.
extension Refresh {
  /// The size from which an empty index is filled without the database indexes that can be created at the
  /// end.
  private static let bulk = 64 << 20
  /// The database indexes that lists can do without for a while, by sorting.
  private static let orders = [
    "CREATE INDEX IF NOT EXISTS main.story_key ON story(key) WHERE newest IS NULL",
    "CREATE INDEX IF NOT EXISTS main.story_words ON story(words) WHERE newest IS NULL",
  ]
  /// The number of stories after which merging the tables of headlines and facets, used at every key, pays
  /// off.
  private static let mergeFrom = 1_000

  /// Merging the texts pays off once one story in this many has changed: each word is then read from one
  /// place instead of fifteen.
  private static let mergeShare = 4

  /// Gives the writer a larger cache, so that pages are not written repeatedly.
  func beginBulk(bytes: Int) throws(LibraryError) {
    guard bytes > Self.bulk / 16 else { return }
    try library.writeAlone { db in
      try db.execute(sql: "PRAGMA main.cache_size = -32768; PRAGMA wal_autocheckpoint = 25000")
      guard bytes > Self.bulk, try Int.fetchOne(db, sql: "SELECT 1 FROM story LIMIT 1") == nil else { return }
      try db.execute(sql: "DROP INDEX IF EXISTS main.story_key; DROP INDEX IF EXISTS main.story_words")
    }
  }

  /// Creates the postponed indexes, frees the memory, and seals the index if it was changed.
  func endBulk() throws(LibraryError) {
    let seal = IndexSeal(library.location)
    guard !seal.exists else { return }
    let changes = summary.added + summary.changed + summary.removed
    let isMuch = changes >= Self.mergeFrom
    var isAtRest = false
    try library.writeAlone { db in
      for order in Self.orders { try db.execute(sql: order) }
      if isMuch {
        try db.execute(
          sql:
            """
            INSERT INTO facetList(facetList) VALUES ('optimize');
            INSERT INTO title(title) VALUES ('optimize')
            """
        )
        if changes >= library.bounds.merged, try changes * Self.mergeShare >= Vocabulary(db: db).total() {
          try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize')")
        }
      }
      try db.execute(
        sql: "PRAGMA main.cache_size = -2000; PRAGMA wal_autocheckpoint = 8000; PRAGMA shrink_memory")
      // If readers are in the way, the journal stays and the index has no seal.
      isAtRest = (try? db.empty(journal: "main")) ?? false
    }
    if isAtRest { seal.lay(evenIfLarge: isMuch) }
  }
}

extension Library {
  /// Runs work on the writing connection outside a transaction.
  func writeAlone(_ work: (Connection) throws -> Void) throws(LibraryError) {
    IndexSeal(location).remove()
    do {
      try index.writeWithoutTransaction(work)
    } catch {
      throw failure(error)
    }
  }
}

extension Connection {
  /// Moves everything from the journal into the file; returns false if a reader was in the way.
  ///
  /// One page is written to the journal afterwards, so that it is not empty when the file is opened next.
  func empty(journal schema: String) throws -> Bool {
    try checkpoint(.truncate, on: schema)
    try execute(sql: "REPLACE INTO setting(name, value) SELECT 'rest', hex(randomblob(8))")
    let (frames, done) = try checkpoint(.full, on: schema)
    return frames == done
  }
}
