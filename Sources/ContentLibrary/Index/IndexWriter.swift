internal import Database
internal import Stories

/// Writes the results of reading files into the index, in one transaction.
struct IndexWriter {
  /// Counts of what was done.
  struct Counts {
    var added = 0
    var changed = 0
    var removed = 0
    var unchanged = 0
    var skipped = 0
  }

  let db: Connection
  /// The library's directory, as stored with marks.
  let library: String
  let facets: FacetNumbers
  let places: FreePlaces
  let vocabulary: WordCounts
  let insertions: Insertions
  let sketches: Sketches
  let texts: TextReader
  var tally = ListCounters()
  var text = FullText()
  /// The stories written, to be compared with all others.
  var newcomers: [Int64: Sketches.Newcomer] = [:]
  /// The story of each removed file with only one story, by the hash of the file, to recognise renamed files.
  let moved: [Int64: StoryID]
  /// Records removed stories, to tell what is news.
  let news: NewsLog
  /// Records removed and added stories, to recover marks; nil if no marks can be lost.
  let recall: RenameLog?
  private(set) var counts = Counts()
  /// Whether files must be read again because the newer versions of their stories are gone.
  var needsAnotherRound = false

  init(
    db: Connection, library: String, facets: FacetNumbers, places: FreePlaces, vocabulary: WordCounts,
    sketches: Sketches, texts: TextReader, news: NewsLog, moved: [Int64: StoryID] = [:],
    recall: RenameLog? = nil
  ) throws {
    self.news = news
    (self.db, self.library, self.moved, self.recall) = (db, library, moved, recall)
    (self.facets, self.places, self.vocabulary) = (facets, places, vocabulary)
    (self.sketches, self.texts) = (sketches, texts)
    insertions = try Insertions(db)
  }

  /// Writes the counts, at the end of the transaction.
  mutating func finish() throws {
    try meet()
    try MarkedPlaces.noteRevision(db)
    try tally.write(to: db)
    try text.write(to: db)
    if vocabulary.isFull { try vocabulary.write(to: db) }
  }

