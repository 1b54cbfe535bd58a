internal import GRDB
internal import System

/// The end of the reader's last visit, from which stories count as new.
///
/// New are the stories of files that the index had not seen then, and those published since in files that it had, as in feeds.
struct Visit: Sendable {
  /// When it ended, in seconds since 1970.
  var moment: Int64
  /// The last file that the index had numbered.
  var lastFile: Int64
  /// Which index numbered it: one that was built anew has other numbers.
  var index: String

  /// What is asked of new stories.
  var condition: String {
    """
    story.position IN (
      SELECT position FROM main.story WHERE file > \(lastFile)
      UNION SELECT position FROM main.story WHERE position >= \(Position.first(seconds: moment)))
    """
  }
}

extension Library {
  /// Notes that a visit ends now.
  public func endVisit() throws(LibraryError) {
    try rememberMarked()
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
