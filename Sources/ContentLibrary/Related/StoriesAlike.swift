internal import Database
internal import Stories
internal import Words

/// Finds the stories about the same subject as one: by BM25 over its most distinctive words, favouring near
/// dates, shared tags, headlines whose words the other story uses, and stories linked with the most similar
/// ones.
///
/// A row must have two kinds of evidence: the words that the stories share, and those of the headlines.
///
/// For each word, heaviest first, only the occurrences around the story's own date are read: a common word
/// has a hundred thousand in a million stories. The constants come from cross-validation over three sets of
/// hand-made links.
struct StoriesAlike {
  /// A similar story.
  struct Like {
    var listing: Listing
    /// The similarity, from 0 to about 3; the story itself would have 2.
    var score: Float
    /// The shared words, most distinctive first, as the story writes them.
    var shares: [String]
    /// The similar story that it is linked with, if that is why it is here.
    var via: Related.Via?
  }

  /// The most occurrences read.
  private static let occurrences = 4_000
  /// The most occurrences of one word.
  private static let perWord = 200
  /// The most stories whose dates and tags are compared, and the most whose headlines are.
  private static let (finalists, headlines) = (80, 40)
  /// The least evidence (`Scored.evidence`).
  private static let least: Float = 0.06
  /// The similarity that needs no reason: a story without a telling word or a link is otherwise left out.
  private static let plain: Float = 0.06
  /// The weight of each headline's words in the other story.
  private static let headlineShare: Float = 0.5
  /// The weight of shared tags.
  private static let tagShare: Float = 0.3
  /// How many of the most similar stories pass on similarity through their links, and how much of it.
  private static let (leading, linkShare): (Int, Float) = (10, 0.3)
  /// The most stories of one series among the first ones.
  private static let series = (among: 5, most: 2)

  let db: Connection
  let story: Story
  let cancellation: Cancellation

  /// The most similar stories, best first, each in one version; nil if cancelled.
  ///
  /// - Parameter isSure: whether to return only those that a reader would find on the subject.
  func likes(limit: Int, isSure: Bool = true) throws -> [Like]? {
    guard story.wire.status == .usable, let own = try Finalist(of: story.id, in: db) else { return [] }
    let all = try Vocabulary(db: db).total()
    let words = try TellingWords(of: story, WordRarity(for: story, among: all, in: db))
    let telling = words.words
    guard !cancellation.isCancelled, let found = try candidates(telling, around: own.position) else {
      return nil
    }
    let meanLength = try telling.first.flatMap { try TermCount.meanLength(ofAll: "\"\($0.folded)\"", in: db) }
    let scale = try Scale(telling, own, meanLength: Float(meanLength ?? 1), among: all, in: db)
    var finalists: [Scored] = []
    for candidate in found {
      guard candidate.position != own.position,
        let finalist = try Finalist(at: candidate.position, in: db), finalist.newest != own.newest
      else { continue }
      finalists.append(
        Scored(story: finalist, candidate: candidate, score: scale.likeness(candidate.counts, finalist)))
    }
    guard !cancellation.isCancelled else { return nil }
    finalists.sort { ($0.score, $0.story.position) > ($1.score, $1.story.position) }
    finalists = Array(finalists.prefix(Self.headlines))
    var headlines = SharedHeadlines(of: story, words, among: all, in: db)
    for index in finalists.indices {
      finalists[index].headlines = try headlines.shared(
        with: finalists[index].story.headline, finalists[index].candidate.counts)
      finalists[index].score *= 1 + Self.headlineShare * finalists[index].headlines
    }
    finalists.sort { ($0.score, $0.story.position) > ($1.score, $1.story.position) }
    guard let linked = try linked(from: finalists.prefix(Self.leading), own) else { return nil }
    add(linked, to: &finalists)
    for index in finalists.indices where finalists[index].candidate.counts.isEmpty {
      finalists[index].headlines = try headlines.shared(with: finalists[index].story.headline, [:])
    }
    let offered = isSure ? finalists.filter { $0.evidence >= Self.least } : finalists
    return try pick(limit, of: offered, telling, among: all)
  }

  /// A story with its score.
  private struct Scored {
    var story: Finalist
    var candidate: Candidate
    var score: Float
    var via: Related.Via?
    /// The share of its headline that the story uses, and of the story's headline that it uses, added up.
    var headlines: Float = 0

    /// How sure it is that a reader would find it on the subject.
    var evidence: Float { score * (0.5 + headlines) }
  }

  /// The scale of scores from shared words.
  private struct Scale {
    let telling: [TellingWords.Word]
    let own: Finalist
    let tags: [Int64: Float]
    let whole: Float
    let allTags: Float
    let meanLength: Float

