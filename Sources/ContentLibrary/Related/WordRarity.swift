internal import Database
internal import Stories
internal import Words

/// How rare words are: in the library and, if the story is in a language of the few, among those in it.
///
/// A common word of a language that few stories are in is rare in the library, but says nothing.
struct WordRarity {
  /// With fewer stories in a language, their words can't be told to be common in it.
  private static let fewest = 4

  private let db: Connection
  /// The number of stories in the library.
  let all: Int
  /// The language of the story, and the number of stories in it, if that tells anything.
  private let own: (language: StemLanguage, stories: Int)?

  /// - Parameter all: the number of stories in the library.
  init(for story: Story, among all: Int, in db: Connection) throws {
    (self.db, self.all) = (db, all)
    guard let language = story.language.flatMap(StemLanguage.init(code:)) else {
      own = nil
      return
    }
    let codes = language == .norwegian ? ["nb", "nn", "no"] : [language.rawValue]
    let stories = try codes.reduce(0) { sum, code in
      sum
        + (try Int.fetchOne(
          db.cachedStatement(sql: "SELECT total FROM main.facet WHERE kind = 'language' AND value = ?"),
          arguments: [code]) ?? 0)
    }
    // Stories of no known language may well be in this one.
    let known = try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT ifnull(sum(total), 0) FROM main.facet WHERE kind = 'language' AND value <> ''"))
    own = stories >= Self.fewest && stories * 3 <= known ?? 0 ? (language, stories) : nil
  }

  /// How rare a folded word is, as the natural logarithm of the number of all stories divided by those that
  /// have it, and how many have it; nil if it says nothing or leads nowhere.
  func rarity(of word: String) throws -> (value: Float, stories: Int)? {
    var (sum, spoken) = (0, 0)
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT language, stories FROM main.word WHERE word = ?"), arguments: [word])
    while let row = try rows.next() {
      let stories = row.int(1) ?? 0
      sum += stories
      if let own, row.int(0) == own.language.number { spoken = stories }
    }
    // A word in every other story says nothing, and a word only in this one leads nowhere.
    guard sum != 1, sum * 3 < max(all, 12) else { return nil }
    var bits = Ranking.idf(stories: max(sum, 2), of: all)
    if let own, spoken > 1 {
      guard spoken == 2 || spoken * 3 < own.stories else { return nil }
      bits = min(bits, Ranking.idf(stories: spoken, of: own.stories))
    }
    return (Float(bits) * 0.693, sum)
  }

  /// The text by which a story is compared: without paragraphs that many stories have.
  func ownText(of story: Story) throws -> [Block] { try StandingText(db: db).own(of: story) }

  /// The same for a name of two words, which may both be common; nil also if that would take long.
  func rarity(ofName name: String) throws -> (value: Float, stories: Int)? {
    var rarest = Int.max
    for word in name.split(separator: " ") {
      rarest = min(rarest, try Vocabulary(db: db).stories(of: String(word)))
    }
    guard rarest <= Self.countable else { return nil }
    let stories = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM main.search WHERE search MATCH ? LIMIT \(Self.countable))
          """),
      arguments: ["{body headline} : \"\(name)\""])
    guard let stories, stories > 1, stories * 3 < max(all, 12) else { return nil }
    return (Float(Ranking.idf(stories: stories, of: all)) * 0.693, stories)
  }

  /// The most stories with the rarer word of a name for which the name is counted.
  private static let countable = 2_000
}
