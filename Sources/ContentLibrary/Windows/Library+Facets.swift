internal import Database
public import Stories

// The facets by which a list can be narrowed further.
extension Library {
  /// The most stories of a narrowed list whose facets are counted; the newest are.
  private static let mostCounted = 100_000

  /// The facets of a kind in a list's stories, with their numbers of stories.
  ///
  /// A narrowing of that kind is ignored, because it would be replaced. At most a hundred thousand stories
  /// of a list are counted; the counts then say that there are more.
  ///
  /// - Parameter cancellation: checked between steps.
  /// - Returns: the counts; nil if cancelled.
  public func facets(
    _ kind: Facet.Kind, of query: Query, cancellation: Cancellation = Cancellation()
  ) throws -> [FacetCount]? {
    let others = query.widened(to: kind)
    guard others.marked != .all || !others.facets.isEmpty || others.search != nil else {
      return try facets(kind)
    }
    let meant = others.search == nil ? nil : try meaning(of: others.searched, cancellation: cancellation)
    if others.search != nil, meant == nil { return nil }
    let totals = facetTotals.view
    let (tally, counts) = try read { db -> (FacetTally?, [FacetCount]) in
      let rows: RowCursor
      if let meant {
        let statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
        guard statement.isPossible else { return (FacetTally(), []) }
        rows = try statement.rows(FacetTally.columns, limit: Self.mostCounted + 1, in: db)
      } else {
        let narrowing = Narrowing(query: others, facetList: try FacetEntry(others.facets, in: db, totals))
        let sql = """
          SELECT \(FacetTally.columns) FROM \(narrowing.tables) \(narrowing.filter)
          LIMIT \(Self.mostCounted + 1)
          """
        rows = try Row.fetchCursor(
          db.cachedStatement(sql: sql), arguments: StatementArguments(narrowing.arguments))
      }
      var tally = FacetTally()
      while let row = try rows.next() {
        if tally.rows.isMultiple(of: 1_000), cancellation.isCancelled { return (nil, []) }
        guard tally.rows < Self.mostCounted else {
          tally.isMore = true
          break
        }
        tally.add(row)
      }
      return (tally, kind == .mine ? [] : try tally.counts(of: kind, in: db))
    }
    guard let tally else { return nil }
    return kind == .mine ? try ownTags(among: tally.places, isMore: tally.isMore) : counts
  }
}

/// Adds up the facets of rows, counting versions of a story once.
private struct FacetTally {
  static let columns =
    "story.facets, \(ReadByMany.isRead()), story.position, ifnull(story.newest, 0)"

  private(set) var rows = 0
  var isMore = false
  private var totals: [Int64: (all: Int, read: Int)] = [:]
  private var seen: Set<Int64> = []
  /// The positions of the rows.
  private(set) var places: Set<Int64> = []

  mutating func add(_ row: Row) {
    rows += 1
    places.insert(row.integer(2) ?? 0)
    let (position, newest) = (row.integer(2) ?? 0, row.integer(3) ?? 0)
    guard seen.insert(newest == 0 ? position : newest).inserted else { return }
    for number in FacetWord.numbers(row.text(0) ?? "") {
      totals[number, default: (0, 0)].all += 1
      totals[number]?.read += row.int(1) ?? 0
    }
  }

  /// The counts of a kind: desks and languages by name, others by number of stories.
  func counts(of kind: Facet.Kind, in db: Connection) throws -> [FacetCount] {
    let names = try Row.fetchCursor(
      db, sql: "SELECT id, value FROM facet WHERE kind = ? AND total > 0", arguments: [kind.rawValue])
    var counts: [FacetCount] = []
    while let row = try names.next() {
      guard let total = totals[row.integer(0) ?? 0] else { continue }
      counts.append(
        FacetCount(
          Facet(kind, row.text(1) ?? ""), total: total.all, unread: total.all - total.read, isMore: isMore))
    }
    return counts.sorted { one, other in
      if !kind.isListedByName, one.total != other.total { return one.total > other.total }
      return one.facet.value < other.facet.value
    }
  }
}
