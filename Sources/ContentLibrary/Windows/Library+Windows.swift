internal import Database
public import Stories

extension Library {
  /// The rows of the list around a place.
  ///
  /// - Parameters:
  ///   - before: the most rows before the anchor.
  ///   - after: the most rows from the anchor on.
  public func window(_ query: Query, around anchor: Window.Anchor, before: Int, after: Int) throws -> Window {
    if query.search != nil {
      return try found(query, around: anchor, before: before, after: after)
        ?? Window(
          query: query, rows: [], reachesFirst: true, reachesLast: true, rowsBefore: 0, total: 0, unread: 0)
    }
    let totals = facetTotals.view
    return try read { db in
      let (before, after) = (min(max(before, 0), 10_000), min(max(after, 0), 10_000))
      let facetList = try FacetEntry(query.facets, in: db, totals)
      let hidden = try hiddenPlaces.groups(in: db, self)
      let marked = try markedPlaces.places(in: db).hiding(hidden.all)
      let counts = Counts(db: db, query: query, facetList: facetList, marked: marked)
      let grouped = try query.groupedBy.map {
        try GroupedRows(db: db, query: query, kind: $0, facetList: facetList, marked: marked)
      }
      let rows = WindowRows(db: db, query: query, facetList: facetList, marked: marked)
      var piece =
        try grouped?.piece(around: anchor, before: before, after: after)
        ?? rows.piece(around: anchor, before: before, after: after)
      if query.isDetailed { piece.rows = try WindowRows.detailed(piece.rows, in: db) }
      let total = try counts.total()
      let rowsBefore: Int? =
        if piece.reachesFirst || piece.rows.isEmpty {
          0
        } else if piece.reachesLast {
          max(0, total - piece.rows.count)
        } else {
          try piece.rows.first.flatMap { row in
            try grouped == nil ? counts.before(Place(row)) : grouped?.rowsBefore(row)
          }
        }
      let isAtEnd = rowsBefore.map { $0 + piece.rows.count >= total } ?? false
      var window = Window(
        query: query, rows: piece.rows, reachesFirst: piece.reachesFirst || rowsBefore == 0,
        reachesLast: piece.reachesLast || isAtEnd, rowsBefore: rowsBefore, total: total,
        unread: try counts.unread())
      if query.marked != .saved {
        window.hidden = try hidden.bySearch.mapValues(counts.hidden).filter { $0.value > 0 }
      }
      return window
    }
  }

  /// The number of stories.
  public func count() throws -> Int {
    try read { db in try Counts(db: db, query: Query(), facetList: nil).total() }
  }

  /// Calls `each` with every row of a query, until it returns false.
  public func stories(_ query: Query, _ each: (Listing) throws -> Bool) throws {
    if query.search != nil { return try eachFound(query, each) }
    var last: Listing?
    while true {
      let totals = facetTotals.view
      let rows = try read { db in
        let hidden = try hiddenPlaces.groups(in: db, self).all
        let marked = (query.marked == .unread ? try markedPlaces.places(in: db) : .init()).hiding(hidden)
        let facetList = try FacetEntry(query.facets, in: db, totals)
        if let kind = query.groupedBy {
          return try GroupedRows(
            db: db, query: query, kind: kind, facetList: facetList, marked: marked
          ).rows(after: last, limit: 500)
        }
        return try WindowRows(db: db, query: query, facetList: facetList, marked: marked)
          .fetch(.after(last.map(Place.init)), limit: 500)
      }
      for row in rows {
        guard try each(row) else { return }
      }
      guard let final = rows.last else { return }
      last = final
    }
  }

  private func eachFound(_ query: Query, _ each: (Listing) throws -> Bool) throws {
    var last: Listing?
    while true {
      let anchor = last.map(Window.Anchor.row) ?? .first
      let rows = try window(query, around: anchor, before: 0, after: 500).rows.drop { $0.id == last?.id }
      for row in rows {
        guard try each(row) else { return }
      }
      guard let final = rows.last else { return }
      last = final
    }
  }

  /// The facets of a kind with their numbers of stories: desks and languages by name, others by number.
  public func facets(_ kind: Facet.Kind) throws -> [FacetCount] {
    if kind == .mine { return try ownTags(among: nil, isMore: false) }
    return try read { db in
      let unread = try UnreadByFacet(db, markedPlaces.places(in: db))
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, value, total FROM facet WHERE kind = ? AND total > 0
          ORDER BY \(kind.isListedByName ? "value" : "total DESC, value")
          """,
        arguments: [kind.rawValue]
      ).map { row in
        let total = row.int(2) ?? 0
        return FacetCount(
          Facet(kind, row.text(1) ?? ""), total: total, unread: unread.count(row.integer(0) ?? 0, of: total))
      }
    }
  }

  /// The row of a story; nil if it is not in the index.
  public func listing(of id: StoryID) throws(LibraryError) -> Listing? {
    try read { db in try WindowRows.listing(of: id, in: db) }
  }
}

/// The place of a row in every order.
struct Place {
  var position: Int64
  var key: String
  var words: Int

  init(_ listing: Listing) {
    position = listing.position
    key = IndexEntry.key(of: listing.headline)
    words = listing.words
  }

  /// A place in the order of time; in other orders it is the beginning.
  init(position: Int64) {
    (self.position, key, words) = (position, "", 0)
  }
}

/// The facets that a list is narrowed to, as the index knows them.
struct FacetEntry {
  /// The most stories of a facet that are sorted in memory for orders other than time.
  static let small = 4_000

  /// Their words in `facetList` and, between spaces, in `story.facets`.
  let words: [String]
  /// The facet, if there is only one: it then has counts.
  let only: (number: Int64, kind: Facet.Kind)?
  /// The number of stories that have all of them.
  var total: Int

  /// The expression for their stories in `facetList`.
  let match: String

  private static func expression(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: " ")
  }

  /// The stories of an entry, or of all, that also have a facet.
  ///
  /// - Parameter total: how many stories have the facet.
  init(_ entry: FacetEntry?, with number: Int64, _ kind: Facet.Kind, total: Int) {
    words = (entry?.words ?? []) + [FacetWord.word(number)]
    (only, self.total) = entry == nil ? ((number, kind), total) : (nil, .max)
    match = Self.expression(words)
  }

  /// The stories of an entry, or of all, that have none of some words; their number is not known.
  init(_ entry: FacetEntry?, without others: [String]) {
    words = entry?.words ?? [FacetWord.word(0)]
    (only, total) = (nil, .max)
    let all = Self.expression(words)
    match = others.isEmpty ? all : "(\(all)) NOT (\(others.map { "\"\($0)\"" }.joined(separator: " OR ")))"
  }

  /// The word that every story has.
  static let everything = "\"\(FacetWord.word(0))\""

  /// The entry of some facets; nil without facets.
  ///
  /// A facet that no story has finds nothing.
  init?(_ facets: [Facet], in db: Connection, _ totals: FacetTotals.View) throws {
    guard let first = facets.first else { return nil }
    let rows = try facets.map { facet in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, total FROM facet WHERE kind = ? AND value = ?"),
        arguments: [facet.kind.rawValue, facet.value])
      return (number: row?.integer(0) ?? FacetWord.unused, total: row?.int(1) ?? 0)
    }
    words = rows.map { FacetWord.word($0.number) }
    only = rows.count == 1 ? (rows[0].number, first.kind) : nil
    match = Self.expression(words)
    total = rows[0].total
    guard rows.count > 1 else { return }
    let match = match
    total = try totals.total(of: facets) {
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM main.facetList WHERE facetList MATCH ?"),
        arguments: [match]) ?? 0
    }
  }
}
