internal import GRDB
internal import Stories

/// The newest stories that a search finds, with what they are ordered by.
struct Candidates: Sendable {
  /// One of them.
  struct Story: Sendable {
    var position: Int64
    var headline: String
    var words: Int
    var isRead: Bool
    var score: Float
  }

  /// The most stories that are ordered.
  static let most = 2_000
  /// How many are enough for whoever is in a hurry.
  private static let enough = 60

  /// What is looked for.
  let statement: SearchStatement
  /// The stories, newest first.
  private(set) var stories: [Story] = []
  /// Whether there are older ones.
  private(set) var isMore = false
  /// The orders they have been asked for in.
  private var orders: [Query.Order: [Int64]] = [:]

  /// Finds and ranks them; nil when they are not wanted any more.
  ///
  /// - Parameters:
  ///   - now: the moment that age is counted from, in seconds since 1970.
  ///   - patience: after so long it is content with fewer, the newest sixty at least.
  init?(
    _ statement: SearchStatement, now: Int64, patience: Duration? = nil, in db: Database,
    cancellation: Cancellation = Cancellation()
  ) throws {
    let end = patience.map { ContinuousClock.now + $0 }
    self.statement = statement
    guard statement.isPossible else { return }
    let vocabulary = Vocabulary(db: db)
    let total = try vocabulary.total()
    let ranking = try Ranking(words: statement.compiled.typedWords) {
      Ranking.idf(stories: try vocabulary.stories(of: $0.text, isPrefix: $0.isBeginning), of: total)
    }
    let columns =
      "story.position, story.headline, story.words, mark.isRead, story.published, ifnull(story.newest, 0)"
    let rows = try statement.rows(columns, limit: Self.most + 1, in: db)
    // Of the versions of one story, the newest that matches.
    var newestSeen: Set<Int64> = []
    while let row = try rows.next() {
      let (position, newest) = (row.integer(0) ?? 0, row.integer(5) ?? 0)
      guard newestSeen.insert(newest == 0 ? position : newest).inserted else { continue }
      if stories.count == Self.most {
        isMore = true
        break
      }
      if stories.count.isMultiple(of: 64), cancellation.isCancelled { return nil }
      if stories.count >= Self.enough, let end, ContinuousClock.now >= end {
        isMore = true
        break
      }
      let headline = row.text(1) ?? ""
      stories.append(
        Story(
          position: position, headline: headline, words: row.int(2) ?? 0, isRead: row.int(3) == 1,
          score: ranking.score(headline: headline, age: row.integer(4).map { now - $0 })
            + statement.likeness(position)))
    }
    guard !cancellation.isCancelled else { return nil }
  }

  /// The place of the oldest of them.
  var oldest: Int64 { stories.last?.position ?? 0 }

  /// How many are unread.
  var unread: Int { stories.reduce(0) { $0 + ($1.isRead ? 0 : 1) } }

  /// Their places in an order.
  mutating func places(_ order: Query.Order) -> [Int64] {
    if let places = orders[order] { return places }
    let sorted: [Story]
    switch order {
    case .newestFirst: sorted = stories
    case .oldestFirst: sorted = stories.reversed()
    case .bestFirst: sorted = stories.sorted { ($0.score, $0.position) > ($1.score, $1.position) }
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
