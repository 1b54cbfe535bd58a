internal import Database
internal import Stories

/// The tags of the reader's own, which are kept with the marks.
extension Marks {
  /// The most tags over all libraries, and the most of one story.
  static let (mostTags, mostTagsOfStory) = (2_000, 32)

  /// The names of the tags, and the stories that have them.
  static let tagTables = """
    CREATE TABLE IF NOT EXISTS tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS tagged(
      tag INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY(tag, story)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS tagged_story ON tagged(story);

    """

  /// The number of a tag; nil if there is none of this name, in any case and accents.
  private static func number(of name: TagName, in db: Connection) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM tag WHERE key = ?"), arguments: [FacetKey.key(of: name.text)])
  }

  /// The SQL condition for stories that have a tag.
  static func isTagged(_ name: TagName, in db: Connection) throws -> String {
    let number = try number(of: name, in: db) ?? 0
    return "EXISTS (SELECT 1 FROM marks.tagged WHERE tagged.tag = \(number) AND tagged.story = story.id)"
  }

  /// The SQL condition for stories that can be given a tag, because they lack it and have few.
  static func isUntagged(_ name: TagName, in db: Connection) throws -> String {
    """
    NOT \(try isTagged(name, in: db))
      AND (SELECT count(*) FROM marks.tagged WHERE tagged.story = story.id) < \(mostTagsOfStory)
    """
  }

  /// Checks that a tag can be given: that there are not too many yet.
  func checkTag(of change: MarkChange) throws {
    guard case .tagged(let name) = change else { return }
    let isKnown = try queue.read { db in
      try Self.number(of: name, in: db) != nil
        || Int.fetchOne(db, sql: "SELECT count(*) FROM tag") ?? 0
          < Self.mostTags
    }
    guard isKnown else { throw LibraryError.manyTags("there can't be more than \(Self.mostTags) tags") }
  }

  /// Gives a tag to stories, in ascending order.
  static func tag(_ stories: [Int64], _ name: TagName, in db: Connection) throws {
    try db.execute(
      sql: "INSERT INTO tag(name, key) VALUES (?, ?) ON CONFLICT(key) DO NOTHING",
      arguments: [name.text, FacetKey.key(of: name.text)])
    guard let number = try number(of: name, in: db) else { return }
    try db.makeStatement(sql: "INSERT OR IGNORE INTO tagged(tag, story) VALUES (\(number), ?)")
      .run(each: stories)
  }

  /// Takes a tag from stories; one that no story has is forgotten.
  static func untag(_ stories: [Int64], _ name: TagName, in db: Connection) throws {
    guard let number = try number(of: name, in: db) else { return }
    try db.makeStatement(sql: "DELETE FROM tagged WHERE tag = \(number) AND story = ?").run(each: stories)
    try db.execute(
      sql: "DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tagged WHERE tag = tag.id)",
      arguments: [number])
  }

  /// Gives a story the tags of another.
  static func copyTags(from story: Int64, to other: Int64, in db: Connection) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO tagged(tag, story) SELECT tag, ? FROM tagged WHERE story = ?",
      arguments: [other, story])
  }

  /// The number of tags that a story has.
  func countTags(of story: StoryID) throws -> Int {
    try queue.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM tagged WHERE story = ?", arguments: [story.databaseValue]) ?? 0
    }
  }
}
