internal import GRDB
internal import Stories
internal import System

/// What a person did with stories, apart from every index: read, saved, the place in the text.
///
/// One file for all libraries. A mark is kept by the story's identity; the path it was last seen at is kept as
/// well, so that a story that was edited while its index was lost finds its marks again, and what is needed to know a
/// story again that was renamed and edited (`memory`).
struct Marks: Sendable {
  /// The file; one that goes with this process where the person's own can't be used.
  let path: String
  /// What a person should know about it; nil when all is well.
  let notice: String?
  private let database: MendedQueue
  private let temporary: TemporaryFile?

  /// Files up to this size are looked through when they are opened, in bytes: some 10 ms.
  private static let checkedSize = 4 << 20

  /// Opens or makes the file.
  ///
  /// Where it can't be used it is left as it is, and marks last until the program ends.
  init(path: String) throws(LibraryError) {
    do {
      database = MendedQueue(try BusyRetry.whileBusy { try Self.queue(path) }, path: path)
      (self.path, notice, temporary) = (path, nil, nil)
    } catch {
      let why = LibraryError.marks(path: path, reason: wording(of: error))
      guard let file = TemporaryFile(), let queue = try? Self.queue(file.path) else { throw why }
      database = MendedQueue(queue, path: file.path)
      (self.path, temporary) = (file.path, file)
      notice = "\(why); until then newsroom forgets new marks when it quits"
    }
  }

  /// The database, to be used at once.
  var queue: DatabaseQueue { database.current }

  private static func queue(_ path: String) throws -> DatabaseQueue {
    Paths.makeFolders(above: path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.journalMode = .wal
    configuration.prepareDatabase { $0.keepJournal() }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { db in
      try migrate(db)
      let size = try Int.fetchOne(
        db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      if size ?? 0 <= checkedSize { try check(db) }
      // A file that can be read but not written shows it here and not at the first mark.
      try db.execute(sql: "BEGIN IMMEDIATE; ROLLBACK")
    }
    return queue
  }

  private static func check(_ db: Database) throws {
    let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
    guard found == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: found) }
  }

  /// Whether nothing in the file is damaged.
  var isSound: Bool {
    (try? queue.read(Self.check)) != nil
  }

  /// Brings the file's tables up to date, by `PRAGMA user_version`.
  ///
  /// Not by GRDB's migrator: its table of migrations would be taken for the index's own where the marks are attached.
  private static func migrate(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version < 3 { try db.execute(sql: memoryTable) }
    if version < 2 {
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS visit(
            library TEXT PRIMARY KEY, moment INTEGER NOT NULL, file INTEGER NOT NULL, identity TEXT NOT NULL);
          """)
    }
    if version < 1 { try db.execute(sql: markTable) }
    guard version < 5 else { return }
    // Several may open the file at once; a column can be added but once.
    try db.inTransaction(.immediate) {
      let columns = Set(try db.columns(in: "mark").map(\.name))
      for column in ["isChanged", "seen"] where !columns.contains(column) {
        try db.execute(sql: "ALTER TABLE mark ADD COLUMN \(column) INTEGER NOT NULL DEFAULT 0")
      }
      if !columns.contains("nearby") {
        try db.execute(sql: "ALTER TABLE mark ADD COLUMN nearby TEXT NOT NULL DEFAULT ''")
      }
      try db.execute(sql: "PRAGMA user_version = 5")
      return .commit
    }
  }

  private static let markTable = """
    CREATE TABLE IF NOT EXISTS mark(
      story INTEGER PRIMARY KEY, library TEXT NOT NULL, path TEXT NOT NULL, isRead INTEGER NOT NULL DEFAULT 0,
      isSaved INTEGER NOT NULL DEFAULT 0, place REAL NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX IF NOT EXISTS mark_path ON mark(library, path);
    CREATE INDEX IF NOT EXISTS mark_read ON mark(isRead, story);
    CREATE INDEX IF NOT EXISTS mark_saved ON mark(isSaved, story);
    """

  /// Which column is set.
  enum Kind: String {
    case isRead, isSaved, place
  }

  /// Sets one mark of one story.
  ///
  /// The path is nil where the story is not in the index at the moment; a path known before is kept then.
  ///
  /// Whoever marks a story as read has seen what happened to it until then.
  ///
  /// - Parameter words: those at the place, where that is what is set.
  func set(
    _ kind: Kind, to value: Double, words: String? = nil, story: StoryID, library: String, path: String?
  ) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO mark(story, library, path, \(kind.rawValue), changed) VALUES (?, ?, ?, ?, unixepoch())
          ON CONFLICT(story) DO UPDATE SET
            \(kind.rawValue) = excluded.\(kind.rawValue), changed = excluded.changed,
            library = iif(excluded.path = '', library, excluded.library),
            path = iif(excluded.path = '', path, excluded.path)
          """,
        arguments: [story.databaseValue, library, path ?? "", value])
      if let words {
        try db.execute(
          sql: "UPDATE mark SET nearby = ? WHERE story = ?", arguments: [words, story.databaseValue])
      }
      guard kind == .isRead, value == 1 else { return }
      try db.execute(
        sql: "UPDATE mark SET isChanged = 0, seen = ? WHERE story = ?",
        arguments: [WallClock.microseconds, story.databaseValue])
    }
  }

  /// Takes the sign of being read from stories that have changed since.
  func noteChanged(_ stories: [StoryID]) throws {
    guard !stories.isEmpty else { return }
    try queue.write { db in
      for story in stories {
        try db.execute(
          sql: "UPDATE mark SET isRead = 0, isChanged = 1 WHERE story = ?", arguments: [story.databaseValue])
      }
    }
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

/// A database file in the temporary directory that is taken away with its owner.
private final class TemporaryFile: Sendable {
  let path: String

  init?() {
    guard let path = Paths.makeTemporaryFile() else { return nil }
    self.path = path
  }

  deinit { IndexLocation(database: path).remove() }
}
