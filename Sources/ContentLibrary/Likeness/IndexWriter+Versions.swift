internal import GRDB
internal import Stories
internal import Words

/// Stories that are versions of one another: the newest leads, the others stand behind it.
///
/// `story.newest` is the place of the one that leads, NULL in itself. Those behind are found by search, by
/// name and by their own address, but are neither listed nor counted.
extension IndexWriter {
  /// A story that leads, or stands alone.
  private struct Newest {
    var position: Int64
    /// When it was changed last.
    var moment: Int64
    var version: Int
    /// When its file was written.
    var modified: Int64

    /// Of two of the same moment the later version, then the later file is the newer one.
    static func isNewer(_ one: Newest, _ other: Newest) -> Bool {
      (one.moment, one.version, one.modified, one.position)
        > (other.moment, other.version, other.modified, other.position)
    }
  }

  /// Brings the stories that were written to those that are the same story, and parts those that a newcomer
  /// tells apart.
  ///
  /// Sketches only propose; `SameStories` decides, by the texts.
  mutating func meet() throws {
    guard !newcomers.isEmpty else { return }
    let arrived = newcomers.sorted { $0.key < $1.key }.map { (position: $0.key, sketch: $0.value) }
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

  /// Those of the likes of a story that are the same story.
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

  /// The most other stories that are asked what of a text is common.
  private static let witnesses = 6

  /// Parts stories that stand behind one another where newcomers show that what they share is what many have.
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
          arguments: ["it": place])
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
      // What can't be read stays as it is, and so do texts of few words, which are equal.
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

  /// Whether nothing but their text speaks against two stories of similar words: translations of a page of
  /// tables share most of it, and stories of one template are told apart by the numbers they are named with.
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

  /// Puts one of the stories at these places before the others, and before those behind them.
  private mutating func gather(_ positions: [Int64]) throws {
    var newestOnes: [Int64: Newest] = [:]
    for position in positions {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT newest.position, ifnull(newest.updated, newest.published), newest.version, file.modified FROM story
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

  /// Lets the newest of those behind a story come forward, because the story goes.
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

  /// Puts a story that leads behind another, or has one that stood behind come forward: it leaves the lists,
  /// or comes back.
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

/// The numbers in a headline that name what it is about ("Rust 1.74.1", "survey 2023"), as against those that
/// count and may be others in the next version ("12 dead").
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

/// Places that belong together, found pair by pair.
struct Groups {
  private var parents: [Int64: Int64] = [:]

  /// Two places belong together.
  mutating func join(_ one: Int64, _ other: Int64) {
    let (first, second) = (root(of: one), root(of: other))
    parents[first] = min(first, second)
    parents[second] = min(first, second)
  }

  /// The groups, each in order.
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
