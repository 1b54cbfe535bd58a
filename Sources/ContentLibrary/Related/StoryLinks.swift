internal import Database
internal import Stories

/// The links between stories, from the names in the index, without reading any file.
struct StoryLinks {
  /// The most names and references looked up per story, and the most linked stories.
  private static let (names, most) = (80, 40)

  let db: Connection

  /// The positions of the stories linked with one, and whether it links to them (rather than they to it).
  ///
  /// A name that several stories have leads to none.
  func around(_ position: Int64) throws -> [Int64: Bool] {
    guard let own = try hashes(of: position) else { return [:] }
    var found: [Int64: Bool] = [:]
    for hash in own.names where found.count < Self.most {
      guard try bearer(of: hash) == position else { continue }
      let from = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT story FROM main.link WHERE hash = ? ORDER BY story DESC LIMIT 20"),
        arguments: [hash])
      for place in from { found[place] = false }
    }
    for hash in own.links where found.count < 2 * Self.most {
      if let place = try bearer(of: hash) { found[place] = true }
    }
    found[position] = nil
    return found
  }

  /// How many stories a story links to.
  func targets(of id: StoryID) throws -> Int {
    let place = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT position FROM main.story WHERE id = ?"), arguments: [id.databaseValue])
    guard let place else { return 0 }
    return Set(try (hashes(of: place)?.links ?? []).compactMap(bearer)).subtracting([place]).count
  }

  /// The hashes of a story's names, and of the names in its references.
  private func hashes(of position: Int64) throws -> (names: ArraySlice<Int64>, links: ArraySlice<Int64>)? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT hex(names), hex(links) FROM main.story WHERE position = ?"),
      arguments: [position])
    return row.map { row in
      let read = { (column: Int) in NameHashes.read(hex: row.text(column) ?? "").prefix(Self.names) }
      return (read(0), read(1))
    }
  }

  /// The position of the only story with a name.
  private func bearer(of hash: Int64) throws -> Int64? {
    let places = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT story FROM main.name WHERE hash = ? LIMIT 2"), arguments: [hash])
    return places.count == 1 ? places[0] : nil
  }
}
