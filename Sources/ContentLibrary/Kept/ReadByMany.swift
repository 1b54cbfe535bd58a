internal import Database
internal import Stories
internal import System

/// Stories that were marked as read together with very many others, as sorted ids.
///
/// A row for each of a million marks takes SQLite seconds. Here a mark takes the eight bytes of its id. A
/// story stands here only while it has no row in `mark`: `settle` gives it one before anything else is marked
/// on it. The ids are hashes, so that they are spread evenly over the parts.
enum ReadByMany {
  /// The ids whose upper twelve bits are the number of a part, ascending, in eight bytes each with the lowest
  /// first; and the last time that very many were marked, in microseconds since 1970.
  static let table = """
    CREATE TABLE IF NOT EXISTS read_many(
      part INTEGER PRIMARY KEY, moment INTEGER NOT NULL, stories BLOB NOT NULL);

    """

  private static let function = "has_story"

  /// The part of a story.
  private static func part(_ story: Int64) -> Int64 { story >> 52 }

  /// Adds what `isRead` needs to a connection.
  static func register(in db: Connection) throws {
    try db.add(
      ScalarFunction(function, count: 2) { values in
        let story = values.integer(1)
        return .integer(values.withBytes(0) { SortedIDs(bytes: $0).hasPlace(story) } ? 1 : 0)
      })
  }

  /// The SQL for whether a story is read: 0 or 1.
  ///
  /// - Parameter story: the column with its id; `mark` is its row, which may be missing.
  static func isRead(_ story: String = "story.id") -> String {
    """
    coalesce(mark.isRead,
      (SELECT \(function)(stories, \(story)) FROM marks.read_many WHERE part = \(story) >> 52), 0)
    """
  }

  /// The SQL for the moment when a story was marked as read.
  static func seen(_ story: String) -> String {
    "ifnull(mark.seen, (SELECT moment FROM marks.read_many WHERE part = \(story) >> 52))"
  }

  /// Whether there are any.
  static func isEmpty(in db: Connection) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM read_many LIMIT 1")) == nil
  }

  /// Whether a story stands here.
  static func contains(_ story: Int64, in db: Connection) throws -> Bool {
    try known(part(story), in: db)?.withIDs { $0.hasPlace(story) } ?? false
  }

  /// All of them, in ascending order.
  static func stories(in db: Connection) throws -> [Int64] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT stories FROM read_many ORDER BY part"))
    var stories: [Int64] = []
    while let row = try rows.next() { stories += (row.bytes(0) ?? []).withIDs { Array($0) } }
    return stories
  }

  /// Adds stories without a row in `mark`, in ascending order.
  static func add(_ stories: [Int64], in db: Connection) throws {
    let moment = WallClock.microseconds
    for (part, some) in parts(of: stories) {
      let known = try known(part, in: db)?.withIDs { Array($0) } ?? []
      try keep(known.merged(with: Array(some)), as: part, moment, in: db)
    }
  }

  /// Takes stories out, given in ascending order.
  ///
  /// - Returns: those that were not here.
  static func remove(_ stories: [Int64], in db: Connection) throws -> [Int64] {
    guard try !isEmpty(in: db) else { return stories }
    var others: [Int64] = []
    for (part, some) in parts(of: stories) {
      let known = try known(part, in: db)?.withIDs { Array($0) } ?? []
      let left = known.without(Array(some))
      others += Array(some).without(known)
      if left.count < known.count { try keep(left, as: part, nil, in: db) }
    }
    return others
  }

  /// Gives stories that stand here a row in `mark`, because more is to be marked on them.
  static func settle(_ stories: some Sequence<Int64>, in db: Connection) throws {
    guard try !isEmpty(in: db) else { return }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO mark(story, library, path, isRead, changed, seen)
        SELECT ?1, '', '', 1, moment / 1000000, moment FROM read_many WHERE part = ?1 >> 52
        ON CONFLICT(story) DO NOTHING
        """)
    for (part, some) in parts(of: stories.sorted()) {
      let known = try known(part, in: db)?.withIDs { Array($0) } ?? []
      let here = some.filter(known.hasPlace)
      guard !here.isEmpty else { continue }
      for story in here { try statement.run([.integer(story)]) }
      try keep(known.without(here), as: part, nil, in: db)
    }
  }

  /// Gives all of them a row.
  static func settleAll(in db: Connection) throws { try settle(stories(in: db), in: db) }

  private static func known(_ part: Int64, in db: Connection) throws -> [UInt8]? {
    let statement = try db.cachedStatement(sql: "SELECT stories FROM read_many WHERE part = ?")
    return try Row.fetchOne(statement, arguments: [part])?.bytes(0)
  }

  /// Stores the stories of a part, with the earlier moment if none is given.
  private static func keep(_ stories: [Int64], as part: Int64, _ moment: Int64?, in db: Connection) throws {
    let bytes = stories.map(\.littleEndian).withUnsafeBytes { Array($0) }
    guard !stories.isEmpty else {
      return try db.cachedStatement(sql: "DELETE FROM read_many WHERE part = ?").run([.integer(part)])
    }
    guard let moment else {
      let sql = "UPDATE read_many SET stories = ? WHERE part = ?"
      return try db.cachedStatement(sql: sql).run([.blob(bytes), .integer(part)])
    }
    try db.cachedStatement(sql: "REPLACE INTO read_many(part, moment, stories) VALUES (?, ?, ?)")
      .run([.integer(part), .integer(moment), .blob(bytes)])
  }

  /// The stories of each part.
  private static func parts(of stories: [Int64]) -> [(part: Int64, stories: ArraySlice<Int64>)] {
    var parts: [(Int64, ArraySlice<Int64>)] = []
    var start = 0
    while start < stories.count {
      let number = part(stories[start])
      let end = stories[start...].firstIndex { part($0) != number } ?? stories.count
      parts.append((number, stories[start..<end]))
      start = end
    }
    return parts
  }
}

/// Ids in the bytes of a part.
private struct SortedIDs: RandomAccessCollection {
  let bytes: UnsafeRawBufferPointer

  var startIndex: Int { 0 }
  var endIndex: Int { bytes.count / 8 }

  subscript(index: Int) -> Int64 {
    Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: Int64.self))
  }
}

extension [UInt8] {
  fileprivate func withIDs<Result>(_ body: (SortedIDs) -> Result) -> Result {
    withUnsafeBytes { body(SortedIDs(bytes: $0)) }
  }
}
