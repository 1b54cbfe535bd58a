internal import Database
internal import Stories

/// A file that is read in pieces and written over many transactions.
struct PieceFile {
  /// A story of the file from the last refresh.
  struct Former {
    var position: Int64
    var stamp: Int64
    /// Its number in the file; nil if it had dropped out.
    var number: Int?
  }

  /// The id of the file.
  var id: Int64
  var path: String
  /// The stories with versions in other files, in case they do not reappear.
  var orphans: [Int64] = []
  /// Its earlier stories that have not reappeared yet.
  var former: [StoryID: Former] = [:]
  /// The number of earlier stories that did not reappear unchanged.
  var replaced = 0
  /// The number of stories written.
  var written = 0
}

extension IndexWriter {
  /// The most stories of a file for which earlier ones stay until they are known not to reappear.
  private static let maximumFormer = 200_000

  /// Creates the file's row as one that was not read to its end, so that it is read again if the work stops
  /// here.
  ///
  /// - Parameter isContinued: whether its stories stay.
  mutating func begin(_ result: FileReader.Result, isContinued: Bool) throws -> PieceFile {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, isFound, state FROM file WHERE path = ?"),
      arguments: [result.path])
    let known = row?.integer(0)
    news.isQuiet = row?.integer(2) == FileState.again.rawValue
    if let known, isContinued { return PieceFile(id: known, path: result.path) }
    guard let known else {
      try db.cachedStatement(
        sql: "INSERT INTO file(path, size, modified, format, state) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [
        result.path, result.size, result.modified, result.format, FileState.begun.rawValue,
      ])
      return PieceFile(id: db.lastInsertedRowID, path: result.path)
    }
    var file = PieceFile(id: known, path: result.path)
    file.orphans = try storiesWithEditions(in: known)
    file.replaced =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM story WHERE file = ?", arguments: [known]) ?? 0
    let areFound = row?.int(1) != 0
    if areFound, file.replaced <= Self.maximumFormer {
      try clearRest(of: known)
      file.former = try former(of: known)
    } else {
      try clear(file: known, areFound: areFound)
    }
    try db.cachedStatement(
      sql: "UPDATE file SET state = ?, isFound = 1, hash = NULL, format = ? WHERE id = ?"
    )
    .execute(arguments: [FileState.begun.rawValue, result.format, known])
    return file
  }

  private func former(of file: Int64) throws -> [StoryID: PieceFile.Former] {
    var former: [StoryID: PieceFile.Former] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, position, stamp, ordinal FROM story WHERE file = ?", arguments: [file])
    while let row = try rows.next() {
      guard let id = row.integer(0), let position = row.integer(1), let stamp = row.integer(2) else {
        continue
      }
      former[StoryID(databaseValue: id)] = PieceFile.Former(
        position: position, stamp: stamp, number: row.int(3))
    }
    return former
  }

  /// Writes some of the file's stories; unchanged ones stay.
  mutating func added(_ readings: [EntryReading], to file: PieceFile, modified: Int64) throws -> PieceFile {
    var file = file
    for reading in readings {
      for problem in reading.problems { try write(problem, file: file.id) }
      for entry in reading.entries {
        if try stays(entry, in: &file) { continue }
        if try write(entry, file: file.id, modified: modified) { file.written += 1 }
      }
    }
    return file
  }

  /// Whether a story is there unchanged; a changed one is removed.
  private mutating func stays(_ entry: IndexEntry, in file: inout PieceFile) throws -> Bool {
    // If the id was taken, the index has it with the story's place added; see `identity`.
    for id in [entry.id, placed(entry)] {
      guard let former = file.former.removeValue(forKey: id) else { continue }
      guard former.stamp == entry.stamp else {
        try removeStory(at: former.position)
        return false
      }
      file.replaced -= 1
      for problem in entry.problems { try write(problem, file: file.id) }
      if former.number != entry.place.number {
        try db.cachedStatement(sql: "UPDATE story SET ordinal = ? WHERE position = ?")
          .execute(arguments: [entry.place.number, former.position])
      }
      return true
    }
    return false
  }

  /// Records that the whole file was read, and removes the stories that did not reappear.
  mutating func finished(_ file: PieceFile, _ result: FileReader.Result, lines: Int) throws -> PieceFile {
    for former in file.former.values.sorted(by: { $0.position < $1.position }) {
      try removeStory(at: former.position)
    }
    try db.cachedStatement(
      sql: "UPDATE file SET state = ?, size = ?, modified = ?, hash = ?, lines = ? WHERE id = ?"
    )
    .execute(
      arguments: [
        FileState.read.rawValue,
        result.size, result.modified, result.hash.map { Int64(bitPattern: $0.folded) }, lines, file.id,
      ])
    try promoteEditions(of: file.orphans)
    return file
  }
}
