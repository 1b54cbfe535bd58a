internal import Database
internal import Stories
internal import System

/// What all machines agree on: of each key the value with the latest stamp, in the tables beside the marks.
///
/// The same lines give the same registers in any order, and however often they are read.
struct SyncRegisters {
  let db: Connection
  /// This machine.
  let machine: String
  /// How far the time of day is off, in milliseconds: 0 but in tests.
  var skew: Int64 = 0

  // MARK: Changes here

  /// Gives marks that were changed here since the last time their stamps.
  ///
  /// - Returns: whether there may be more.
  @discardableResult
  func takeChanges(atMost most: Int = .max) throws -> Bool {
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, story, name, moment FROM sync_dirty LIMIT ?", arguments: [most])
    guard !rows.isEmpty else { return false }
    let mark = try db.cachedStatement(sql: "SELECT isRead, isSaved FROM mark WHERE story = ?")
    let tag = try db.cachedStatement(
      sql: """
        SELECT tag.name FROM tag JOIN tagged ON tagged.tag = tag.id WHERE tag.key = ? AND tagged.story = ?
        """)
    let done = try db.cachedStatement(
      sql: "DELETE FROM sync_dirty WHERE kind = ? AND story = ? AND name = ?")
    for row in rows {
      guard let kind = row.integer(0).flatMap(SyncKey.Kind.init), let story = row.integer(1) else { continue }
      let key = SyncKey(kind: kind, story: story, name: row.text(2) ?? "")
      let value: String?
      if kind == .tag {
        value = try String.fetchOne(tag, arguments: [key.name, story])
      } else {
        let isSet = try Row.fetchOne(mark, arguments: [story])?.int(kind == .read ? 0 : 1) == 1
        value = isSet ? "1" : "0"
      }
      try change(key, to: value, at: (row.integer(3) ?? 0) + skew)
      try done.run([.integer(kind.rawValue), .integer(story), .text(key.name)])
    }
    return rows.count == most
  }

