internal import GRDB
internal import Stories

/// What a person did with stories, apart from every index: read, saved, the place in the text.
///
/// One file for all libraries. A mark is kept by the story's identity; the path it was last seen at is kept as
/// well, so that a story that was edited while its index was lost finds its marks again.
struct Marks: Sendable {
  /// The file.
  let path: String
  private let queue: DatabaseQueue

  /// Opens or makes the file.
  init(path: String) throws(LibraryError) {
    self.path = path
    do {
      LibraryPaths.makeFolder(of: path)
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.journalMode = .wal
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write(Self.migrate)
    } catch {
      throw .marks(path: path, reason: "\(error)")
    }
  }

  /// Brings the file's tables up to date, by `PRAGMA user_version`.
  ///
  /// Not by GRDB's migrator: its table of migrations would be taken for the index's own where the marks are attached.
  private static func migrate(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version < 1 else { return }
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS mark(
          story INTEGER PRIMARY KEY, library TEXT NOT NULL, path TEXT NOT NULL, isRead INTEGER NOT NULL DEFAULT 0,
          isSaved INTEGER NOT NULL DEFAULT 0, place REAL NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS mark_path ON mark(library, path);
        CREATE INDEX IF NOT EXISTS mark_read ON mark(isRead, story);
        CREATE INDEX IF NOT EXISTS mark_saved ON mark(isSaved, story);
        PRAGMA user_version = 1;
        """)
  }

  /// Which column is set.
  enum Kind: String {
    case isRead, isSaved, place
  }

  /// Sets one mark of one story.
  func set(_ kind: Kind, to value: Double, story: StoryID, library: String, path: String) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO mark(story, library, path, \(kind.rawValue), changed) VALUES (?, ?, ?, ?, unixepoch())
          ON CONFLICT(story) DO UPDATE SET
            \(kind.rawValue) = excluded.\(kind.rawValue), library = excluded.library, path = excluded.path,
            changed = excluded.changed
          """,
        arguments: [story.databaseValue, library, path, value])
    }
  }

  /// The identity that marks of this library are kept under for a path; nil where there are none.
  func story(atPath path: String, library: String) throws -> StoryID? {
    try queue.read { db in
      try Int64.fetchOne(
        db, sql: "SELECT story FROM mark WHERE library = ? AND path = ? ORDER BY changed DESC LIMIT 1",
        arguments: [library, path])
    }.map(StoryID.init(databaseValue:))
  }
}

extension StoryID {
  /// The id as SQLite keeps it: the same bits, signed.
  var databaseValue: Int64 { Int64(bitPattern: rawValue) }

  /// Takes the bits back.
  init(databaseValue: Int64) {
    self.init(rawValue: UInt64(bitPattern: databaseValue))
  }
}
