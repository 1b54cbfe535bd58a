internal import Database
internal import Stories
internal import Synchronization
internal import System

/// The marks of stories: read, saved, and the place in the text.
///
/// They are stored outside every index.
///
/// One file serves all libraries. A mark belongs to a story's id. It also stores the last known path, so
/// that a story edited while its index was lost keeps its marks, and enough of the story (`memory`) to
/// recognise it after it was renamed and edited.
struct Marks: Sendable {
  /// The file; a temporary one if the usual one can't be used.
  let path: String
  /// A message for the reader; nil if all is well.
  let notice: String?
  private let database: MarksFile
  private let temporary: TemporaryFile?

  /// The largest file that is checked for damage when it is opened, in bytes: about 10 ms.
  private static let checkedSize = 4 << 20

  /// Opens or creates the file.
  ///
  /// If it can't be used, it is left unchanged, and marks last until the program ends.
  ///
  /// - Parameter waits: whether a file that looks sound is opened only when a mark is made: until then it is
  ///   read beside the index alone.
  init(path: String, waits: Bool = false) throws(LibraryError) {
    let file = MarksFile(path)
    do {
      if !waits || !Self.looksSound(path) { try file.open() }
      (database, self.path, notice, temporary) = (file, path, nil, nil)
    } catch {
      let why = LibraryError.marks(path: path, reason: wording(of: error))
      guard let temporary = TemporaryFile() else { throw why }
      let other = MarksFile(temporary.path)
      do { try other.open() } catch { throw why }
      (database, self.path, self.temporary) = (other, temporary.path, temporary)
      notice = "\(why); until then newsroom forgets new marks when it quits"
    }
  }

  /// Marks that last until the program ends, in memory alone: no file is made.
  init() throws(LibraryError) {
    // Open databases in memory are found by name, so each has its own: two libraries of one process must not
    // read, nor wait for, each other's marks.
    path = Self.memoryPrefix + String(UInt64.random(in: 0 ... .max), radix: 16) + "?vfs=memdb"
    database = MarksFile(path)
    do {
      try database.open()
      (notice, temporary) = (nil, nil)
    } catch {
      throw .marks(path: "memory", reason: wording(of: error))
    }
  }

  /// How the name of a database in memory begins, which the connections of one library open by name
  /// ("memdb" of SQLite 3.36).
  private static let memoryPrefix = "file:/newsroom-marks-"

  /// The database; use it at once, because it may be reopened.
  var queue: DatabaseQueue {
    get throws { try database.open() }
  }

  /// Whether the file has not been opened yet.
  var isWaiting: Bool { !database.isOpen }

  /// Whether a file is one of this version that can be written, by its first bytes ("Database File Format",
  /// 1.3).
  private static func looksSound(_ path: String) -> Bool {
    var header = [UInt8](repeating: 0, count: 100)
    guard FileStatus(of: path)?.kind == .file, Paths.obstacle(toWriting: path) == nil,
      Paths.obstacle(toWriting: Paths.folder(of: path)) == nil,
      (try? Descriptor.open(path).read(into: &header)) == header.count
    else { return false }
    let hasJournal = header[18] == 2 && header[19] == 2
    return header.starts(with: "SQLite format 3\0".utf8) && hasJournal
      && header[60..<64].reduce(0) { $0 << 8 | Int($1) } == version
  }

  /// Adds the marks to the connection of an index, as `marks`.
  ///
  /// - Throws: `LibraryError.marks`, so that damage to them is not taken for damage to the index.
  static func attach(_ path: String, to db: Connection) throws {
    do {
      try ReadByMany.register(in: db)
      try db.execute(sql: "ATTACH DATABASE ? AS marks", arguments: [path])
    } catch {
      throw LibraryError.marks(path: path, reason: wording(of: error))
    }
  }

  /// Whether the marks beside an index are undamaged; large ones are trusted.
  static func areSound(in db: Connection) -> Bool {
    do {
      let pages = try Int.fetchOne(db, sql: "PRAGMA marks.page_count") ?? 0
      if try pages * (Int.fetchOne(db, sql: "PRAGMA marks.page_size") ?? 0) > checkedSize { return true }
      return try String.fetchOne(db, sql: "PRAGMA marks.quick_check(1)") == "ok"
    } catch {
      return false
    }
  }

  fileprivate static func queue(_ path: String) throws -> DatabaseQueue {
    let isInMemory = path.hasPrefix(memoryPrefix)
    if !isInMemory { Paths.makeFolders(above: path) }
    var configuration = Configuration()
    configuration.busyTimeout = .seconds(5)
    if !isInMemory { configuration.journalMode = .wal }
    configuration.prepareDatabase { $0.keepJournal() }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try migrate(db)
      let size = try Int.fetchOne(
        db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      if size ?? 0 <= checkedSize { try check(db) }
      // A read-only file fails here, not at the first mark.
      try db.execute(sql: "BEGIN IMMEDIATE; ROLLBACK")
    }
    return queue
  }

  private static func check(_ db: Connection) throws {
    let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
    guard found == "ok" else { throw DatabaseError(.corrupt, message: found) }
  }

  /// Whether the file is undamaged.
  var isSound: Bool {
    (try? queue.read(Self.check)) != nil
  }

  /// The version of the tables.
  private static let version = 9

