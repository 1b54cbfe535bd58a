internal import Database
internal import Stories

/// The newest matches of a search, with the values by which they are ranked.
struct Candidates: Sendable {
  /// A match.
  struct Story: Sendable {
    var position: Int64
    var headline: String
    /// Whether its headline has all words as typed.
    var hasAll: Bool
    var words: Int
    var isRead: Bool
    var score: Float
    /// The score of its text, by `TextScore`.
    var text: Float = 0
    /// The word that it lacks; nil if it has all.
    var lacks: String?
  }

  /// The most matches that are ranked.
  static let most = 2_000
  /// How many are enough when time is short.
  private static let enough = 60

  /// With fewer matches than this, stories that lack one word follow.
  private static let few = 10
  /// The most of these, and the most words in a query for which they are found.
  private static let (mostLacking, mostWords) = (200, 8)

  /// The search.
  let statement: SearchStatement
  /// The stories that lack one word, grouped by word, best first.
  private(set) var lacking: [Story] = []
  /// The stories found in any version.
  private var newestSeen: Set<Int64> = []
  /// The matches, newest first.
  private(set) var stories: [Story] = []
  /// Whether there are older ones.
  private(set) var isMore = false
  /// The orders requested so far.
  private var orders: [Query.Order: [Int64]] = [:]

  /// Finds and ranks the matches; nil if cancelled.
  ///
  /// - Parameters:
  ///   - now: the current time, in seconds since 1970, for the age of stories.
  ///   - patience: the time after which it makes do with fewer matches, but at least the newest sixty.
  init?(
    _ statement: SearchStatement, now: Int64, patience: Duration? = nil, in db: Connection,
    cancellation: Cancellation = Cancellation()
  ) throws {
    let end = patience.map { ContinuousClock.now + $0 }
    self.statement = statement
    guard statement.isPossible else { return }
    let rarity = try Rarity(of: statement, in: db)
    guard try add(statement, rarity, now: now, limit: Self.most, end: end, in: db, cancellation) else {
      return nil
    }
  }

  /// Ranks headlines, by how rare the words are in the library.
  private struct Rarity {
    private let vocabulary: Vocabulary
    private let total: Int
    let ranking: Ranking

    init(of statement: SearchStatement, in db: Connection) throws {
      let vocabulary = Vocabulary(db: db)
      let total = try vocabulary.total()
      ranking = try Ranking(words: statement.compiled.typedWords) {
        Ranking.idf(stories: try vocabulary.stories(of: $0.text, isPrefix: $0.isBeginning), of: total)
      }
      (self.vocabulary, self.total) = (vocabulary, total)
    }

    /// Ranks texts; nil if the search has no words.
    func textScore(for statement: SearchStatement, in db: Connection) throws -> TextScore? {
      try statement.weights.map { weights in
        try TextScore(weights, of: total, meanLength: try statement.meanLength(in: db)) {
          try vocabulary.stories(of: $0.text, isPrefix: $0.isBeginning)
        }
      }
    }
  }

  /// Finds more matches of a statement; false if cancelled.
  private mutating func add(
    _ other: SearchStatement, lacking word: String? = nil, _ rarity: Rarity, now: Int64, limit: Int,
    end: ContinuousClock.Instant?, in db: Connection, _ cancellation: Cancellation
  ) throws -> Bool {
    let text = try rarity.textScore(for: other, in: db)
    let columns =
      "story.position, story.headline, story.words, \(ReadByMany.isRead()), story.published, "
      + "ifnull(story.newest, 0)"
      + (text == nil ? "" : ", \(TermCount.each)(search)")
    let rows = try other.rows(columns, limit: limit + 1, in: db)
    var found: [Story] = []
    while let row = try rows.next() {
      let (position, newest) = (row.integer(0) ?? 0, row.integer(5) ?? 0)
      // Of a story's versions, take the newest that matches.
      guard newestSeen.insert(newest == 0 ? position : newest).inserted else { continue }
      if found.count == limit {
        isMore = isMore || word == nil
        break
      }
      if found.count.isMultiple(of: 64), cancellation.isCancelled { return false }
      if found.count >= Self.enough, let end, ContinuousClock.now >= end {
        isMore = isMore || word == nil
        break
      }
      let (headline, words) = (row.text(1) ?? "", row.int(2) ?? 0)
      let fit = rarity.ranking.score(headline: headline, age: row.integer(4).map { now - $0 })
      found.append(
        Story(
          position: position, headline: headline, hasAll: fit.hasAll, words: words, isRead: row.int(3) == 1,
          score: 0.5 * fit.value + other.likeness(position),
          text: text?.score(row.bytes(6) ?? [], words: words) ?? 0, lacks: word))
    }
    let best = max(found.reduce(0) { max($0, $1.text) }, 0.001)
    // Of headlines that say all that was asked for, none is better for what its text repeats.
    for index in found.indices {
      found[index].score += found[index].hasAll ? 1 : found[index].text / best
    }
    if word == nil {
      stories += found
    } else {
      lacking += found
    }
    return !cancellation.isCancelled
  }

