import Database
import Stories
import TestSupport
import Testing
import Words

@testable import ContentLibrary

/// Marks of a whole list or a part of it, taking them back, and the counts that follow from them.
@Suite struct MarkManyTests {
  /// Twenty-four stories on three desks, some of them read or saved.
  ///
  /// - Parameter rows: up to how many marks made at once have a row each.
  private func library(_ newsroom: TemporaryNewsroom, rows: Int = Marks.mostRows) throws -> Library {
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Slip()])
    configuration.mostMarkRows = rows
    let library = try Library(configuration)
    for number in 0..<24 {
      try newsroom.write(
        "\(number).slip",
        """
        headline: Story \(["ferry", "harbour", "lamp", "tide"][number % 4]) \(number)
        seconds: \(1_459_000_000 + number * 3_600)
        section: \(["Nordic", "Sport", "Culture"][number % 3])

        \((0...number % 5).map { "word\(number)x\($0)" }.joined(separator: " ")) boats
        """)
    }
    try library.refreshed()
    for (number, row) in try library.rows().enumerated() {
      if number % 4 == 1 { try library.mark(row.id, read: true) }
      if number % 5 == 2 { try library.save(row.id, saved: true) }
    }
    return library
  }

  private static let searches = ["boats", "ferry OR lamp", "-desk:Sport"].map { text in
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 1_459_100_000))
    query.lastWordIsPrefix = false
    return TypedSearch(text: text, query: query)
  }

  private static let queries: [Query] =
    Query.Marked.allCases.flatMap { marked in
      [[], [Facet(.desk, "Nordic")]].flatMap { facets in
        Query.Order.allCases.map { Query(marked: marked, facets: facets, order: $0) }
      }
    }
    + searches.flatMap { search in
      (Query.Order.allCases + [.bestFirst]).map { Query(search: search, order: $0) }
    }

  /// In every list, every part and every mark changes exactly the rows that it says, and taking it back
  /// restores the marks of all stories; also where marks are kept as those of very many are.
  @Test(arguments: queries, [Marks.mostRows, 0])
  func aPartOfAListIsMarkedAndTakenBack(_ query: Query, markRows: Int) throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom, rows: markRows)
    let rows = try library.window(query, around: .first, before: 0, after: 100).rows
    #expect(rows.count >= (query.marked == .saved ? 1 : 4), "\(query)")
    let (low, high) = (rows.count / 4, rows.count / 2)
    let parts: [(ListSpan, [Listing])] = [
      (.all, rows), (.above(rows[high]), Array(rows[..<high])),
      (.below(rows[high]), Array(rows[(high + 1)...])),
      (.between(rows[high], rows[low]), Array(rows[low...high])),
      (.between(rows[low], rows[high]), Array(rows[low...high])),
    ]
    let before = try marks(library)
    for (step, (change, part)) in MarkChange.allCases.flatMap({ change in parts.map { (change, $0) } })
      .enumerated()
    {
      let wanted = part.1.filter { $0.has(change) == false }.map(\.id)
      let outcome = try library.mark(change, part.0, of: query, step: step + 1)
      #expect(outcome == MarkOutcome(step: step + 1, change: change, count: wanted.count), "\(query)")
      let after = try marks(library)
      let changed = after.filter { before[$0.key] != $0.value }.keys
      #expect(Set(changed) == Set(wanted), "\(query) \(change) \(part.0)")
      try expectCounts(library)
      guard !wanted.isEmpty else { continue }
      #expect(
        try library.takeBack(step: step + 1)
          == MarkOutcome(step: step + 1, change: change.opposite, count: wanted.count))
      #expect(try marks(library) == before, "\(query) \(change) \(part.0)")
      #expect(try library.repeatMarks(step: step + 1)?.count == wanted.count)
      #expect(try marks(library) == after)
      _ = try library.takeBack(step: step + 1)
    }
    try expectCounts(library)
  }

  private func marks(_ library: Library) throws -> [StoryID: [Bool]] {
    Dictionary(uniqueKeysWithValues: try library.rows().map { ($0.id, [$0.isRead, $0.isSaved]) })
  }

  /// Counts of lists are those of their rows.
  private func expectCounts(_ library: Library) throws {
    let rows = try library.rows()
    for facets in [[], [Facet(.desk, "Nordic")]] {
      for marked in Query.Marked.allCases {
        let query = Query(marked: marked, facets: facets)
        let listed = rows.filter { row in
          facets.allSatisfy { $0.value == row.section }
            && (marked == .all || (marked == .unread ? !row.isRead : row.isSaved))
        }
        let window = try library.window(query, around: .first, before: 0, after: 3)
        #expect(window.total == listed.count, "\(query)")
        #expect(window.unread == listed.count { !$0.isRead }, "\(query)")
      }
    }
    for desk in try library.facets(.desk) {
      let unread = rows.count { $0.section == desk.facet.value && !$0.isRead }
      #expect(desk.unread == unread, "\(desk.facet.value)")
    }
  }

  /// A story that changed since it was read says so again after its mark is taken back.
  @Test func takingBackRestoresThatAStoryHasChanged() throws {
    let newsroom = try TemporaryNewsroom()
    try newsroom.write("1.slip", "headline: One\nguid: one\nseconds: 1459000000\n\nThe boat sails.")
    let library = try newsroom.library()
    try library.refreshed()
    let id = try library.row("1.slip").id
    try library.mark(id, read: true)
    try newsroom.write("1.slip", "headline: One\nguid: one\nseconds: 1459000000\n\nThe boat sank.")
    try library.refreshed()
    _ = try library.landed()
    let changed = Query(search: TypedSearch("is:changed", now: Timestamp(seconds: 0)))
    #expect(try library.rows(changed).map(\.id) == [id])
    #expect(try library.mark(.read, of: Query(), step: 1).count == 1)
    #expect(try library.rows(changed) == [])
    _ = try library.takeBack(step: 1)
    let row = try library.row("1.slip")
    #expect(row.isChanged && !row.isRead)
    #expect(try library.rows(changed).map(\.id) == [id])
  }

  @Test func aStepThatWasForgottenChangesNothing() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    #expect(try library.takeBack(step: 7) == nil)
    for step in 1...120 {
      _ = try library.mark(step.isMultiple(of: 2) ? .read : .unread, of: Query(), step: step)
    }
    #expect(try library.takeBack(step: 20) == nil)
    #expect(try library.takeBack(step: 21) != nil)
  }

  /// Another program's marks and a new reading of the directory are counted too.
  @Test func countsFollowMarksAndStoriesFromElsewhere() throws {
    let newsroom = try TemporaryNewsroom()
    let (library, other) = (try library(newsroom), try newsroom.library())
    try expectCounts(library)
    _ = try other.mark(.read, of: Query(facets: [Facet(.desk, "Sport")]))
    try expectCounts(library)
    try newsroom.remove("3.slip")
    try newsroom.write("4.slip", "headline: Another\nsection: Nordic\nseconds: 1459000001\n\nOther words.")
    try other.refreshed()
    try expectCounts(library)
    try expectCounts(other)
  }

  /// With many stories read, unread ones are listed by another way: it gives the same rows.
  @Test func unreadStoriesAreListedAmongManyReadOnes() throws {
    let newsroom = try TemporaryNewsroom()
    let slips = (0..<5_400).map {
      "headline: Story \($0)\nguid: \($0)\nseconds: \(1_459_000_000 + $0 * 60)\n"
        + "section: \(["Nordic", "Sport"][$0 % 2])\n\nWords."
    }
    try newsroom.write("all.slip", slips.joined(separator: "\n=====\n"))
    let library = try newsroom.library()
    try library.refreshed()
    let rows = try library.rows()
    #expect(try library.mark(.read, of: Query(), step: 1).count == 5_400)
    #expect(try library.rows(Query(marked: .unread)) == [])
    let left = [0, 1, 700, 701, 2_000, 5_000, 5_399]
    for number in left { try library.mark(rows[number].id, read: false) }
    let unread = left.map { rows[$0].id }
    for order in Query.Order.allCases.filter(\.isByTime) {
      let query = Query(marked: .unread, order: order)
      let wanted = order == .newestFirst ? unread : unread.reversed()
      #expect(try library.rows(query).map(\.id) == wanted)
      let window = try library.window(query, around: .row(rows[701]), before: 2, after: 2)
      let middle = try #require(wanted.firstIndex(of: rows[701].id))
      #expect(window.rows.map(\.id) == Array(wanted[(middle - 2)..<(middle + 2)]))
      #expect(window.total == 7 && window.unread == 7 && window.rowsBefore == middle - 2)
      let last = try library.window(query, around: .last, before: 3, after: 0)
      #expect(last.rows.map(\.id) == wanted.suffix(3))
    }
    let sport = try library.window(
      Query(marked: .unread, facets: [Facet(.desk, "Sport")]), around: .first, before: 0, after: 10)
    #expect(
      sport.rows.map(\.id) == unread.filter { id in rows.contains { $0.id == id && $0.section == "Sport" } })
    let desks = try library.facets(.desk)
    #expect(desks.map(\.unread).reduce(0, +) == 7)
    #expect(try library.takeBack(step: 1)?.count == 5_400)
    #expect(try library.window(Query(), around: .first, before: 0, after: 1).unread == 5_400)
  }

  /// A library whose marks are kept in memory alone.
  private func guest(_ newsroom: TemporaryNewsroom) throws -> Library {
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, formats: [Slip()])
    configuration.keepsMarks = false
    return try Library(configuration)
  }

  /// Marks that are kept in memory alone can be set and taken back too.
  @Test func marksInMemoryAreTakenBack() throws {
    let newsroom = try TemporaryNewsroom()
    _ = try library(newsroom)
    let guest = try self.guest(newsroom)
    #expect(try guest.mark(.read, of: Query(), step: 1).count == 24)
    #expect(try guest.rows().allSatisfy(\.isRead))
    #expect(try guest.takeBack(step: 1)?.count == 24)
    #expect(try guest.rows().allSatisfy { !$0.isRead })
  }

  /// Two readers of one program neither see nor wait for each other's marks.
  @Test func marksInMemoryBelongToOneLibrary() throws {
    let newsroom = try TemporaryNewsroom()
    _ = try library(newsroom)
    let guest = try self.guest(newsroom)
    #expect(try guest.mark(.read, of: Query(), step: 1).count == 24)
    let other = try guest.marks.queue.write { _ in try self.guest(newsroom) }
    #expect(try other.rows().allSatisfy { !$0.isRead })
    #expect(try other.takeBack(step: 1) == nil)
    #expect(try guest.rows().allSatisfy(\.isRead))
  }
}

extension Listing {
  /// Whether it is already as a change would make it.
  fileprivate func has(_ change: MarkChange) -> Bool {
    switch change {
    case .read: isRead
    case .unread: !isRead
    case .saved: isSaved
    case .unsaved: !isSaved
    case .tagged, .untagged: false
    }
  }
}
