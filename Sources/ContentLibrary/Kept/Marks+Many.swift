internal import Database
internal import Stories
internal import System

/// Marks of many stories, in one transaction: a kill leaves all of them or none.
extension Marks {
  /// Up to this many, each mark has a row with the path of its story, so that it is found again after the file
  /// was renamed and edited.
  static let mostRows = 2_000

  /// Sets a mark on stories, or takes it from them.
  ///
  /// - Parameters:
  ///   - stories: in ascending order, which is the order of the table.
  ///   - paths: by story, where they are known.
  ///   - byRow: whether each mark has a row, also where that takes long.
  /// - Returns: the stories that had changed since they were read, and are now read.
  func set(
    _ change: MarkChange, stories: [Int64], paths: [Int64: String], library: String, byRow: Bool = true
  ) throws -> [Int64] {
    try queue.write { db in
      try Self.noteRevision(db)
      let now = WallClock.seconds
      switch change {
      case .read:
        let changed = Set(try Int64.fetchAll(db, sql: "SELECT story FROM mark WHERE isChanged = 1"))
        try insert(
          byRow ? settled(stories, in: db) : readTogether(stories, in: db), paths, library, "isRead, seen",
          values: "1, \(WallClock.microseconds)",
          updates: "isRead = 1, isChanged = 0, seen = excluded.seen", now, in: db)
        return changed.isEmpty ? [] : stories.filter(changed.contains)
      case .saved:
        try insert(
          settled(stories, in: db), paths, library, "isSaved", values: "1", updates: "isSaved = 1", now,
          in: db)
      case .unread, .unsaved:
        let column = change == .unread ? "isRead" : "isSaved"
        let others = change == .unread ? try ReadByMany.remove(stories, in: db) : stories
        try db.makeStatement(sql: "UPDATE mark SET \(column) = 0, changed = \(now) WHERE story = ?")
          .run(each: others)
      case .tagged(let name):
        // The row says where the story is; of very many, it would say nothing.
        if byRow {
          try insert(settled(stories, in: db), paths, library, nil, values: "", updates: "", now, in: db)
        }
        try Self.tag(stories, name, in: db)
      case .untagged(let name): try Self.untag(stories, name, in: db)
      }
      return []
    }
  }

  /// Marks very many stories as read without a row for each.
  ///
  /// - Returns: those that need one: they have one already, or each mark is noted for other machines.
  private func readTogether(_ stories: [Int64], in db: Connection) throws -> [Int64] {
    guard try !SyncTables.isUsed(in: db) else { return try settled(stories, in: db) }
    let rows = try Int64.fetchAll(db, sql: "SELECT story FROM mark ORDER BY story")
    try ReadByMany.add(stories.without(rows), in: db)
    return stories.filter(rows.hasPlace)
  }

  private func settled(_ stories: [Int64], in db: Connection) throws -> [Int64] {
    try ReadByMany.settle(stories, in: db)
    return stories
  }

  private func insert(
    _ stories: [Int64], _ paths: [Int64: String], _ library: String, _ columns: String?, values: String,
    updates: String, _ now: Int64, in db: Connection
  ) throws {
    func statement(_ library: String, _ path: String, _ touched: String) -> String {
      """
      INSERT INTO mark(story, library, path, changed\(columns.map { ", \($0)" } ?? ""))
      VALUES (?, \(library), \(path), \(now)\(columns == nil ? "" : ", \(values)"))
      ON CONFLICT(story) DO UPDATE SET \(columns == nil ? "" : updates + ", ")\(touched)
      """
    }
    // Of very many, each value that SQLite need not be told again counts.
    guard !paths.isEmpty else {
      let sql = statement("''", "''", "changed = excluded.changed")
      return try db.makeStatement(sql: sql).run(each: stories)
    }
    let insertion = try Insertion(db, statement("?", "?", Self.touched))
    for story in stories {
      let path = paths[story]
      try insertion.run(.integer(story), .text(path == nil ? "" : library), .text(path ?? ""))
    }
  }

  /// Says of stories again that they have changed since they were read.
  func setChanged(_ stories: [Int64]) throws {
    guard !stories.isEmpty else { return }
    try queue.write { db in
      try Self.noteRevision(db)
      try db.makeStatement(sql: "UPDATE mark SET isChanged = 1 WHERE story = ?").run(each: stories)
    }
  }
}
