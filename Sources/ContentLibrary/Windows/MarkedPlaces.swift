internal import Database
internal import Stories
internal import Synchronization

/// The positions of read and saved stories, kept between the windows of a list.
///
/// Counting them in the tables takes as long as there are marks; here it takes a search in a sorted array. A
/// million read stories take eight megabytes.
final class MarkedPlaces: Sendable {
  /// The positions of the marked stories of an index, each in ascending order.
  struct Places: Sendable {
    /// Read stories; of several versions only the newest.
    fileprivate(set) var read: [Int64] = []
    /// Saved stories, and saved versions.
    fileprivate(set) var saved: [Int64] = []
    /// Those of `saved` that are read.
    fileprivate(set) var savedRead: [Int64] = []
    /// Stories that searches hide, which the lists of saved ones have all the same.
    private(set) var hidden: [Int64] = []
    private var both: [Int64] = []
    /// Stories that are read, hidden, or both.
    var readOrHidden: [Int64] { hidden.isEmpty ? read : both }

    /// The same without some stories.
    func hiding(_ places: [Int64]) -> Places {
      var left = self
      (left.hidden, left.both) = (places, places.isEmpty ? [] : read.merged(with: places))
      return left
    }
  }

  /// What the positions were read from.
  private struct Revision: Hashable {
    var marks: Int64
    var index: String
  }

  private struct State {
    var revision: Revision
    var places: Places
  }

  private let state = Mutex<State?>(nil)

  /// Records in the index that its stories change.
  static func noteRevision(_ db: Connection) throws {
    try db.execute(sql: "REPLACE INTO setting(name, value) VALUES ('revision', hex(randomblob(8)))")
  }

  private static func revision(_ db: Connection) throws -> Revision {
    Revision(
      marks: try Int64.fetchOne(db.cachedStatement(sql: "SELECT number FROM marks.revision")) ?? 0,
      index: try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM main.setting WHERE name = 'revision'")) ?? "")
  }

  /// The positions in the snapshot that is being read.
  func places(in db: Connection) throws -> Places {
    let revision = try Self.revision(db)
    if let known = state.withLock({ $0?.revision == revision ? $0?.places : nil }) { return known }
    let places = try Places(db)
    state.withLock { $0 = State(revision: revision, places: places) }
    return places
  }

  /// Forgets them, because the stories have changed.
  func forget() { state.withLock { $0 = nil } }

  /// A mark of one story that was just changed.
  struct Note {
    var isRead: Bool
    var isSaved: Bool
  }

  /// Takes over the mark of one story, if nothing else has changed since the positions were read.
  func note(_ note: Note, position: Int64, isNewest: Bool, in db: Connection) throws {
    let now = try Self.revision(db)
    state.withLock { state in
      guard let known = state?.revision, known.index == now.index, known.marks == now.marks - 1 else {
        return
      }
      state?.revision = now
      state?.places.read.put(position, isThere: note.isRead && isNewest)
      state?.places.saved.put(position, isThere: note.isSaved)
      state?.places.savedRead.put(position, isThere: note.isRead && note.isSaved)
    }
  }
}

extension MarkedPlaces.Places {
  fileprivate init(_ db: Connection) throws {
    func positions(_ column: String) throws -> [Int64] {
      // The index of ids has the positions too, so that no row of a story is read.
      try Int64.fetchAll(
        db,
        sql: """
          SELECT story.position FROM marks.mark CROSS JOIN main.story ON story.id = mark.story
          WHERE mark.\(column) = 1
          """
      ).sorted()
    }
    read = try positions("isRead").merged(with: Self.readByMany(db))
    saved = try positions("isSaved")
    savedRead = saved.filter { read.hasPlace($0) }
    let older = try Int64.fetchAll(
      db, sql: "SELECT position FROM main.story WHERE newest IS NOT NULL")
    guard !older.isEmpty, !read.isEmpty else { return }
    let left = Set(older)
    read.removeAll { left.contains($0) }
  }
}

extension MarkedPlaces.Places {
  /// Stories in the table are found one by one up to one for so many; more are found by reading all.
  private static let rowsPerLookup = 8