  /// Adds stories that lack one word, if few have all of them; false if cancelled.
  mutating func addLacking(
    _ meant: ResolvedSearch, now: Int64, visit: Visit?, in db: Connection,
    cancellation: Cancellation = Cancellation()
  ) throws -> Bool {
    guard stories.count < Self.few, case .all(let parts)? = statement.compiled.root else { return true }
    let places = parts.indices.filter { index in
      // A phrase is meant as it is written.
      if case .group(let group) = parts[index] {
        group.isWanted && group.alternatives.first?.words.count == 1
      } else {
        false
      }
    }
    guard places.count > 1, places.count <= Self.mostWords else { return true }
    let rarity = try Rarity(of: statement, in: db)
    let all = newestSeen
    var groups: [[Story]] = []
    for place in places {
      guard case .group(let group) = parts[place],
        let word = group.alternatives.first?.words.joined(separator: " ")
      else { continue }
      let rest = parts.indices.filter { $0 != place }.map { parts[$0] }
      let root = rest.count == 1 ? rest[0] : .all(rest)
      let other = try SearchStatement(
        statement, asking: CompiledQuery(root), meant, in: db, visit: visit)
      guard other.isPossible else { continue }
      newestSeen = all
      guard
        try add(
          other, lacking: word, rarity, now: now, limit: Self.mostLacking, end: nil, in: db, cancellation)
      else { return false }
      groups.append(lacking.sorted { ($0.score, $0.position) > ($1.score, $1.position) })
      lacking = []
    }
    // The group whose best story has most of the query comes first.
    func best(_ group: [Story]) -> Float { group.reduce(0) { max($0, $1.text) } }
    lacking = Array(groups.sorted { best($0) > best($1) }.joined().prefix(Self.mostLacking))
    return true
  }

  /// The position of the oldest match.
  var oldest: Int64 { stories.last?.position ?? 0 }

  /// The word that the story at a position lacks.
  func lacks(_ position: Int64) -> String? {
    lacking.isEmpty ? nil : lacking.first { $0.position == position }?.lacks
  }

  /// The number of unread matches.
  var unread: Int { stories.reduce(0) { $0 + ($1.isRead ? 0 : 1) } }

  /// Their positions in an order.
  mutating func places(_ order: Query.Order) -> [Int64] {
    if let places = orders[order] { return places }
    let sorted: [Story]
    switch order {
    case .newestFirst: sorted = stories
    case .oldestFirst: sorted = stories.reversed()
    case .bestFirst:
      sorted = stories.sorted { ($0.score, $0.position) > ($1.score, $1.position) } + lacking
    case .longestFirst: sorted = stories.sorted { ($0.words, $0.position) > ($1.words, $1.position) }
    case .shortestFirst: sorted = stories.sorted { ($0.words, $0.position) < ($1.words, $1.position) }
    case .headline:
      sorted = stories.map { (key: IndexEntry.key(of: $0.headline), story: $0) }
        .sorted { ($0.key, $0.story.position) < ($1.key, $1.story.position) }.map(\.story)
    }
    let places = sorted.map(\.position)
    orders[order] = places
    return places
  }
}
