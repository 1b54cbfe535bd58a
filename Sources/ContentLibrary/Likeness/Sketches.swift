internal import Database

/// The sketches of all stories: thousands per row of the index, and all in memory during a refresh, because
/// new stories are compared with every other.
///
/// A lookup table would take three times the space and, with a million stories, a hundred times the time:
/// each story has ten keys in ten places. A pass over forty megabytes takes some hundredths of a second,
/// once per batch.
///
/// Removed stories stay until the full text search is rebuilt; positions are never used twice.
final class Sketches {
  /// Sketches written together, with the positions of their stories.
  private struct Run {
    let count: Int
    /// The sketches one after the other, then the positions in rising order, as differences in seven bits
    /// per byte, lowest first.
    let bytes: [UInt8]
  }

  /// A new story.
  struct Newcomer {
    var position: Int64
    var sketch: Sketch
    /// The position it would have by its publication alone; a corrected story goes by its correction.
    var told: Int64
  }

  /// A story similar to a new one.
  struct Like: Hashable {
    var position: Int64
    /// Whether the texts are practically equal.
    var isEqual: Bool
  }

  private var runs: [Run] = []
  /// The positions by publication of stories that go by their last change.
  private var told: [Int64: Int64] = [:]
  private var isLoaded = false

  /// The most similar stories found per story; further ones are known to be similar to these.
  static let mostLikes = 8

  /// For each new story, the similar stories and the positions of those that share some text, new stories
  /// included.
  func meet(_ newcomers: [Newcomer], in db: Connection) throws -> [(likes: [Like], near: [Int64])] {
    try load(from: db)
    var candidates = CandidateTable(newcomers)
    for run in runs {
      try run.bytes.withUnsafeBytes { bytes in
        for (index, position) in Self.positions(in: bytes, count: run.count).prefix(run.count).enumerated() {
          let story = Newcomer(
            position: position, sketch: Sketch(bytes, at: index * Sketch.byteCount),
            told: told[position] ?? position)
          try candidates.pass(story) {
            try Int.fetchOne(
              db.cachedStatement(sql: "SELECT 1 FROM story WHERE position = ?"), arguments: [$0]) != nil
          }
        }
      }
    }
    return zip(candidates.found, candidates.near).map { ($0, $1) }
  }

  /// Writes new stories.
  func add(_ newcomers: [Newcomer], to db: Connection) throws {
    guard !newcomers.isEmpty else { return }
    for newcomer in newcomers where newcomer.told != newcomer.position {
      told[newcomer.position] = newcomer.told
    }
    let sorted = newcomers.sorted { $0.position < $1.position }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sorted.count * (Sketch.byteCount + 4))
    for newcomer in sorted { newcomer.sketch.write(to: &bytes) }
    var last: Int64 = 0
    for newcomer in sorted {
      var step = UInt64(bitPattern: newcomer.position &- last)
      last = newcomer.position
      while step > 0x7F {
        bytes.append(UInt8(step & 0x7F) | 0x80)
        step >>= 7
      }
      bytes.append(UInt8(step))
    }
    try Insertion(db, "INSERT INTO sketch(stories, bytes) VALUES (?, ?)")
      .run(.int(sorted.count), .blob(bytes))
    if isLoaded { runs.append(Run(count: sorted.count, bytes: bytes)) }
  }

  /// The sketches of the stories at some positions, without loading the others into memory.
  static func find(_ places: Set<Int64>, in db: Connection) throws -> [Int64: Sketch] {
    var found: [Int64: Sketch] = [:]
    guard !places.isEmpty else { return found }
    let rows = try Row.fetchCursor(db, sql: "SELECT stories, bytes FROM sketch ORDER BY id DESC")
    while found.count < places.count, let row = try rows.next() {
      guard let count = row.int(0), let bytes = row.bytes(1), count >= 0,
        bytes.count / Sketch.byteCount >= count
      else { continue }
      bytes.withUnsafeBytes { bytes in
        for (index, place) in positions(in: bytes, count: count).prefix(count).enumerated()
        where places.contains(place) {
          found[place] = Sketch(bytes, at: index * Sketch.byteCount)
        }
      }
    }
    return found
  }

  private func load(from db: Connection) throws {
    guard !isLoaded else { return }
    let rows = try Row.fetchCursor(db, sql: "SELECT stories, bytes FROM sketch ORDER BY id")
    while let row = try rows.next() {
      guard let count = row.int(0), let bytes = row.bytes(1), count >= 0,
        bytes.count / Sketch.byteCount >= count
      else { continue }
      runs.append(Run(count: count, bytes: bytes))
    }
    let changed = try Row.fetchCursor(
      db,
      sql: """
        SELECT story.position, story.published FROM news JOIN story ON story.id = news.story
        WHERE story.updated > story.published
        """)
    while let row = try changed.next() {
      if let position = row.integer(0) { told[position] = Position.first(seconds: row.integer(1)) }
    }
    isLoaded = true
  }

  private static func positions(in bytes: UnsafeRawBufferPointer, count: Int) -> [Int64] {
    var positions: [Int64] = []
    positions.reserveCapacity(count)
    var (last, step, shift): (Int64, UInt64, UInt64) = (0, 0, 0)
    for byte in bytes[(count * Sketch.byteCount)...] {
      step |= UInt64(byte & 0x7F) << shift
      shift += 7
      guard byte & 0x80 == 0 else { continue }
      last &+= Int64(bitPattern: step)
      positions.append(last)
      (step, shift) = (0, 0)
    }
    return positions
  }
}
