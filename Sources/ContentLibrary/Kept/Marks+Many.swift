internal import Database
internal import Stories
internal import System

/// Marks of many stories, in one transaction: a kill leaves all of them or none.
extension Marks {
  /// Up to this many, each mark stores the path of its story, so that it is found again after the file was
  /// renamed and edited.
  static let mostPaths = 2_000

  /// Sets a mark on stories, or takes it from them.
  ///
  /// - Parameters:
  ///   - stories: in ascending order, which is the order of the table.
  ///   - paths: by story, where they are known.
  /// - Returns: the stories that had changed since they were read, and are now read.
  func set(_ change: MarkChange, stories: [Int64], paths: [Int64: String], library: String) throws -> [Int64]
  {
    try queue.write { db in
      try Self.noteRevision(db)
      let now = WallClock.seconds
      switch change {
      case .read:
        let changed = Set(try Int64.fetchAll(db, sql: "SELECT story FROM mark WHERE isChanged = 1"))
        let seen = WallClock.microseconds
        let insertion = try Insertion(
          db,
          """
          INSERT INTO mark(story, library, path, changed, isRead, seen) VALUES (?, ?, ?, ?, 1, ?)
          ON CONFLICT(story) DO UPDATE SET isRead = 1, isChanged = 0, seen = excluded.seen,
            \(Self.conflict)
          """)
        for story in stories {
          let path = paths[story]
          try insertion.run(
            .integer(story), .text(path == nil ? "" : library), .text(path ?? ""), .integer(now),
            .integer(seen))
        }
        return changed.isEmpty ? [] : stories.filter(changed.contains)
      case .saved:
        let insertion = try Insertion(
          db,
          """
          INSERT INTO mark(story, library, path, changed, isSaved) VALUES (?, ?, ?, ?, 1)
          ON CONFLICT(story) DO UPDATE SET isSaved = 1, \(Self.conflict)
          """)
        for story in stories {
          let path = paths[story]
          try insertion.run(
            .integer(story), .text(path == nil ? "" : library), .text(path ?? ""), .integer(now))
        }
      case .unread, .unsaved:
        let column = change == .unread ? "isRead" : "isSaved"
        let update = try Insertion(db, "UPDATE mark SET \(column) = 0, changed = ? WHERE story = ?")
        for story in stories { try update.run(.integer(now), .integer(story)) }
      }
      return []
    }
  }

  private static let conflict = """
    changed = excluded.changed, library = iif(excluded.path = '', library, excluded.library),
      path = iif(excluded.path = '', path, excluded.path)
    """

  /// Says of stories again that they have changed since they were read.
  func setChanged(_ stories: [Int64]) throws {
    guard !stories.isEmpty else { return }
    try queue.write { db in
      try Self.noteRevision(db)
      let update = try Insertion(db, "UPDATE mark SET isChanged = 1 WHERE story = ?")
      for story in stories { try update.run(.integer(story)) }
    }
  }
}