    init(
      _ telling: [TellingWords.Word], _ own: Finalist, meanLength: Float, among all: Int, in db: Connection
    ) throws {
      (self.telling, self.own, self.meanLength) = (telling, own, max(meanLength, 1))
      tags = try own.tags(among: all, in: db)
      whole = max(telling.reduce(0) { $0 + $1.gain($1.count) }, 0.001)
      allTags = tags.values.reduce(0, +)
    }

    func likeness(_ counts: [Int: Float], _ other: Finalist) -> Float {
      let length = 0.5 + 0.5 * Float(other.words) / meanLength
      let sum = counts.reduce(Float(0)) { $0 + telling[$1.key].gain($1.value, length: length) }
      let shared = tags.reduce(Float(0)) { $0 + (other.facets.contains($1.key) ? $1.value : 0) }
      return min(sum / whole, 1.2) * StoriesAlike.nearness(own.published, other.published)
        * (1 + StoriesAlike.tagShare * (allTags > 0 ? shared / allTags : 0))
    }
  }

  /// The stories linked with the most similar ones, by position; nil if cancelled.
  private func linked(from likest: ArraySlice<Scored>, _ own: Finalist) throws
    -> [Int64: (score: Float, best: Float, via: Related.Via)]?
  {
    var found: [Int64: (score: Float, best: Float, via: Related.Via)] = [:]
    let links = StoryLinks(db: db)
    for like in likest {
      guard !cancellation.isCancelled else { return nil }
      let around = try links.around(like.story.position).filter { $0.key != own.position }
      let share = Self.linkShare * like.score / Float(max(1, around.count)).squareRoot()
      for (place, isTarget) in around {
        let via = Related.Via(headline: like.story.headline, isTarget: isTarget)
        let known = found[place] ?? (0, 0, via)
        found[place] = (
          known.score + share, max(known.best, share), share > known.best ? via : known.via
        )
      }
    }
    return found
  }

  private func add(
    _ linked: [Int64: (score: Float, best: Float, via: Related.Via)], to finalists: inout [Scored]
  ) {
    var linked = linked
    for index in finalists.indices {
      guard let more = linked.removeValue(forKey: finalists[index].story.position) else { continue }
      if more.score > finalists[index].score { finalists[index].via = more.via }
      finalists[index].score += more.score
    }
    for (place, more) in linked {
      guard let story = try? Finalist(at: place, in: db), story.id != self.story.id else { continue }
      finalists.append(
        Scored(story: story, candidate: Candidate(position: place), score: more.score, via: more.via))
    }
    finalists.sort { ($0.score, $0.story.position) > ($1.score, $1.story.position) }
  }

  /// The best stories, one version of each, without near repetitions.
  private func pick(
    _ limit: Int, of finalists: [Scored], _ telling: [TellingWords.Word], among all: Int
  ) throws -> [Like] {
    var (likes, picked): ([Like], [Scored]) = ([], [])
    var newestSeen: Set<Int64> = []
    var series: [String: Int] = [:]
    var later: [Scored] = []
    func put(_ one: Scored) throws {
      guard
        !picked.contains(where: {
          $0.story.headline == one.story.headline || $0.candidate.repeats(one.candidate, one.story, $0.story)
        }), newestSeen.insert(one.story.newest).inserted,
        let listing = try WindowRows.listing(of: one.story.id, in: db)
      else { return }
      let shares = shares(one.candidate, telling, all)
      guard !shares.isEmpty || one.via != nil || one.score >= Self.plain else { return }
      picked.append(one)
      likes.append(Like(listing: listing, score: one.score, shares: shares, via: one.via))
    }
    for one in finalists where likes.count < limit {
      if likes.count >= Self.series.among {
        // Postponed stories come before less similar ones.
        while likes.count < limit, let first = later.first, first.score >= one.score {
          later.removeFirst()
          try put(first)
        }
        if likes.count < limit { try put(one) }
        continue
      }
      let name = one.story.series
      guard series[name, default: 0] < Self.series.most else {
        later.append(one)
        continue
      }
      let before = likes.count
      try put(one)
      if likes.count > before { series[name, default: 0] += 1 }
    }
    for one in later where likes.count < limit { try put(one) }
    return likes
  }

  /// The three words that best show why a story is similar: names first, and one form of each word.
  private func shares(_ candidate: Candidate, _ telling: [TellingWords.Word], _ all: Int) -> [String] {
    let words = candidate.counts.sorted { $0.key < $1.key }.filter {
      telling[$0.key].tells($0.value, among: all)
    }
    .map { telling[$0.key] }
    var named: [String] = []
    for word in words.filter(\.isName) + words.filter({ !$0.isName }) where named.count < 3 {
      let beginning = word.shown.lowercased().prefix(4)
      if !named.contains(where: { $0.lowercased().hasPrefix(beginning) }) { named.append(word.shown) }
    }
    return named
  }

