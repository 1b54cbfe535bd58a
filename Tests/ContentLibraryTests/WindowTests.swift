import Stories
import Testing

@testable import ContentLibrary

@Suite struct WindowTests {
  let newsroom: TemporaryNewsroom
  let library: Library
  /// All stories, newest first: the order with which every window must agree.
  let all: [Listing]

  /// 300 stories on many days, eight in some seconds, some undated and some in the far future.
  init() throws {
    newsroom = try TemporaryNewsroom()
    library = try newsroom.library()
    for number in 0..<300 {
      let seconds =
        switch number % 10 {
        case 0: ""
        case 1: "253402300799"
        case 2: "-62135596800"
        default: "\(1_400_000_000 + (number / 8) * 40_000)"
        }
      try newsroom.write(
        "\(number).slip",
        """
        headline: \(["Story", "Ærø", "Жук", "Я", "港"][number % 5]) \(number)
        seconds: \(seconds)
        section: \(["", "Nordic", "Sport"][number % 3])

        \(String(repeating: "Text ", count: number % 6))
        """
      )
    }
    try library.refreshed()
    for (number, row) in try library.rows().enumerated() {
      if number % 4 == 0 { try library.mark(row.id, read: true) }
      if number % 7 == 0 { try library.save(row.id, saved: true) }
      if number % 11 == 0 { try library.mark(row.id, read: false) }
    }
    all = try library.rows()
  }

  private static let queries = Query.Marked.allCases.flatMap { marked in
    [nil, Facet(.desk, "Nordic"), Facet(.desk, "Nowhere"), Facet(.format, "slip")].flatMap { facet in
      Query.Order.allCases.map { Query(marked: marked, facet: facet, order: $0) }
    }
  }

  private func expected(_ query: Query) -> [Listing] {
    let rows = all.filter { row in
      let isMarked =
        switch query.marked {
        case .all: true
        case .unread: !row.isRead
        case .saved: row.isSaved
        }
      return isMarked && (query.facets.first?.kind != .desk || row.section == query.facets.first?.value)
    }
    switch query.order {
    case .newestFirst, .bestFirst: return rows
    case .oldestFirst: return rows.reversed()
    case .headline:
      let keys = Dictionary(
        uniqueKeysWithValues: rows.map { ($0.id, Array(IndexEntry.key(of: $0.headline).utf8)) })
      return rows.sorted { (keys[$0.id] ?? []).lexicographicallyPrecedes(keys[$1.id] ?? []) }
    case .longestFirst: return rows.sorted { ($0.words, $0.position) > ($1.words, $1.position) }
    case .shortestFirst: return rows.sorted { ($0.words, $0.position) < ($1.words, $1.position) }
    }
  }

  @Test func listIsNewestFirstAndUndatedLast() {
    #expect(all.count == 300)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.position > $1.position })
    let moments = all.map { $0.published?.seconds ?? Int64.min }
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(all.suffix(30).allSatisfy { $0.published == nil })
  }

  @Test func windowsAgreeWithTheWholeList() throws {
    for query in Self.queries { try expectAgreement(query) }
  }

  private func expectAgreement(_ query: Query) throws {
    let rows = expected(query)
    let unread = rows.filter { !$0.isRead }.count
    #expect(try library.rows(query) == rows)
    for (before, after) in [(0, 1), (5, 10), (400, 400)] {
      var anchors: [(Window.Anchor, Int)] = [(.first, 0), (.last, rows.count)]
      for index in stride(from: 0, to: rows.count, by: 23) {
        anchors.append((.row(rows[index]), index))
      }
      for (anchor, place) in anchors {
        let window = try library.window(query, around: anchor, before: before, after: after)
        let range =
          switch anchor {
          case .first: 0..<min(rows.count, before + after)
          case .last: max(0, rows.count - before - after)..<rows.count
          case .row, .moment, .number: max(0, place - before)..<min(rows.count, place + after)
          }
        #expect(window.rows == Array(rows[range]))
        #expect(window.total == rows.count && window.unread == unread)
        #expect(window.rowsBefore == (range.isEmpty ? 0 : range.lowerBound))
        #expect(window.reachesFirst == (range.isEmpty || range.lowerBound == 0))
        #expect(window.reachesLast == (range.upperBound == rows.count))
      }
    }
  }

  @Test func aLargeFacetHasTheSameRowsWithEitherIndex() throws {
    for query in Self.queries where !query.order.isByTime && !query.facets.isEmpty {
      try library.read { db in
        var facetList = try #require(try FacetEntry(query.facets, in: db, library.facetTotals.view))
        let sorted = try WindowRows(db: db, query: query, facetList: facetList).fetch(.after(nil), limit: 400)
        facetList.total = .max
        let scanned = try WindowRows(db: db, query: query, facetList: facetList).fetch(
          .after(nil), limit: 400)
        #expect(scanned == sorted)
        #expect(scanned == expected(query))
      }
    }
  }

