import Screen
import Stories
import Testing

@testable import NewsroomUI

@Test func theListFillsAsWordsAreTyped() {
  var desk = Desk(size: (80, 24))
  desk.press("j j /")
  desk.type("ferry")
  #expect(desk.state.list.query.order == .bestFirst)
  #expect(desk.state.list.rows.map(\.id) == [Samples.id(2)])
  #expect(desk.row(0).contains("“ferry” · best first"))
  #expect(desk.row(0).contains("1 story"))
  #expect(desk.row(1).contains("BEST MATCHES"))
  #expect(desk.row(23).hasPrefix(" /ferry"))
  #expect(desk.row(22).contains("title: by: desk: tag:"))
  desk.press("Enter")
  #expect(desk.state.list.query.search?.text == "ferry")
  #expect(desk.row(23).contains("Esc back"))
  // The list and the place in it come back.
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
  #expect(desk.state.list.selected?.id == Samples.id(3))
}

@Test func escapeInTheLineGivesTheListBack() {
  for keys in ["Esc", "Ctrl-g", "Ctrl-u Backspace", "Ctrl-u Enter"] {
    var desk = Desk(size: (80, 24))
    desk.press("j j j /")
    desk.type("light")
    #expect(desk.state.list.rows.map(\.id) == [Samples.id(4), Samples.id(6)].filter { $0 == Samples.id(4) })
    desk.press(keys)
    #expect(desk.state.list.query == Query(), "\(keys)")
    #expect(desk.state.list.selected?.id == Samples.id(4), "\(keys)")
  }
}

@Test func theLineEditsTheLastSearchAndRemembersTheOthers() {
  var desk = Desk(size: (80, 24))
  for words in ["ferry", "streets"] {
    desk.press("/ Ctrl-u")
    desk.type(words)
    desk.press("Enter")
  }
  desk.press("/ Backspace")
  #expect(desk.row(23).hasPrefix(" /street"))
  desk.press("Esc")
  #expect(desk.state.list.query.search?.text == "streets")
  desk.press("Esc / Up Up")
  #expect(desk.row(23).hasPrefix(" /ferry"))
  #expect(desk.state.list.rows.map(\.id) == [Samples.id(2)])
  desk.press("Up Down Down")
  #expect(desk.row(23).hasPrefix(" / "))
  #expect(desk.state.list.query == Query())
}

@Test func lateAndFirstAnswersFindTheirPlace() {
  var desk = Desk(size: (80, 24), stories: Samples.many(30))
  desk.answers = false
  desk.press("/")
  desk.type("s")
  let first = desk.state.list.query
  desk.type("t")
  let query = desk.state.list.query
  let rows = Samples.many(30).map(\.listing)
  func window(_ query: Query, _ rows: [Listing], isFirst: Bool = false) -> Window {
    var window = Window(
      query: query, rows: rows, reachesFirst: true, reachesLast: true, rowsBefore: 0, total: rows.count,
      unread: rows.count)
    window.findings.isFirstAnswer = isFirst
    return window
  }
  desk.send(.windowed(window(first, rows.reversed())))
  #expect(desk.state.list.window?.query == Query())
  desk.send(.windowed(window(query, Array(rows.prefix(5)), isFirst: true)))
  #expect(desk.state.list.rows.count == 5)
  #expect(desk.state.list.asking)
  // A reader who has gone to a story keeps it, where it stands, when the order comes.
  desk.press("Ctrl-n Ctrl-n")
  let offset = desk.state.list.offset
  desk.send(.windowed(window(query, Array(rows[1...]) + [rows[0]])))
  #expect(desk.state.list.selected?.id == rows[2].id)
  #expect(desk.state.list.index == 1)
  #expect(desk.state.list.offset <= offset)
  desk.send(.windowed(window(query, Array(rows.prefix(5)), isFirst: true)))
  #expect(desk.state.list.rows.count == 30)
  // Nothing goes back to the first row.
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}

