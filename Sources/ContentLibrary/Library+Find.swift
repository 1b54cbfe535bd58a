internal import GRDB
public import Stories

extension Library {
  /// The stories that a person may mean by a path, an id, the first digits of an id, a slug or a headline.
  ///
  /// The first of these that finds any wins; a headline may be written without its accents and punctuation, or be
  /// only a part of it. Newest first, at most 50.
  public func find(_ words: String) throws -> [Listing] {
    try read { db in
      for search in [byPath, byID, byName, byHeadline, byPart] {
        let found = try search(db, words)
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  private func listings(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> [Listing] {
    try Int64.fetchAll(db, sql: "SELECT story.id FROM story \(sql) LIMIT 50", arguments: arguments)
      .compactMap { try WindowRows.listing(of: StoryID(databaseValue: $0), in: db) }
  }

  private func byPath(_ db: Database, _ words: String) throws -> [Listing] {
    let path = words.hasPrefix("./") ? String(words.dropFirst(2)) : words
    return try listings(
      db, "JOIN file ON file.id = story.file WHERE file.path = ? ORDER BY story.ordinal", [path])
  }

  private func byID(_ db: Database, _ words: String) throws -> [Listing] {
    let digits = words.lowercased()
    guard (4...16).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0.isHexDigit }) else { return [] }
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    let effs = String(repeating: "f", count: 16 - digits.utf8.count)
    guard let low = StoryID(digits + zeros), let high = StoryID(digits + effs) else { return [] }
    return try listings(
      db, "WHERE id BETWEEN ? AND ? ORDER BY position DESC", [low.databaseValue, high.databaseValue])
  }

  private func byName(_ db: Database, _ words: String) throws -> [Listing] {
    try listings(
      db,
      """
      WHERE id IN (SELECT story FROM name WHERE (naming = 'slug' AND key = ?) OR (naming = 'path' AND key = ?)
        OR (naming = 'url' AND key = ?)) ORDER BY position DESC
      """,
      [Folding.slugKey(words), Folding.pathKey(words), Folding.urlKey(words)])
  }

  private func byHeadline(_ db: Database, _ words: String) throws -> [Listing] {
    let key = Folding.key(words)
    guard !key.isEmpty else { return [] }
    let found = try listings(db, "WHERE key = ? ORDER BY position DESC", [key])
    let exact = found.filter { $0.headline == words }
    return exact.isEmpty ? found : exact
  }

  private func byPart(_ db: Database, _ words: String) throws -> [Listing] {
    let key = Folding.key(words)
    guard key.count >= 3 else { return [] }
    return try listings(db, "WHERE instr(key, ?) > 0 ORDER BY position DESC", [key])
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}
