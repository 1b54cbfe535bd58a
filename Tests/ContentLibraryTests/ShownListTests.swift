import Stories
import Testing
import Words

@testable import ContentLibrary

/// Lists that leave out what searches hide, and lists that are parted by desk or source: each window agrees
/// with the whole list.
@Suite struct ShownListTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library

  /// 240 stories of four desks and three sources; some have none.
  init() throws {
    newsroom = try TemporaryNewsroom()
    library = try newsroom.library()
    for number in 0..<240 {
      let provider = ["", "Coast Wire", "Ærø Feed", "Nordic Wire"][number % 4]
      try newsroom.write(
        "\(number).slip",
        """
        headline: \(number % 6 == 0 ? "Chess" : "Story") \(number)
        seconds: \(1_400_000_000 + number * 4_000)
        section: \(["", "Nordic", "Sport", "Chess club", "Nordic"][number % 5])
        \(provider.isEmpty ? "" : "provider: \(provider)\nslugline: slug-\(number)\nurgency: \(number % 9 + 1)")

        \(String(repeating: "Text ", count: number % 6)) \(number.isMultiple(of: 7) ? "goal" : "")
        """
      )
    }
    try library.refreshed()
    for (number, row) in try library.rows().enumerated() {
      if number % 4 == 0 { try library.mark(row.id, read: true) }
      if number % 9 == 0 { try library.save(row.id, saved: true) }
    }
  }

  private let now = Timestamp(seconds: 1_401_000_000)

  private func expectAgreement(_ query: Query, _ rows: [Listing], isCounted: Bool = true) throws {
    #expect(try library.rows(query).map(\.id) == rows.map(\.id), "\(query)")
    for (before, after) in [(0, 1), (5, 10), (400, 400)] {
      let places = Array(stride(from: 0, to: rows.count, by: 17))
      var anchors: [(Window.Anchor, Range<Int>)] = places.map { place in
        (.row(rows[place]), max(0, place - before)..<min(rows.count, place + after))
      }
      anchors.append((.first, 0..<min(rows.count, before + after)))
      anchors.append((.last, max(0, rows.count - before - after)..<rows.count))
      if isCounted {
        anchors += places.map { (.number($0), max(0, $0 - before)..<min(rows.count, $0 + after)) }
      }
      for (anchor, range) in anchors {
        let window = try library.window(query, around: anchor, before: before, after: after)
        #expect(window.rows.map(\.id) == rows[range].map(\.id), "\(query) \(anchor)")
        #expect(window.total == rows.count)
        #expect(window.unread == rows.count { !$0.isRead })
        // Where rows are not numbered, an end is known once there are fewer rows than asked for.
        if let place = window.rowsBefore {
          #expect(place == range.lowerBound)
          #expect(window.reachesFirst == (range.lowerBound == 0))
          #expect(window.reachesLast == (range.upperBound == rows.count))
        }
        #expect(!window.reachesFirst || range.lowerBound == 0)
        #expect(!window.reachesLast || range.upperBound == rows.count)
      }
    }
  }

  private static let queries = Query.Marked.allCases.flatMap { marked in
    [nil, Facet(.desk, "Nordic")].flatMap { facet in
      Query.Order.allCases.map { Query(marked: marked, facet: facet, order: $0) }
    }
  }

  @Test func windowsLeaveOutWhatIsHidden() throws {
    let searches = [
      SavedSearch(name: "Chess", text: "title:chess"), SavedSearch(name: "Goals", text: "goal"),
    ]
    let whole = try Self.queries.map { try library.rows($0) }
    try library.hide(searches, now: now)
    for (query, rows) in zip(Self.queries, whole) {
      let left = rows.filter { row in
        let number = Int(row.headline.split(separator: " ")[1]) ?? 0
        return query.marked == .saved || number % 6 != 0 && number % 7 != 0
      }
      try expectAgreement(query, left)
      let window = try library.window(query, around: .first, before: 0, after: 5)
      if query.marked == .saved { #expect(window.hidden.isEmpty) }
    }
    let window = try library.window(Query(), around: .first, before: 0, after: 5)
    #expect(window.hidden == ["Chess": 40, "Goals": 35])
    #expect(window.total == 240 - 40 - 35 + 6)
    // A search finds it all the same.
    let found = try library.rows(Query(search: TypedSearch("title:chess", now: now)))
    #expect(found.count == 40)
    try library.hide([], now: now)
    #expect(try library.rows().count == 240)
  }

  @Test func hiddenStoriesAreNotMarkedNorAnnounced() throws {
    _ = try library.landed()
    try library.hide([SavedSearch(name: "Goals", text: "goal")], now: now)
    let marked = try library.mark(.saved, .all, of: Query())
    #expect(
      marked.count == 240 - 35
        - (0..<240).count { number in
          (239 - number) % 9 == 0 && number % 7 != 0
        })
    try newsroom.write("a.slip", "headline: New one\nseconds: 1500000000\n\nA goal again")
    try newsroom.write("b.slip", "headline: New two\nseconds: 1500000001\n\nA text")
    try library.refreshed()
    let landing = try library.landed()
    #expect(landing.count == 1 && landing.arrivals.count == 1)
    #expect(try library.window(Query(), around: .first, before: 0, after: 1).rows[0].headline == "New two")
  }

  /// A search that asks for a mark hides what has the mark now.
  @Test func marksHideAtOnce() throws {
    try library.hide([SavedSearch(name: "Read", text: "is:read")], now: now)
    let row = try #require(try library.rows().first)
    #expect(!row.isRead)
    try library.mark(row.id, read: true)
    #expect(try !library.rows().contains { $0.id == row.id })
  }

  @Test func aSearchThatAsksForNothingHidesNothing() throws {
    try library.hide([SavedSearch(name: "Empty", text: "  ")], now: now)
    #expect(try library.rows().count == 240)
  }

  private func grouped(_ query: Query) throws -> [Listing] {
    var plain = query
    plain.grouping = .dates
    plain.isDetailed = true
    let rows = try library.window(plain, around: .first, before: 0, after: 1_000).rows
    func name(_ row: Listing) -> String {
      (query.grouping == .desk ? row.section : row.source) ?? ""
    }
    let names = Set(rows.map(name)).sorted { one, other in
      if one.isEmpty != other.isEmpty { return other.isEmpty }
      return FacetKey.key(of: one) < FacetKey.key(of: other)
    }
    return names.flatMap { group in rows.filter { name($0) == group } }
  }

  @Test(arguments: [Query.Grouping.desk, .source])
  func windowsOfAPartedListAgreeWithTheWhole(_ grouping: Query.Grouping) throws {
    for marked in [Query.Marked.all, .unread] {
      for order in [Query.Order.newestFirst, .oldestFirst] {
        for facet in [nil, Facet(.desk, "Nordic"), Facet(.source, "Coast Wire"), Facet(.desk, "Nowhere")] {
          var query = Query(marked: marked, facet: facet, order: order)
          query.grouping = grouping
          let isOwn = facet == nil || facet?.kind == query.groupedBy
          try expectAgreement(query, grouped(query), isCounted: marked == .all && isOwn)
        }
      }
    }
  }

  @Test func aPartedListLeavesOutWhatIsHidden() throws {
    try library.hide([SavedSearch(name: "Goals", text: "goal")], now: now)
    var query = Query()
    query.grouping = .source
    try expectAgreement(query, grouped(query), isCounted: false)
  }

  @Test func partsOfAPartedListAreMarked() throws {
    var query = Query()
    query.grouping = .source
    let rows = try grouped(query)
    for (one, other) in [(3, 200), (200, 3), (10, 12), (0, 239), (59, 60)] {
      let (first, last) = (min(one, other), max(one, other))
      let tag = try #require(TagName("range \(one)"))
      let done = try library.mark(.tagged(tag), .between(rows[one], rows[other]), of: query)
      #expect(done.count == last - first + 1, "\(one) \(other)")
      let above = try library.mark(.tagged(TagName("above \(one)")!), .above(rows[one]), of: query)
      #expect(above.count == one)
      let below = try library.mark(.tagged(TagName("below \(one)")!), .below(rows[one]), of: query)
      #expect(below.count == 239 - one)
    }
  }

  @Test func detailsAreLookedUp() throws {
    var query = Query()
    query.isDetailed = true
    let rows = try library.window(query, around: .first, before: 0, after: 300).rows
    for row in rows {
      let number = Int(row.headline.split(separator: " ")[1]) ?? 0
      let isOfWire = number % 4 != 0
      #expect(row.slug == (isOfWire ? "slug-\(number)" : nil))
      #expect(row.urgency == (isOfWire ? number % 9 + 1 : nil))
    }
    query.search = TypedSearch("chess", now: now)
    let found = try library.window(query, around: .first, before: 0, after: 300).rows
    #expect(found.contains { $0.slug != nil })
  }

  @Test func aSourceIsAlsoAFolder() throws {
    try newsroom.write("wire/2016/a.slip", "headline: In a folder\nseconds: 1500000000\n\nText")
    try library.refreshed()
    for text in ["source:wire", "source:wire/2016", "source:wire/2016/"] {
      let found = try library.rows(Query(search: TypedSearch(text, now: now, isTyping: false)))
      #expect(found.map(\.headline).contains("In a folder"), "\(text)")
    }
    let folders = try library.facets(.folder)
    #expect(folders.map(\.facet.value) == ["wire", "wire/2016"] && folders.allSatisfy { $0.total == 1 })
  }
}