  @Test func facetsCombineInEveryOrderAndAreCounted() throws {
    let both = [Facet(.desk, "Nordic"), Facet(.format, "slip")]
    for marked in Query.Marked.allCases {
      for order in Query.Order.allCases {
        let (one, two) = (
          Query(marked: marked, facets: [both[0]], order: order),
          Query(marked: marked, facets: both, order: order)
        )
        #expect(try library.rows(two) == library.rows(one), "\(marked) \(order)")
        let rows = try library.rows(two)
        let window = try library.window(two, around: .number(rows.count / 2), before: 2, after: 3)
        #expect(window.total == rows.count && window.unread == rows.filter { !$0.isRead }.count)
        if let before = window.rowsBefore, rows.count > 1 {
          #expect(window.rows.contains { $0.id == rows[rows.count / 2].id }, "\(marked) \(order)")
          #expect(rows[before].id == window.rows[0].id)
        }
      }
    }
    let none = Query(facets: [Facet(.desk, "Nordic"), Facet(.desk, "Sport")])
    #expect(try library.rows(none).isEmpty)
    #expect(try library.window(none, around: .first, before: 0, after: 5).total == 0)
  }

  @Test func aCombinationIsCountedOnceUntilTheStoriesChange() throws {
    let both = Query(facets: [Facet(.desk, "Nordic"), Facet(.format, "slip")])
    let counted = library.facetTotals.counted
    let totals = try (0..<5).map { try library.window(both, around: .number($0), before: 2, after: 3).total }
    #expect(Set(totals).count == 1)
    #expect(library.facetTotals.counted == counted + 1)
    // Marks change no combination, stories do.
    let row = try #require(try library.window(both, around: .first, before: 0, after: 1).rows.first)
    try library.mark(row.id, read: true)
    _ = try library.window(both, around: .first, before: 0, after: 3)
    #expect(library.facetTotals.counted == counted + 1)
    let view = library.facetTotals.view
    library.forgetSearches()
    #expect(view.total(of: both.facets) { 7 } == 7)
    #expect(try library.window(both, around: .first, before: 0, after: 3).total == totals[0])
    #expect(library.facetTotals.counted == counted + 3)
  }

  @Test func rowsAreFoundByTheirNumber() throws {
    for query in Self.queries {
      let rows = try library.rows(query)
      for number in [0, 1, rows.count / 2, rows.count - 1, rows.count, 100_000] where number >= 0 {
        let window = try library.window(query, around: .number(number), before: 4, after: 4)
        guard !rows.isEmpty else {
          #expect(window.rows.isEmpty)
          continue
        }
        #expect(window.rows.contains { $0.id == rows[min(number, rows.count - 1)].id }, "\(number) \(query)")
      }
    }
  }

  @Test func facetsAreCountedWithinTheList() throws {
    let unread = Query(marked: .unread, facets: [Facet(.desk, "Nordic")])
    let counts = try #require(try library.facets(.format, of: unread))
    let rows = try library.rows(unread)
    #expect(counts == [FacetCount(Facet(.format, "slip"), total: rows.count, unread: rows.count)])
    // The desk itself can be chosen differently, so all desks are counted.
    let desks = try #require(try library.facets(.desk, of: unread))
    for desk in desks {
      let listed = try library.rows(Query(marked: .unread, facets: [desk.facet])).count
      #expect(desk.total == listed && desk.unread == listed, "\(desk.facet.value)")
    }
    #expect(try library.facets(.desk, of: Query(order: .headline)) == library.facets(.desk))
  }

  @Test func aMomentMeansTheNewestStoryUpToIt() throws {
    let moment: Int64 = 1_400_000_000 + 20 * 40_000
    let window = try library.window(Query(), around: .moment(moment), before: 1, after: 1)
    #expect(window.rows.map { $0.published.map { $0.seconds <= moment } } == [false, true])
    let oldest = try library.window(Query(order: .oldestFirst), around: .moment(moment), before: 1, after: 1)
    #expect(oldest.rows.map { $0.published.map { $0.seconds >= moment } } == [false, true])
  }

  @Test func anAnchorOutsideTheListFindsItsNeighbours() throws {
    let unread = expected(Query(marked: .unread))
    let read = try #require(all.first { $0.isRead && $0.position < unread[20].position })
    let next = try #require(unread.firstIndex { $0.position < read.position })
    let window = try library.window(
      Query(marked: .unread), around: .row(read), before: 3, after: 3)
    #expect(window.rows == Array(unread[next - 3..<next + 3]))
    for (position, place) in [(Int64.max, 0..<6), (Int64.min, 297..<300), (-1, 297..<300)] {
      var anchor = read
      anchor.position = position
      let window = try library.window(Query(), around: .row(anchor), before: 3, after: 6)
      #expect(window.rows == Array(all[place]))
      #expect(window.rowsBefore == place.lowerBound)
    }
  }

  @Test func senselessNumbersAreBounded() throws {
    #expect(try library.window(Query(), around: .first, before: -5, after: -5).rows.isEmpty)
    #expect(try library.window(Query(), around: .last, before: .max, after: .max).rows.count == 300)
  }

  @Test func desksHaveTheirStories() throws {
    let expected = ["", "Nordic", "Sport"].map { section in
      let rows = all.filter { $0.section ?? "" == section }
      return FacetCount(Facet(.desk, section), total: rows.count, unread: rows.filter { !$0.isRead }.count)
    }
    #expect(try library.facets(.desk) == expected)
  }
}
