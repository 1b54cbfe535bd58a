internal import GRDB

/// What a transaction changes in the full text tables, gathered and written in the order of their rows.
///
/// FTS5 writes out all it has in hand whenever a row comes before the last one: out of order, an index takes five
/// times as long and twice the room.
struct FullText {
  private struct Row {
    var facets: String
    var words: IndexEntry.Words
  }

  private var added: [Int64: Row] = [:]
  private var removed: [Int64: (facets: String, headline: String)] = [:]

  /// Puts a story in.
  mutating func add(_ position: Int64, facets: String, words: IndexEntry.Words) {
    added[position] = Row(facets: facets, words: words)
  }

  /// Takes a story out.
  ///
  /// - Returns: whether it was in already, so that `search` goes on finding its place.
  mutating func remove(_ position: Int64, facets: String, headline: String) -> Bool {
    guard added.removeValue(forKey: position) == nil else { return false }
    removed[position] = (facets, headline)
    return true
  }

  /// Writes everything down.
  mutating func write(to db: Database) throws {
    try writeRemoved(to: db)
    guard !added.isEmpty else { return }
    let shelf = try Insertion(db, "INSERT INTO shelf(rowid, facets) VALUES (?, ?)")
    let title = try Insertion(db, "INSERT INTO title(rowid, headline) VALUES (?, ?)")
    let search = try Insertion(
      db, "INSERT INTO search(rowid, body, headline, byline, facets) VALUES (?, ?, ?, ?, ?)")
    for (position, row) in added.sorted(by: { $0.key < $1.key }) {
      try shelf.run(.integer(position), .text(row.facets))
      try title.run(.integer(position), .utf8(row.words.headline))
      try search.run(
        .integer(position), .utf8(row.words.body), .utf8(row.words.headline), .utf8(row.words.byline),
        .text(row.facets))
    }
    added = [:]
  }

  private mutating func writeRemoved(to db: Database) throws {
    guard !removed.isEmpty else { return }
    let shelf = try Insertion(db, "INSERT INTO shelf(shelf, rowid, facets) VALUES ('delete', ?, ?)")
    let title = try Insertion(db, "INSERT INTO title(title, rowid, headline) VALUES ('delete', ?, ?)")
    for (position, row) in removed.sorted(by: { $0.key < $1.key }) {
      try shelf.run(.integer(position), .text(row.facets))
      var headline: [UInt8] = []
      SearchText.fold(row.headline, into: &headline)
      try title.run(.integer(position), .utf8(headline))
    }
    removed = [:]
  }
}
