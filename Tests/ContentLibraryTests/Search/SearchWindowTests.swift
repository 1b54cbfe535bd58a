import Stories
import StoryFormats
import Testing
import Words

@testable import ContentLibrary

/// Searches as lists: windows in every order, more stories than are ranked, first answers, stopping.
@Suite struct SearchWindowTests {
  private static let now = Timestamp(seconds: 1_780_000_000)
  private let newsroom: TemporaryNewsroom
  private let library: Library

  /// 2,500 stories, one per hour; all have "the ferry", every third "harbour", one in a hundred "quay".
  init() throws {
    newsroom = try TemporaryNewsroom()
    let lines = (0..<2_500).map { number in
      let second = number.isMultiple(of: 3) ? "harbour" : "street"
      let quay = number.isMultiple(of: 100) ? " at the quay" : ""
      // Each has its own words, or it would be a copy of its neighbours.
      let words = (0..<number % 40).map { "boat\(number * $0) " }.joined()
      let day = "2020-\(1 + number / 250 + 100)".suffix(2)
      return
        """
        {\"id\":\"\(number)\",\"title\":\"Story \(number)\(number.isMultiple(of: 7) ? " of the ferry" : "")\
        \",
        """
          + """
          \"text\":\"In the \(second) the ferry lies\(quay). \
          \(words)\",\"date\":\"20\(day)-01-01T08:40:00Z\"}\n
          """
    }
    try newsroom.write("stories.jsonl", lines.joined())
    library = try newsroom.library([JSONLines()])
    try library.refreshed()
  }

  private func query(_ text: String, _ order: Query.Order = .bestFirst) -> Query {
    Query(search: TypedSearch(text, now: Self.now), order: order)
  }

  /// All rows of a query, window by window, forwards and then backwards.
  private func walked(_ query: Query) throws -> [Listing] {
    var window = try library.window(query, around: .first, before: 0, after: 300)
    var rows = window.rows
    #expect(window.reachesFirst && window.rowsBefore == 0)
    while !window.reachesLast, let last = rows.last {
      window = try library.window(query, around: .row(last), before: 0, after: 300)
      #expect(window.rows.first == last)
      rows += window.rows.dropFirst()
    }
    var back = try library.window(query, around: .last, before: 300, after: 0)
    #expect(back.reachesLast)
    var backwards = back.rows
    while !back.reachesFirst, let first = backwards.first {
      back = try library.window(query, around: .row(first), before: 300, after: 1)
      backwards.insert(contentsOf: back.rows.dropLast(), at: 0)
    }
    #expect(backwards == rows)
    return rows
  }

  @Test(arguments: Query.Order.allCases + [.bestFirst])
  func windowsCoverAllResults(_ order: Query.Order) throws {
    let rows = try walked(query("harbour", order))
    #expect(rows.count == 834)
    #expect(Set(rows.map(\.id)).count == 834)
    switch order {
    case .newestFirst: #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.position > $1.position })
    case .oldestFirst: #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.position < $1.position })
    case .longestFirst: #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.words >= $1.words })
    case .shortestFirst: #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.words <= $1.words })
    case .headline, .bestFirst: break
    }
  }

  @Test(arguments: [Query.Order.bestFirst, .newestFirst, .oldestFirst])
  func unrankedStoriesFollow(_ order: Query.Order) throws {
    let rows = try walked(query("ferry", order))
    #expect(Set(rows.map(\.id)).count == 2_500)
    let window = try library.window(query("ferry", order), around: .first, before: 0, after: 5)
    #expect(window.total == 2_000 && window.unread == nil)
    #expect(window.findings.isMore)
    if order == .bestFirst { #expect(rows.prefix(200).allSatisfy { $0.headline.hasSuffix("ferry") }) }
  }

  @Test func theWordBeingTypedIsABeginningAndAWord() throws {
    for (typed, whole) in [("ferries", "ferries"), ("old ferries", "old ferries"), ("harbours", "harbours")] {
      try newsroom.write(
        "more.jsonl", "{\"id\":\"x\",\"title\":\"Old ferries meet\",\"text\":\"A harbour.\"}\n")
      try library.refreshed()
      let typing = Query(search: TypedSearch(typed, now: Self.now), order: .newestFirst)
      let said = Query(search: TypedSearch(whole, now: Self.now, isTyping: false), order: .newestFirst)
      let (found, all) = (
        try library.window(typing, around: .first, before: 0, after: 3_000),
        try library.window(said, around: .first, before: 0, after: 3_000)
      )
      #expect(!all.rows.isEmpty)
      #expect(Set(all.rows.map(\.id)).isSubset(of: Set(found.rows.map(\.id))), "\(typed)")
      let first = try library.firstRows(of: typing, count: 5)
      #expect(first?.rows.isEmpty == false, "\(typed)")
      // Every row has a highlight for each word.
      let compiled = found.findings.compiled
      for row in found.rows.prefix(20) {
        let text = try row.headline + "\n" + library.text(of: row.id)
        for group in compiled.wanted {
          let marks = Highlighter(CompiledQuery(.group(group))).matches(in: text)
          #expect(!marks.isEmpty, "\(typed) in \(row.headline)")
        }
      }
    }
    // A `*` asks for beginnings only.
    let begun = try library.window(query("ferries*"), around: .first, before: 0, after: 3_000)
    #expect(begun.rows.count == 1)
  }

  @Test func suggestionsComeWithTheAnswer() throws {
    let window = try library.window(query("harbuor"), around: .first, before: 0, after: 10)
    #expect(window.rows.isEmpty)
    #expect(window.findings.respelling == Window.Respelling(of: "harbuor", instead: "harbour"))
    #expect(
      try library.window(query("harbour"), around: .first, before: 0, after: 10).findings.respelling == nil)
  }

