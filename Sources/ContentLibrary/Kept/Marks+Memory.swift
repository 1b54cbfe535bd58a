internal import Database
internal import Stories
internal import System

/// What the marks store of their stories, outside every index: enough to recognise them.
extension Marks {
  /// The table beside the marks.
  static let memoryTable = """
    CREATE TABLE IF NOT EXISTS memory(
      story INTEGER PRIMARY KEY, library TEXT NOT NULL, path TEXT NOT NULL, headline TEXT NOT NULL,
      words TEXT NOT NULL, sketch TEXT NOT NULL, language TEXT, published INTEGER, print INTEGER NOT NULL,
      gone INTEGER);
    CREATE INDEX IF NOT EXISTS memory_library ON memory(library, gone);
    """

  /// How long the marks of a removed story wait for it to return, in seconds.
  static let patience: Int64 = 30 * 86_400
  /// The most stories stored, over all libraries.
  private static let most = 50_000

  /// A stored story, with what shows whether it is still current.
  struct Memory {
    var trace: StoryTraits
    /// See `Story.print`.
    var print: Int64
  }

  /// Stores stories, replacing what was stored of them.
  func remember(_ memories: [Memory], library: String) throws {
    guard !memories.isEmpty else { return }
    try queue.write { db in
      let statement = try db.makeStatement(
        sql: """
          INSERT OR REPLACE INTO memory(story, library, path, headline, words, sketch, language, published,
            print, gone)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
          """)
      for memory in memories {
        guard let sketch = memory.trace.sketch else { continue }
        let trace = memory.trace
        try statement.execute(arguments: [
          trace.id.databaseValue, library, trace.path, String(trace.headline.prefix(300)), trace.words,
          sketch.digits,
          trace.language, trace.published, memory.print,
        ])
      }
      try db.execute(
        sql: """
          DELETE FROM memory WHERE story IN (
            SELECT story FROM memory ORDER BY gone IS NULL, gone, rowid
            LIMIT max(0, (SELECT count(*) FROM memory) - \(Self.most)))
          """)
    }
  }

  /// Copies the marks of removed stories to the stories that they became.
  ///
  /// The old marks stay under their ids, without a path, in case the old stories return unchanged.
  func carry(_ pairs: [(from: StoryID, to: StoryTraits)], library: String) throws {
    guard !pairs.isEmpty else { return }
    try queue.write { db in
      try Self.noteRevision(db)
      try ReadByMany.settle(pairs.map(\.from.databaseValue), in: db)
      for (from, to) in pairs {
        try db.execute(
          sql: """
            INSERT INTO mark(story, library, path, isRead, isSaved, place, nearby, changed, isChanged, seen)
            SELECT ?, library, ?, isRead, isSaved, place, nearby, changed, isChanged,
              \(WallClock.microseconds) FROM mark
            WHERE story = ?
            ON CONFLICT(story) DO NOTHING
            """, arguments: [to.id.databaseValue, to.path, from.databaseValue])
        try Self.copyTags(from: from.databaseValue, to: to.id.databaseValue, in: db)
        try db.execute(sql: "UPDATE mark SET path = '' WHERE story = ?", arguments: [from.databaseValue])
        try db.execute(sql: "DELETE FROM memory WHERE story = ?", arguments: [from.databaseValue])
      }
    }
  }

  /// Records that stories are gone from now on, and forgets those that went long ago.
  func noteGone(_ stories: [StoryID], now: Int64 = WallClock.seconds) throws {
    guard !stories.isEmpty else { return }
    try queue.write { db in
      for story in stories {
        try db.execute(
          sql: "UPDATE memory SET gone = ? WHERE story = ? AND gone IS NULL",
          arguments: [now, story.databaseValue])
      }
      try db.execute(sql: "DELETE FROM memory WHERE gone < ?", arguments: [now - Self.patience])
    }
  }
}

extension Sketch {
  /// Its bytes in hexadecimal digits.
  var digits: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes.flatMap { [Self.digit($0 >> 4), Self.digit($0 & 0xF)] }, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// The value of hexadecimal digits; nil if they are not valid.
  init?(digits: String) {
    var bytes: [UInt8] = []
    var rest = Substring(digits)
    while rest.utf8.count >= 2, bytes.count < Self.byteCount {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    guard bytes.count == Self.byteCount, rest.isEmpty else { return nil }
    self = bytes.withUnsafeBytes { Sketch($0, at: 0) }
  }
}
