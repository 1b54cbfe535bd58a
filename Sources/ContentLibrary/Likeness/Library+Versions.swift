internal import Database
public import Stories

extension Library {
  /// A story with all its versions and copies, newest first.
  ///
  /// These are stories with the same id, and stories that share most of their text.
  ///
  /// - Returns: the story alone if it has no versions; empty if it is not in the index.
  public func versions(of id: StoryID) throws(LibraryError) -> [Listing] {
    try read { db in try Versions(db: db).all(of: id).map(\.listing) }
  }
}

/// Gathers the versions of a story.
struct Versions {
  /// A version.
  struct Version {
    var listing: Listing
    /// See `Story.print`.
    var print: Int64
  }

  /// The most versions gathered.
  private static let most = 1_000

  let db: Connection

  /// All versions of a story, newest first.
  func all(of id: StoryID) throws -> [Version] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          WITH this(id) AS (SELECT :id UNION ALL SELECT story FROM edition WHERE edition.id = :id),
            first(position) AS (SELECT ifnull(story.newest, story.position) FROM story
              JOIN this ON this.id = story.id)
          SELECT story.id, print, ifnull(updated, published) AS moment, version, modified, position FROM story
            JOIN file ON file.id = story.file WHERE position IN (SELECT position FROM first)
          UNION ALL
          SELECT story.id, print, ifnull(updated, published) AS moment, version, modified, position FROM story
            JOIN file ON file.id = story.file WHERE newest IN (SELECT position FROM first)
          ORDER BY moment DESC, version DESC, modified DESC, position DESC LIMIT \(Self.most)
          """),
      arguments: [id.databaseValue])
    var versions: [Version] = []
    for row in rows {
      let story = StoryID(databaseValue: row.integer(0) ?? 0)
      if let listing = try WindowRows.listing(of: story, in: db) {
        versions.append(Version(listing: listing, print: row.integer(1) ?? 0))
      }
      versions += try editions(of: story)
    }
    return versions
  }

  private func editions(of story: StoryID) throws -> [Version] {
    let prints = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, print FROM edition WHERE story = ?"),
      arguments: [story.databaseValue]
    ).reduce(into: [Int64: Int64]()) { $0[$1.integer(0) ?? 0] = $1.integer(1) ?? 0 }
    guard !prints.isEmpty else { return [] }
    return try WindowRows.editions(of: story, in: db).map {
      Version(listing: $0, print: prints[$0.id.databaseValue] ?? 0)
    }
  }
}
