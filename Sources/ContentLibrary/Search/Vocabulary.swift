internal import Database
internal import Stories
internal import Words

/// The words of the library, with approximate numbers of stories; see `WordCounts`.
struct Vocabulary {
  /// The most words examined for other forms of one.
  private static let neighbours = 4_000
  /// The most words examined for similar spellings.
  private static let candidates = 2_000_000

  let db: Connection

  /// How many stories have a folded word, or a word that begins so.
  func stories(of word: String, isPrefix: Bool = false) throws -> Int {
    guard isPrefix else {
      return try Int.fetchOne(
        db.cachedStatement(sql: "SELECT sum(stories) FROM main.word WHERE word = ?"), arguments: [word]) ?? 0
    }
    return try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT sum(stories) FROM (
            SELECT stories FROM main.word WHERE word >= ? AND word < ? LIMIT \(Self.neighbours))
          """),
      arguments: [word, word + "\u{10FFFF}"]) ?? 0
  }

  /// Other forms of a word, and compounds that begin with it.
  struct Forms {
    /// The most frequent first.
    var forms: [String] = []
    /// Compounds in languages that write them as one word: `Fährlinie` for `Fähre`.
    var compounds: [String] = []

    /// The most compounds of a word.
    static let mostCompounds = 12
    /// The fewest letters of the two parts of a compound.
    static let (first, second) = (4, 3)
  }

  /// The forms of a word that the library has: `ferries` for `ferry`.
  ///
  /// Forms are found among the words with the same first letters, each stemmed by the language of its
  /// stories. Compounds are found only in languages in which the library has the word itself.
  func forms(of word: String, _ stemmer: Stemmer) throws -> Forms {
    let folded = SearchText.fold(word)
    var wanted: [StemLanguage: String] = [:]
    for language in StemLanguage.allCases { wanted[language] = stemmer.stem(of: folded, in: language) }
    guard let shortest = wanted.values.min(by: { $0.count < $1.count }) else { return Forms() }
    // The end of the stem may differ too: `ferri`, `ferry`.
    var beginning = String(zip(folded, shortest).prefix { $0 == $1 }.map(\.0))
    if beginning.count > 3 { beginning.removeLast() }
    guard beginning.count > 1 else { return Forms() }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql:
          """
          SELECT word, language, stories FROM main.word
          WHERE word >= ? AND word < ? LIMIT \(Self.neighbours)
          """
      ),
      arguments: [beginning, beginning + "\u{10FFFF}"])
    var found: [String: Int] = [:]
    var longer: [StemLanguage: [String: Int]] = [:]
    var spoken: Set<StemLanguage> = []
    while let row = try rows.next() {
      guard let other = row.text(0), let language = row.int(1).flatMap(StemLanguage.init(number:)),
        let stem = wanted[language]
      else { continue }
      if other == folded {
        spoken.insert(language)
      } else if stemmer.stem(of: other, in: language) == stem {
        found[other, default: 0] += row.int(2) ?? 0
        spoken.insert(language)
      } else if language.writesCompounds, stem.count >= Forms.first, other.hasPrefix(stem),
        other.count >= folded.count + Forms.second
      {
        longer[language, default: [:]][other, default: 0] += row.int(2) ?? 0
      }
    }
    var compounds: [String: Int] = [:]
    for language in spoken { compounds.merge(longer[language] ?? [:], uniquingKeysWith: +) }
    for form in found.keys { compounds[form] = nil }
    func sorted(_ words: [String: Int]) -> [String] {
      words.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    }
    return Forms(
      forms: Array(sorted(found).prefix(Stemmer.formLimit - Forms.mostCompounds)),
      compounds: Array(sorted(compounds).prefix(Forms.mostCompounds)))
  }

  /// The words similar to a word.
  private func near(_ word: String) throws -> Spelling {
    let tolerance = Spelling.tolerance(of: word)
    guard tolerance > 0 else { return Spelling(word) }
    let length = word.unicodeScalars.count
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT word, stories FROM main.word WHERE length(word) BETWEEN ? AND ? LIMIT \(Self.candidates)
          """),
      arguments: [length - tolerance, length + tolerance])
    var spelling = Spelling(word)
    while let row = try rows.next() {
      if let other = row.text(0) { spelling.consider(other, stories: row.int(1) ?? 0) }
    }
    return spelling
  }

  /// The words that no story has, with similar ones.
  func spellings(of words: [CompiledQuery.Word], limit: Int = 4) throws -> [Spelling.Suggestion] {
    var found: [Spelling.Suggestion] = []
    for word in words.prefix(4) where found.count < limit {
      guard try stories(of: word.text, isPrefix: word.isBeginning) == 0 else { continue }
      let spelling = try near(word.text)
      let words = spelling.nearest()
      guard !words.isEmpty else { continue }
      found.append(Spelling.Suggestion(word: word.text, words: words, isSure: spelling.isSure))
    }
    return found
  }

  /// The number of stories in the library.
  func total() throws -> Int { try Counts(db: db, query: Query(), facetList: nil).total() }
}
