internal import Database
internal import System

/// The end of the reader's last visit, from which stories count as new.
///
/// New stories are those in files that the index did not have then, those published since, as in feeds, and
/// those that have changed.
struct Visit: Sendable {
  /// When it ended, in seconds since 1970.
  var moment: Int64
  /// The highest number of a file in the index.
  var lastFile: Int64
  /// The identity of that index; one that was built again numbers files differently.
  var index: String
  /// The last news that was known then; see `Schema`.
  var news: Int64
  /// Whether this is the first visit, so that only stories from now on are new.
  var isFirst = false

  init(moment: Int64, lastFile: Int64, index: String) {
    (self.moment, self.lastFile, self.index) = (moment, lastFile, index)
    news = moment &* 1_000_000
  }

  /// The visit before a first one: only stories from now on are new.
  static func first() -> Visit {
    var visit = Visit(moment: .max, lastFile: .max, index: "")
    (visit.news, visit.isFirst) = (WallClock.microseconds, true)
    return visit
  }

  /// The SQL condition for new stories.
  var condition: String {
    """
    story.position IN (
      SELECT position FROM main.story WHERE file > \(lastFile)
      UNION SELECT position FROM main.story
      WHERE position >= \(isFirst ? .max : Position.first(seconds: moment))
      UNION SELECT story.position FROM main.news JOIN main.story ON story.id = news.story
        WHERE news.serial > \(news))
    """
  }
}

extension Library {
  /// Records that a visit ends now.
  public func endVisit() throws(LibraryError) {
    try rememberMarked()
    _ = try landed()
    let lastFile = try read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM main.file") ?? 0 }
    do {
      try marks.endVisit(
        Visit(moment: WallClock.seconds, lastFile: lastFile, index: indexIdentity), to: identity)
    } catch {
      throw failure(error)
    }
  }

  /// Distinguishes the index from one built again at the same path.
  var indexIdentity: String { Self.identity(ofIndex: indexPath) }

  /// The file's inode number and, if the file system stores it, the time it was created.
  static func identity(ofIndex path: String) -> String {
    FileStatus(of: path).map { "\($0.identity.device).\($0.identity.number)" } ?? ""
  }
}

extension Marks {
  /// The end of the last visit to a directory.
  static func lastVisit(to library: String, index: String, in db: Connection) -> Visit? {
    let row = try? Row.fetchOne(
      db, sql: "SELECT moment, file, identity FROM marks.visit WHERE library = ?", arguments: [library])
    guard let row, let moment = row.integer(0) else { return nil }
    // Numbers of another index mean nothing, but dates of publication still count.
    let lastFile = row.text(2) == index ? row.integer(1) ?? .max : .max
    return Visit(moment: moment, lastFile: lastFile, index: index)
  }

  func endVisit(_ visit: Visit, to library: String) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO visit(library, moment, file, identity) VALUES (?, ?, ?, ?)",
        arguments: [library, visit.moment, visit.lastFile, visit.index])
    }
  }
}
