internal import Database
internal import Stories
internal import System

/// The copy of an index for strangers.
///
/// It has no story that is killed, withheld or under an embargo, no count, name or word of one, and no problem
/// of a file.
///
/// What is not in it can't be listed, searched, counted or followed, whatever the program does. It also has
/// the items that have dropped out of their feeds, because strangers can't read the archive.
enum PublicIndex {
  /// The setting that only such a copy has.
  private static let sign = "public"
  /// In an index with more different words than this, only the words of hidden stories are tested.
  private static let mostWords = 300_000

  /// Whether an open database is such a copy.
  static func isPublic(_ db: Connection) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT value FROM main.setting WHERE name = ?", arguments: [sign]) != nil
  }

  /// The SQL condition for stories and versions that strangers must not see at a moment.
  private static func hidden(at now: Int64) -> String {
    "(status IS NOT NULL OR embargo IS NOT NULL AND embargo > \(now))"
  }

  /// What is hidden at a moment, and when the next embargo ends.
  struct Hidden: Hashable, Sendable {
    /// The identities of what is hidden, as a hash.
    var stories: UInt64
    /// Another value means that another copy is wanted: files have changed, or other stories are hidden.
    var print: String
    /// In seconds since 1970; nil if nothing is under an embargo.
    var next: Int64?
  }

  static func hidden(in db: Connection, now: Int64) throws -> Hidden {
    var stream = Fingerprint.Stream()
    let ids = try Int64.fetchCursor(
      db,
      sql: """
        SELECT id FROM (SELECT id FROM main.story WHERE \(hidden(at: now))
        UNION SELECT id FROM main.edition WHERE \(hidden(at: now))) ORDER BY id
        """)
    while let id = try ids.next() { withUnsafeBytes(of: id) { stream.add($0) } }
    let files = try String.fetchOne(
      db,
      sql: """
        SELECT count(*) || ' ' || ifnull(sum(hash & 0xFFFFFFFF), 0) || ' '
          || ifnull(sum(modified / 1000 & 0xFFFFFFFFFF), 0) FROM main.file
        """)
    let next = try Int64.fetchOne(
      db,
      sql: """
        SELECT min(embargo) FROM (SELECT embargo FROM main.story UNION ALL SELECT embargo FROM main.edition)
        WHERE embargo > ?
        """, arguments: [now])
    let stories = stream.value.folded
    return Hidden(stories: stories, print: "\(files ?? "") \(stories)", next: next)
  }

  /// What a copy was made of; nil without a copy that can be read.
  static func print(ofCopyAt path: String) -> String? {
    var configuration = Configuration()
    configuration.readonly = true
    guard DatabaseKind.index == DatabaseKind(of: path),
      let queue = try? DatabaseQueue(path: path, configuration: configuration)
    else { return nil }
    return try? queue.read { db in
      guard try Schema.isReady(db) else { return nil }
      return try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [sign])
    }
  }

  /// Takes everything that strangers must not see out of a copy.
  ///
  /// - Parameters:
  ///   - path: of the copy, which nobody else has open.
  ///   - library: the library that the copy is of.
  static func clear(_ path: String, of library: Library, now: Int64) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // The copy gets its name when it is complete, so that a half-made one harms nobody.
      try db.execute(
        sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // What reads rows expects marks; a copy has none.
      try db.execute(
        sql: """
          ATTACH DATABASE ':memory:' AS marks;
          CREATE TABLE marks.mark(story INTEGER PRIMARY KEY, isRead, isSaved, isChanged);
          CREATE TABLE marks.read_many(part INTEGER PRIMARY KEY, moment, stories);
          CREATE TABLE marks.tagged(tag, story)
          """)
      try ReadByMany.register(in: db)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      let print = try hidden(in: db, now: now).print
      let words = try hiddenWords(in: db, of: library, now: now)
      try db.inTransaction {
        try removeStories(from: db, of: library, now: now)
        try removeRest(from: db)
        try removeWords(words, from: db)
        try db.execute(
          sql: "INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)", arguments: [sign, print])
        return .commit
      }
      try addArchive(to: db, of: library)
    }
    queue.close()
  }

  /// The words of hidden stories and versions, as their files have them.
  private static func hiddenWords(in db: Connection, of library: Library, now: Int64) throws -> Set<[UInt8]> {
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM story WHERE \(hidden(at: now)) UNION SELECT id FROM edition WHERE \(hidden(at: now))
        UNION SELECT edition.id FROM edition JOIN story ON story.id = edition.story
          WHERE story.status IS NOT NULL OR story.embargo > \(now)
        """)
    var words: Set<[UInt8]> = []
    for id in ids {
      guard let found = try library.words(of: StoryID(databaseValue: id), in: db) else { continue }
      for text in [found.headline, found.body, found.byline, found.names] {
        for word in text.split(separator: 0x20) { words.insert(Array(word)) }
      }
    }
    return words
  }

  private static func removeStories(from db: Connection, of library: Library, now: Int64) throws {
    var writer = try IndexWriter(
      db: db, library: library.identity, facets: FacetNumbers(), places: FreePlaces(),
      vocabulary: WordCounts(), sketches: Sketches(), texts: TextReader(library), news: NewsLog())
    // The copies of a killed or withheld story go with it: their words are the same.
    let positions = try Int64.fetchAll(
      db,
      sql: """
        SELECT position FROM story WHERE \(hidden(at: now))
        UNION SELECT position FROM story WHERE newest IN (SELECT position FROM story WHERE status IS NOT NULL)
        """)
    for position in positions {
      try db.execute(
        sql: "DELETE FROM edition WHERE story = (SELECT id FROM story WHERE position = ?)",
        arguments: [position])
      try writer.removeStory(at: position)
    }
    try db.execute(sql: "DELETE FROM edition WHERE \(hidden(at: now))")
    try writer.finish()
  }

  private static func removeRest(from db: Connection) throws {
    try db.execute(
      sql: """
        DELETE FROM facet WHERE total <= 0;
        DELETE FROM problem;
        DELETE FROM news WHERE story NOT IN (SELECT id FROM story);
        DELETE FROM file WHERE id NOT IN (SELECT file FROM story UNION SELECT file FROM edition);
        """)
  }

  /// Removes the words that no story has any more, so that no correction of a spelling tells them.
  private static func removeWords(_ hidden: Set<[UInt8]>, from db: Connection) throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM word") ?? 0
    let words =
      count <= mostWords
      ? try String.fetchAll(db, sql: "SELECT DISTINCT word FROM word")
      : hidden.map { String(decoding: $0, as: UTF8.self) }
    let isFound = try db.cachedStatement(
      sql: """
        SELECT 1 FROM main.search CROSS JOIN main.story ON story.position = search.rowid WHERE search MATCH ?
        LIMIT 1
        """)
    for word in words where !word.utf8.contains(UInt8(ascii: "\"")) {
      guard try Int.fetchOne(isFound, arguments: ["\"\(word)\""]) == nil else { continue }
      try db.cachedStatement(sql: "DELETE FROM word WHERE word = ?").execute(arguments: [word])
    }
  }

  /// Copies the items that have dropped out of their feeds.
  private static func addArchive(to db: Connection, of library: Library) throws {
    try db.execute(sql: Archive.table)
    guard Paths.exists(library.archive.path) else { return }
    try db.execute(sql: "ATTACH DATABASE ? AS kept", arguments: [library.archive.path])
    defer { try? db.execute(sql: "DETACH DATABASE kept") }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO main.item SELECT library, path, story, print, content FROM kept.item
        WHERE library = ? AND story IN (SELECT id FROM story)
        """, arguments: [library.identity])
  }
}

