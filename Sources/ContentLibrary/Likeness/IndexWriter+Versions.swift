internal import Database
internal import Stories
internal import Words

/// Stories that are versions of each other: the newest is listed, and the others are behind it.
///
/// `story.newest` is the position of the listed one, and NULL in that story. The others are found by
/// search, name and address, but are neither listed nor counted.
extension IndexWriter {
  /// A listed story.
  private struct Newest {
    var position: Int64
    /// The time of its last change.
    var moment: Int64
    var version: Int
    /// The time of its file.
    var modified: Int64

    /// Whether one is newer: by last change, then by version, then by file.
    static func isNewer(_ one: Newest, _ other: Newest) -> Bool {
      (one.moment, one.version, one.modified, one.position)
        > (other.moment, other.version, other.modified, other.position)
    }
  }

  /// Joins new stories with those that are the same story, and separates those that new stories show to
  /// differ.
  ///
  /// Sketches only propose pairs; `SameStories` decides by the texts.
  mutating func meet() throws {
    guard !newcomers.isEmpty else { return }
    let arrived = newcomers.values.sorted { $0.position < $1.position }
    newcomers = [:]
    let met = try sketches.meet(arrived, in: db)
    try sketches.add(arrived, to: db)
    texts.begin()
    try part(Dictionary(uniqueKeysWithValues: zip(arrived.map(\.position), met.map(\.near))))
    var groups = Groups()
    for (newcomer, (likes, near)) in zip(arrived, met) where !likes.isEmpty {
      if newcomer.sketch.isOfFewWords {
        for like in likes { groups.join(newcomer.position, like.position) }
        continue
      }
      let likely = try likes.filter { try $0.isEqual || mayBeOne(newcomer.position, $0.position) }
      for one in try same(newcomer.position, likely, near) { groups.join(newcomer.position, one) }
    }
    for group in groups.all { try gather(group) }
  }

  /// The similar stories that are the same story.
  private func same(_ position: Int64, _ likes: [Sketches.Like], _ near: [Int64]) throws -> [Int64] {
    guard !likes.isEmpty, let own = try texts.runs(at: position, in: db, text) else { return [] }
    var found = [own]
    var places: [Int64] = []
    for like in likes {
      guard let runs = try texts.runs(at: like.position, in: db, text) else { continue }
      found.append(runs)
      places.append(like.position)
    }
    let others = near.filter { place in place != position && !likes.contains { $0.position == place } }
    found += try others.prefix(Self.witnesses).compactMap { try texts.runs(at: $0, in: db, text) }
    let same = SameStories(found)
    return places.indices.filter { same.areOne(0, $0 + 1) }.map { places[$0] }
  }

  /// The most other stories used to find text that many stories share.
  private static let witnesses = 6

