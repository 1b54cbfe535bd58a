internal import Database
internal import Words

/// The changes of a transaction to the full text tables, written in the order of their rows.
///
/// FTS5 flushes its buffer whenever a row comes before the last one: out of order, indexing takes five
/// times as long and twice the space.
struct FullText {
  private struct Row {
    var facets: String
    var words: IndexEntry.Words
    var isListed = true
  }

  private var added: [Int64: Row] = [:]
  private var removed: [Int64: (facets: String, headline: String, wasListed: Bool)] = [:]
  /// Existing stories that enter or leave the lists of their facets.
  private var shelved: [Int64: (facets: String, isListed: Bool)] = [:]

  /// Adds a story.
  mutating func add(_ position: Int64, facets: String, words: IndexEntry.Words) {
    added[position] = Row(facets: facets, words: words)
  }

  /// The words of a story that is waiting to be written.
  func words(at position: Int64) -> IndexEntry.Words? { added[position]?.words }

  /// Removes a story.
  ///
  /// - Returns: whether it had been written already, so that `search` still finds its position.
  mutating func remove(_ position: Int64, facets: String, headline: String, isListed: Bool) -> Bool {
    guard added.removeValue(forKey: position) == nil else { return false }
    let wasListed = shelved.removeValue(forKey: position).map { !$0.isListed } ?? isListed
    removed[position] = (facets, headline, wasListed)
    return true
  }

  /// Adds a story to the lists of its facets, or removes it; searches still find it.
  mutating func shelve(_ position: Int64, facets: String, isListed: Bool) {
    if added[position] != nil {
      added[position]?.isListed = isListed
    } else if shelved.removeValue(forKey: position) == nil {
      shelved[position] = (facets, isListed)
    }
  }

  /// Writes all changes.
  mutating func write(to db: Connection) throws {
    try writeRemoved(to: db)
    try writeShelf(to: db)
    guard !added.isEmpty else { return }
    let title = try Insertion(db, "INSERT INTO title(rowid, headline) VALUES (?, ?)")
    let search = try Insertion(
      db, "INSERT INTO search(rowid, body, headline, byline, facets) VALUES (?, ?, ?, ?, ?)")
    for (position, row) in added.sorted(by: { $0.key < $1.key }) {
      try title.run(.integer(position), .utf8(row.words.headline))
      try search.run(
        .integer(position), .utf8(row.words.body), .utf8(row.words.headline), .utf8(row.words.byline),
        .utf8(Array(row.facets.utf8) + row.words.names))
    }
    added = [:]
  }

  private mutating func writeShelf(to db: Connection) throws {
    var listed = added.filter(\.value.isListed).mapValues(\.facets)
    for (position, change) in shelved where change.isListed { listed[position] = change.facets }
    shelved = [:]
    guard !listed.isEmpty else { return }
    let facetList = try Insertion(db, "INSERT INTO facetList(rowid, facets) VALUES (?, ?)")
    for (position, facets) in listed.sorted(by: { $0.key < $1.key }) {
      try facetList.run(.integer(position), .text(facets))
    }
  }

  private mutating func writeRemoved(to db: Connection) throws {
    var unlisted = removed.filter(\.value.wasListed).mapValues(\.facets)
    for (position, change) in shelved where !change.isListed { unlisted[position] = change.facets }
    let facetList = try Insertion(
      db, "INSERT INTO facetList(facetList, rowid, facets) VALUES ('delete', ?, ?)")
    for (position, facets) in unlisted.sorted(by: { $0.key < $1.key }) {
      try facetList.run(.integer(position), .text(facets))
    }
    let title = try Insertion(db, "INSERT INTO title(title, rowid, headline) VALUES ('delete', ?, ?)")
    for (position, row) in removed.sorted(by: { $0.key < $1.key }) {
      var headline: [UInt8] = []
      SearchText.fold(row.headline, into: &headline)
      try title.run(.integer(position), .utf8(headline))
    }
    removed = [:]
  }
}
