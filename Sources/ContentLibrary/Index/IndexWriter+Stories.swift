internal import Database
internal import Stories
internal import Words

/// The statements that the writer runs for every story.
struct Insertions {
  let story: Insertion
  let name: Insertion
  let link: Insertion

  init(_ db: Connection) throws {
    story = try Insertion(
      db,
      """
      INSERT INTO story(position, id, file, ordinal, headline, key, teaser, section, published, offset,
        precision, zone, words, language, version, updated, print, status, embargo, stamp, facets, names,
        links)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    name = try Insertion(db, "INSERT OR IGNORE INTO name(hash, story) VALUES (?, ?)")
    link = try Insertion(db, "INSERT OR IGNORE INTO link(hash, story) VALUES (?, ?)")
  }
}

extension IndexWriter {
  /// The earlier stories of a file that is read again.
  struct Standing {
    /// Those that stay unchanged.
    var kept: Set<StoryID> = []
    /// The ids of the others, in order.
    var former: [StoryID] = []
    /// The number of the others.
    var removed = 0
    /// Stories with versions in other files, one of which replaces them if they do not reappear.
    var orphans: [Int64] = []
  }

  /// Removes the stories of a file that are not among its new ones unchanged.
  ///
  /// - Parameter areFound: whether the full text search has them.
  mutating func stories(in file: Int64, keeping entries: [IndexEntry], areFound: Bool) throws -> Standing {
    var standing = Standing(orphans: try storiesWithEditions(in: file))
    let stamps = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, stamp, ordinal, position FROM story WHERE file = ? ORDER BY ordinal"),
      arguments: [file])
    for row in rows {
      let id = StoryID(databaseValue: row.integer(0) ?? 0)
      if areFound, let entry = stamps[id], row.integer(1) == entry.stamp {
        standing.kept.insert(id)
        guard row.int(2) != entry.place.number else { continue }
        try db.cachedStatement(sql: "UPDATE story SET ordinal = ? WHERE id = ?")
          .execute(arguments: [entry.place.number, id.databaseValue])
      } else {
        standing.former.append(id)
        try noteDeparture(from: row.integer(3) ?? 0)
        try removeStory(at: row.integer(3) ?? 0, isFound: areFound)
      }
    }
    standing.removed = standing.former.count
    // A story that other files also contain is not the one that this file's new words belong to.
    if standing.former.contains(where: { standing.orphans.contains($0.databaseValue) }) {
      standing.former = []
    }
    try clearRest(of: file)
    return standing
  }

  /// Removes everything that came from a file.
  mutating func clear(file: Int64, areFound: Bool = true) throws {
    let positions = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT position FROM story WHERE file = ?"), arguments: [file])
    for position in positions {
      try noteDeparture(from: position)
      try removeStory(at: position, isFound: areFound)
    }
    try clearRest(of: file)
  }

  /// Notes a story that is about to be removed, if it may have marks.
  private func noteDeparture(from position: Int64) throws {
    guard let recall else { return }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT story.id, file.path, headline, teaser, language, published FROM story
          JOIN file ON file.id = story.file WHERE position = ?
          """),
      arguments: [position])
    guard let row, let id = row.integer(0) else { return }
    let trace = StoryTraits(
      id: StoryID(databaseValue: id), path: row.text(1) ?? "", headline: row.text(2) ?? "",
      words: row.text(3) ?? "", language: row.text(4).map(LanguageTag.primary), published: row.integer(5))
    recall.noteDeparture(RenameLog.Departure(trace: trace, position: position))
  }

  func clearRest(of file: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM edition WHERE file = ?").execute(arguments: [file])
    try db.cachedStatement(sql: "DELETE FROM problem WHERE file = ?").execute(arguments: [file])
  }

  /// Removes a story from all tables.
  mutating func removeStory(at position: Int64, isFound: Bool = true) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql:
          """
          SELECT key, words, headline, facets, hex(names), hex(links), newest,
            id, print, version, updated, published FROM story WHERE position = ?
          """
      ),
      arguments: [position])
    guard let row else { return }
    let (key, words, shelved) = (row.text(0) ?? "", row.int(1) ?? 0, row.text(3) ?? "")
    let isListed = row.integer(6) == nil
    news.note(
      StoryID(databaseValue: row.integer(7) ?? 0),
      NewsLog.Former(
        position: position, print: row.integer(8) ?? 0,
        order: EditionOrder(
          version: row.int(9), updated: row.integer(10), published: row.integer(11), modified: 0)))
    newcomers[position] = nil
    if isListed {
      try succeed(position)
      try count(-1, position: position, key: key, words: words, facets: FacetWord.numbers(shelved))
    }
    let wasWritten = text.remove(position, facets: shelved, headline: row.text(2) ?? "", isListed: isListed)
    for (table, hashes) in [("name", row.text(4)), ("link", row.text(5))] {
      for hash in NameHashes.read(hex: hashes ?? "") {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE hash = ? AND story = ?")
          .execute(arguments: [hash, position])
      }
    }
    try db.cachedStatement(sql: "DELETE FROM story WHERE position = ?").execute(arguments: [position])
    guard isFound, wasWritten else { return }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO gone(position) VALUES (?)").execute(arguments: [
      position
    ])
  }

  /// Adds a story to all tables.
  mutating func insert(_ entry: IndexEntry, id: StoryID, file: Int64) throws {
    let seconds = try news.write(entry, id: id, to: db)
    let position = try freePosition(seconds)
    let numbers = try entry.facets.map { try facets.number(of: $0, in: db) }
    let shelved = FacetWord.words(numbers)
    try insertions.story.run(
      .integer(position), .integer(id.databaseValue), .integer(file), .int(entry.place.number),
      .text(entry.headline),
      .text(entry.key), .text(entry.teaser), .text(entry.section), .integer(entry.published?.seconds),
      .int(entry.published?.offset), .int(entry.published.map { Int($0.precision.rawValue) }),
      .int(entry.published.map { Int($0.zone.rawValue) }), .int(entry.words), .text(entry.language),
      .int(entry.version), .integer(entry.updated), .integer(entry.print),
      .text(entry.status), .integer(entry.embargo), .integer(entry.stamp), .text(shelved),
      .blob(NameHashes.bytes(entry.names)), .blob(NameHashes.bytes(entry.links)))
    try count(1, position: position, key: entry.key, words: entry.words, facets: numbers)
    for hash in entry.names { try insertions.name.run(.integer(hash), .integer(position)) }
    for hash in entry.links { try insertions.link.run(.integer(hash), .integer(position)) }
    text.add(position, facets: shelved, words: entry.foundBy)
    vocabulary.count(
      entry.foundBy.headline, entry.foundBy.body, language: entry.language.flatMap(StemLanguage.init(code:)))
    newcomers[position] = entry.sketch.map { sketch in
      let told = entry.published.map { Position.first(seconds: $0.seconds) } ?? position
      return Sketches.Newcomer(position: position, sketch: sketch, told: told)
    }
    recall?.note(entry, id: id)
  }

  mutating func count(_ count: Int, position: Int64, key: String, words: Int, facets numbers: [Int64])
    throws
  {
    let named = try numbers.map { (id: $0, kind: try facets.kind(of: $0, in: db)) }
    tally.add(count, position: position, key: key, words: words, facets: named)
  }

  private func freePosition(_ seconds: Int64?) throws -> Int64 {
    let first = Position.first(seconds: seconds)
    var position = places.next[first] ?? first
    while try isTaken(position: position) {
      // Find the end of a run of stories, then skip removed positions one by one: jumping could pass a
      // newer story.
      position =
        try Int64.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT position + 1 FROM story AS one WHERE position >= :it
              AND EXISTS (SELECT 1 FROM story WHERE position = :it)
              AND NOT EXISTS (SELECT 1 FROM story WHERE position = one.position + 1) LIMIT 1
              """),
          arguments: [position]) ?? position + 1
    }
    places.next[first] = position + 1
    return position
  }

  private func isTaken(position: Int64) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT 1 FROM story WHERE position = :it UNION ALL SELECT 1 FROM gone WHERE position = :it"),
      arguments: [position]) != nil
  }
}

/// The first positions that may be free, as far as a refresh knows them.
final class FreePlaces {
  /// The most entries remembered.
  private static let capacity = 50_000
  /// The first position that may be free, by the first position of its second.
  var next: [Int64: Int64] = [:] {
    didSet { if next.count > Self.capacity { next = [:] } }
  }
}

/// Hashes of names, eight bytes each, as stored with a story.
enum NameHashes {
  static func bytes(_ hashes: [Int64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * 8)
    for hash in hashes { withUnsafeBytes(of: hash.bigEndian) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// Reads them from SQLite's `hex`.
  static func read(hex: String) -> [Int64] {
    var hashes: [Int64] = []
    var rest = Substring(hex)
    while rest.utf8.count >= 16 {
      if let bits = UInt64(rest.prefix(16), radix: 16) { hashes.append(Int64(bitPattern: bits)) }
      rest = rest.dropFirst(16)
    }
    return hashes
  }
}
