import Messages
import Screen
import Stories
import Testing
import Words

@testable import NewsroomUI

/// The sample stories with authors, tags and languages.
private let stories: [OpenedStory] = {
  var stories = Samples.newsroom
  for (index, (author, tag, language)) in [
    ("Anna Berg", "harbour", "en"), ("Anna Berg", "ferries", "sv"), ("Bo Ergström", "books", "sv"),
    ("Anna Berg", "harbour", "sv"), ("", "", ""), ("Märta Öberg", "music", "tlh"),
  ].enumerated() {
    stories[index].story.bylines = author.isEmpty ? [] : [author]
    stories[index].story.tags = tag.isEmpty ? [] : [tag]
    stories[index].story.language = language.isEmpty ? nil : language
  }
  return stories
}()

@Test func authorsAreChosenOverThePanes() {
  var desk = Desk(size: (60, 18), stories: stories)
  desk.press("F")
  #expect(
    desk.screen == """
       Content     All desks · newest first  6 stories · 5 unread
      ╭─ Authors ────────────────────────────────────────────────╮
      │ ›                                                        │
      │   Desks  Authors  Tags  My tags  People  Places          │
      │ ▌ All authors                             5 unread of 6  │
      │   Anna Berg                               3 unread of 3  │
      │   Bo Ergström                                         1  │
      │   Märta Öberg                             1 unread of 1  │
      │   No author                               1 unread of 1  │
      │                                                          │
      │                                                          │
      │                                                          │
      ╰── j/k move, type to narrow · Tab next list · Esc closes ─╯
         12:00 · 1 min                                          ●
       MARCH 2016
         The orchestra that rehearses on a barge
         Culture · 9 Mar · 1 min                               ★●
       Tab next list  Enter chooses  Esc closes            1 of 6
      """)
  desk.type("berg")
  // The beginning of a word ranks before letters inside one, and those before letters with gaps.
  #expect(desk.row(4).contains("▌ Anna Berg"))
  #expect(desk.row(5).contains("  Märta Öberg"))
  #expect(desk.row(6).contains("  Bo Ergström"))
  desk.press("Enter")
  #expect(desk.state.list.query == Query(facet: Facet(.author, "Anna Berg")))
  #expect(desk.row(0) == " Content  By Anna Berg · newest first  3 stories · 3 unread")
  #expect(desk.row(17).hasPrefix(" j/k move  Enter read  Esc show all  "))
}

@Test func tabMovesToTheNextKindAndKeepsTheTypedText() {
  var desk = Desk(size: (80, 24), stories: stories)
  desk.press("F")
  desk.type("s")
  desk.press("Tab Tab Tab")
  #expect(desk.screen.contains("─ People ─"))
  desk.press("Tab Tab Tab")
  #expect(desk.screen.contains("─ Languages ─"))
  #expect(desk.screen.contains("▌ Swedish"))
  desk.press("Enter")
  #expect(desk.row(0).contains("In Swedish · newest first"))
  desk.press("F")
  #expect(desk.screen.contains("─ Languages ─"))
  #expect(desk.screen.contains("▌ Swedish"))
  #expect(desk.screen.contains("  tlh"))
  #expect(desk.screen.contains("  Language unknown"))
  desk.press("Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab")
  #expect(desk.screen.contains("─ Desks ─"))
  desk.press("Shift-Tab")
  #expect(desk.screen.contains("─ With ─"))
  desk.press("Shift-Tab")
  #expect(desk.screen.contains("─ Folders ─"))
  desk.press("Shift-Tab")
  #expect(desk.screen.contains("─ Sources ─"))
  desk.press("Shift-Tab")
  #expect(desk.screen.contains("─ Formats ─"))
  desk.press("Down Enter")
  #expect(desk.row(0).contains("Format text · newest first"))
}

