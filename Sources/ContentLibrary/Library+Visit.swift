internal import GRDB
internal import System

/// The end of the reader's last visit, from which stories count as new.
///
/// New are the stories of files that the index had not seen then, those published since in files that it had,
/// as in feeds, and those that have changed.
struct Visit: Sendable {
  /// When it ended, in seconds since 1970.
  var moment: Int64
  /// The last file that the index had numbered.
  var lastFile: Int64
  /// Which index numbered it: one that was built anew has other numbers.
  var index: String
  /// From where on news is new: see `Schema`.
  var news: Int64
  /// Whether there was none before, so that only what comes from now on is new.
  var isFirst = false

  init(moment: Int64, lastFile: Int64, index: String) {
    (self.moment, self.lastFile, self.index) = (moment, lastFile, index)
    news = moment &* 1_000_000
  }

  /// Of a library where nobody was before: new is what comes from now on.
  static func first() -> Visit {
    var visit = Visit(moment: .max, lastFile: .max, index: "")
    (visit.news, visit.isFirst) = (WallClock.microseconds, true)
    return visit
  }

  /// What is asked of new stories.
  var condition: String {
    """
    story.position IN (
      SELECT position FROM main.story WHERE file > \(lastFile)
      UNION SELECT position FROM main.story WHERE position >= \(isFirst ? .max : Position.first(seconds: moment))
      UNION SELECT story.position FROM main.news JOIN main.story ON story.id = news.story
        WHERE news.serial > \(news))
    """
  }
}

extension Library {
  /// Notes that a visit ends now.
  public func endVisit() throws(LibraryError) {
    try rememberMarked()
    _ = try landed()
    let lastFile = try read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM main.file") ?? 0 }
    do {
      try marks.endVisit(
        Visit(moment: WallClock.seconds, lastFile: lastFile, index: indexIdentity), to: directory)
    } catch {
      throw failure(error)
    }
  }

  /// What tells an index from one that was built anew at its path.
  var indexIdentity: String { Self.identity(ofIndex: indexPath) }

  /// The file's number and the moment it was made, where the file system keeps that.
  static func identity(ofIndex path: String) -> String {
    FileStatus(of: path).map { "\($0.identity.device).\($0.identity.number)" } ?? ""
  }
}

extension Marks {
  /// The end of the last visit to a directory.
  func lastVisit(to library: String, index: String) -> Visit? {
    try? queue.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT moment, file, identity FROM visit WHERE library = ?", arguments: [library])
      guard let row, let moment = row.integer(0) else { return nil }
      // Numbers of another index say nothing; what was published since still counts.
      let lastFile = row.text(2) == index ? row.integer(1) ?? .max : .max
      return Visit(moment: moment, lastFile: lastFile, index: index)
    }
  }

  func endVisit(_ visit: Visit, to library: String) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO visit(library, moment, file, identity) VALUES (?, ?, ?, ?)",
        arguments: [library, visit.moment, visit.lastFile, visit.index])
    }
  }
}
