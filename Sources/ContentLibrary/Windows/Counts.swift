internal import Database
internal import Stories

/// Counts the rows of a query from counters and marks, without reading all rows.
struct Counts {
  let db: Connection
  let query: Query
  let facetList: FacetEntry?

  /// The number of rows.
  func total() throws -> Int {
    switch query.marked {
    case .all: try all()
    case .unread: try all() - marked("isRead")
    case .saved: try marked("isSaved")
    }
  }

  /// The number of unread rows.
  func unread() throws -> Int {
    switch query.marked {
    case .all, .unread: try all() - marked("isRead")
    case .saved: try marked("isSaved") - marked("isSaved = 1 AND mark.isRead")
    }
  }

  /// How many rows come before a place; nil if counting would take too long.
  func before(_ place: Place) throws -> Int? {
    switch query.order {
    case .newestFirst, .bestFirst: return try newer(than: place.position)
    case .oldestFirst: return max(0, try total() - newer(than: place.position) - 1)
    case .headline, .longestFirst, .shortestFirst: break
    }
    if query.marked == .saved { return try sorted("isSaved", before: place) }
    if let facetList, facetList.total <= FacetEntry.small { return try sorted(before: place) }
    guard facetList == nil else { return nil }
    let read = query.marked == .unread ? try sorted("isRead", before: place) : 0
    return try inOrder(before: place) - read
  }

  private func all() throws -> Int {
    try facetList?.total ?? sum(ListCounters.Series.days, "step", above: nil)
  }

  private func newer(than position: Int64) throws -> Int {
    switch query.marked {
    case .all: try stories(newerThan: position)
    case .unread: try stories(newerThan: position) - marked("isRead", newerThan: position)
    case .saved: try marked("isSaved", newerThan: position)
    }
  }

  private func stories(newerThan position: Int64) throws -> Int {
    let only = facetList?.only
    if let facetList, only.map({ ListCounters.dated.contains($0.kind) }) != true {
      return try facetRows(facetList.match, after: position, upTo: .max)
    }
    let step = Position.step(of: position)
    return try sum(
      only.map { ListCounters.Series.facet($0.number) } ?? ListCounters.Series.days, "step", above: step)
      + facetRows(
        facetList?.match ?? FacetEntry.everything, after: position, upTo: Position.last(ofStep: step))
  }

  private func facetRows(_ match: String, after position: Int64, upTo last: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM main.facetList WHERE facetList MATCH ? AND rowid > ? AND rowid <= ?"),
      arguments: [match, position, last]) ?? 0
  }

  private func sum(_ series: Int64, _ step: String, above low: Int64?) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT ifnull(sum(total), 0) FROM tally WHERE series = ? AND step > ?"),
      arguments: [series, low ?? .min]) ?? 0
  }

  /// The rows before a place in an order with an index and counters.
  private func inOrder(before place: Place) throws -> Int {
    let isAlphabet = query.order == .headline
    let series = isAlphabet ? ListCounters.Series.letters : ListCounters.Series.words
    let step = isAlphabet ? ListCounters.letters(of: place.key) : Int64(place.words)
    let sign = query.order.ascends ? "<" : ">"
    let steps = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT ifnull(sum(total), 0) FROM tally WHERE series = ? AND step \(sign) ?"),
      arguments: [series, step])
    return try (steps ?? 0) + (isAlphabet ? withinLetters(before: place) : withinLength(before: place))
  }

  private func withinLetters(before place: Place) throws -> Int {
    // The first letters may end inside a character, so they can't be passed as text.
    let hex = place.key.utf8.prefix(ListCounters.letters).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    return try Int.fetchOne(
      db,
      sql:
        """
        SELECT count(*) FROM story WHERE newest IS NULL AND key >= CAST(x'\(hex.joined())' AS TEXT)
          AND (key, position) < (?, ?)
        """,
      arguments: [place.key, place.position]) ?? 0
  }

  private func withinLength(before place: Place) throws -> Int {
    let sign = query.order.ascends ? "<" : ">"
    return try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM story WHERE newest IS NULL AND words = ? AND position \(sign) ?"),
      arguments: [place.words, place.position]) ?? 0
  }

  /// The rows before a place, counted one by one.
  private func sorted(before place: Place) throws -> Int {
    var narrowing = Narrowing(query: query, facetList: facetList)
    narrowing.compare(query.order.ascends ? "<" : ">", place)
    return try count(narrowing)
  }

  private func count(_ narrowing: Narrowing) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM \(narrowing.tables) \(narrowing.filter)"),
      arguments: StatementArguments(narrowing.arguments)) ?? 0
  }

  /// The marked rows of all stories before a place.
  private func sorted(_ mark: String, before place: Place) throws -> Int {
    var narrowing = Narrowing(query: query, facetList: facetList, mark: mark)
    narrowing.compare(query.order.ascends ? "<" : ">", place)
    return try count(narrowing)
  }

  private func marked(_ mark: String, newerThan position: Int64? = nil) throws -> Int {
    // A saved story stays listed after a newer version has arrived.
    let words = facetList?.words ?? []
    let narrowed =
      (query.marked == .saved ? "" : "AND story.newest IS NULL")
      + String(repeating: " AND instr(story.facets, ?) > 0", count: words.count)
    return try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM marks.mark CROSS JOIN main.story ON story.id = mark.story
          WHERE mark.\(mark) = 1 AND story.position > ? \(narrowed)
          """),
      arguments: StatementArguments(
        [position ?? -1] + words.map { " \($0) " as any DatabaseValueConvertible })) ?? 0
  }
}