  /// Replaces the stories of a file.
  mutating func write(_ result: FileReader.Result) throws {
    let hash = result.hash.map { Int64(bitPattern: $0.folded) }
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, hash, format, isFound, state FROM file WHERE path = ?"),
      arguments: [result.path])
    let knownFile = known?.integer(0)
    // An unchanged file that is read again is not news.
    news.isQuiet = known?.integer(4) == FileState.again.rawValue
    if let knownFile, let hash, known?.integer(1) == hash, known?.text(2) == result.format {
      try db.cachedStatement(sql: "UPDATE file SET state = ?, size = ?, modified = ? WHERE id = ?")
        .execute(arguments: [result.state.rawValue, result.size, result.modified, knownFile])
      if result.format == nil { counts.skipped += 1 } else { counts.unchanged += 1 }
      return
    }
    if let knownFile, result.state == .unreadable, known?.integer(4) == FileState.unreadable.rawValue,
      try isSaidAlready(result, file: knownFile)
    {
      counts.unchanged += 1
      return
    }
    var standing = Standing()
    let file: Int64
    if let knownFile {
      file = knownFile
      standing = try stories(
        in: file, keeping: result.entries, areFound: known?.int(3) != 0)
      try db.cachedStatement(
        sql: """
          UPDATE file SET state = ?, isFound = 1, size = ?, modified = ?, hash = ?, format = ?, lines = NULL
          WHERE id = ?
          """
      ).execute(arguments: [result.state.rawValue, result.size, result.modified, hash, result.format, file])
    } else {
      standing.former = hash.flatMap { moved[$0] }.map { [$0] } ?? []
      try db.cachedStatement(
        sql: "INSERT INTO file(path, size, modified, hash, format, state) VALUES (?, ?, ?, ?, ?, ?)"
      )
      .execute(arguments: [
        result.path, result.size, result.modified, hash, result.format, result.state.rawValue,
      ])
      file = db.lastInsertedRowID
    }
    if result.format == nil, result.state != .unreadable {
      counts.skipped += 1
    } else {
      try writeStories(of: result, file: file, in: standing)
    }
    try promoteEditions(of: standing.orphans)
  }

  /// Whether the index already has the same problem for a file that still can't be read.
  private func isSaidAlready(_ result: FileReader.Result, file: Int64) throws -> Bool {
    let reasons = try String.fetchAll(
      db.cachedStatement(sql: "SELECT reason FROM problem WHERE file = ?"), arguments: [file])
    return reasons == result.problems.map(\.reason)
  }

  private mutating func writeStories(of result: FileReader.Result, file: Int64, in standing: Standing) throws
  {
    for problem in result.problems { try write(problem, file: file) }
    let isOnly = result.entries.count == 1
    var after = 0
    for entry in result.entries {
      if standing.kept.contains(entry.id) {
        for problem in entry.problems { try write(problem, file: file) }
        continue
      }
      let same = isOnly && standing.former.count == 1 ? standing.former.first : nil
      if try write(entry, file: file, modified: result.modified, former: same, isOnly: isOnly) { after += 1 }
    }
    counts.changed += min(standing.removed, after)
    counts.added += max(0, after - standing.removed)
    counts.removed += max(0, standing.removed - after)
  }

  /// Writes a story of a file; false if it is an earlier version of a story that stays current.
  mutating func write(
    _ story: IndexEntry, file: Int64, modified: Int64, former: StoryID? = nil, isOnly: Bool = false
  ) throws -> Bool {
    for problem in story.problems { try write(problem, file: file) }
    if story.saysWhoItIs, let current = try current(story.id), isEdition(story, of: current) {
      if current.file == file, current.print == story.print { return false }
      guard EditionOrder(story, modified: modified) > current.advance else {
        try insertEdition(story, of: story.id, file: file)
        return false
      }
      try demote(story.id)
      counts.added -= 1
      counts.changed += 1
    }
    try insert(story, id: try identity(of: story, former: former, isOnly: isOnly), file: file)
    return true
  }

  /// Whether two stories with the same id are one story; a translation is another story.
  private func isEdition(_ story: IndexEntry, of current: Current) -> Bool {
    guard let language = story.language, let other = current.language else { return true }
    return language.prefix(2).lowercased() == other.prefix(2).lowercased()
  }

  /// Removes a file and its stories.
  mutating func remove(file: Int64) throws {
    counts.removed +=
      try Int.fetchOne(db, sql: "SELECT count(*) FROM story WHERE file = ?", arguments: [file]) ?? 0
    let orphans = try storiesWithEditions(in: file)
    try clear(file: file)
    try db.execute(sql: "DELETE FROM file WHERE id = ?", arguments: [file])
    try promoteEditions(of: orphans)
  }

  /// The hash of a file and its story, if it has only one.
  func onlyStory(of file: Int64) throws -> (hash: Int64, story: StoryID)? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT hash, story.id FROM file JOIN story ON story.file = file.id WHERE file.id = ? LIMIT 2"),
      arguments: [file])
    guard rows.count == 1, let hash = rows[0].integer(0), let id = rows[0].integer(1) else { return nil }
    return (hash, StoryID(databaseValue: id))
  }

  /// The id of a story: its own, the one at its place before an edit, or the one its marks are stored under.
  private func identity(of story: IndexEntry, former: StoryID?, isOnly: Bool) throws -> StoryID {
    if !story.saysWhoItIs, isOnly {
      if let former, try !isTaken(former) { return former }
      if try !hasMarks(story.id), let marked = try markedStory(atPath: story.path), try !isTaken(marked) {
        return marked
      }
    }
    // Two files may have the same text or guid: the second gets an id with its place added.
    var id = story.id
    while try isTaken(id) { id = placed(story, id) }
    return id
  }

  /// An id made from a story's id and its place.
  func placed(_ story: IndexEntry, _ id: StoryID? = nil) -> StoryID {
    StoryID(identifier: "\(id ?? story.id) \(story.path) \(story.place.number.map(String.init) ?? "left")")
  }

  /// The id under which marks are stored for a path of this library, if any.
  private func markedStory(atPath path: String) throws -> StoryID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT story FROM marks.mark WHERE library = ? AND path = ? AND path <> ''
          ORDER BY changed DESC LIMIT 1
          """
      ),
      arguments: [library, path]
    ).map(StoryID.init(databaseValue:))
  }

  private func isTaken(_ id: StoryID) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM story WHERE id = ?"), arguments: [id.databaseValue]) != nil
  }

  private func hasMarks(_ id: StoryID) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM marks.mark WHERE story = ?1 UNION ALL SELECT 1 FROM marks.tagged WHERE story = ?1
        """)
    return try Int.fetchOne(statement, arguments: [id.databaseValue]) != nil
      || ReadByMany.contains(id.databaseValue, in: db)
  }

  func write(_ problem: Problem, file: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO problem(file, path, line, reason) VALUES (?, ?, ?, ?)")
      .execute(arguments: [file, problem.path, problem.line, problem.reason])
  }
}
