import Screen
import Stories
import Testing

@testable import NewsroomUI

@Test func theOrderIsChosenAndReversed() {
  var desk = Desk(size: (80, 24))
  for (letter, words) in [
    ("o", "oldest first"), ("h", "by headline"), ("l", "longest first"), ("s", "shortest first"),
    ("n", "newest first"),
  ] {
    desk.press("o \(letter) Enter")
    #expect(desk.row(0).contains("All desks · \(words)"))
  }
  desk.press("O")
  #expect(desk.state.list.query.order == .oldestFirst)
  desk.press("o l Enter O")
  #expect(desk.state.list.query.order == .shortestFirst)
  desk.press("o h Enter O")
  #expect(desk.state.list.query.order == .headline)
  #expect(desk.screen.contains("o chooses another order"))
}

@Test func headlinesAreGroupedByFirstLetter() {
  var desk = Desk(size: (60, 18))
  desk.press("o h Enter")
  #expect(
    desk.screen == """
       Content      All desks · by headline  6 stories · 5 unread
       A
       ▌ A bestseller nobody planned
       ▌ Culture · 28 Mar · 1 min
       F
         Ferry line to reopen in spring
         Business · 29 Mar · 1 min                              ●
       H
         Harbour cities agree on a plan to keep streets safe
         Nordic · 29 Mar · 1 min                                ●
       L
         Lighthouse keepers meet for the last time
         Nordic · 28 Mar · 1 min                                ●
       T
         The orchestra that rehearses on a barge
         Culture · 9 Mar · 1 min                               ★●
       W
       j/k move  Enter read  r read more  / find  ? help   1 of 6
      """)
}

@Test func rowsAreGroupedByTheirOrder() {
  let table: [(String, Int, Query.Order, String)] = [
    ("“Öland” by boat", 100, .headline, "O"), ("Ærø", 100, .headline, "A"),
    ("7 ferries", 100, .headline, "0–9"),
    ("… 12 lamps", 100, .headline, "0–9"), ("Жизнь", 100, .headline, "Ж"), ("—", 100, .headline, "…"),
    ("", 100, .headline, "…"), ("x", 10, .longestFirst, "UNDER 2 MINUTES"),
    ("x", 238 * 2, .longestFirst, "2 TO 4 MINUTES"), ("x", 238 * 5, .shortestFirst, "5 TO 9 MINUTES"),
    ("x", 238 * 19, .shortestFirst, "10 TO 19 MINUTES"), ("x", 238 * 20, .longestFirst, "20 TO 59 MINUTES"),
    ("x", 238 * 60, .longestFirst, "AN HOUR OR MORE"), ("x", 10, .oldestFirst, "TODAY"),
  ]
  for (headline, words, order, title) in table {
    var row = Samples.newsroom[0].listing
    (row.headline, row.words) = (headline, words)
    #expect(RowGroup(row, order: order, now: Samples.now).title() == title, "\(headline) \(words)")
  }
}

@Test func rowsThatLackAWordAreGroupedUnderIt() {
  var row = Samples.newsroom[0].listing
  #expect(RowGroup(row, order: .bestFirst, now: Samples.now).title() == "BEST MATCHES")
  row.lacks = "harbour"
  #expect(RowGroup(row, order: .bestFirst, now: Samples.now).title() == "WITHOUT “harbour”")
  #expect(RowGroup(row, order: .newestFirst, now: Samples.now).title() == "TODAY")
}

@Test func rowsInOtherOrdersShowTheirDay() {
  let table: [(Timestamp?, String?)] = [
    (Timestamp(year: 2016, month: 3, day: 29, precision: .day), "29 Mar"),
    (Timestamp(year: 2015, month: 3, day: 29, precision: .day), "29 Mar 2015"),
    (Timestamp(year: 2016, month: 3, precision: .month), "Mar 2016"),
    (Timestamp(year: 2016, precision: .year), "2016"), (nil, nil),
  ]
  for (published, detail) in table {
    #expect(RowGroup.letter("A").detail(published, now: Samples.now) == detail)
  }
}

@Test(arguments: [Query.Order.headline, .longestFirst, .shortestFirst])
func whenAStoryDisappearsTheNextInThatOrderIsSelected(_ order: Query.Order) {
  var desk = Desk(size: (60, 18))
  desk.press("o \(order.title.prefix(1).lowercased()) Enter j j")
  let rows = desk.state.list.rows
  desk.library.stories.removeAll { $0.story.id == rows[2].id }
  desk.send(.libraryChanged)
  #expect(desk.state.list.index == 2)
  #expect(desk.state.list.selected?.id == rows[3].id)
  desk.press("G")
  let last = desk.state.list.rows.last?.id
  desk.library.stories.removeAll { $0.story.id == last }
  desk.send(.libraryChanged)
  #expect(desk.state.list.index == 3)
}

@Test func theNextUnreadIsFoundBeyondTheLoadedRowsInEveryOrder() {
  for letter in ["n", "o", "h", "l", "s"] {
    var stories = Samples.many(1_000)
    for index in stories.indices {
      stories[index].listing.words = 5_000 - index
      stories[index].listing.headline = "Story \(10_000 + index)"
      stories[index].listing.isRead = ![0, 500, 999].contains(index)
    }
    var desk = Desk(size: (60, 18), stories: stories)
    desk.press("o \(letter) Enter g")
    let isReversed = letter == "o" || letter == "s"
    desk.press("Enter .")
    #expect(desk.state.article?.id == Samples.id(501), "\(letter)")
    desk.press(".")
    #expect(desk.state.article?.id == Samples.id(isReversed ? 1 : 1_000), "\(letter)")
    desk.press(".")
    #expect(desk.state.article?.id == Samples.id(isReversed ? 1 : 1_000), "\(letter)")
  }
}

@Test func unknownPlacesAndCountsAreNotShown() {
  var desk = Desk(size: (60, 18))
  guard var window = desk.state.list.window else { return }
  (window.rowsBefore, window.unread) = (nil, nil)
  desk.answers = false
  desk.send(.libraryChanged)
  desk.send(.windowed(window))
  #expect(desk.row(17).hasSuffix("? help"))
  #expect(desk.row(0).hasSuffix("  6 stories"))
  desk.press("u")
  #expect(desk.state.list.window.map(\.unread) == .some(nil))
}
