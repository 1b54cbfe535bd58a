internal import Database
public import Stories
internal import Synchronization
internal import System

extension Library {
  /// How long to wait for another process that is reading the directory, in tenths of a second.
  private static let patience = 30

  /// Reads a file into the index before all others, so that it can be shown at once.
  ///
  /// - Returns: its stories, newest first, including older versions; empty if the file is skipped or has
  ///   none. Of a file of many records, only the first ones.
  public func take(_ path: String) throws(LibraryError) -> [Listing] {
    guard let entry = Scanner(root: root).entry(at: path) else { return [] }
    guard !isShared else { return try listings(ofFile: path) }
    for _ in 0..<Self.patience {
      if try isUpToDate(entry) { break }
      if let lock = RefreshLock(location) {
        defer { withExtendedLifetime(lock) {} }
        var refresh = Refresh(library: self)
        try refresh.take(entry)
        break
      }
      // The process that is reading the directory may reach the file soon.
      Sleep.milliseconds(100)
    }
    return try listings(ofFile: path)
  }

  private func isUpToDate(_ entry: Scanner.Entry) throws(LibraryError) -> Bool {
    try read { db in
      try Int.fetchOne(
        db,
        sql:
          """
          SELECT 1 FROM file
          WHERE path = ? AND size = ? AND modified = ? AND state = ? AND format IS NOT NULL
          """,
        arguments: [entry.path, entry.size, entry.modified, FileState.read.rawValue]) != nil
    }
  }

  private func listings(ofFile path: String) throws(LibraryError) -> [Listing] {
    try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM (
            SELECT story.id AS id, position FROM story JOIN file ON file.id = story.file WHERE path = :path
            UNION ALL SELECT edition.id, NULL FROM edition JOIN file ON file.id = edition.file
              WHERE path = :path)
          ORDER BY position DESC LIMIT 50
          """,
        arguments: [path]
      ).compactMap { try WindowRows.listing(of: StoryID(databaseValue: $0), in: db) }
    }
  }
}

extension Refresh {
  /// Reads a file, and notes its stories for the recovery of marks.
  mutating func take(_ entry: Scanner.Entry) throws(LibraryError) {
    try readAnewIfFormatsChanged()
    let known = try library.read { db in
      try Int64.fetchAll(db, sql: "SELECT id FROM file WHERE path = ?", arguments: [entry.path])
    }
    recall = try library.recall(losing: known, mayAllGo: true)
    news.begins = !known.isEmpty
    let result = FileReader(library: library, desks: desks).read(entry)
    if let format = result.pieces {
      try writePieces(result, of: format) { $0.added > 0 ? .stop : .goOn }
    } else {
      var batch = [result]
      try flush(&batch)
    }
    try endVocabulary()
    try endBulk()
    if let recall { library.cameAhead.withLock { $0 += recall.arrivals } }
    if summary.changedAnything { ChangeSignal(library.location).send(.done) }
  }
}