  /// Separates versions if new stories show that what they share is shared by many stories.
  private mutating func part(_ touching: [Int64: [Int64]]) throws {
    var touched: [Int64: Set<Int64>] = [:]
    for (newcomer, near) in touching {
      for place in near {
        let newest = try Int64.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT ifnull(newest, position) FROM story WHERE position = :it
              AND (newest IS NOT NULL OR EXISTS (SELECT 1 FROM story AS other WHERE other.newest = :it))
              """),
          arguments: [place])
        if let newest { touched[newest, default: []].formUnion(near + [newcomer]) }
      }
    }
    for (newest, near) in touched.sorted(by: { $0.key < $1.key }) {
      let behind = try Int64.fetchAll(
        db.cachedStatement(
          sql: "SELECT position FROM story WHERE newest = ? ORDER BY position DESC LIMIT 12"),
        arguments: [newest])
      let members = [newest] + behind
      let runs = try members.compactMap { try texts.runs(at: $0, in: db, text) }
      // Unreadable texts stay joined, and so do short texts, which are equal.
      guard runs.count == members.count, runs.allSatisfy({ $0.runs.count > Sketch.fewWords - 4 }) else {
        continue
      }
      let others = try near.subtracting(members).sorted().prefix(Self.witnesses)
        .compactMap { try texts.runs(at: $0, in: db, text) }
      let same = SameStories(runs + others)
      let apart = members.indices.filter { !same.areOne(0, $0) }
      guard !apart.isEmpty else { continue }
      for index in apart { try setNewest(nil, of: members[index]) }
      var groups = Groups()
      for one in apart {
        for other in apart where other > one && same.areOne(one, other) {
          groups.join(members[one], members[other])
        }
      }
      for group in groups.all { try gather(group) }
    }
  }

  /// Whether two similar stories may be one by language and headline: translations of tables share most
  /// words, and stories made from a template differ by the numbers in their headlines.
  private func mayBeOne(_ one: Int64, _ other: Int64) throws -> Bool {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT language, headline FROM story WHERE position IN (?, ?)"),
      arguments: [one, other])
    guard rows.count == 2 else { return false }
    let languages = rows.compactMap { $0.text(0).map(LanguageTag.primary) }
    if languages.count == 2, languages[0] != languages[1] { return false }
    let numbers = rows.map { NamingNumbers.of($0.text(1) ?? "") }
    return numbers.contains(where: \.isEmpty) || !numbers[0].isDisjoint(with: numbers[1])
  }

  /// Lists one of the stories at these positions, with the others and their versions behind it.
  private mutating func gather(_ positions: [Int64]) throws {
    var newestOnes: [Int64: Newest] = [:]
    for position in positions {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT newest.position, ifnull(newest.updated, newest.published), newest.version, file.modified
            FROM story
            JOIN story AS newest ON newest.position = ifnull(story.newest, story.position)
            JOIN file ON file.id = newest.file WHERE story.position = ?
            """),
        arguments: [position])
      guard let row, let newest = row.integer(0) else { continue }
      newestOnes[newest] = Newest(
        position: newest, moment: row.integer(1) ?? .min, version: row.int(2) ?? 0,
        modified: row.integer(3) ?? 0)
    }
    guard newestOnes.count > 1, let first = newestOnes.values.max(by: { Newest.isNewer($1, $0) }) else {
      return
    }
    for newest in newestOnes.values where newest.position != first.position {
      try db.cachedStatement(sql: "UPDATE story SET newest = ? WHERE newest = ?")
        .execute(arguments: [first.position, newest.position])
      try setNewest(first.position, of: newest.position)
    }
  }

  /// Lists the newest version behind a story that is removed.
  mutating func succeed(_ position: Int64) throws {
    let heir = try Int64.fetchOne(
      db.cachedStatement(
        sql:
          """
          SELECT position FROM story JOIN file ON file.id = story.file WHERE newest = ?
          ORDER BY ifnull(updated, published) DESC, version DESC, modified DESC, position DESC LIMIT 1
          """
      ),
      arguments: [position])
    guard let heir else { return }
    try setNewest(nil, of: heir)
    try db.cachedStatement(sql: "UPDATE story SET newest = ? WHERE newest = ?").execute(arguments: [
      heir, position,
    ])
  }

  /// Puts a listed story behind another, or lists one that was behind.
  private mutating func setNewest(_ newest: Int64?, of position: Int64) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT key, words, facets FROM story WHERE position = ?"),
      arguments: [position])
    guard let row else { return }
    try db.cachedStatement(sql: "UPDATE story SET newest = ? WHERE position = ?").execute(arguments: [
      newest, position,
    ])
    let shelved = row.text(2) ?? ""
    try count(
      newest == nil ? 1 : -1, position: position, key: row.text(0) ?? "", words: row.int(1) ?? 0,
      facets: FacetWord.numbers(shelved))
    text.shelve(position, facets: shelved, isListed: newest == nil)
  }
}

/// The numbers in a headline that name its subject ("Rust 1.74.1", "survey 2023"), unlike counts, which may
/// differ in the next version ("12 dead").
enum NamingNumbers {
  static func of(_ headline: String) -> Set<String> {
    var numbers: Set<String> = []
    for word in headline.prefix(300).split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0 == ".") }) {
      let digits = word.drop { $0 == "." }
      guard let end = digits.lastIndex(where: { $0 != "." }) else { continue }
      let number = digits[...end]
      if number.contains(".") || number.count >= 4 { numbers.insert(String(number)) }
    }
    return numbers
  }
}

/// Groups of positions, joined pair by pair.
struct Groups {
  private var parents: [Int64: Int64] = [:]

  /// Joins two positions.
  mutating func join(_ one: Int64, _ other: Int64) {
    let (first, second) = (root(of: one), root(of: other))
    parents[first] = min(first, second)
    parents[second] = min(first, second)
  }

  /// The groups, each sorted.
  var all: [[Int64]] {
    var groups: [Int64: [Int64]] = [:]
    for place in parents.keys.sorted() { groups[root(of: place), default: []].append(place) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func root(of place: Int64) -> Int64 {
    var place = place
    while let parent = parents[place], parent != place { place = parent }
    return place
  }
}
