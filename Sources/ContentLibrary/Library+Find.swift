internal import Database
public import Stories
internal import Words

extension Library {
  /// The stories meant by a path, an id, the first digits of an id, a slug or a headline.
  ///
  /// The first of these that finds any wins. A headline may lack accents and punctuation, or be given in
  /// part.
  ///
  /// - Returns: at most 50 stories, newest first.
  public func find(_ words: String) throws -> [Listing] {
    try read { db in
      for search in [byPath, byID, byName, byHeadline, byPart] {
        let found = try search(db, words)
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// The stories with exactly this path, id, slug or headline.
  public func find(whole words: String) throws -> [Listing] {
    try read { db in
      for search in [byPath, byID, byName, byHeadline] {
        let found = try search(db, words)
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  private func listings(_ db: Connection, _ sql: String, _ arguments: StatementArguments) throws -> [Listing]
  {
    try Int64.fetchAll(db, sql: "SELECT story.id FROM story \(sql) LIMIT 50", arguments: arguments)
      .compactMap { try WindowRows.listing(of: StoryID(databaseValue: $0), in: db) }
  }

  private func byPath(_ db: Connection, _ words: String) throws -> [Listing] {
    let path = words.hasPrefix("./") ? String(words.dropFirst(2)) : words
    return try listings(
      db, "JOIN file ON file.id = story.file WHERE file.path = ? ORDER BY story.ordinal", [path])
  }

  private func byID(_ db: Connection, _ words: String) throws -> [Listing] {
    let digits = words.lowercased()
    guard (4...16).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0.isHexDigit }) else { return [] }
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    let effs = String(repeating: "f", count: 16 - digits.utf8.count)
    guard let low = StoryID(digits + zeros), let high = StoryID(digits + effs) else { return [] }
    return try listings(
      db, "WHERE id BETWEEN ? AND ? ORDER BY position DESC", [low.databaseValue, high.databaseValue])
  }

  private func byName(_ db: Connection, _ words: String) throws -> [Listing] {
    var hashes = [
      StoryNames.hash(.slug, NameKey.slug(words)), StoryNames.hash(.path, NameKey.path(words)),
    ]
    if let key = NameKey.url(words) { hashes.append(StoryNames.hash(.url, key)) }
    return try named(db, hashes)
  }

  private func byHeadline(_ db: Connection, _ words: String) throws -> [Listing] {
    let key = SearchText.fold(words)
    guard !key.isEmpty else { return [] }
    let found = try named(db, [StoryNames.hash(.headline, key)])
    let exact = found.filter { $0.headline == words }
    return exact.isEmpty ? found : exact
  }

  private func named(_ db: Connection, _ hashes: [Int64]) throws -> [Listing] {
    let list = hashes.map(String.init).joined(separator: ", ")
    return try listings(
      db, "WHERE position IN (SELECT story FROM name WHERE hash IN (\(list))) ORDER BY position DESC", [])
  }

  /// Finds headlines by beginnings of their words, in any order.
  private func byPart(_ db: Connection, _ words: String) throws -> [Listing] {
    var folded: [UInt8] = []
    SearchText.fold(words, into: &folded)
    let tokens = String(decoding: folded, as: UTF8.self).split(separator: " ").prefix(20)
    guard tokens.joined().count >= 3 else { return [] }
    let match = tokens.map { "\"\($0)\"*" }.joined(separator: " AND ")
    return try listings(
      db,
      """
      WHERE position IN (SELECT rowid FROM title WHERE title MATCH ? ORDER BY rowid DESC LIMIT 50)
      ORDER BY position DESC
      """,
      [match])
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}
