internal import GRDB
internal import Stories

/// Finds the stories that are about the same as one: BM25 over its most telling words, nearer dates before others, shared
/// tags on top.
///
/// The rarest words are asked for first, and no more once they have brought so many stories: a common word among a million
/// stories brings a hundred thousand, and says nothing of any.
struct StoriesAlike {
  /// One of them.
  struct Like {
    var listing: Listing
    /// 0 to about 1.2; 1 would be the story itself.
    var score: Float
    /// The words that both have, the most telling first, as the story writes them.
    var shares: [String]
  }

  /// The most occurrences that are looked at.
  private static let occurrences = 4_000
  /// The most stories of one word.
  private static let perWord = 1_000
  /// The most stories that are looked at closely.
  private static let finalists = 80
  /// Words of a story as most are.
  private static let usualLength: Float = 400
  /// Whoever shares less is a stranger, and so is who is so much less alike than the likest.
  private static let (least, leastOfBest): (Float, Float) = (0.03, 0.15)

  let db: Database
  let story: Story
  let cancellation: Cancellation

  /// At most so many stories, the likest first, none twice in different versions; nil when they are not wanted any more.
  func likes(limit: Int) throws -> [Like]? {
    guard story.wire.status == .usable, let own = try Finalist(of: story.id, in: db) else { return [] }
    let vocabulary = Vocabulary(db: db)
    let telling = try TellingWords(of: story, among: vocabulary.total()) { try vocabulary.stories(of: $0) }
      .words
    guard !cancellation.isCancelled, let found = try candidates(telling) else { return nil }
    let whole = max(telling.reduce(0) { $0 + $1.pull * $1.weight }, 0.001)
    let tags = try own.tags(in: db)
    var finalists: [(Finalist, Candidate, score: Float)] = []
    for candidate in found {
      guard candidate.position != own.position,
        let finalist = try Finalist(at: candidate.position, in: db),
        finalist.newest != own.newest
      else { continue }
      let length = 0.7 + 0.3 * Float(finalist.words) / Self.usualLength
      var sum: Float = 0
      for (word, count) in candidate.counts {
        sum += telling[word].pull * telling[word].rarity * TellingWords.saturated(count, length: length)
      }
      let likeness = min(sum / whole, 1.2)
      guard likeness >= Self.least else { continue }
      let score =
        likeness * Self.nearness(own.published, finalist.published) + 0.2
        * (tags.isEmpty ? 0 : Float(tags.intersection(finalist.facets).count) / Float(tags.count))
      finalists.append((finalist, candidate, score))
    }
    guard !cancellation.isCancelled else { return nil }
    finalists.sort { ($0.score, $0.0.position) > ($1.score, $1.0.position) }
    let bound = Self.leastOfBest * (finalists.first?.score ?? 0)
    return try pick(limit, of: finalists.filter { $0.score >= bound }, telling)
  }

  /// The best of them, one of each story, and none that is all but a repetition of one before.
  private func pick(
    _ limit: Int, of finalists: [(Finalist, Candidate, score: Float)], _ telling: [TellingWords.Word]
  ) throws -> [Like] {
    var (likes, picked): ([Like], [(Finalist, Candidate)]) = ([], [])
    var newestSeen: Set<Int64> = []
    for (finalist, candidate, score) in finalists where likes.count < limit {
      guard newestSeen.insert(finalist.newest).inserted,
        !picked.contains(where: {
          $0.0.headline == finalist.headline || $0.1.repeats(candidate, finalist, $0.0)
        }),
        let listing = try WindowRows.listing(of: finalist.id, in: db)
      else { continue }
      picked.append((finalist, candidate))
      let shares = Self.named(candidate.counts.keys.sorted().map { telling[$0].shown })
      likes.append(Like(listing: listing, score: score, shares: shares))
    }
    return likes
  }

  /// The first three of the words, forms of one word once.
  private static func named(_ words: [String]) -> [String] {
    var named: [String] = []
    for word in words where named.count < 3 {
      let beginning = word.lowercased().prefix(4)
      if !named.contains(where: { $0.lowercased().hasPrefix(beginning) }) { named.append(word) }
    }
    return named
  }

