internal import Database
internal import Stories

/// Counts the rows of a query from counters and marks, without reading all rows.
struct Counts {
  let db: Connection
  let query: Query
  let facetList: FacetEntry?
  var marked = MarkedPlaces.Places()

  /// With more marks than this before a place, they are not counted in the order of another column.
  private static let mostSorted = 20_000

  /// The number of rows.
  func total() throws -> Int {
    switch query.marked {
    case .all: try all() - count(marked.hidden)
    case .unread: try all() - count(marked.readOrHidden)
    case .saved: try count(marked.saved)
    }
  }

  /// The number of unread rows.
  func unread() throws -> Int {
    switch query.marked {
    case .all, .unread: try all() - count(marked.readOrHidden)
    case .saved: try count(marked.saved) - count(marked.savedRead)
    }
  }

  /// How many stories of the list have these positions, whatever their marks.
  func hidden(_ places: [Int64]) throws -> Int { try count(places) }

  /// How many rows come before a place; nil if counting would take too long.
  func before(_ place: Place) throws -> Int? {
    switch query.order {
    case .newestFirst, .bestFirst: return try newer(than: place.position)
    case .oldestFirst: return max(0, try total() - newer(than: place.position) - 1)
    case .headline, .longestFirst, .shortestFirst: break
    }
    guard marked.hidden.isEmpty || query.marked == .saved else { return nil }
    let few = query.marked == .saved ? marked.saved.count : query.marked == .unread ? marked.read.count : 0
    guard few <= Self.mostSorted else { return nil }
    if query.marked == .saved { return try sorted("isSaved", before: place) }
    if let facetList, facetList.total <= FacetEntry.small { return try sorted(before: place) }
    guard facetList == nil else { return nil }
    let read = query.marked == .unread ? try sorted("isRead", before: place) : 0
    return try inOrder(before: place) - read
  }

  private func all() throws -> Int {
    try facetList?.total ?? sum(.days, above: nil)
  }

  private func newer(than position: Int64) throws -> Int {
    switch query.marked {
    case .all: try stories(newerThan: position) - count(marked.hidden, newerThan: position)
    case .unread: try stories(newerThan: position) - count(marked.readOrHidden, newerThan: position)
    case .saved: try count(marked.saved, newerThan: position)
    }
  }

  private func stories(newerThan position: Int64) throws -> Int {
    let only = facetList?.only
    if let facetList, only.map({ ListCounters.dated.contains($0.kind) }) != true {
      return try facetRows(facetList.match, after: position, upTo: .max)
    }
    let step = Position.step(of: position)
    return try sum(only.map { .facet($0.number) } ?? .days, above: step)
      + facetRows(
        facetList?.match ?? FacetEntry.everything, after: position, upTo: Position.last(ofStep: step))
  }

  private func facetRows(_ match: String, after position: Int64, upTo last: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM main.facetList WHERE facetList MATCH ? AND rowid > ? AND rowid <= ?"),
      arguments: [match, position, last]) ?? 0
  }

  private func sum(_ series: ListCounters.Series, above low: Int64?) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT ifnull(sum(total), 0) FROM tally WHERE series = ? AND step > ?"),
      arguments: [series.number, low ?? .min]) ?? 0
  }

  /// The rows before a place in an order with an index and counters.
  private func inOrder(before place: Place) throws -> Int {
    let isAlphabet = query.order == .headline
    let series: ListCounters.Series = isAlphabet ? .letters : .words
    let step = isAlphabet ? ListCounters.letters(of: place.key) : Int64(place.words)
    let sign = query.order.ascends ? "<" : ">"
    let steps = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT ifnull(sum(total), 0) FROM tally WHERE series = ? AND step \(sign) ?"),
      arguments: [series.number, step])
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

  /// How many of some positions are in the list.
  private func count(_ places: [Int64], newerThan position: Int64 = -1) throws -> Int {
    let (first, count) = (places.firstPlace(notBelow: position + 1), places.countAbove(position))
    guard let facetList, count > 0 else { return count }
    guard facetList.total > Self.rowsPerLookup * count else {
      return try inFacet(facetList, places, after: position)
    }
    let words = facetList.words
    let condition = String(repeating: " AND instr(facets, ?) > 0", count: words.count)
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM main.story WHERE position = ?\(condition)")
    return try places[first...].count { place in
      let arguments = [place as any DatabaseValueConvertible] + words.map { " \($0) " }
      return try Int.fetchOne(statement, arguments: StatementArguments(arguments)) != nil
    }
  }

  /// How many rows of a facet's list are passed in the time of looking up one story.
  private static let rowsPerLookup = 15

  /// The same, by passing through the stories of the facet.
  private func inFacet(_ facetList: FacetEntry, _ places: [Int64], after position: Int64) throws -> Int {
    let rows = try Int64.fetchCursor(
      db.cachedStatement(
        sql: "SELECT rowid FROM main.facetList WHERE facetList MATCH ? AND rowid > ?"),
      arguments: [facetList.match, position])
    var count = 0
    while let place = try rows.next() { if places.hasPlace(place) { count += 1 } }
    // A saved version is not in the lists of facets, which have the newest.
    guard query.marked == .saved else { return count }
    return try count + versions(of: facetList, places, after: position)
  }

  /// How many older versions among some positions have a facet.
  private func versions(of facetList: FacetEntry, _ places: [Int64], after position: Int64) throws -> Int {
    let condition = String(repeating: " AND instr(facets, ?) > 0", count: facetList.words.count)
    let rows = try Int64.fetchCursor(
      db.cachedStatement(
        sql: "SELECT position FROM main.story WHERE newest IS NOT NULL AND position > ?\(condition)"),
      arguments: StatementArguments(
        [position as any DatabaseValueConvertible] + facetList.words.map { " \($0) " }))
    var count = 0
    while let place = try rows.next() { if places.hasPlace(place) { count += 1 } }
    return count
  }
}