/// What a copy of an index for strangers leaves out, and until when that holds.
public struct PublicState: Hashable, Sendable {
  let hidden: PublicIndex.Hidden

  /// Which stories are hidden: another value where others are.
  public var hides: UInt64 { hidden.stories }
  /// When the next embargo ends, in seconds since 1970; nil if nothing is under an embargo.
  public var nextEmbargo: Int64? { hidden.next }
}

extension Library {
  /// What strangers must not see now; another value than before calls for another copy.
  public func publicState() throws(LibraryError) -> PublicState {
    PublicState(hidden: try read { db in try PublicIndex.hidden(in: db, now: WallClock.seconds) })
  }

  /// Publishes a copy of the current index for strangers.
  ///
  /// - Throws: `LibraryError.index` if there is no space, or if the index is being read or written.
  public func publishForAll() throws(LibraryError) {
    try publish(as: \.publicCopy) { (path: String) throws(LibraryError) in
      do {
        try PublicIndex.clear(path, of: self, now: WallClock.seconds)
      } catch {
        throw LibraryError.index(path: path, reason: wording(of: error))
      }
    }
  }

  /// Whether a copy for strangers exists that this user can read.
  public static func hasPublicCopy(of index: String) -> Bool {
    let path = IndexLocation(database: index).publicCopy
    return Paths.isReadable(path) && DatabaseKind.index == DatabaseKind(of: path)
  }

  /// Whether the copy for strangers has what it would have if it were made now.
  public func isPublicCopyCurrent() throws(LibraryError) -> Bool {
    guard let location, let print = PublicIndex.print(ofCopyAt: location.publicCopy) else { return false }
    return try publicState().hidden.print == print
  }
}
