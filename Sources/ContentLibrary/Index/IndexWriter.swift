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
  /// The only story of each file that is gone, by the hash of the file: what is left where it was renamed from.
  let moved: [Int64: StoryID]
  private(set) var counts = Counts()
  /// Whether files are to be read again because what stood before their stories is gone.
  var needsAnotherRound = false

  init(db: Database, library: String, moved: [Int64: StoryID] = [:]) {
    (self.db, self.library, self.moved) = (db, library, moved)
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
    if let knownFile, hash == nil, result.format == known?.text(2), try isSaidAlready(result, file: knownFile)
    {
      counts.unchanged += 1
      return
    }
    var (orphans, before): ([Int64], Int) = ([], 0)
    var former = hash.flatMap { moved[$0] }.map { [$0] } ?? []
    let file: Int64
    if let knownFile {
      file = knownFile
      former = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM story WHERE file = ? ORDER BY ordinal"), arguments: [file]
      ).map(StoryID.init(databaseValue:))
      before = former.count
      orphans = try storiesWithEditions(in: file)
      // A story that other files tell as well is not the one that this file's new words belong to.
      if former.contains(where: { orphans.contains($0.databaseValue) }) { former = [] }
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
      return try promoteEditions(of: orphans)
    }
    try writeStories(of: result, file: file, former: former, before: before)
    try promoteEditions(of: orphans)
  }

  /// Whether the index says all that there is to say of a file that still can't be read.
  private func isSaidAlready(_ result: FileReader.Result, file: Int64) throws -> Bool {
    let reasons = try String.fetchAll(
      db.cachedStatement(sql: "SELECT reason FROM problem WHERE file = ?"), arguments: [file])
    return reasons == result.reading.problems.map(\.reason)
  }

  private mutating func writeStories(
    of result: FileReader.Result, file: Int64, former: [StoryID], before: Int
  ) throws {
    for problem in result.reading.problems { try write(problem, file: file) }
    let isOnly = result.reading.stories.count == 1
    var after = 0
    for story in result.reading.stories {
      let same = isOnly && former.count == 1 ? former.first : nil
      if try write(story, file: file, modified: result.modified, former: same, isOnly: isOnly) {
        after += 1
      }
    }
    counts.changed += min(before, after)
    counts.added += max(0, after - before)
    counts.removed += max(0, before - after)
  }

  /// Writes one story of a file; false where it is an edition of another one that stays in front.
  mutating func write(
    _ story: Story, file: Int64, modified: Int64, former: StoryID? = nil, isOnly: Bool = false
  ) throws -> Bool {
    for problem in story.problems { try write(problem, file: file) }
    if story.identifier != nil, let current = try current(story.id), isEdition(story, of: current) {
      if current.file == file, current.print == story.print { return false }
      guard Advance(story, modified: modified) > current.advance else {
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

  /// Whether two stories of one identity are one story: a translation under the same name is another.
  private func isEdition(_ story: Story, of current: Current) -> Bool {
    guard let language = story.language, let other = current.language else { return true }
    return language.prefix(2).lowercased() == other.prefix(2).lowercased()
  }

  /// Takes a file and its stories out.
  mutating func remove(file: Int64) throws {
    counts.removed +=
      try Int.fetchOne(db, sql: "SELECT count(*) FROM story WHERE file = ?", arguments: [file]) ?? 0
    let orphans = try storiesWithEditions(in: file)
    try clear(file: file)
    try db.execute(sql: "DELETE FROM file WHERE id = ?", arguments: [file])
    try promoteEditions(of: orphans)
  }

  /// The hash of a file and the story in it, where it has one alone.
  func onlyStory(of file: Int64) throws -> (hash: Int64, story: StoryID)? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT hash, story.id FROM file JOIN story ON story.file = file.id WHERE file.id = ? LIMIT 2"),
      arguments: [file])
    guard rows.count == 1, let hash = rows[0].integer(0), let id = rows[0].integer(1) else { return nil }
    return (hash, StoryID(databaseValue: id))
  }

  func clear(file: Int64) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT section, position FROM story WHERE file = ?"), arguments: [file])
    for row in rows { try count(-1, section: row.text(0) ?? "", position: row.integer(1) ?? 0) }
    try db.cachedStatement(sql: "DELETE FROM story WHERE file = ?").execute(arguments: [file])
    try db.cachedStatement(sql: "DELETE FROM edition WHERE file = ?").execute(arguments: [file])
    try db.cachedStatement(sql: "DELETE FROM problem WHERE file = ?").execute(arguments: [file])
  }

  func count(_ difference: Int, section: String, position: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO day(section, day, total) VALUES (?, ?, ?)
        ON CONFLICT(section, day) DO UPDATE SET total = total + excluded.total
        """
    ).execute(arguments: [section, Position.day(of: position), difference])
    try db.cachedStatement(
      sql: """
        INSERT INTO calendar(day, total) VALUES (?, ?)
        ON CONFLICT(day) DO UPDATE SET total = total + excluded.total
        """
    ).execute(arguments: [Position.day(of: position), difference])
  }

  /// Who a story is: its own identity, the one its place had before an edit, or the one its marks are kept under.
  private func identity(of story: Story, former: StoryID?, isOnly: Bool) throws -> StoryID {
    if story.idIsFromContent, isOnly {
      if let former, try !isTaken(former) { return former }
      if try !hasMarks(story.id), let marked = try markedStory(atPath: story.path), try !isTaken(marked) {
        return marked
      }
    }
    // Two files may say the same, or carry one guid: the second is told apart by its place.
    var id = story.id
    while try isTaken(id) { id = StoryID(identifier: "\(id) \(story.path) \(story.ordinal)") }
    return id
  }

  /// The identity that marks of this library are kept under for a path; nil where there are none.
  private func markedStory(atPath path: String) throws -> StoryID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT story FROM marks.mark WHERE library = ? AND path = ? ORDER BY changed DESC LIMIT 1"),
      arguments: [library, path]
    ).map(StoryID.init(databaseValue:))
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
        INSERT INTO story(position, id, key, file, ordinal, headline, teaser, section, published, offset, precision,
          words, language, version, updated, print, status, embargo)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [position, id.databaseValue, Folding.key(String(story.headline.prefix(1_000)))]
        + Self.values(of: story, file: file))
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
      // Where the target leads nowhere, the title may.
      if teaser.target != nil, let key = StoryNames.key(of: .headline, target: teaser.title) {
        try link(from: id, .headline, key: key, text: teaser.title, target: nil)
      }
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
    guard var position = last.map({ $0 + 1 }) else { return first }
    // A second with more stories than it has places, four million, runs over into the next one.
    while try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM story WHERE position = ?"), arguments: [position]) != nil
    { position += 1 }
    return position
  }

  func write(_ problem: Problem, file: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO problem(file, path, line, reason) VALUES (?, ?, ?, ?)")
      .execute(arguments: [file, problem.path, problem.line, problem.reason])
  }
}
