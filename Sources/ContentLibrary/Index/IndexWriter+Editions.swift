internal import Database
internal import Stories

/// The order of a story's versions: by version number, then by last change, then by the file's time.
struct EditionOrder: Comparable {
  var version: Int
  var moment: Int64
  var modified: Int64

  init(version: Int?, updated: Int64?, published: Int64?, modified: Int64) {
    self.version = version ?? 0
    moment = updated ?? published ?? .min
    self.modified = modified
  }

  init(_ story: IndexEntry, modified: Int64) {
    self.init(
      version: story.version, updated: story.updated, published: story.published?.seconds, modified: modified)
  }

  static func < (one: EditionOrder, other: EditionOrder) -> Bool {
    (one.version, one.moment, one.modified) < (other.version, other.moment, other.modified)
  }
}

/// The story that has an id in the index at the moment.
struct Current {
  var file: Int64
  var print: Int64
  var language: String?
  var advance: EditionOrder
}

extension IndexWriter {
  /// The columns that `story` and `edition` share, besides the keys.
  private static let shared =
    "file, ordinal, headline, teaser, section, published, offset, precision, zone, words, language, "
    + "version, updated, print, status, embargo"

  /// The story with an id, if there is one.
  func current(_ id: StoryID) throws -> Current? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT file, print, language, version, updated, published, file.modified
          FROM story JOIN file ON file.id = story.file WHERE story.id = ?
          """),
      arguments: [id.databaseValue]
    ).map { row in
      Current(
        file: row.integer(0) ?? 0, print: row.integer(1) ?? 0, language: row.text(2),
        advance: EditionOrder(
          version: row.int(3), updated: row.integer(4), published: row.integer(5),
          modified: row.integer(6) ?? 0))
    }
  }

  /// Moves the story with an id to the earlier versions, to make room for a newer one.
  mutating func demote(_ id: StoryID) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO edition(story, \(Self.shared)) SELECT id, \(Self.shared) FROM story WHERE id = ?
        """
    ).execute(arguments: [id.databaseValue])
    try nameEdition(of: id)
    let position = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT position FROM story WHERE id = ?"), arguments: [id.databaseValue])
    if let position { try removeStory(at: position) }
  }

  /// Writes a story as an earlier version of the current one.
  mutating func insertEdition(_ story: IndexEntry, of id: StoryID, file: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO edition(story, \(Self.shared)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: StatementArguments([id.databaseValue]).followed(by: Self.values(of: story, file: file)))
    try nameEdition(of: id)
  }

  /// The values of the shared columns, in their order.
  static func values(of story: IndexEntry, file: Int64) -> StatementArguments {
    [
      file, story.place.number, story.headline, story.teaser, story.section, story.published?.seconds,
      story.published?.offset, story.published?.precision.rawValue, story.published?.zone.rawValue,
      story.words, story.language, story.version, story.updated, story.print, story.status, story.embargo,
    ]
  }

  /// Gives the version written last an id that is the same in every index, from its story, its file and its
  /// place there.
  private func nameEdition(of id: StoryID) throws {
    let row = db.lastInsertedRowID
    let place = try Row.fetchOne(
      db.cachedStatement(
        sql:
          """
          SELECT file.path, edition.ordinal FROM edition JOIN file ON file.id = edition.file
          WHERE edition.id = ?
          """
      ),
      arguments: [row])
    let name = "\(id) \(place?.text(0) ?? "") \(place?.int(1).map(String.init) ?? "left")"
    var edition = StoryID(identifier: name)
    while try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM edition WHERE id = ?"), arguments: [edition.databaseValue])
      != nil
    { edition = StoryID(identifier: "\(edition) again") }
    try db.cachedStatement(sql: "UPDATE edition SET id = ? WHERE id = ?")
      .execute(arguments: [edition.databaseValue, row])
  }

  /// The stories of a file that have versions in other files, one of which replaces them if they leave this
  /// file.
  func storiesWithEditions(in file: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql:
          """
          SELECT DISTINCT edition.story FROM story JOIN edition ON edition.story = story.id
          WHERE story.file = ?
          """
      ),
      arguments: [file])
  }

  /// Marks for reading the files with versions of removed stories, so that one of them replaces each story.
  mutating func promoteEditions(of stories: [Int64]) throws {
    for id in stories where try current(StoryID(databaseValue: id)) == nil {
      try db.cachedStatement(
        sql:
          "UPDATE file SET state = ?, hash = NULL WHERE id IN (SELECT file FROM edition WHERE story = ?)"
      ).execute(arguments: [FileState.again.rawValue, id])
      needsAnotherRound = true
    }
  }
}

extension Story {
  /// A hash of headline, standfirst, text and status, which distinguishes versions with different words.
  var print: Int64 {
    var stream = Fingerprint.Stream()
    for part in [headline, standfirst ?? "", wire.status.rawValue] + body.map(\.text) {
      stream.add(part.utf8)
      stream.add([0])
    }
    return Int64(bitPattern: stream.value.folded)
  }

  /// The teaser for lists; empty for a story that must not be used.
  var shownTeaser: String {
    wire.status == .usable ? teaser : wire.notes.first ?? ""
  }
}
