internal import Database
internal import Stories

extension MarkedPlaces.Places {
  /// With more read stories than this, unread ones are found by passing over the read positions.
  private static let many = 5_000

  /// The positions to pass over in a list by time; nil if its rows are better read one by one.
  func passedOver(by query: Query) -> [Int64]? {
    guard query.order.isByTime, query.search == nil else { return nil }
    switch query.marked {
    case .unread: return hidden.isEmpty && read.count <= Self.many ? nil : readOrHidden
    case .all: return hidden.isEmpty ? nil : hidden
    case .saved: return nil
    }
  }
}

extension WindowRows {
  /// Rows on a side without those to be passed over, found in the full text index of facets, which has the
  /// positions alone.
  ///
  /// After most of a million stories were read, this takes tenths of a second where joining the marks takes
  /// many.
  func fetchPassingOver(_ left: [Int64], _ side: Side, limit: Int) throws -> [Listing] {
    let ascends = query.order.ascends
    let (sign, place, isReversed): (String, Int64?, Bool) =
      switch side {
      case .after(let place): (ascends ? ">" : "<", place?.position, false)
      case .from(let place): (ascends ? ">=" : "<=", place.position, false)
      case .before(let place): (ascends ? "<" : ">", place?.position, true)
      }
    let rows = try Int64.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT rowid FROM main.facetList
          WHERE facetList MATCH ? \(place == nil ? "" : "AND rowid \(sign) ?")
          ORDER BY rowid \(ascends != isReversed ? "ASC" : "DESC")
          """),
      arguments: StatementArguments(
        [facetList?.match ?? FacetEntry.everything]
          + [place].compactMap { $0 as (any DatabaseValueConvertible)? }))
    var places: [Int64] = []
    while places.count < limit, let place = try rows.next() {
      if !left.hasPlace(place) { places.append(place) }
    }
    let listed = try Self.listings(at: places, in: db)
    return isReversed ? listed.reversed() : listed
  }
}

/// How many stories of each facet are unread, counted over the read stories or the unread ones, whichever
/// are fewer.
struct UnreadByFacet {
  private var counts: [Int64: Int] = [:]
  private let areRead: Bool

  init(_ db: Connection, _ marked: MarkedPlaces.Places) throws {
    let total = try Counts(db: db, query: Query(), facetList: nil, marked: marked).total()
    areRead = marked.read.count <= total - marked.read.count
    var groups: [String: Int] = [:]
    let statement = try db.cachedStatement(sql: "SELECT facets FROM main.story WHERE position = ?")
    func add(_ place: Int64) throws {
      guard let facets = try String.fetchOne(statement, arguments: [place]) else { return }
      groups[facets, default: 0] += 1
    }
    if areRead {
      for place in marked.read { try add(place) }
    } else {
      let rows = try Int64.fetchCursor(
        db, sql: "SELECT rowid FROM main.facetList WHERE facetList MATCH ?",
        arguments: [FacetEntry.everything])
      while let place = try rows.next() { if !marked.read.hasPlace(place) { try add(place) } }
    }
    for (facets, count) in groups {
      for number in FacetWord.numbers(facets) { counts[number, default: 0] += count }
    }
  }

  /// The unread stories of a facet that has `total` stories.
  func count(_ facet: Int64, of total: Int) -> Int {
    let counted = counts[facet] ?? 0
    return areRead ? total - counted : counted
  }
}
