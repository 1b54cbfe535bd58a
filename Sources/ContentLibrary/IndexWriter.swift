internal import GRDB
internal import Stories

/// Writes what files gave into the index, within one transaction.
struct IndexWriter {
  /// What was done, in stories and files.
  struct Counts {
    var added = 0
    var changed = 0
    var removed = 0
    var unchanged = 0
    var skipped = 0
  }

  let db: Database
  /// The library's directory, as marks know it.
  let library: String
  let marks: Marks
  private(set) var counts = Counts()

  init(db: Database, library: String, marks: Marks) {
    (self.db, self.library, self.marks) = (db, library, marks)
  }

  /// Puts a file's stories in the place of those it had before.
  mutating func write(_ result: FileReader.Result) throws {
    let hash = result.hash.map { Int64(bitPattern: $0.folded) }
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, hash, format FROM file WHERE path = ?"), arguments: [result.path])
    let knownFile = known?.integer(0)
    if let knownFile, let hash, known?.integer(1) == hash, known?.text(2) == result.format {
      try db.cachedStatement(sql: "UPDATE file SET size = ?, modified = ? WHERE id = ?")
        .execute(arguments: [result.size, result.modified, knownFile])
      if result.format == nil { counts.skipped += 1 } else { counts.unchanged += 1 }
      return
    }
    var former: [StoryID] = []
    let file: Int64
    if let knownFile {
      file = knownFile
      former = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM story WHERE file = ? ORDER BY ordinal"), arguments: [file]
      ).map(StoryID.init(databaseValue:))
      try clear(file: file)
      try db.cachedStatement(sql: "UPDATE file SET size = ?, modified = ?, hash = ?, format = ? WHERE id = ?")
        .execute(arguments: [result.size, result.modified, hash, result.format, file])
    } else {
      try db.cachedStatement(
        sql: "INSERT INTO file(path, size, modified, hash, format) VALUES (?, ?, ?, ?, ?)"
      )
      .execute(arguments: [result.path, result.size, result.modified, hash, result.format])
      file = db.lastInsertedRowID
    }
    guard result.format != nil else {
      counts.skipped += 1
      return
    }
    try writeStories(of: result, file: file, former: former)
  }

  private mutating func writeStories(of result: FileReader.Result, file: Int64, former: [StoryID]) throws {
    for problem in result.reading.problems { try write(problem, file: file) }
    for (ordinal, story) in result.reading.stories.enumerated() {
      var story = story
      story.ordinal = ordinal
      let id = try identity(
        of: story, former: result.reading.stories.count == 1 && former.count == 1 ? former.first : nil,
        isOnly: result.reading.stories.count == 1)
      try insert(story, id: id, file: file)
      for problem in story.problems { try write(problem, file: file) }
    }
    let (before, after) = (former.count, result.reading.stories.count)
    counts.changed += min(before, after)
    counts.added += max(0, after - before)
    counts.removed += max(0, before - after)
  }

  /// Takes a file and its stories out.
  mutating func remove(file: Int64) throws {
    counts.removed +=
      try Int.fetchOne(db, sql: "SELECT count(*) FROM story WHERE file = ?", arguments: [file]) ?? 0
    try clear(file: file)
    try db.execute(sql: "DELETE FROM file WHERE id = ?", arguments: [file])
  }

  private func clear(file: Int64) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT section, position FROM story WHERE file = ?"), arguments: [file])
    for row in rows { try count(-1, section: row.text(0) ?? "", position: row.integer(1) ?? 0) }
    try db.cachedStatement(sql: "DELETE FROM story WHERE file = ?").execute(arguments: [file])
    try db.cachedStatement(sql: "DELETE FROM problem WHERE file = ?").execute(arguments: [file])
  }

  private func count(_ difference: Int, section: String, position: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO day(section, day, total) VALUES (?, ?, ?)
        ON CONFLICT(section, day) DO UPDATE SET total = total + excluded.total
        """
    ).execute(arguments: [section, Position.day(of: position), difference])
    try db.cachedStatement(
      sql: """
        INSERT INTO everyDesk(day, total) VALUES (?, ?) ON CONFLICT(day) DO UPDATE SET total = total + excluded.total
        """
    ).execute(arguments: [Position.day(of: position), difference])
  }

  /// Who a story is: its own identity, the one its place had before an edit, or the one its marks are kept under.
  private func identity(of story: Story, former: StoryID?, isOnly: Bool) throws -> StoryID {
    if story.idIsFromContent, isOnly {
      if let former, try !isTaken(former) { return former }
      if try !hasMarks(story.id), let marked = try marks.story(atPath: story.path, library: library),
        try !isTaken(marked)
      {
        return marked
      }
    }
    guard try isTaken(story.id) else { return story.id }
    return StoryID(identifier: "\(story.id) \(story.path) \(story.ordinal)")
  }

  private func isTaken(_ id: StoryID) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM story WHERE id = ?"), arguments: [id.databaseValue]) != nil
  }

  private func hasMarks(_ id: StoryID) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM marks.mark WHERE story = ?"), arguments: [id.databaseValue])
      != nil
  }

  private func insert(_ story: Story, id: StoryID, file: Int64) throws {
    let section = story.desk
    let position = try freePosition(story.published)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO story(position, id, file, ordinal, headline, key, teaser, section, published, offset,
          precision, words, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        position, id.databaseValue, file, story.ordinal, String(story.headline.prefix(1_000)),
        Folding.key(String(story.headline.prefix(1_000))), String(story.teaser.prefix(240)), section,
        story.published?.seconds, story.published?.offset, story.published.map { Int($0.precision.rawValue) },
        story.words, story.language,
      ])
    try count(1, section: section, position: position)
    for (naming, key) in StoryNames.own(of: story) {
      try db.cachedStatement(sql: "INSERT INTO name(naming, key, story) VALUES (?, ?, ?)")
        .execute(arguments: [naming, key, id.databaseValue])
    }
    for reference in story.references.prefix(2_000) {
      guard let key = StoryNames.key(of: reference.naming, target: reference.target) else { continue }
      try link(from: id, reference.naming, key: key, text: reference.text, target: reference.target)
    }
    for teaser in story.teasers.prefix(200) {
      guard let key = StoryNames.key(of: teaser.naming, target: teaser.target ?? teaser.title) else {
        continue
      }
      try link(from: id, teaser.naming, key: key, text: teaser.title, target: teaser.target)
    }
  }

  private func link(from id: StoryID, _ naming: Reference.Naming, key: String, text: String, target: String?)
    throws
  {
    try db.cachedStatement(sql: "INSERT INTO link(story, naming, key, text, target) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [id.databaseValue, naming.rawValue, key, String(text.prefix(500)), target])
  }

  private func freePosition(_ published: Timestamp?) throws -> Int64 {
    let first = Position.first(seconds: published?.seconds)
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(position) FROM story WHERE position >= ? AND position < ?"),
      arguments: [first, first + 1 << Position.serialBits])
    return last.map { $0 + 1 } ?? first
  }

  private func write(_ problem: Problem, file: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO problem(file, path, line, reason) VALUES (?, ?, ?, ?)")
      .execute(arguments: [file, problem.path, problem.line, problem.reason])
  }
}