@Test func everythingIsShownAgainAtTheRowThatWasLeft() {
  var desk = Desk(size: (80, 24), stories: stories)
  desk.press("j j F")
  desk.type("anna")
  desk.press("Enter")
  #expect(desk.state.list.selected?.id == Samples.id(1))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
  #expect(desk.state.list.selected?.id == Samples.id(3))
  desk.press("U F")
  desk.type("every")
  #expect(desk.screen.contains("▌ Everything"))
  desk.press("Enter")
  #expect(desk.state.list.query == Query())
  desk.press("F")
  desk.type("anna")
  desk.press("Enter U j Esc")
  #expect(desk.state.list.query == Query(facets: [Facet(.author, "Anna Berg")]))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
  #expect(desk.state.list.selected?.id == Samples.id(2))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}

@Test func whileValuesAreLoadingTheChooserSaysSoAndLateOnesAreDropped() {
  var desk = Desk(size: (80, 24), stories: stories)
  desk.answers = false
  _ = desk.newEffects()
  desk.press("F")
  #expect(desk.newEffects() == [.facets(.author)])
  #expect(desk.screen.contains("Looking up the authors …"))
  desk.type("ann")
  desk.send(.facets(.tag, [FacetCount(Facet(.tag, "annual"), total: 3, unread: 1)]))
  #expect(desk.screen.contains("Looking up the authors …"))
  desk.send(.facets(.author, [FacetCount(Facet(.author, "Anna Berg"), total: 3, unread: 0)]))
  #expect(desk.screen.contains("▌ Anna Berg"))
  desk.press("Esc")
  let screen = desk.screen
  desk.send(.facets(.author, [FacetCount(Facet(.author, "Anna Berg"), total: 3, unread: 0)]))
  #expect(desk.screen == screen)
  desk.press("F")
  desk.send(.failed("The index could not be read."))
  #expect(!desk.screen.contains("Looking up"))
  #expect(desk.screen.contains("The index could not be read."))
}

@Test func thousandsOfNamesAreNarrowedAndScrolled() {
  let counts = (1...20_000).map {
    FacetCount(Facet(.author, "Reporter \($0)"), total: 20_001 - $0, unread: 0)
  }
  var desk = Desk(size: (80, 24))
  desk.answers = false
  desk.press("F")
  desk.send(.facets(.author, counts))
  desk.type("reporter 19999")
  #expect(desk.screen.contains("▌ Reporter 19999"))
  desk.press("Ctrl-u End")
  #expect(desk.screen.contains("▌ Reporter 20000"))
  desk.press("Enter")
  #expect(
    desk.newEffects().last
      == .window(
        Query(facet: Facet(.author, "Reporter 20000")), around: .first, before: 0, after: 200))
}

@Test func anEmptyListNamesWhatIsMissing() {
  let table: [(Facet, String)] = [
    (Facet(.desk, "Sport"), "No stories on the desk Sport."), (Facet(.author, "X"), "No stories by X."),
    (Facet(.tag, "x"), "No stories tagged x."), (Facet(.language, "da"), "No stories in Danish."),
    (Facet(.format, "mbox"), "No stories in the format mbox."),
    (Facet(.tag, ""), "No stories without a tag."),
    (Facet(.author, ""), "No stories without an author."),
  ]
  for (facet, sentence) in table {
    var desk = Desk(size: (60, 18), stories: [])
    desk.perform { $0.show(Query(facet: facet)) }
    desk.send(.libraryChanged)
    desk.send(
      .windowed(
        Window(
          query: Query(facet: facet), rows: [], reachesFirst: true, reachesLast: true, rowsBefore: 0,
          total: 0,
          unread: 0)))
    #expect(desk.screen.contains(sentence), "\(facet)")
  }
}