  /// Brings the file's tables up to date, by `PRAGMA user_version`.
  private static func migrate(_ db: Connection) throws {
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
    guard version < Self.version else { return }
    // Several processes may open the file at once, but a column can be added only once.
    try db.inTransaction(.immediate) {
      let columns = Set(try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('mark')"))
      for column in ["isChanged", "seen"] where !columns.contains(column) {
        try db.execute(sql: "ALTER TABLE mark ADD COLUMN \(column) INTEGER NOT NULL DEFAULT 0")
      }
      if !columns.contains("nearby") {
        try db.execute(sql: "ALTER TABLE mark ADD COLUMN nearby TEXT NOT NULL DEFAULT ''")
      }
      let tables = readingTable + tagTables + ReadByMany.table
      try db.execute(sql: indexes + tables + "PRAGMA user_version = \(Self.version)")
      return .commit
    }
  }

  private static let markTable = """
    CREATE TABLE IF NOT EXISTS mark(
      story INTEGER PRIMARY KEY, library TEXT NOT NULL, path TEXT NOT NULL, isRead INTEGER NOT NULL DEFAULT 0,
      isSaved INTEGER NOT NULL DEFAULT 0, place REAL NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0);
    """

  /// Most marks are of stories read, in the order of the table itself: an index of them would double the time
  /// to mark a million.
  private static let indexes = """
    DROP INDEX IF EXISTS mark_path;
    DROP INDEX IF EXISTS mark_read;
    DROP INDEX IF EXISTS mark_saved;
    CREATE INDEX mark_path ON mark(library, path) WHERE path <> '';
    CREATE INDEX mark_saved ON mark(story) WHERE isSaved = 1;
    CREATE INDEX IF NOT EXISTS mark_changed ON mark(story) WHERE isChanged = 1;
    CREATE TABLE IF NOT EXISTS revision(id INTEGER PRIMARY KEY, number INTEGER NOT NULL);
    INSERT OR IGNORE INTO revision VALUES (0, 0);

    """

  /// Counts a change of what is read or saved, so that `MarkedPlaces` can tell.
  static func noteRevision(_ db: Connection) throws {
    try db.execute(sql: "UPDATE revision SET number = number + 1")
  }

  /// The kinds of marks, by column.
  enum Kind: String {
    case isRead, isSaved, place
  }

  /// Sets one mark of one story.
  ///
  /// The path is nil if the story is not in the index at the moment; an earlier path is then kept.
  ///
  /// Marking a story as read also marks all its news as seen.
  ///
  /// - Parameter words: the words at the place, if the place is set.
  func set(
    _ kind: Kind, to value: Double, words: String? = nil, story: StoryID, library: String, path: String?
  ) throws {
    try queue.write { db in
      try ReadByMany.settle([story.databaseValue], in: db)
      try db.execute(
        sql: """
          INSERT INTO mark(story, library, path, \(kind.rawValue), changed) VALUES (?, ?, ?, ?, unixepoch())
          ON CONFLICT(story) DO UPDATE SET
            \(kind.rawValue) = excluded.\(kind.rawValue), \(Self.touched)
          """,
        arguments: [story.databaseValue, library, path ?? "", value])
      if let words {
        try db.execute(
          sql: "UPDATE mark SET nearby = ? WHERE story = ?", arguments: [words, story.databaseValue])
      }
      if kind != .place { try Self.noteRevision(db) }
      guard kind == .isRead, value == 1 else { return }
      try db.execute(
        sql: "UPDATE mark SET isChanged = 0, seen = ? WHERE story = ?",
        arguments: [WallClock.microseconds, story.databaseValue])
    }
  }

  /// What every change of a known mark sets: its moment, and the file, if one is given.
  static let touched = """
    changed = excluded.changed, library = iif(excluded.path = '', library, excluded.library),
      path = iif(excluded.path = '', path, excluded.path)
    """

  /// Makes stories that have changed unread again.
  func noteChanged(_ stories: [StoryID]) throws {
    guard !stories.isEmpty else { return }
    try queue.write { db in
      try Self.noteRevision(db)
      try ReadByMany.settle(stories.map(\.databaseValue), in: db)
      for story in stories {
        try db.execute(
          sql: "UPDATE mark SET isRead = 0, isChanged = 1 WHERE story = ?", arguments: [story.databaseValue])
      }
    }
  }
}

extension StoryID {
  /// The id for SQLite: the same bits, signed.
  var databaseValue: Int64 { Int64(bitPattern: rawValue) }

  /// The id of a value from SQLite.
  init(databaseValue: Int64) {
    self.init(rawValue: UInt64(bitPattern: databaseValue))
  }
}

/// The file of marks, which may not have been opened yet.
private final class MarksFile: Sendable {
  private let path: String
  private let file = Mutex<MendedQueue?>(nil)

  init(_ path: String) { self.path = path }

  var isOpen: Bool { file.withLock { $0 != nil } }

  /// The database, opened if need be.
  @discardableResult
  func open() throws -> DatabaseQueue {
    try file.withLock { file in
      let open = try file ?? MendedQueue(BusyRetry.whileBusy { try Marks.queue(path) }, path: path)
      file = open
      return open.current
    }
  }
}

/// A database file in the temporary directory, deleted with its owner.
private final class TemporaryFile: Sendable {
  let path: String

  init?() {
    guard let path = Paths.makeTemporaryFile() else { return nil }
    self.path = path
  }

  deinit { IndexLocation(database: path).remove() }
}
