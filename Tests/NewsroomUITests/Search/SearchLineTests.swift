import Screen
import Stories
import Testing
import Words

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
  // The list and the place in it return.
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

@Test func lateAndFirstAnswersAreHandled() {
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
  // A reader who has moved to a story keeps it in its place when the ranking arrives.
  desk.press("Ctrl-n Ctrl-n")
  let offset = desk.state.list.offset
  desk.send(.windowed(window(query, Array(rows[1...]) + [rows[0]])))
  #expect(desk.state.list.selected?.id == rows[2].id)
  #expect(desk.state.list.index == 1)
  #expect(desk.state.list.offset <= offset)
  desk.send(.windowed(window(query, Array(rows.prefix(5)), isFirst: true)))
  #expect(desk.state.list.rows.count == 30)
  // Nothing moves back to the first row.
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
  #expect(desk.row(22).contains("on a desk · Tab completes"))
  desk.press("Tab")
  #expect(desk.row(23).hasPrefix(" /desk:Culture"))
}

@Test func unknownInputIsReportedQuietly() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("is:lost ")
  desk.type("x")
  // Once, in place of the list.
  #expect(desk.screen.contains("is: takes unread, read,"))
  #expect(!desk.row(22).contains("is: takes"))
  #expect(desk.screen.contains("No matches for “is:lost x”."))
}

@Test func matchesAreHighlightedInTheListAndInTheStory() throws {
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
  // Esc acts on the list, not on the highlights.
  desk.press("Esc")
  #expect(desk.state.focus == .list)
}

@Test func resultsAreOrderedAndNarrowedLikeAnyList() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("the")
  desk.press("Enter o n Enter U")
  #expect(desk.row(0).contains("“the” · unread · newest first"))
  desk.press("o")
  #expect(desk.screen.contains("Best match first"))
  desk.press("b Enter O")
  #expect(desk.state.list.query.order == .bestFirst)
  #expect(desk.screen.contains("By how well they match, there is only one direction"))
  desk.press("Esc Esc")
  #expect(desk.state.list.query == Query())
}

@Test func aSearchIsKeptAmongTheDesks() {
  var desk = Desk(size: (80, 24))
  desk.press("+")
  #expect(desk.screen.contains("No search to keep"))
  desk.press("/")
  desk.type("ferr")
  desk.press("Enter +")
  desk.type("Boats")
  #expect(desk.row(23).hasPrefix(" Keep the search as: Boats "))
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
  #expect(desk.row(0).contains("New since your last visit · newest first"))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}

@Test func rowsShowSnippets() throws {
  var stories = Samples.newsroom
  let far = String(repeating: "Nothing is said of boats here, nor of the sea. ", count: 6)
  stories[2].story.body = [Block(.paragraph([Inline(far + "A pilotage was ordered at noon.")]))]
  stories[2].listing.teaser = far
  var desk = Desk(size: (100, 30), stories: stories)
  desk.press("/")
  desk.type("pilotage")
  #expect(desk.state.list.rows.map(\.id) == [stories[2].story.id])
  #expect(desk.screen.contains("pilotage was ordered"))
  // A row needs no snippet if its first words have the match.
  let asked = desk.effects.compactMap { if case .snippets(let ids, _) = $0 { ids } else { nil } }
  #expect(asked.last == [stories[2].story.id])
  stories[2].listing.teaser = "A pilotage"
  var other = Desk(size: (100, 30), stories: stories)
  other.press("/")
  other.send(.input(.pasted("pilotage")))
  #expect(other.state.list.rows.map(\.id) == [stories[2].story.id])
  #expect(!other.effects.contains { if case .snippets = $0 { true } else { false } })
  // In a narrow list the match is still within the line.
  var narrow = Desk(size: (60, 24), stories: desk.library.stories)
  narrow.press("/")
  narrow.type("pilotage")
  #expect(narrow.screen.contains("pilotage was ordered"))
  // Snippets of an earlier search are ignored.
  desk.send(.snippets([stories[2].story.id: "late"], of: CompiledQuery()))
  #expect(!desk.screen.contains("late"))
}

@Test func searchesAreRememberedForTheNextVisit() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("ferry")
  #expect(!desk.effects.contains(.remember("ferry")))
  desk.press("Enter")
  #expect(desk.effects.contains(.remember("ferry")))
  var later = State(
    libraryName: "Content", size: Size(columns: 80, rows: 24), now: Samples.now, searches: ["ferry", "quay"])
  _ = later.update(.input(.key(.character("/"))))
  _ = later.update(.input(.key(.up)))
  #expect(later.list.query.search?.text == "quay")
}

@Test func aKeptSearchCanBeDeleted() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("ferry")
  desk.press("Enter +")
  desk.type("Boats")
  desk.press("Enter d")
  #expect(desk.screen.contains("Boats"))
  desk.press("Down Del")
  #expect(desk.screen.contains("“New since last visit” can't be deleted."))
  desk.press("Down")
  #expect(desk.screen.contains("Del deletes the search"))
  desk.press("Del")
  let saved = SavedSearch(name: "Boats", text: "ferry*")
  #expect(desk.effects.contains(.dropSearch(saved)))
  #expect(desk.state.savedSearches.isEmpty)
  #expect(desk.screen.contains("Search “Boats” deleted. It was: ferry*"))
  #expect(!desk.screen.contains("│   Boats"))
  // Only the person can remove what is in the settings.
  desk.state.savedSearches = [SavedSearch(name: "Mine", text: "quay", isSetByHand: true)]
  desk.press("Esc d Down Down Del")
  #expect(desk.screen.contains("“Mine” is set in newsroom.toml"))
  #expect(desk.state.savedSearches.count == 1)
}