  @Test func facetsAreCountedAmongTheResults() throws {
    let counts = try #require(try library.facets(.format, of: query("quay")))
    #expect(counts.map(\.total) == [25])
  }

  @Test func theFirstAnswerHasTheNewestMatches() throws {
    let first = try #require(try library.firstRows(of: query("quay"), count: 10))
    #expect(first.findings.isFirstAnswer)
    #expect(first.total == nil)
    #expect(first.rows == Array(try walked(query("quay", .newestFirst)).prefix(10)))
    #expect(try library.firstRows(of: query("nowhere"), count: 10) == nil)
  }

  @Test func unwantedSearchesStop() throws {
    // Of 2,500 stories it is asked every 64.
    for questions in 0...3 {
      let cancellation = Cancellation(after: questions)
      let found = try library.found(
        query("ferry"), around: .first, before: 0, after: 5, cancellation: cancellation)
      #expect(found == nil)
    }
    #expect(
      try library.firstRows(of: query("ferry"), count: 5, cancellation: Cancellation(after: 0)) == nil)
    // The next one is not hurt by it.
    #expect(try library.found(query("ferry"), around: .first, before: 0, after: 5)?.rows.count == 5)
  }

  @Test func theListsFiltersApply() throws {
    let rows = try walked(query("quay"))
    try library.mark(rows[0].id, read: true)
    try library.save(rows[1].id, saved: true)
    var narrowed = query("quay")
    narrowed.marked = .unread
    #expect(try walked(narrowed).count == rows.count - 1)
    narrowed.marked = .saved
    #expect(try walked(narrowed).map(\.id) == [rows[1].id])
    narrowed = query("quay")
    narrowed.facets = [Facet(.format, "jsonl")]
    #expect(try walked(narrowed).count == rows.count)
    narrowed.facets = [Facet(.format, "mbox")]
    #expect(try walked(narrowed).isEmpty)
  }

  @Test func commonBeginningsUseTheWordsOfHeadlines() throws {
    // All headlines have "story": too many to collect everything that begins with "st".
    let short = try library.window(query("st"), around: .first, before: 0, after: 5)
    #expect(short.rows.allSatisfy { $0.headline.hasPrefix("Story") })
    #expect(short.findings.compiled.typedWords == [CompiledQuery.Word("st", isBeginning: true)])
    #expect(try walked(query("harbour fe")).count == 834)
    #expect(try walked(query("qua")).count == 25)
    #expect(try walked(query("q")).count == 25)
  }

  @Test func savedSearchesAreCounted() throws {
    #expect(
      try library.count(SavedSearch(name: "a", text: "quay"))
        == SearchCount(
          SavedSearch(name: "a", text: "quay"), total: 25, unread: 25))
    #expect(try library.count(SavedSearch(name: "b", text: "ferry")).isMore)
    #expect(try library.count(SavedSearch(name: "c", text: "quay harbou")).total == 0)
  }

  @Test func storiesSinceTheLastVisitAreNew() throws {
    let new = Query(search: TypedSearch(.new, now: Self.now))
    let before = try library.window(new, around: .first, before: 0, after: 5)
    #expect(before.rows.isEmpty)
    #expect(before.findings.notice?.contains("this is your first") == true)
    try library.endVisit()
    let next = try newsroom.library([JSONLines()])
    #expect(try next.window(new, around: .first, before: 0, after: 5).rows.isEmpty)
    try newsroom.write(
      "old.jsonl", "{\"id\":\"a\",\"title\":\"Of old\",\"text\":\"x\",\"date\":\"1999-01-01\"}\n")
    try next.refreshed()
    #expect(try next.window(new, around: .first, before: 0, after: 5).rows.map(\.headline) == ["Of old"])
    #expect(try next.count(.new).total == 1)
    var listed: [String] = []
    try next.stories(new) {
      listed.append($0.headline)
      return true
    }
    #expect(listed == ["Of old"])
  }
}