  /// The positions of the stories that were marked as read with very many others.
  private static func readByMany(_ db: Connection) throws -> [Int64] {
    let ids = try ReadByMany.stories(in: db)
    guard !ids.isEmpty else { return [] }
    let all = try Int.fetchOne(db, sql: "SELECT ifnull(sum(total), 0) FROM tally WHERE series = 0") ?? 0
    var places: [Int64] = []
    guard ids.count * rowsPerLookup > all else {
      let statement = try db.cachedStatement(sql: "SELECT position FROM main.story WHERE id = ?")
      for id in ids { places += try Int64.fetchAll(statement, arguments: [id]) }
      return places.sorted()
    }
    let rows = try Row.fetchCursor(db, sql: "SELECT id, position FROM main.story ORDER BY id")
    var next = 0
    while let row = try rows.next(), next < ids.count {
      guard let id = row.integer(0), let position = row.integer(1) else { continue }
      while next < ids.count, ids[next] < id { next += 1 }
      if next < ids.count, ids[next] == id { places.append(position) }
    }
    return places.sorted()
  }
}

extension RandomAccessCollection<Int64> where Index == Int {
  /// The first index whose value is not below `value`, in an ascending array.
  func firstPlace(notBelow value: Int64) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an ascending array has a value.
  func hasPlace(_ value: Int64) -> Bool {
    let index = firstPlace(notBelow: value)
    return index < endIndex && self[index] == value
  }
}

extension [Int64] {
  /// How many values of an ascending array are above `value`.
  func countAbove(_ value: Int64) -> Int {
    value == .max ? 0 : count - firstPlace(notBelow: value + 1)
  }

  /// The values of two ascending arrays, each once.
  func merged(with other: [Int64]) -> [Int64] {
    if isEmpty || other.isEmpty { return isEmpty ? other : self }
    var (all, one, two) = ([Int64](), 0, 0)
    all.reserveCapacity(count + other.count)
    while one < count || two < other.count {
      let isFirst = two == other.count || one < count && self[one] <= other[two]
      let value = isFirst ? self[one] : other[two]
      if isFirst { one += 1 } else { two += 1 }
      if all.last != value { all.append(value) }
    }
    return all
  }

  /// The values of an ascending array that are not in another.
  func without(_ other: [Int64]) -> [Int64] { other.isEmpty ? self : values(in: other, are: false) }

  /// The values of an ascending array that are in another too.
  func shared(with other: [Int64]) -> [Int64] { other.isEmpty ? [] : values(in: other, are: true) }

  private func values(in other: [Int64], are isIn: Bool) -> [Int64] {
    var (some, two) = ([Int64](), 0)
    some.reserveCapacity(isIn ? Swift.min(count, other.count) : count)
    for value in self {
      while two < other.count, other[two] < value { two += 1 }
      if (two < other.count && other[two] == value) == isIn { some.append(value) }
    }
    return some
  }

  fileprivate mutating func put(_ value: Int64, isThere: Bool) {
    let index = firstPlace(notBelow: value)
    let has = index < count && self[index] == value
    if has, !isThere { remove(at: index) } else if !has, isThere { insert(value, at: index) }
  }
}

extension Library {
  /// Tells the positions of marked stories of a mark that was just set.
  func noteMark(of id: StoryID, _ change: (inout MarkedPlaces.Note) -> Void) throws(LibraryError) {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT story.position, story.newest, \(ReadByMany.isRead()), ifnull(mark.isSaved, 0)
              FROM main.story LEFT JOIN marks.mark ON mark.story = story.id WHERE story.id = ?
              """), arguments: [id.databaseValue])
      else { return }
      var note = MarkedPlaces.Note(isRead: row.int(2) == 1, isSaved: row.int(3) == 1)
      change(&note)
      try markedPlaces.note(
        note, position: row.integer(0) ?? 0, isNewest: row.integer(1) == nil, in: db)
    }
  }
}
