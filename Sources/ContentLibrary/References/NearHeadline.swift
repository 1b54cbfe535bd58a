internal import Database
internal import Stories
internal import Words

/// Finds the story of a misquoted headline, if one story is clearly meant.
///
/// The work is bounded: it counts each word, then finds stories with the rarest words of the headline, or
/// all of these but one. Those are compared word by word (`HeadlineFit`), and the best must lead by a
/// margin.
struct NearHeadline {
  /// How many of the rarest words are used to find candidates.
  private static let rarest = 6
  /// The most rows per lookup.
  private static let rows = 60
  /// The number of stories from which a word counts as common.
  private static let common = 500
  /// How far ahead the best must be.
  private static let margin = 0.06

  /// The most words compared with a misspelt one.
  private static let neighbours = 20_000

  let db: Connection
  /// The language of the reference: a similar headline in another language is another story.
  var language: String?

  /// The story that is meant, and whether it may be followed without asking.
  func story(_ headline: String) throws -> (id: StoryID, isCertain: Bool)? {
    let asked = HeadlineWords(headline)
    guard asked.words.joined().utf8.count >= 5 else { return nil }
    var counts: [String: Int] = [:]
    func count(_ word: String) throws -> Int {
      if let known = counts[word] { return known }
      let found = try stories(with: word)
      counts[word] = found
      return found
    }
    let all = try Counts(db: db, query: Query(), facetList: nil).total()
    func weight(_ word: String) throws -> Double {
      // In a small library rarity means little; in a large one its weight is limited.
      min(max(Ranking.idf(stories: try count(word), of: max(all, 500)), 0.3), 10)
    }
    for word in asked.words { _ = try count(word) }
    var best: (story: Candidate, fit: HeadlineFit)?
    var second = 0.0
    for candidate in try candidates(asked, counts) where isOfLanguage(candidate) {
      let other = HeadlineWords(candidate.headline)
      guard
        let fit = try HeadlineFit(asked, other, weight: weight, isKnown: { try count($0) > 0 })
      else { continue }
      // Versions of one story don't compete.
      let isRival = best.map { $0.story.newest != candidate.newest } ?? false
      if isRival { second = max(second, min(fit.score, best?.fit.score ?? 0)) }
      if fit.score > best?.fit.score ?? 0 { best = (candidate, fit) }
    }
    guard let best, best.fit.score - second >= Self.margin else { return nil }
    return (best.story.id, best.fit.isCertain)
  }

  /// A story that may be meant.
  private struct Candidate {
    var id: StoryID
    var newest: Int64
    var headline: String
    var language: String?
  }

  private func isOfLanguage(_ candidate: Candidate) -> Bool {
    guard let language, let other = candidate.language else { return true }
    return LanguageTag.primary(language) == LanguageTag.primary(other)
  }

  private func stories(with word: String) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM (SELECT rowid FROM main.title WHERE title MATCH ? LIMIT \(Self.common))"),
      arguments: ["\"\(word)\""]) ?? 0
  }

  /// The possible beginnings of a misspelt word: three letters, with one of them wrong, missing or too many.
  private func beginnings(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars.prefix(4))
    var all = [letters.prefix(3), letters.prefix(2)].map(Array.init)
    for place in 0..<min(3, letters.count) {
      var fewer = letters
      fewer.remove(at: place)
      all.append(fewer)
    }
    return Set(all.map { "\"\(String(String.UnicodeScalarView($0)))\"*" }).sorted()
  }

  /// The library's words with the same first letter that differ by one misspelling.
  private func neighbours(of word: String) throws -> [String] {
    guard let first = word.unicodeScalars.first else { return [] }
    let length = word.unicodeScalars.count
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT word FROM main.word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?
          LIMIT \(Self.neighbours)
          """),
      arguments: [String(first), String(first) + "\u{10FFFF}", length - 1, length + 1])
    var found: Set<String> = []
    while let row = try rows.next() {
      if let other = row.text(0), HeadlineFit.slips(word, other) == 1 { found.insert(other) }
    }
    return found.sorted().prefix(8).map { "\"\($0)\"" }
  }

  private func candidates(_ asked: HeadlineWords, _ counts: [String: Int]) throws -> [Candidate] {
    var seen = Set<String>()
    let words = asked.words.filter { seen.insert($0).inserted }
    let known = words.filter { (counts[$0] ?? 0) > 0 }
      .sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }.prefix(Self.rarest).map { "\"\($0)\"" }
    var looks = known.isEmpty ? [] : [known]
    if known.count > 1 {
      looks += known.indices.map { left in known.indices.filter { $0 != left }.map { known[$0] } }
    }
    // If few other words are left, use the beginning of a misspelt word.
    if known.count < 3 {
      for word in words.prefix(4) where counts[word] == 0 && word.unicodeScalars.count >= 4 {
        looks += try (beginnings(of: word) + neighbours(of: word)).map { known + [$0] }
      }
    }
    var places = Set<Int64>()
    let look = try db.cachedStatement(
      sql: "SELECT rowid FROM main.title WHERE title MATCH ? ORDER BY rowid DESC LIMIT \(Self.rows)")
    for words in looks {
      places.formUnion(try Int64.fetchAll(look, arguments: [words.joined(separator: " AND ")]))
    }
    guard !places.isEmpty else { return [] }
    let list = places.sorted(by: >).map(String.init).joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, ifnull(newest, position), headline, language FROM main.story WHERE position IN (\(list))
        ORDER BY position DESC
        """
    ).compactMap { row in
      row.integer(0).map {
        Candidate(
          id: StoryID(databaseValue: $0), newest: row.integer(1) ?? 0, headline: row.text(2) ?? "",
          language: row.text(3))
      }
    }
  }
}
