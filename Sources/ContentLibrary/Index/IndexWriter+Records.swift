internal import GRDB
internal import Stories

/// A file of records on its way into the index, over many transactions.
struct RecordFile {
  /// The file's row.
  var id: Int64
  /// The stories that have editions elsewhere, should they not come again.
  var orphans: [Int64]
  /// How many stories it had.
  var before: Int
}

extension IndexWriter {
  /// Makes the file's row, without size and time: should the work end here, the file is read again.
  ///
  /// - Parameter isContinued: whether the stories that are there stay.
  mutating func begin(_ result: FileReader.Result, isContinued: Bool) throws -> RecordFile {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, size FROM file WHERE path = ?"), arguments: [result.path])
    let known = row?.integer(0)
    if let known, isContinued { return RecordFile(id: known, orphans: [], before: 0) }
    guard let known else {
      try db.cachedStatement(
        sql: "INSERT INTO file(path, size, modified, hash, format) VALUES (?, -1, -1, NULL, ?)"
      ).execute(arguments: [result.path, result.format])
      return RecordFile(id: db.lastInsertedRowID, orphans: [], before: 0)
    }
    let orphans = try storiesWithEditions(in: known)
    let before =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM story WHERE file = ?", arguments: [known]) ?? 0
    try clear(file: known, areFound: row?.int(1) != Self.sizeToFindAgain)
    try db.cachedStatement(
      sql: "UPDATE file SET size = -1, modified = -1, hash = NULL, format = ? WHERE id = ?"
    )
    .execute(arguments: [result.format, known])
    return RecordFile(id: known, orphans: orphans, before: before)
  }

  /// Writes some of the file's records.
  mutating func add(_ readings: [EntryReading], to file: RecordFile, modified: Int64) throws -> Int {
    var written = 0
    for reading in readings {
      for problem in reading.problems { try write(problem, file: file.id) }
      for entry in reading.entries where try write(entry, file: file.id, modified: modified) { written += 1 }
    }
    return written
  }

  /// Notes that the whole file was read.
  mutating func finish(_ file: RecordFile, _ result: FileReader.Result, lines: Int) throws {
    try db.cachedStatement(sql: "UPDATE file SET size = ?, modified = ?, hash = ?, lines = ? WHERE id = ?")
      .execute(
        arguments: [
          result.size, result.modified, result.hash.map { Int64(bitPattern: $0.folded) }, lines, file.id,
        ])
    try promoteEditions(of: file.orphans)
  }
}