@Test func storiesLikeTheCurrentOneAreListed() {
  var desk = Desk(size: (120, 30))
  desk.press("j =")
  let headline = Samples.newsroom[1].listing.headline
  #expect(desk.state.list.query.search?.text == "like:\(SearchCompletion.written(headline))")
  #expect(desk.state.list.query.order == .bestFirst)
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
  #expect(desk.state.list.selected?.id == Samples.newsroom[1].listing.id)
}

@Test func tabAcceptsTheSuggestion() {
  var desk = Desk(size: (80, 24))
  desk.press("/")
  desk.type("old ferrz")
  var window = desk.state.list.window ?? desk.library.nothing(desk.state.list.query)
  #expect(window.rows.isEmpty)
  // Beside an empty list there is no story, and the message appears once.
  #expect(desk.state.article == nil)
  #expect(!desk.screen.contains("Harbour cities"))
  window.findings.notice = "No story has “ferrz”. Did you mean ferry?"
  window.findings.respelling = Window.Respelling(of: "ferrz", instead: "ferry")
  desk.perform { state in
    _ = state.list.show(window)
    return []
  }
  #expect(desk.screen.ranges(of: "Did you mean").count == 1)
  #expect(desk.row(23).contains("Tab takes “ferry”  Esc closes"))
  #expect(!desk.row(23).contains("keeps the results"))
  desk.press("Tab")
  #expect(desk.row(23).hasPrefix(" /old ferry"))
  desk.press("Ctrl-u")
  desk.type("ferry")
  #expect(desk.state.list.rows.map(\.id) == [Samples.id(2)])
  #expect(desk.state.article?.id == Samples.id(2))
}

@Test func anEmptyResultShowsTheNextKeys() {
  var desk = Desk(size: (100, 24))
  desk.press("/")
  desk.type("zzz")
  desk.press("Enter")
  #expect(desk.row(23).hasPrefix(" Esc back  / find"))
  #expect(!desk.row(23).contains("Enter read") && !desk.row(23).contains("save"))
  #expect(desk.state.message == nil)
  for key in ["j", "Enter", "u", "s", "l", "G", "M", "}", "5 G"] {
    desk.press(key)
    #expect(desk.row(23).hasPrefix(" No stories are listed."), "\(key): \(desk.row(23))")
  }
  desk.press("Esc")
  #expect(desk.state.article?.id == Samples.id(1))
}

@Test func messagesShowNoQuerySyntax() {
  var desk = Desk(size: (120, 30))
  desk.press("j =")
  #expect(desk.row(0).contains("Stories like “Ferry line to reopen in spring” · most similar first"))
  #expect(!desk.screen.contains("like:") && !desk.screen.contains("BEST MATCHES"))
  #expect(
    desk.screen.contains("No stories are like “Ferry line to reopen in spring”.")
      || desk.screen.contains("MOST SIMILAR"))
  var empty = Desk(size: (120, 30), stories: [])
  empty.press("w")
  #expect(empty.screen.contains("Nothing new since your last visit."))
  #expect(!empty.screen.contains("is:new"))
  empty.press("/ Ctrl-u")
  empty.type("is:new")
  empty.press("Enter")
  #expect(empty.row(0).contains("New since your last visit · newest first"))
  empty.perform { $0.show(SavedSearch(name: "Boats", text: "ferry tug")) }
  #expect(empty.screen.contains("“Boats” finds no stories."))
}

@Test func bestMatchesIsShownOnlyAboveRankedRows() {
  var desk = Desk(size: (100, 30), stories: Samples.many(30))
  func headings() -> [String] {
    (1..<29).map { String(desk.row($0).prefix(30)) }.filter { $0.contains("MATCHES") || $0.contains("TODAY") }
  }
  desk.press("/")
  desk.type("is:unread")
  #expect(desk.state.list.query.order == .newestFirst)
  #expect(headings().first?.contains("TODAY") == true)
  desk.type(" tide")
  #expect(desk.state.list.query.order == .bestFirst)
  #expect(headings().first?.contains("BEST MATCHES") == true)
  // Before the ranking is known, and after the ranked rows.
  var window = desk.state.list.window ?? desk.library.nothing(desk.state.list.query)
  window.findings.isFirstAnswer = true
  desk.state.list.window = window
  #expect(headings().first?.contains("NEWEST MATCHES") == true)
  window.findings.isFirstAnswer = false
  window.findings.isMore = true
  window.total = 2
  desk.state.list.window = window
  #expect(headings().map { $0.contains("BEST") } == [true, false])
  #expect(headings().last?.contains("OLDER MATCHES") == true)
}

@Test func aWordFoundByItsFormsIsKeptWithItsForms() {
  let now = Samples.now
  #expect(TypedSearch("old ferries", now: now).kept(withForms: true) == "old ferries OR ferries*")
  #expect(TypedSearch("ferr", now: now).kept(withForms: false) == "ferr*")
  #expect(TypedSearch("ferry ", now: now).kept(withForms: true) == TypedSearch("ferry ", now: now).finished)
}

/// Tab closes the brackets and quotation marks of a field once something is typed in them.
@Test(arguments: [
  ("title:(ferry boat", "title:(ferry boat) "), ("title:(\"old ferry", "title:(\"old ferry\") "),
  ("(ferry OR (boat crane", "(ferry OR (boat crane)) "), ("title:(", "title:("),
  ("\"old ferry", "\"old ferry\" "),
])
func tabClosesBrackets(_ typed: String, _ line: String) {
  var desk = Desk(size: (100, 30))
  desk.press("/")
  desk.type(typed)
  desk.press("Tab")
  #expect(desk.state.prompt?.field.text == line)
}
