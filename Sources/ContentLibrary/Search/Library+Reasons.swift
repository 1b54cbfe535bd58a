internal import Database
public import Stories
internal import Words

// Explanations for empty results, and checks of a query before it is run.
extension Library {
  /// The most names listed in a sentence.
  private static let mostNames = 12

  /// Why a search finds nothing, in sentences for the reader: unknown names, with similar ones; conditions
  /// that no story meets; or that no story meets all of them.
  public func reasons(for query: SearchQuery, now: Int64) throws(LibraryError) -> [String] {
    guard try count(orZero: SearchQuery(), now) > 0 else { return ["there are no stories here"] }
    var reasons: [String] = []
    var isWhole = query.root == nil
    if let root = query.root {
      let words = SearchQuery(root: root, lastWordIsPrefix: query.lastWordIsPrefix)
      let found = try search(words, now: now, limit: 1, isExact: true)
      isWhole = !found.rows.isEmpty
      if found.rows.isEmpty {
        reasons += found.spellings.isEmpty ? ["no story has these words"] : found.spellings.map(\.sentence)
      }
    }
    for filter in query.filters {
      guard try count(orZero: SearchQuery(filters: [filter]), now) == 0 else { continue }
      reasons.append(try reason(for: filter))
    }
    guard reasons.isEmpty else { return reasons }
    let parts = query.filters.count + (isWhole && query.root != nil ? 1 : 0)
    return [
      parts > 1 ? "each part of the query finds stories, but no story matches all of it" : "no story matches"
    ]
  }

  private func count(orZero query: SearchQuery, _ now: Int64) throws(LibraryError) -> Int {
    if query.isEmpty {
      do {
        return try count()
      } catch {
        throw failure(error)
      }
    }
    return try search(query, now: now, limit: 1, isExact: true).rows.count
  }

  private func reason(for filter: SearchQuery.Filter) throws(LibraryError) -> String {
    if filter.isNegated { return "no story is left after -" + filter.condition.words }
    switch filter.condition {
    case .facet(let facet) where facet.kind == .state: return "no story is \(facet.value)"
    case .facet(let facet) where facet.kind == .part: return "no story has \(facet.value)s"
    case .facet(let facet): return try names(near: facet)
    case .mark(let mark): return mark == .new ? "no story is new" : "no story is \(mark.rawValue)"
    case .embargoed: return "no story is under embargo"
    case .like(let name): return "no story is like “\(name)”"
    case .path(let path): return "no story is in “\(path)”"
    case .number: return "no story matches \(filter.condition.words)"
    case .published: return try dates()
    }
  }

  /// "no story has the desk “Sport”. The library has: Culture, Harbour, Nordic."
  private func names(near facet: Facet) throws(LibraryError) -> String {
    let counts: [FacetCount]
    do {
      counts = try facets(facet.kind) + (facet.kind == .tag ? facets(.mine) : [])
    } catch {
      throw failure(error)
    }
    let wanted = FacetKey.key(of: facet.value)
    let near = counts.filter { !wanted.isEmpty && FacetKey.key(of: $0.facet.value).contains(wanted) }
    let choices = (near.isEmpty ? counts : near).filter { !$0.facet.value.isEmpty }
    let named = choices.sorted { ($0.total, $1.facet.value) > ($1.total, $0.facet.value) }
      .prefix(Self.mostNames).map(\.facet.value)
    let kind = facet.kind == .slug ? "slugline" : facet.kind == .mine ? "tag of yours" : facet.kind.rawValue
    guard !named.isEmpty else { return "no story here has any \(kind)" }
    let more = choices.count > named.count ? " and \(choices.count - named.count) more" : ""
    let offer = near.isEmpty ? "The library has" : "Perhaps you mean"
    return "no story has the \(kind) “\(facet.value)”. \(offer): \(named.joined(separator: ", "))\(more)."
  }

  private func dates() throws(LibraryError) -> String {
    let ends = try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT published FROM story WHERE position >= ? ORDER BY position LIMIT 1),
            (SELECT published FROM story ORDER BY position DESC LIMIT 1)
          """,
        arguments: [Position.first(seconds: -62_135_596_800)]
      ).map { ($0.integer(0), $0.integer(1)) }
    }
    guard let (first, last) = ends, let first, let last else { return "no story has a date" }
    let (from, to) = (Timestamp(seconds: first).day.words, Timestamp(seconds: last).day.words)
    return "no story is from that time; the oldest is from \(from), the newest from \(to)"
  }

  /// The one facet that a name means; nil if there is none or more than one.
  public func facet(meantBy facet: Facet) throws(LibraryError) -> Facet? {
    try read { db in
      if facet.kind == .mine {
        return try String.fetchOne(
          db, sql: "SELECT name FROM marks.tag WHERE key = ?", arguments: [FacetKey.key(of: facet.value)]
        ).map { Facet(.mine, $0) }
      }
      let values = try String.fetchAll(
        db, sql: "SELECT value FROM facet WHERE kind = ? AND key = ? AND total > 0 LIMIT 2",
        arguments: [facet.kind.rawValue, FacetKey.key(of: facet.value)])
      return values.count == 1 ? Facet(facet.kind, values[0]) : nil
    }
  }

  /// The stories among `stories` that match a search.
  public func stories(_ query: SearchQuery, among stories: [StoryID]) throws(LibraryError) -> Set<StoryID> {
    guard let meant = try meaning(of: query), !stories.isEmpty else { return [] }
    return try read { db in
      let statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
      guard statement.isPossible else { return [] }
      let list = stories.map { String($0.databaseValue) }.joined(separator: ", ")
      let rows = try statement.rows(
        "story.id", also: ["story.id IN (\(list))"], limit: stories.count, in: db)
      var found: Set<StoryID> = []
      while let row = try rows.next() { found.insert(StoryID(databaseValue: row.integer(0) ?? 0)) }
      return found
    }
  }
}

extension SearchQuery.Condition {
  /// Roughly as it would be typed.
  fileprivate var words: String {
    switch self {
    case .facet(let facet): "\(facet.kind.rawValue):\(facet.value)"
    case .mark(let mark): "is:\(mark.rawValue)"
    case .published: "date:"
    case .like(let name): "like:\(name)"
    case .number(let measure, let from, let to):
      "\(measure.rawValue):\(from.map(String.init) ?? "")"
        + (from == to ? "" : "..\(to.map(String.init) ?? "")")
    case .path(let path): "path:\(path)"
    case .embargoed: "is:embargoed"
    }
  }
}