  /// Sets a register to what was done here.
  func change(_ key: SyncKey, to value: String?, at moment: Int64) throws {
    let stamp = SyncStamp(milliseconds: moment, after: try stamp(of: key), machine: machine)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO sync_register(kind, story, name, moment, count, machine, value, shadow, isWritten,
          isPending)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
        """
    ).run([
      .integer(key.kind.rawValue), .integer(key.story), .text(key.name), .integer(stamp.milliseconds),
      .integer(stamp.count), .text(machine), .text(value), .text(value),
    ])
  }

  private func stamp(of key: SyncKey) throws -> SyncStamp? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT moment, count, machine FROM sync_register WHERE kind = ? AND story = ? AND name = ?"),
      arguments: [key.kind.rawValue, key.story, key.name])
    return row.map { row in
      var stamp = SyncStamp(milliseconds: row.integer(0) ?? 0, machine: row.text(2) ?? "")
      stamp.count = row.integer(1) ?? 0
      return stamp
    }
  }

  // MARK: Changes elsewhere

  /// Takes entries of a journal; the later stamp wins, of equal ones the greater value.
  ///
  /// - Parameter isOwn: whether they stand in this machine's journal, and need not be written there.
  /// - Returns: how many were news.
  func merge(_ entries: [SyncEntry], isOwn: Bool) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sync_register(kind, story, name, moment, count, machine, value, isWritten, isPending)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
        ON CONFLICT DO UPDATE SET moment = ?4, count = ?5, machine = ?6, value = ?7, isWritten = ?8,
          isPending = 1
        WHERE (?4, ?5, ?6, ifnull(?7, '')) > (moment, count, machine, ifnull(value, ''))
        """)
    let count = try db.cachedStatement(sql: "SELECT changes()")
    var news = 0
    for entry in entries {
      let (key, stamp) = (entry.key, entry.stamp)
      let isWritten: Int64 = isOwn || stamp.machine != machine ? 1 : 0
      try statement.run([
        .integer(key.kind.rawValue), .integer(key.story), .text(key.name), .integer(stamp.milliseconds),
        .integer(stamp.count), .text(stamp.machine), .text(entry.value), .integer(isWritten),
      ])
      news += try Int.fetchOne(count) ?? 0
    }
    return news
  }

  // MARK: The tables of marks

  /// Does some of what is pending to the marks and tags, and forgets that this changed them: the changes made
  /// here must have been taken before.
  ///
  /// - Parameters:
  ///   - library: the directory.
  ///   - paths: of stories in it, where they are known.
  /// - Returns: how many there were.
  func applyMarks(library: String, paths: [Int64: String], atMost most: Int) throws -> Int {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT kind, story, name, value, moment FROM sync_register WHERE isPending = 1 AND kind <= 2 LIMIT ?
        """, arguments: [most])
    guard !rows.isEmpty else { return 0 }
    try ReadByMany.settle(rows.compactMap { $0.integer(1) }, in: db)
    let now = WallClock.microseconds
    func statement(_ column: String, _ more: String) throws -> Statement {
      try db.cachedStatement(
        sql: """
          INSERT INTO mark(story, library, path, \(column), changed) VALUES (?1, ?2, ?3, ?4, ?5)
          ON CONFLICT(story) DO UPDATE SET \(column) = excluded.\(column)\(more), \(Marks.touched)
          """)
    }
    let read = try statement(
      "isRead", ", isChanged = iif(?4 = 1, 0, isChanged), seen = iif(?4 = 1, max(seen, \(now)), seen)")
    let saved = try statement("isSaved", "")
    let done = try db.cachedStatement(
      sql: "UPDATE sync_register SET isPending = 0 WHERE kind = ? AND story = ? AND name = ?")
    for row in rows {
      guard let kind = row.integer(0).flatMap(SyncKey.Kind.init), let story = row.integer(1) else { continue }
      try done.run([.integer(kind.rawValue), .integer(story), .text(row.text(2) ?? "")])
      let path = paths[story]
      let isSet = row.text(3) == "1"
      if kind == .tag {
        try setTag(row.text(3), key: row.text(2) ?? "", story)
      } else {
        try (kind == .read ? read : saved).run([
          .integer(story), .text(path == nil ? "" : library), .text(path ?? ""), .integer(isSet ? 1 : 0),
          .integer((row.integer(4) ?? 0) / 1_000),
        ])
      }
    }
    try db.execute(sql: "DELETE FROM sync_dirty")
    try Marks.noteRevision(db)
    return rows.count
  }

  private func setTag(_ name: String?, key: String, _ story: Int64) throws {
    guard let name = name.flatMap({ TagName($0) }) else {
      if let known = TagName(key) { try Marks.untag([story], known, in: db) }
      return
    }
    // Where there are as many tags as there may be, the others are only passed on.
    let isFull =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM tag WHERE key <> ?", arguments: [key]) ?? 0
      >= Marks.mostTags
    guard !isFull else { return }
    try db.execute(
      sql: "INSERT INTO mark(story, library, path) VALUES (?, '', '') ON CONFLICT(story) DO NOTHING",
      arguments: [story])
    try Marks.tag([story], name, in: db)
  }

  // MARK: What is kept in files

  /// A register of a clipping or a search.
  struct Kept {
    var value: String?
    /// What was last seen of it here.
    var shadow: String?
    var isPending: Bool
  }

  /// All registers of a kind, and of a library if it is searches.
  func kept(_ kind: SyncKey.Kind, of library: String? = nil) throws -> [SyncKey: Kept] {
    var kept: [SyncKey: Kept] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT story, name, value, shadow, isPending FROM sync_register WHERE kind = ?",
      arguments: [kind.rawValue])
    while let row = try rows.next() {
      let key = SyncKey(kind: kind, story: row.integer(0) ?? 0, name: row.text(1) ?? "")
      if let library, !key.name.hasPrefix(library + SyncKey.parting) { continue }
      kept[key] = Kept(value: row.text(2), shadow: row.text(3), isPending: row.int(4) == 1)
    }
    return kept
  }

  /// Gives what has changed in files its stamps, by what was last seen in them.
  ///
  /// - Parameters:
  ///   - found: what stands in the files now.
  ///   - deletes: whether what is missing was taken away; no where the files themselves are missing.
  ///   - moment: of changes of a key, in milliseconds.
  func takeChanges(
    _ kind: SyncKey.Kind, of library: String? = nil, found: [SyncKey: String], deletes: Bool,
    moment: (SyncKey) -> Int64
  ) throws {
    let kept = try kept(kind, of: library)
    for (key, value) in found where kept[key]?.shadow != value {
      if let known = kept[key], known.value == value {
        try noteSeen(key, value)
      } else {
        try change(key, to: value, at: moment(key) + skew)
      }
    }
    guard deletes else { return }
    for (key, known) in kept where known.shadow != nil && found[key] == nil {
      if known.value == nil {
        try noteSeen(key, nil)
      } else {
        try change(key, to: nil, at: WallClock.microseconds / 1_000 + skew)
      }
    }
  }

  /// Notes that a register stands in the files.
  func noteSeen(_ key: SyncKey, _ value: String?) throws {
    try db.execute(
      sql: """
        UPDATE sync_register SET shadow = ?1, isPending = (value IS NOT ?1)
        WHERE kind = ?2 AND story = ?3 AND name = ?4
        """,
      arguments: [value, key.kind.rawValue, key.story, key.name])
  }

  // MARK: This machine's journal

  /// Some of what was done here and is not in the journal, in the order of stamps.
  func unwritten(atMost most: Int) throws -> [SyncEntry] {
    try entries(from: "(SELECT * FROM sync_register WHERE isWritten = 0 LIMIT \(most))", where: "true")
  }

  /// All registers that this machine set last.
  func own() throws -> [SyncEntry] {
    try entries(where: "machine = '\(machine)'")
  }

  private func entries(from table: String = "sync_register", where condition: String) throws -> [SyncEntry] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT kind, story, name, moment, count, machine, value FROM \(table) WHERE \(condition)
        ORDER BY moment, count, kind, name, value, story
        """)
    var entries: [SyncEntry] = []
    while let row = try rows.next() {
      guard let kind = row.integer(0).flatMap(SyncKey.Kind.init) else { continue }
      var stamp = SyncStamp(milliseconds: row.integer(3) ?? 0, machine: row.text(5) ?? machine)
      stamp.count = row.integer(4) ?? 0
      let key = SyncKey(kind: kind, story: row.integer(1) ?? 0, name: row.text(2) ?? "")
      entries.append(SyncEntry(key: key, stamp: stamp, value: row.text(6)))
    }
    return entries
  }

  /// Notes that entries are in the journal, unless they were changed again meanwhile.
  func noteWritten(_ entries: [SyncEntry]) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE sync_register SET isWritten = 1
        WHERE kind = ? AND story = ? AND name = ? AND moment = ? AND count = ? AND machine = ?
        """)
    for entry in entries {
      try statement.run([
        .integer(entry.key.kind.rawValue), .integer(entry.key.story), .text(entry.key.name),
        .integer(entry.stamp.milliseconds), .integer(entry.stamp.count), .text(entry.stamp.machine),
      ])
    }
  }
}