  /// A story with some of the words, and how often it has each.
  private struct Candidate {
    var position: Int64
    var counts: [Int: Float] = [:]

    /// Whether it has the same words as often as another story, in a text of the same length.
    func repeats(_ other: Candidate, _ its: Finalist, _ own: Finalist) -> Bool {
      counts.count >= 12 && counts == other.counts && abs(its.words - own.words) * 20 <= own.words
    }
  }

  /// The stories with the most of the words; nil if cancelled.
  private func candidates(_ telling: [TellingWords.Word], around place: Int64) throws -> [Candidate]? {
    var occurrences: [(position: Int64, word: Int, count: Float)] = []
    occurrences.reserveCapacity(Self.occurrences)
    var sums: [Int64: (score: Float, words: Int)] = [:]
    func take(_ index: Int, _ span: String, limit: Int) throws {
      let word = telling[index]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT rowid, \(TermCount.name)(search) FROM main.search WHERE search MATCH ? \(span) LIMIT ?"
        ),
        arguments: span.contains("?2")
          ? ["{body headline} : \"\(word.folded)\"", place, limit]
          : ["{body headline} : \"\(word.folded)\"", limit])
      while let row = try rows.next() {
        guard let position = row.integer(0) else { continue }
        let count = Float(row.double(1) ?? 1)
        occurrences.append((position, index, count))
        let sum = sums[position] ?? (0, 0)
        sums[position] = (sum.score + word.gain(count), sum.words + 1)
      }
    }
    for index in telling.indices.sorted(by: { telling[$0].gain(1) > telling[$1].gain(1) }) {
      let limit = min(Self.occurrences - occurrences.count, Self.perWord)
      guard limit > 0 else { break }
      guard !cancellation.isCancelled else { return nil }
      if telling[index].stories <= limit {
        try take(index, "ORDER BY rowid DESC", limit: limit)
      } else {
        try take(index, "AND rowid <= ?2 ORDER BY rowid DESC", limit: limit / 2)
        try take(index, "AND rowid > ?2 ORDER BY rowid", limit: limit / 2)
      }
    }
    // A single shared word may be any word.
    let best = sums.filter { $0.value.words > 1 }
      .sorted { ($0.value.score, $0.key) > ($1.value.score, $1.key) }.prefix(Self.finalists)
    var candidates = best.map { Candidate(position: $0.key) }
    let places = Dictionary(uniqueKeysWithValues: zip(best.map(\.key), candidates.indices))
    for one in occurrences {
      if let place = places[one.position] { candidates[place].counts[one.word] = one.count }
    }
    return candidates
  }

  /// How near two dates are: 1 on the same day, 0.55 a quarter of a year apart, never below 0.1.
  private static func nearness(_ one: Int64?, _ other: Int64?) -> Float {
    guard let one, let other else { return 0.5 }
    let years = Float(abs(one - other)) / 31_557_600
    return 0.1 + 0.9 / (1 + years / 0.25)
  }

  /// What the index knows of a candidate.
  private struct Finalist {
    var id: StoryID
    var position: Int64
    var newest: Int64
    var headline: String
    var published: Int64?
    var words: Int
    var facets: Set<Int64>

    init?(of id: StoryID, in db: Connection) throws {
      try self.init("id = ?", id.databaseValue, in: db)
    }

    init?(at position: Int64, in db: Connection) throws {
      try self.init("position = ?", position, in: db)
    }

    private init?(_ condition: String, _ argument: Int64, in db: Connection) throws {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id, position, ifnull(newest, position), headline, published, words, facets, status
            FROM main.story
            WHERE \(condition)
            """),
        arguments: [argument])
      guard let row, let id = row.integer(0), row.text(7) == nil else { return nil }
      self.id = StoryID(databaseValue: id)
      (position, newest) = (row.integer(1) ?? 0, row.integer(2) ?? 0)
      (headline, published, words) = (row.text(3) ?? "", row.integer(4), row.int(5) ?? 0)
      facets = Set(FacetWord.numbers(row.text(6) ?? ""))
    }

    /// The first two words of its headline, which parts of a series share.
    var series: String { SearchText.words(String(headline.prefix(100))).prefix(2).joined(separator: " ") }

    /// Its tags, by their numbers in the index, with how rare they are.
    func tags(among all: Int, in db: Connection) throws -> [Int64: Float] {
      let numbers = facets.map(String.init).joined(separator: ", ")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, total FROM main.facet
          WHERE kind IN ('tag', 'person', 'place', 'organisation') AND total > 1
          AND id IN (\(numbers))
          """)
      return rows.reduce(into: [:]) {
        $0[$1.integer(0) ?? 0] = Float(Ranking.idf(stories: $1.int(1) ?? 1, of: all))
      }
    }
  }
}
