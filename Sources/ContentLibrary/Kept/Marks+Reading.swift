internal import CZlib
internal import Database
public import Stories
internal import StoryFormats
internal import System

/// The words of stories as the reader read them last, to show what has changed since.
extension Marks {
  /// The table beside the marks: the words read last, and the different words read before them.
  static let readingTable = """
    CREATE TABLE IF NOT EXISTS reading(
      story INTEGER PRIMARY KEY, moment INTEGER NOT NULL, words BLOB NOT NULL, before BLOB);
    CREATE INDEX IF NOT EXISTS reading_moment ON reading(moment);

    """

  /// The most stories, the longest text of one, and all texts together, in bytes after compression.
  private static let (mostReadings, longestReading, allReadings) = (2_000, 64 << 10, 16 << 20)

  /// Keeps the words of a story that is being read, and the different ones that were kept before.
  func keepReading(_ story: Story) throws {
    guard let words = Packed.pack(story), words.count <= Self.longestReading else { return }
    try queue.write { db in
      let id = story.id.databaseValue
      let known = try Row.fetchOne(db, sql: "SELECT words FROM reading WHERE story = ?", arguments: [id])
      guard known?.bytes(0) != words else { return }
      let insertion = try Insertion(
        db,
        """
        INSERT INTO reading(story, moment, words) VALUES (?, ?, ?)
        ON CONFLICT(story) DO UPDATE SET before = words, words = excluded.words, moment = excluded.moment
        """)
      try insertion.run(.integer(id), .integer(WallClock.microseconds), .blob(words))
      try db.execute(
        sql: """
          DELETE FROM reading WHERE story IN (
            SELECT story FROM reading ORDER BY moment
            LIMIT max(0, (SELECT count(*) FROM reading) - \(Self.mostReadings)))
          """)
      let size = "SELECT sum(length(words) + ifnull(length(before), 0)) FROM reading"
      while let sum = try Int.fetchOne(db, sql: size), sum > Self.allReadings {
        try db.execute(
          sql: "DELETE FROM reading WHERE story IN (SELECT story FROM reading ORDER BY moment LIMIT 20)")
      }
    }
  }

  /// The kept words of a story, the latest first; none if they are not kept.
  func readings(of story: StoryID) throws -> [Story] {
    let row = try queue.read { db in
      try Row.fetchOne(
        db, sql: "SELECT words, before FROM reading WHERE story = ?", arguments: [story.databaseValue])
    }
    guard let row else { return [] }
    return [row.bytes(0), row.bytes(1)].compactMap { $0.flatMap(Packed.unpack) }
  }

  /// Forgets the words of a story that must not be shown any more.
  func forgetReading(of story: StoryID) throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM reading WHERE story = ?", arguments: [story.databaseValue])
    }
  }
}

/// The words of a story, compressed: its length in four bytes, and what zlib makes of its JSON.
private enum Packed {
  /// The longest text that is unpacked, in bytes.
  private static let longest = 4 << 20

  static func pack(_ story: Story) -> [UInt8]? {
    var words = Story(id: story.id, path: "", format: "", headline: story.headline)
    words.standfirst = story.standfirst
    words.body = story.body.map { Block(.paragraph([Inline($0.text)])) }
    let bytes = Array(StoryRecord.encode(words).utf8)
    guard bytes.count <= longest else { return nil }
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, bytes, UInt(bytes.count), 6) == Z_OK else { return nil }
    let length = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    return length + packed.prefix(Int(size))
  }

  static func unpack(_ bytes: [UInt8]) -> Story? {
    guard bytes.count > 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    guard length <= longest else { return nil }
    var size = UInt(length)
    var text = [UInt8](repeating: 0, count: length)
    let packed = Array(bytes[4...])
    guard uncompress(&text, &size, packed, UInt(packed.count)) == Z_OK, Int(size) == length else {
      return nil
    }
    return StoryRecord.decode(String(decoding: text, as: UTF8.self))
  }
}

extension Library {
  /// Keeps the words of a story as those that the reader has read.
  ///
  /// Strangers' readings are not kept, nor are words that must not be shown.
  func keepReading(_ id: StoryID) throws {
    guard audience == .owner else { return }
    let story = try unresolved(id).story
    guard !story.wire.isQuiet(at: WallClock.seconds) else { return try marks.forgetReading(of: id) }
    try marks.keepReading(story)
  }

  /// What the reader can be told of a story since it was read.
  public enum SinceRead: Sendable {
    /// No words are kept: it was never read, or long ago.
    case unknown
    /// It has the words that were read.
    case same
    /// The words that were read, and the words of today.
    case changed(read: Story, now: Story)
  }

  /// Compares a story with the last words that were read and that differ from its words of today.
  public func sinceRead(_ id: StoryID) throws -> SinceRead {
    let now = try story(id)
    guard audience == .owner, !now.wire.isQuiet(at: WallClock.seconds) else {
      try marks.forgetReading(of: id)
      return .unknown
    }
    let kept = try marks.readings(of: id)
    guard !kept.isEmpty else { return .unknown }
    let other = kept.first { !Stories.Difference(from: $0, to: now).isEmpty }
    return other.map { .changed(read: $0, now: now) } ?? .same
  }
}