@Test func tabCompletesFieldsAndWhatTheLibraryHas() {
  var stories = Samples.newsroom
  stories[0].story.bylines = ["Anna Berg"]
  stories[1].story.bylines = ["Bo Ergström"]
  var desk = Desk(size: (100, 24), stories: stories)
  desk.press("/")
  desk.type("fo")
  desk.press("Tab")
  #expect(desk.row(23).hasPrefix(" /format:"))
  desk.press("Ctrl-u")
  desk.type("by:berg")
  desk.press("Tab")
  #expect(desk.effects.contains(.facets(.author)))
  #expect(desk.row(23).hasPrefix(" /by:\"Anna Berg\""))
  desk.press("Ctrl-u")
  desk.type("is:")
  desk.press("Tab Tab")
  #expect(desk.row(23).hasPrefix(" /is:read"))
  desk.press("Shift-Tab")
  #expect(desk.row(23).hasPrefix(" /is:unread"))
  #expect(desk.row(22).contains("unread"))
  desk.press("Ctrl-u")
  desk.type("desk:cul")
  #expect(desk.row(22).contains("of a desk · Tab completes"))
  desk.press("Tab")
  #expect(desk.row(23).hasPrefix(" /desk:Culture"))
}

@Test func whatIsNotUnderstoodIsSaidQuietly() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("is:lost ")
  desk.type("x")
  #expect(desk.row(22).contains("Is: knows unread, read, saved and new"))
  #expect(desk.screen.contains("Nothing has “is:lost x”."))
}

@Test func theWordsAreMarkedInTheListAndInTheStory() throws {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("ferr")
  desk.press("Enter")
  let frame = desk.state.view()
  let row = try #require(
    (0..<24).first {
      frame.text(row: $0).hasPrefix("   Ferry line") || frame.text(row: $0).hasPrefix(" ▌ Ferry line")
    })
  let column = 3
  for (offset, isMarked) in [(0, true), (4, true), (5, false), (6, false)] {
    let run = frame.runs(row: row).last { $0.column <= column + offset }
    #expect(run?.style.attributes.contains(.underline) == isMarked, "\(offset)")
  }
  desk.press("Enter")
  let find = try #require(desk.state.article?.find)
  #expect(find.isOfSearch)
  #expect(find.matches.count == 2)
  #expect(desk.row(23).contains("1 of 2"))
  desk.press("n")
  #expect(desk.row(23).contains("2 of 2"))
  // Esc is for the list, not for the marks.
  desk.press("Esc")
  #expect(desk.state.focus == .list)
}

@Test func resultsAreOrderedAndNarrowedAsAnyList() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("the")
  desk.press("Enter o n Enter U")
  #expect(desk.row(0).contains("“the” · unread · newest first"))
  desk.press("o")
  #expect(desk.screen.contains("Best match first"))
  desk.press("b Enter O")
  #expect(desk.state.list.query.order == .bestFirst)
  #expect(desk.screen.contains("By how well they match there is one way only"))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}

@Test func aSearchIsKeptAmongTheDesks() {
  var desk = Desk(size: (80, 24))
  desk.press("+")
  #expect(desk.screen.contains("Nothing is looked for"))
  desk.press("/")
  desk.type("ferr")
  desk.press("Enter +")
  desk.type("Boats")
  #expect(desk.row(23) == " Keep the search as: Boats")
  desk.press("Enter")
  let saved = SavedSearch(name: "Boats", text: "ferr*")
  #expect(desk.effects.contains(.keepSearch(saved)))
  desk.press("Esc d")
  #expect(desk.effects.contains(.countSearches([.new, saved])))
  #expect(desk.screen.contains("New since last visit                        1 unread of 3"))
  desk.type("boats")
  desk.press("Enter")
  #expect(desk.row(0).contains("Boats · newest first"))
  #expect(desk.state.list.query.search?.query.lastWordIsPrefix == false)
  desk.press("w")
  #expect(desk.row(0).contains("New since last visit · newest first"))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}