@Test func languagesHaveNamesAndCodes() {
  let table = [
    ("sv", "Swedish"), ("pt-BR", "Portuguese (BR)"), ("EN", "English"), ("tlh", "tlh"), ("", ""),
    ("nb", "Norwegian Bokmål"),
  ]
  for (tag, name) in table { #expect(Languages.name(of: tag) == name) }
  #expect(Languages.code(named: "swedish") == "sv")
  #expect(Languages.code(named: "Klingon") == nil)
}

@Test(arguments: [(24, "By Anna Berg…"), (40, "By Anna Berg · unread · newe…")])
func aNarrowTopLineNamesTheListRatherThanItsSize(_ columns: Int, _ words: String) {
  var desk = Desk(size: (columns, 12), stories: stories)
  _ = desk.state.show(Query(marked: .unread, facet: Facet(.author, "Anna Berg")))
  desk.send(.libraryChanged)
  #expect(desk.row(0).contains(words), "\(desk.row(0))")
}

@Test func facetsCombineAndAreRemovedOneByOne() {
  var desk = Desk(size: (100, 24), stories: stories)
  desk.press("F")
  desk.type("anna")
  desk.press("Enter d")
  // The desks are counted within the list.
  #expect(desk.effects.last == .countSearches([.new]))
  #expect(desk.effects.contains(.facets(.desk, of: Query(facets: [Facet(.author, "Anna Berg")]))))
  #expect(desk.screen.contains("  Nordic                                      2 unread of 2"))
  #expect(desk.screen.contains("▌ All desks                                   3 unread of 3"))
  #expect(!desk.screen.contains("  Culture"))
  desk.type("nordic")
  desk.press("Enter")
  let both = [Facet(.author, "Anna Berg"), Facet(.desk, "Nordic")]
  #expect(desk.state.list.query == Query(facets: both))
  #expect(desk.state.list.rows.map(\.id) == [Samples.id(1), Samples.id(4)])
  #expect(desk.row(0).contains("By Anna Berg · Nordic · newest first"))
  #expect(desk.row(23).contains("Esc widen"))
  desk.press("U o")
  desk.type("long")
  desk.press("Enter")
  #expect(desk.row(0).contains("By Anna Berg · Nordic · unread · longest first"))
  desk.press("Esc")
  #expect(desk.row(0).contains("By Anna Berg · Nordic · longest first"))
  // Another desk replaces the first.
  desk.press("d")
  #expect(desk.screen.contains("▌ Nordic"))
  desk.type("business")
  desk.press("Enter")
  #expect(desk.row(0).contains("By Anna Berg · Business · longest first"))
  desk.press("Esc")
  #expect(desk.row(0).contains("By Anna Berg · longest first"))
  desk.press("Esc")
  #expect(desk.state.list.query == Query(order: .longestFirst))
  desk.press("Esc")
  #expect(desk.row(23).hasPrefix(" All stories are already listed."))
}

@Test func aSearchCanBeNarrowedAndADateFoundInIt() {
  var desk = Desk(size: (100, 24), stories: stories)
  desk.press("/")
  desk.type("the")
  desk.press("Enter")
  let all = desk.state.list.rows.count
  desk.press("F")
  #expect(desk.screen.contains("All authors"))
  desk.type("anna")
  desk.press("Enter")
  #expect(desk.row(0).contains("“the” · By Anna Berg · best first"))
  let few = desk.state.list.rows.count
  #expect(few < all && few > 0)
  desk.press("@")
  desk.type("yesterday")
  desk.press("Enter")
  #expect(desk.row(0).contains("“the” · By Anna Berg · newest first"))
  #expect(desk.state.list.rows.count == few)
  desk.press("Esc")
  #expect(desk.row(0).contains("“the” · newest first"))
  #expect(desk.state.list.rows.count == all)
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}

@Test func aFacetFromBeforeASearchStaysWhenTheSearchGoes() {
  var desk = Desk(size: (100, 24), stories: stories)
  desk.press("d")
  desk.type("nordic")
  desk.press("Enter j /")
  desk.type("keepers")
  desk.press("Enter")
  #expect(desk.row(0).contains("“keepers” · Nordic · best first"))
  desk.press("Esc")
  #expect(desk.state.list.query == Query(facets: [Facet(.desk, "Nordic")]))
  desk.press("/")
  desk.type("keepers")
  desk.press("Enter d")
  desk.press("Home Enter")
  #expect(desk.row(0).contains("“keepers” · best first"))
  desk.press("Esc")
  #expect(desk.state.list.query == Query())
}

@Test func anEmptyListOfSeveralThingsNamesThemAll() {
  var desk = Desk(size: (100, 24), stories: stories)
  desk.perform {
    $0.show(Query(marked: .saved, facets: [Facet(.author, "Anna Berg"), Facet(.desk, "Culture")]))
  }
  #expect(desk.screen.contains("No saved stories by Anna Berg on the"))
  #expect(desk.screen.contains("Esc undoes the last narrowing; d"))
  let foot = desk.row(23)
  #expect(
    foot.contains("Esc widen") && foot.contains("/ find") && !foot.contains("Enter read")
      && !foot.contains("j/k"))
}
