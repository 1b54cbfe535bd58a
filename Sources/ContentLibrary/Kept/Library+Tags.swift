internal import Database
public import Stories

// Tags of the reader's own.
extension Library {
  /// Gives a story a tag, or takes it away.
  public func tag(_ id: StoryID, _ name: TagName, isSet: Bool) throws {
    let change = isSet ? MarkChange.tagged(name) : .untagged(name)
    try marks.checkTag(of: change)
    if isSet, try !has(name, id),
      try marks.countTags(of: id) >= Marks.mostTagsOfStory
    {
      throw LibraryError.manyTags("a story can't have more than \(Marks.mostTagsOfStory) tags")
    }
    let path = try listing(of: id)?.path
    _ = try marks.set(
      change, stories: [id.databaseValue], paths: path.map { [id.databaseValue: $0] } ?? [:],
      library: identity)
    forgetMarks()
  }

  /// Whether a story has a tag, in any case and accents.
  public func has(_ name: TagName, _ id: StoryID) throws -> Bool {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT 1 FROM marks.tagged JOIN marks.tag ON tag.id = tagged.tag
            WHERE tagged.story = ? AND tag.key = ?
            """), arguments: [id.databaseValue, FacetKey.key(of: name.text)]) != nil
    }
  }

  /// All tags of the reader's own, those of a story first, then by name.
  public func ownTags(of story: StoryID? = nil) throws -> [OwnTag] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT tag.name,
            (SELECT count(*) FROM marks.tagged CROSS JOIN main.story ON story.id = tagged.story
              WHERE tagged.tag = tag.id),
            EXISTS (SELECT 1 FROM marks.tagged WHERE tagged.tag = tag.id AND tagged.story = ?)
          FROM marks.tag ORDER BY 3 DESC, tag.key
          """,
        arguments: [story?.databaseValue ?? 0])
      return rows.compactMap { row in
        TagName(row.text(0) ?? "").map { OwnTag($0, total: row.int(1) ?? 0, isSet: row.int(2) == 1) }
      }
    }
  }

  /// The same as facets of a list, with the number of its stories that have each; those of no story are
  /// left out.
  ///
  /// - Parameter rows: the positions of the list's stories; nil for all stories.
  func ownTags(among rows: Set<Int64>?, isMore: Bool) throws(LibraryError) -> [FacetCount] {
    try read { db in
      let stories = try Row.fetchCursor(
        db,
        sql: """
          SELECT tag.name, story.position, ifnull(story.newest, story.position), \(ReadByMany.isRead())
          FROM marks.tag CROSS JOIN marks.tagged ON tagged.tag = tag.id
          CROSS JOIN main.story ON story.id = tagged.story LEFT JOIN marks.mark ON mark.story = story.id
          ORDER BY tag.id
          """)
      var counts: [FacetCount] = []
      var seen: Set<Int64> = []
      while let row = try stories.next() {
        guard rows?.contains(row.integer(1) ?? 0) != false else { continue }
        let name = row.text(0) ?? ""
        if counts.last?.facet.value != name {
          counts.append(FacetCount(Facet(.mine, name), total: 0, unread: 0, isMore: isMore))
          seen = []
        }
        // Versions of a story count once.
        guard seen.insert(row.integer(2) ?? 0).inserted else { continue }
        counts[counts.count - 1].total += 1
        counts[counts.count - 1].unread += 1 - (row.int(3) ?? 0)
      }
      return counts.sorted { one, other in
        one.total == other.total ? one.facet.value < other.facet.value : one.total > other.total
      }
    }
  }
}

/// The tags of the reader's own that a search means.
enum OwnTags {
  /// The numbers of the tags of a name, in any case and accents; with a star, of all that begin so.
  static func numbers(_ value: String, in db: Connection) throws -> [Int64] {
    let key = FacetKey.key(of: value)
    guard value.hasSuffix("*"), !key.isEmpty else {
      return try Int64.fetchAll(db, sql: "SELECT id FROM marks.tag WHERE key = ?", arguments: [key])
    }
    return try Int64.fetchAll(
      db, sql: "SELECT id FROM marks.tag WHERE key >= ? AND key < ?", arguments: [key, key + "\u{10FFFF}"])
  }

  /// The SQL that selects the positions of the stories with any of some tags.
  static func places(_ numbers: [Int64]) -> String {
    """
    SELECT story.position FROM marks.tagged CROSS JOIN main.story ON story.id = tagged.story
    WHERE tagged.tag IN (\(numbers.map(String.init).joined(separator: ", ")))
    """
  }
}
