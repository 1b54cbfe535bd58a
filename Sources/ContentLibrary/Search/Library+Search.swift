internal import GRDB
public import Stories

/// What a search found.
public struct SearchResult: Hashable, Sendable {
  /// The stories, best first.
  public var rows: [Listing] = []
  /// How many match; where there are more than were looked at, so many at least.
  public var count = 0
  /// Whether there are more than `count`.
  public var isMore = false
  /// What could not be searched as it was meant; nil when everything was understood.
  public var notice: String?
}

extension Library {
  /// Looks for stories by their words and by what is known of them, best first.
  ///
  /// The newest two thousand that match are ranked, by how well their headlines answer and by age; older ones are not
  /// among the answers, and the count says that there are more. FTS5's own rank of a common word takes seconds at a
  /// million stories: it counts all that have it.
  ///
  /// - Parameter now: the moment that age is counted from, in seconds since 1970.
  public func search(_ query: SearchQuery, now: Int64, limit: Int) throws(LibraryError) -> SearchResult {
    try read { db in try Search(db: db, query: query, now: now).result(limit: limit) }
  }
}

/// One search in the index.
private struct Search {
  /// The most stories that are ranked.
  private static let candidates = 2_000

  let db: Database
  let query: SearchQuery
  let now: Int64

  func result(limit: Int) throws -> SearchResult {
    var result = SearchResult(notice: query.notice)
    let expression = try MatchExpression(query, shelved: { try words(of: $0) }, widen: { _ in [] })
    guard let condition = try condition(expression, &result.notice) else { return result }
    let rows = try Row.fetchAll(db, sql: condition.sql, arguments: condition.arguments)
    result.isMore = rows.count > Self.candidates
    // Of the versions of one story, the newest that matches.
    var leads: Set<Int64?> = []
    let found = rows.prefix(Self.candidates).filter { leads.insert($0.integer(3)).inserted }
    result.count = found.count
    let ranking = try Ranking(words: expression.words) { word in try idf(of: word) }
    let scored = found.map { row in
      let age = row.integer(2).map { now - $0 }
      return (id: row.integer(0) ?? 0, score: ranking.score(headline: row.text(1) ?? "", age: age))
    }
    let best = scored.enumerated().sorted { ($0.element.score, $1.offset) > ($1.element.score, $0.offset) }
    result.rows = try best.prefix(max(limit, 0)).compactMap {
      try WindowRows.listing(of: StoryID(databaseValue: $0.element.id), in: db)
    }
    return result
  }

  /// The statement that finds the newest candidates; nil where nothing can be found.
  private func condition(
    _ expression: MatchExpression, _ notice: inout String?
  ) throws -> (sql: String, arguments: StatementArguments)? {
    var (conditions, arguments): ([String], [any DatabaseValueConvertible]) = ([], [])
    var (match, without): (String?, String?) = (nil, nil)
    switch expression.stories {
    case .none: return nil
    case .all: break
    case .matching(let words): match = words
    case .notMatching(let words): without = words
    }
    for filter in query.filters {
      switch filter.condition {
      case .facet(let facet):
        let shelf = try words(of: facet).map { "facets : \"\($0)\"" }
        let name = facet.kind == .author ? SearchText.words(facet.value) : []
        let all = shelf + (name.isEmpty ? [] : ["byline : \"\(name.joined(separator: " "))\""])
        let either =
          all.isEmpty ? "\"\(FacetWord.word(FacetWord.unused))\"" : "(" + all.joined(separator: " OR ") + ")"
        if filter.isNegated {
          without = without.map { "\($0) OR \(either)" } ?? either
        } else {
          match = match.map { "(\($0)) AND \(either)" } ?? either
        }
      case .mark(let mark): conditions.append(Self.condition(mark, isNegated: filter.isNegated))
      case .published(let from, let until):
        let span = [from.map { "story.published >= \($0)" }, until.map { "story.published < \($0)" }]
          .compactMap(\.self)
        guard !span.isEmpty else { continue }
        conditions.append((filter.isNegated ? "NOT " : "") + "(" + span.joined(separator: " AND ") + ")")
      case .has(.link): conditions.append("length(story.links) \(filter.isNegated ? "=" : ">") 0")
      case .has(.image): notice = notice ?? "has:image is not known to the index"
      case .like: notice = notice ?? "like: is not understood yet"
      }
    }
    // So that the search begins there; places may be a little later than the moment, and the moment itself is asked as well.
    let (span, place) = (query.published, match == nil ? "story.position" : "search.rowid")
    if let from = span.from { conditions.append("\(place) >= \(Position.first(seconds: from))") }
    if let until = span.until { conditions.append("\(place) < \(Position.first(seconds: until) + 86_400)") }
    let tables: String
    if let match {
      tables = "main.search CROSS JOIN main.story ON story.position = search.rowid"
      conditions.insert("search MATCH ?", at: 0)
      arguments.append(match)
    } else {
      tables = "main.story"
    }
    if let without {
      conditions.append("story.position NOT IN (SELECT rowid FROM main.search WHERE search MATCH ?)")
      arguments.append(without)
    }
    return (
      """
      SELECT story.id, story.headline, story.published, ifnull(story.lead, story.position) FROM \(tables)
      LEFT JOIN marks.mark ON mark.story = story.id \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY \(place) DESC LIMIT \(Self.candidates + 1)
      """, StatementArguments(arguments)
    )
  }

  private static func condition(_ mark: SearchQuery.Mark, isNegated: Bool) -> String {
    let isRead = "ifnull(mark.isRead, 0) = 1"
    let condition =
      switch mark {
      case .read: isRead
      case .unread, .new: "NOT \(isRead)"
      case .saved: "ifnull(mark.isSaved, 0) = 1"
      }
    return isNegated ? "NOT (\(condition))" : condition
  }

  /// The words of the facets that a name means, whatever its case.
  private func words(of facet: Facet) throws -> [String] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM facet WHERE kind = ? AND value = ? COLLATE NOCASE LIMIT 20",
      arguments: [facet.kind.rawValue, facet.value]
    ).map(FacetWord.word)
  }

  private func idf(of word: MatchExpression.Word) throws -> Double {
    // Enough to tell rare words from common ones.
    let sample = try Int.fetchOne(
      db,
      sql:
        "SELECT count(*) FROM (SELECT rowid FROM main.title WHERE title MATCH ? ORDER BY rowid DESC LIMIT 5000)",
      arguments: ["\"\(word.text)\"" + (word.isPrefix ? "*" : "")])
    return Ranking.idf(stories: sample ?? 0, of: try Counts(db: db, query: Query(), shelf: nil).total())
  }
}
