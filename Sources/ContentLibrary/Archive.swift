internal import Database
internal import Stories
internal import StoryFormats
internal import Synchronization
internal import System

/// Stories that have dropped out of their feeds.
///
/// A feed holds only its latest items, and earlier ones exist nowhere else. So the archive is beside the
/// marks, not in the index, which may be deleted at any time.
final class Archive: Sendable {
  private enum State {
    /// Not opened yet: most libraries have no feeds.
    case closed
    case open(MendedQueue)
    case failed
  }

  let path: String
  private let library: String
  /// Whether it is only read, as part of a copy for strangers.
  private let isFinal: Bool
  private let state = Mutex(State.closed)

  /// An archive at a path, for the library in a directory.
  init(path: String, library: String, isFinal: Bool = false) {
    (self.path, self.library, self.isFinal) = (path, library, isFinal)
  }

  /// The table of stories.
  static let table = """
    CREATE TABLE IF NOT EXISTS item(
      library TEXT NOT NULL, path TEXT NOT NULL, story INTEGER NOT NULL, print INTEGER NOT NULL,
      content TEXT NOT NULL, PRIMARY KEY(library, path, story));
    """

  /// The database, created if needed; nil if that fails.
  private var queue: DatabaseQueue? {
    state.withLock { state in
      if case .closed = state { state = (try? make()).map { .open(MendedQueue($0, path: path)) } ?? .failed }
      if case .open(let queue) = state { return queue.current }
      return nil
    }
  }

  private func make() throws -> DatabaseQueue {
    var configuration = Configuration()
    if isFinal {
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    Paths.makeFolders(above: path)
    configuration.busyTimeout = .seconds(5)
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in try db.execute(sql: Self.table) }
    return queue
  }

  /// Stores the stories of a file, and returns those that have dropped out of it.
  ///
  /// - Throws: errors of the database; the stories are then not stored.
  func kept(_ stories: [Story], path: String) throws -> [Story] {
    guard let queue else {
      guard stories.isEmpty else { throw LibraryError.archive(path: self.path) }
      return []
    }
    let present = Set(stories.map(\.id))
    let kept = try queue.write { db -> [String] in
      for story in stories where story.identifier != nil { try put(Record(story), path: path, db) }
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT story, content FROM item WHERE library = ? AND path = ? ORDER BY rowid"),
        arguments: [library, path])
      return rows.compactMap { row in
        guard let id = row.integer(0), !present.contains(StoryID(databaseValue: id)) else { return nil }
        return row.text(1)
      }
    }
    return kept.compactMap(StoryRecord.decode).map { story in
      var story = story
      story.place = .left
      return story
    }
  }

  /// A story as it is stored.
  struct Record: Sendable {
    let id: StoryID
    let print: Int64
    /// The story as JSON; nil if it can't be written.
    let content: String?

    init(_ story: Story) {
      (id, print, content) = (story.id, story.print, StoryRecord.encode(story))
    }
  }

  /// Stores some of the stories of a file.
  ///
  /// - Throws: errors of the database; the stories are then not stored.
  func keep(_ records: [Record], path: String) throws {
    guard !records.isEmpty else { return }
    guard let queue else { throw LibraryError.archive(path: self.path) }
    try queue.write { db in
      for record in records { try put(record, path: path, db) }
    }
  }

  /// The stored stories of a file that it no longer has.
  func left(_ path: String, isPresent: (StoryID) -> Bool) throws -> [StoryID] {
    try queue?.read { db in
      let rows = try Int64.fetchCursor(
        db, sql: "SELECT story FROM item WHERE library = ? AND path = ? ORDER BY rowid",
        arguments: [library, path])
      var left: [StoryID] = []
      while let row = try rows.next() {
        let id = StoryID(databaseValue: row)
        if !isPresent(id) { left.append(id) }
      }
      return left
    } ?? []
  }

  private func put(_ record: Record, path: String, _ db: Connection) throws {
    guard let content = record.content else { return }
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT print FROM item WHERE library = ? AND path = ? AND story = ?"),
      arguments: [library, path, record.id.databaseValue])
    guard known != record.print else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO item(library, path, story, print, content) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(library, path, story) DO UPDATE SET print = excluded.print, content = excluded.content
        """
    ).execute(arguments: [library, path, record.id.databaseValue, record.print, content])
  }

  /// A story that dropped out of its file; nil if it is not stored.
  func story(_ id: StoryID, path: String) -> Story? {
    let content = try? queue?.read { db in
      try Row.fetchOne(
        db, sql: "SELECT content FROM item WHERE library = ? AND path = ? AND story = ?",
        arguments: [library, path, id.databaseValue])?.text(0)
    }
    return (content ?? nil).flatMap(StoryRecord.decode)
  }

  /// Deletes the stories of a path that are not among `present`, and returns their number.
  func prune(path: String, present: Set<StoryID>) throws -> Int {
    try queue?.write { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT story FROM item WHERE library = ? AND path = ?", arguments: [library, path])
      let gone = ids.filter { !present.contains(StoryID(databaseValue: $0)) }
      for id in gone {
        try db.cachedStatement(sql: "DELETE FROM item WHERE library = ? AND path = ? AND story = ?")
          .execute(arguments: [library, path, id])
      }
      return gone.count
    } ?? 0
  }

  /// The files with stored stories.
  func paths() throws -> [String] {
    try queue?.read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT path FROM item WHERE library = ?", arguments: [library])
    } ?? []
  }
}