  /// A story that has some of the words, and how often it has each.
  private struct Candidate {
    var position: Int64
    var counts: [Int: Float] = [:]

    /// Whether it has the same words as often as another, in a text of the same length.
    func repeats(_ other: Candidate, _ its: Finalist, _ own: Finalist) -> Bool {
      counts.count >= 12 && counts == other.counts && abs(its.words - own.words) * 20 <= own.words
    }
  }

  /// The stories that have the most of the words; nil when they are not wanted any more.
  private func candidates(_ telling: [TellingWords.Word]) throws -> [Candidate]? {
    var occurrences: [(position: Int64, word: Int, count: Float)] = []
    occurrences.reserveCapacity(Self.occurrences)
    var sums: [Int64: (score: Float, words: Int)] = [:]
    var left = Self.occurrences
    for (index, word) in telling.enumerated().sorted(by: { $0.element.rarity > $1.element.rarity })
    where left > 0 {
      guard !cancellation.isCancelled else { return nil }
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT rowid, \(TermCount.name)(search) FROM main.search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?
            """),
        arguments: ["{body headline} : \"\(word.folded)\"", min(left, Self.perWord)])
      while let row = try rows.next() {
        guard let position = row.integer(0) else { continue }
        let count = Float(row.double(1) ?? 1)
        occurrences.append((position, index, count))
        let sum = sums[position] ?? (0, 0)
        sums[position] = (sum.score + word.pull * word.rarity * TellingWords.saturated(count), sum.words + 1)
        left -= 1
      }
    }
    // One word in common may be any word.
    let best = sums.filter { $0.value.words > 1 }
      .sorted { ($0.value.score, $0.key) > ($1.value.score, $1.key) }.prefix(Self.finalists)
    var candidates = best.map { Candidate(position: $0.key) }
    let places = Dictionary(uniqueKeysWithValues: zip(best.map(\.key), candidates.indices))
    for one in occurrences {
      if let place = places[one.position] { candidates[place].counts[one.word] = one.count }
    }
    return candidates
  }

  /// How much two dates are of one time: 1 on one day, 0.58 half a year apart, and never under 0.15.
  private static func nearness(_ one: Int64?, _ other: Int64?) -> Float {
    guard let one, let other else { return 0.5 }
    let years = Float(abs(one - other)) / 31_557_600
    return 0.15 + 0.85 / (1 + years / 0.5)
  }

  /// What the index knows of a story that may be one of them.
  private struct Finalist {
    var id: StoryID
    var position: Int64
    var newest: Int64
    var headline: String
    var published: Int64?
    var words: Int
    var facets: Set<Int64>

    init?(of id: StoryID, in db: Database) throws {
      try self.init("id = ?", id.databaseValue, in: db)
    }

    init?(at position: Int64, in db: Database) throws {
      try self.init("position = ?", position, in: db)
    }

    private init?(_ condition: String, _ argument: Int64, in db: Database) throws {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id, position, ifnull(newest, position), headline, published, words, facets, status FROM main.story
            WHERE \(condition)
            """),
        arguments: [argument])
      guard let row, let id = row.integer(0), row.text(7) == nil else { return nil }
      self.id = StoryID(databaseValue: id)
      (position, newest) = (row.integer(1) ?? 0, row.integer(2) ?? 0)
      (headline, published, words) = (row.text(3) ?? "", row.integer(4), row.int(5) ?? 0)
      facets = Set(FacetWord.numbers(row.text(6) ?? ""))
    }

    /// Its tags, as the index numbers them.
    func tags(in db: Database) throws -> Set<Int64> {
      let numbers = facets.map(String.init).joined(separator: ", ")
      return Set(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM main.facet WHERE kind IN ('tag', 'person', 'place', 'organisation') AND total > 1
            AND id IN (\(numbers))
            """))
    }
  }
}
