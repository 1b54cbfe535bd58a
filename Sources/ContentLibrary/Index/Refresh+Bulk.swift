internal import GRDB
internal import Stories

/// What makes writing a great deal quick, and is put back when it is done.
extension Refresh {
  /// From so many bytes on, an empty index is filled without the indexes that can as well be made in the end.
  private static let bulk = 64 << 20
  /// The orders that lists can do without for a while: they are sorted by hand meanwhile.
  private static let orders = [
    "CREATE INDEX IF NOT EXISTS main.story_key ON story(key) WHERE newest IS NULL",
    "CREATE INDEX IF NOT EXISTS main.story_words ON story(words) WHERE newest IS NULL",
  ]
  /// Stories after which it pays to merge what finds headlines and facets, which every key press asks.
  private static let mergeFrom = 1_000

  /// Gives the writer room, so that pages are not written again and again.
  func beginBulk(bytes: Int) throws(LibraryError) {
    guard bytes > Self.bulk / 16 else { return }
    try library.writeAlone { db in
      try db.execute(sql: "PRAGMA main.cache_size = -32768; PRAGMA wal_autocheckpoint = 25000")
      guard bytes > Self.bulk, try Int.fetchOne(db, sql: "SELECT 1 FROM story LIMIT 1") == nil else { return }
      try db.execute(sql: "DROP INDEX IF EXISTS main.story_key; DROP INDEX IF EXISTS main.story_words")
    }
  }

  /// Makes what was left for later, gives the memory back, and lays the seal anew where something was written.
  func endBulk() throws(LibraryError) {
    let seal = IndexSeal(library.location)
    guard !seal.exists else { return }
    let isMuch = summary.added + summary.changed + summary.removed >= Self.mergeFrom
    var isAtRest = false
    try library.writeAlone { db in
      for order in Self.orders { try db.execute(sql: order) }
      if isMuch {
        try db.execute(
          sql:
            "INSERT INTO facetList(facetList) VALUES ('optimize'); INSERT INTO title(title) VALUES ('optimize')"
        )
      }
      try db.execute(
        sql: "PRAGMA main.cache_size = -2000; PRAGMA wal_autocheckpoint = 8000; PRAGMA shrink_memory")
      // With readers in the way the journal stays, and the index without a seal.
      isAtRest = (try? db.empty(journal: "main")) ?? false
    }
    if isAtRest { seal.lay(evenIfLarge: isMuch) }
  }
}

extension Library {
  /// Changes how the one connection that writes works, outside of transactions.
  func writeAlone(_ work: (Database) throws -> Void) throws(LibraryError) {
    IndexSeal(location).remove()
    do {
      try index.writeWithoutTransaction(work)
    } catch {
      throw failure(error)
    }
  }
}

extension Database {
  /// Brings everything from the journal into the file; whether nobody was in the way.
  ///
  /// The journal is left with one page in it: GRDB would write to the file the next time it is opened, were it empty.
  func empty(journal schema: String) throws -> Bool {
    try checkpoint(.truncate, on: schema)
    try execute(sql: "REPLACE INTO setting(name, value) SELECT 'rest', hex(randomblob(8))")
    let (frames, done) = try checkpoint(.full, on: schema)
    return frames == done
  }
}
