internal import Database
internal import Stories

/// The rows of a list by time, parted into the stories of each desk or of each source: every part is a list
/// of its own, so that a place is found in it as in any list, however long.
///
/// Parts stand by name; stories without one come last.
struct GroupedRows {
  /// The most parts; the stories of smaller ones stand with those that have none.
  private static let most = 200
  /// The most rows that are passed to find one by its number.
  private static let mostPassed = 10_000

  /// A part of the list.
  struct Group {
    /// Its name; "" for the stories without one.
    var name: String
    /// Its number in the index; nil for those without.
    var number: Int64?
    var query: Query
    var facetList: FacetEntry
  }

  private let db: Connection
  private let query: Query
  private let kind: Facet.Kind
  private let marked: MarkedPlaces.Places
  private let groups: [Group]

  init(
    db: Connection, query: Query, kind: Facet.Kind, facetList: FacetEntry?, marked: MarkedPlaces.Places
  ) throws {
    (self.db, self.query, self.kind, self.marked) = (db, query, kind, marked)
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, value, key, total FROM facet WHERE kind = ? AND total > 0 ORDER BY total DESC LIMIT \(Self.most)
          """),
      arguments: [kind.rawValue]
    ).map { row in
      (
        number: row.integer(0) ?? 0, name: row.text(1) ?? "", key: row.text(2) ?? "",
        total: row.int(3) ?? 0
      )
    }
    let named = rows.sorted { one, other in
      if one.name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
      return (one.key, one.name) < (other.key, other.name)
    }
    let outside = query.facets.allSatisfy { $0.kind == kind } ? nil : facetList
    var groups = named.compactMap { row -> Group? in
      let facet = Facet(kind, row.name)
      // A list of one desk is one part.
      let chosen = query.facets.filter { $0.kind == kind }
      guard chosen.isEmpty || chosen.contains(facet) else { return nil }
      var inside = query.widened(to: kind)
      inside.facets.append(facet)
      let entry = FacetEntry(outside, with: row.number, kind, total: row.total)
      return Group(name: row.name, number: row.number, query: inside, facetList: entry)
    }
    if !query.facets.contains(where: { $0.kind == kind }) {
      var rest = FacetEntry(facetList, without: rows.map { FacetWord.word($0.number) })
      if outside == nil {
        let all = try Counts(db: db, query: Query(), facetList: nil).total()
        rest.total = max(0, all - rows.reduce(0) { $0 + $1.total })
      }
      groups.append(Group(name: "", number: nil, query: query, facetList: rest))
    }
    self.groups = groups
  }

  /// The rows around an anchor.
  func piece(around anchor: Window.Anchor, before: Int, after: Int) throws -> WindowRows.Piece {
    switch anchor {
    case .first, .moment:
      let rows = try rows(from: 0, .after(nil), limit: before + after)
      return WindowRows.Piece(rows: rows, reachesFirst: true, reachesLast: rows.count < before + after)
    case .last:
      let rows = try rows(upTo: groups.count - 1, .before(nil), limit: before + after)
      return WindowRows.Piece(rows: rows, reachesFirst: rows.count < before + after, reachesLast: true)
    case .row(let row):
      let place = try index(of: row)
      return try piece(place, Place(row), before, after)
    case .number(let number):
      guard let found = try place(ofRow: number) else {
        return try piece(around: .last, before: before, after: after)
      }
      return try piece(found.group, found.place, before, after)
    }
  }

  private func piece(_ group: Int, _ place: Place, _ before: Int, _ after: Int) throws -> WindowRows.Piece {
    let ahead = try rows(from: group, .from(place), limit: after)
    let behind = try rows(upTo: group, .before(place), limit: before)
    if ahead.isEmpty, behind.isEmpty { return try piece(around: .last, before: before, after: after) }
    return WindowRows.Piece(
      rows: behind + ahead, reachesFirst: behind.count < before, reachesLast: ahead.count < after)
  }

  /// At most `limit` rows after a row, or the first ones.
  func rows(after row: Listing?, limit: Int) throws -> [Listing] {
    guard let row else { return try rows(from: 0, .after(nil), limit: limit) }
    return try rows(from: index(of: row), .after(Place(row)), limit: limit)
  }

  private func rows(from group: Int, _ side: WindowRows.Side, limit: Int) throws -> [Listing] {
    var (rows, side) = ([Listing](), side)
    for group in groups[max(0, group)...] {
      guard rows.count < limit else { break }
      rows += try fetch(group, side, limit: limit - rows.count)
      side = .after(nil)
    }
    return rows
  }

  private func rows(upTo group: Int, _ side: WindowRows.Side, limit: Int) throws -> [Listing] {
    guard !groups.isEmpty else { return [] }
    var (rows, side) = ([Listing](), side)
    for group in groups[...max(0, group)].reversed() {
      guard rows.count < limit else { break }
      rows = try fetch(group, side, limit: limit - rows.count) + rows
      side = .before(nil)
    }
    return rows
  }

  private func fetch(_ group: Group, _ side: WindowRows.Side, limit: Int) throws -> [Listing] {
    let rows = try WindowRows(db: db, query: group.query, facetList: group.facetList, marked: marked)
      .fetch(side, limit: limit)
    guard kind == .source else { return rows }
    return rows.map { row in
      var row = row
      row.source = group.name.isEmpty ? nil : group.name
      return row
    }
  }

  /// The part of a row; the last one for a story without.
  private func index(of row: Listing) throws -> Int {
    let facets = try String.fetchOne(
      db.cachedStatement(sql: "SELECT facets FROM main.story WHERE id = ?"),
      arguments: [row.id.databaseValue])
    let numbers = facets.map { Set(FacetWord.numbers($0)) }
    let name = kind == .desk ? row.section : row.source
    let known = groups.firstIndex { group in
      group.number.map { number in numbers.map { $0.contains(number) } ?? (group.name == name ?? "") }
        ?? false
    }
    return known ?? max(0, groups.count - 1)
  }

  // MARK: Numbers

  /// Whether rows can be numbered without counting many.
  private var isCounted: Bool {
    query.marked == .all && marked.hidden.isEmpty && query.widened(to: kind).facets.isEmpty
  }

  /// How many rows of the list come before a row; nil if counting would take too long.
  func rowsBefore(_ row: Listing) throws -> Int? {
    guard isCounted else { return nil }
    let place = try index(of: row)
    let earlier = groups[..<place].reduce(0) { $0 + $1.facetList.total }
    let group = groups[place]
    return try Counts(db: db, query: group.query, facetList: group.facetList, marked: marked)
      .before(Place(row)).map { earlier + $0 }
  }

  private func place(ofRow number: Int) throws -> (group: Int, place: Place)? {
    guard isCounted else {
      // Where parts are not counted, rows are, as far as windows reach.
      let rows = try rows(from: 0, .after(nil), limit: min(max(0, number), Self.mostPassed) + 1)
      return try rows.last.map { (try index(of: $0), Place($0)) }
    }
    var left = max(0, number)
    for (index, group) in groups.enumerated() {
      // The last part takes what is left: its number is not known.
      guard left >= group.facetList.total, group.number != nil else {
        return try WindowRows(db: db, query: group.query, facetList: group.facetList, marked: marked)
          .place(ofRow: left).map { (index, $0) }
      }
      left -= group.facetList.total
    }
    return nil
  }

  // MARK: Parts of the list

  /// The parts that a span of the list reaches into, each with the spans to take of it.
  func spans(_ span: ListSpan) throws -> [(group: Group, spans: [ListSpan])] {
    let ends: (first: Listing?, last: Listing?)
    var isInclusive = false
    switch span {
    case .all: ends = (nil, nil)
    case .above(let row): ends = (nil, row)
    case .below(let row): ends = (row, nil)
    case .between(let one, let other):
      let (here, there) = (try index(of: one), try index(of: other))
      if here == there { return [(groups[here], [span])] }
      ends = here < there ? (one, other) : (other, one)
      isInclusive = true
    }
    let first = try ends.first.map(index(of:)) ?? 0
    let last = try ends.last.map(index(of:)) ?? groups.count - 1
    guard first <= last else { return [] }
    return (first...last).flatMap { place -> [(group: Group, spans: [ListSpan])] in
      let group = groups[place]
      var spans: [ListSpan] = []
      if place == first, let row = ends.first { spans.append(.below(row)) }
      if place == last, let row = ends.last { spans.append(.above(row)) }
      // The rows at both ends are part of a range.
      let edges =
        isInclusive
        ? [place == first ? ends.first : nil, place == last ? ends.last : nil].compactMap(\.self) : []
      return [(group, spans)] + edges.map { (group, [.between($0, $0)]) }
    }
  }
}
