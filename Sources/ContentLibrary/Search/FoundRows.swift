internal import Database
internal import Stories

/// The rows of a search around a place: the ranked candidates, followed by older matches, newest first, if
/// there are more.
///
/// By time, every match can be reached; in orders that need all matches at once, only the candidates.
struct FoundRows {
  let db: Connection
  let query: Query
  /// The candidates' positions, in the query's order.
  let places: [Int64]
  let candidates: Candidates

  func window(around anchor: Window.Anchor, before: Int, after: Int) throws -> Window {
    if candidates.isMore, query.order.isByTime { return try byTime(anchor, before, after) }
    switch anchor {
    case .first: return try slice(0, 0, before + after)
    case .last: return try hasTail ? end(before + after) : slice(places.count, before + after, 0)
    case .row(let row):
      if let index = places.firstIndex(of: row.position) { return try slice(index, before, after) }
      if hasTail, row.position < candidates.oldest { return try tail(row.position, before, after) }
      return try slice(0, 0, before + after)
    case .moment(let seconds): return try slice(index(of: seconds), before, after)
    case .number(let number): return try slice(max(0, min(number, places.count - 1)), before, after)
    }
  }

  /// Whether older stories follow the candidates.
  private var hasTail: Bool { candidates.isMore && query.order == .bestFirst }

  /// The index of the first story not newer than a moment, or not older in the opposite order.
  private func index(of seconds: Int64) -> Int {
    let index =
      query.order == .oldestFirst
      ? places.firstIndex { $0 >= Position.first(seconds: seconds) }
      : places.firstIndex { $0 < Position.first(seconds: seconds + 1) }
    return index ?? max(0, places.count - 1)
  }

  private func slice(_ index: Int, _ before: Int, _ after: Int) throws -> Window {
    let (lower, upper) = (max(0, index - before), min(places.count, index + after))
    var shown = Array(places[min(lower, upper)..<upper])
    var reachesLast = upper == places.count
    if reachesLast, hasTail {
      let missing = index + after - upper
      let older = try older(than: candidates.oldest, limit: missing)
      shown += older
      reachesLast = older.count < missing
    }
    return try window(shown, first: lower == 0, last: reachesLast, rowsBefore: lower)
  }

  private func tail(_ place: Int64, _ before: Int, _ after: Int) throws -> Window {
    let ahead = try older(than: place + 1, limit: after)
    var behind = Array(
      try candidates.statement.places(
        also: [condition(">", place), condition("<", candidates.oldest)], ascending: true, limit: before,
        in: db
      ).reversed())
    let missing = before - behind.count
    if missing > 0 { behind = places.suffix(missing) + behind }
    return try window(
      behind + ahead, first: false, last: ahead.count < after, rowsBefore: nil)
  }

  private func end(_ count: Int) throws -> Window {
    let last = try candidates.statement.places(
      also: [condition("<", candidates.oldest)], ascending: true, limit: count, in: db)
    let missing = count - last.count
    return try window(
      (missing > 0 ? Array(places.suffix(missing)) : []) + last.reversed(),
      first: missing >= places.count, last: true, rowsBefore: nil)
  }

  private func byTime(_ anchor: Window.Anchor, _ before: Int, _ after: Int) throws -> Window {
    let isNewest = query.order == .newestFirst
    let statement = candidates.statement
    func fetch(_ sign: String?, _ place: Int64, ascending: Bool, _ limit: Int) throws -> [Int64] {
      try statement.places(
        also: sign.map { [condition($0, place)] } ?? [], ascending: ascending, limit: limit, in: db)
    }
    switch anchor {
    case .first:
      let rows = try fetch(nil, 0, ascending: !isNewest, before + after)
      return try window(rows, first: true, last: rows.count < before + after, rowsBefore: 0)
    case .last:
      let rows = try fetch(nil, 0, ascending: isNewest, before + after)
      return try window(
        rows.reversed(), first: rows.count < before + after, last: true, rowsBefore: nil)
    case .number(let number) where !places.indices.contains(number) || !isNewest:
      return try byTime(.last, before, after)
    case .row, .moment, .number:
      let place: Int64 =
        switch anchor {
        case .row(let row): row.position
        case .moment(let seconds):
          isNewest ? Position.first(seconds: seconds + 1) - 1 : Position.first(seconds: seconds)
        case .number(let number): places[number]
        default: 0
        }
      let ahead = try fetch(isNewest ? "<=" : ">=", place, ascending: !isNewest, after)
      let behind = try fetch(isNewest ? ">" : "<", place, ascending: isNewest, before)
      guard !(ahead.isEmpty && behind.isEmpty) else { return try byTime(.last, before, after) }
      let first = behind.last ?? ahead.first
      let index = first.flatMap { isNewest ? places.firstIndex(of: $0) : nil }
      return try window(
        behind.reversed() + ahead, first: behind.count < before, last: ahead.count < after,
        rowsBefore: behind.count < before ? 0 : index)
    }
  }

  private func older(than place: Int64, limit: Int) throws -> [Int64] {
    try candidates.statement.places(also: [condition("<", place)], limit: limit, in: db)
  }

  private func condition(_ sign: String, _ place: Int64) -> String {
    "\(candidates.statement.place) \(sign) \(place)"
  }

  private func window(_ places: [Int64], first: Bool, last: Bool, rowsBefore: Int?) throws -> Window {
    Window(
      query: query, rows: try WindowRows.listings(at: places, in: db).map(candidates.marked),
      reachesFirst: first, reachesLast: last, rowsBefore: rowsBefore, total: 0, unread: 0)
  }
}
