import Stories
import Testing

@testable import NewsroomUI

/// Tags of the reader's own: given and taken by typing, in bulk, and in the list of facets.
@Suite struct TagTests {
  private func desk(size: (Int, Int) = (60, 18)) throws -> Desk {
    var desk = Desk(size: size)
    for (name, places) in [("budget", [0, 2]), ("to do", [1])] {
      desk.library.ownTags[try #require(TagName(name))] = Set(
        places.map { desk.library.stories[$0].story.id })
    }
    return desk
  }

  @Test func aNameIsCompletedOrNew() throws {
    var desk = try desk()
    desk.press("#")
    desk.type("bu")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 5 unread
         TODAY
         ▌ Harbour cities agree on a plan to keep streets safe
        ╭─ Tag the story ──────────────────────────────────────────╮
        │ › bu                                                     │
        │                                                          │
        │ ▌ budget                                     has it · 2  │
        │   New tag “bu”                                           │
        │                                                          │
        ╰── j/k move, type to narrow · Enter chooses · Esc closes ─╯
           Nordic · 06:00 · 1 min                                 ●
         FRIDAY 25 MARCH
           Winter roads open late
           12:00 · 1 min                                          ●
         MARCH 2016
           The orchestra that rehearses on a barge
           Culture · 9 Mar · 1 min                               ★●
         Enter chooses  F1 every key  Esc closes             1 of 6
        """)
    _ = desk.newEffects()
    let first = desk.library.stories[0].story.id
    desk.press("Enter")
    #expect(desk.newEffects() == [.tag(first, try #require(TagName("budget")), isSet: false)])
    #expect(desk.row(17).hasPrefix(" No longer tagged “budget” · x takes it back"))
    desk.press("x")
    #expect(desk.newEffects() == [.tag(first, try #require(TagName("budget")), isSet: true)])
    desk.press("#")
    desk.type("Budget")
    #expect(!desk.screen.contains("New tag"))
    desk.press("Ctrl-u")
    desk.type("new one")
    desk.press("Enter")
    #expect(desk.row(17).hasPrefix(" Tagged “new one” · x takes it back"))
    #expect(desk.library.ownTags[try #require(TagName("new one"))] == [first])
  }

  @Test func aRangeIsTagged() throws {
    var desk = try desk()
    desk.press("V j j #")
    #expect(desk.screen.contains("─ Tag the range ─"))
    #expect(desk.screen.contains("Take away “budget”"))
    desk.type("to do")
    desk.press("Enter")
    #expect(desk.row(17).hasPrefix(" 2 tagged “to do” · x takes it back"))
    #expect(desk.library.ownTags[try #require(TagName("to do"))]?.count == 3)
    desk.press("x")
    #expect(desk.row(17).hasPrefix(" Taken back: 2 no longer tagged “to do” · X"))
    #expect(desk.library.ownTags[try #require(TagName("to do"))]?.count == 1)
  }

  @Test func allInTheListAreTagged() throws {
    var desk = try desk()
    desk.press("A")
    desk.type("tag all in")
    desk.press("Enter")
    #expect(desk.screen.contains("─ Tag all in the list ─"))
    desk.type("every")
    desk.press("Enter")
    #expect(desk.library.ownTags[try #require(TagName("every"))]?.count == 6)
    desk.press("A")
    desk.type("tag all in")
    desk.press("Enter")
    desk.type("takeawayevery")
    desk.press("Enter")
    #expect(desk.library.ownTags[try #require(TagName("every"))]?.isEmpty == true)
  }

  @Test func linesTypedAfterAColon() throws {
    var desk = try desk()
    for (line, isSet) in [("tag spring", true), ("untag spring", false)] {
      desk.press(":")
      desk.type(line)
      desk.press("Enter")
      #expect((desk.library.ownTags[try #require(TagName("spring"))]?.isEmpty == false) == isSet)
    }
  }

  @Test func theyAreAListOfFacetsAndNarrowTheList() throws {
    var desk = try desk()
    desk.press("d Tab Tab Tab")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 5 unread
        ╭─ My tags ────────────────────────────────────────────────╮
        │ ›                                                        │
        │   My tags  People  Places  Organisations  Languages      │
        │ ▌ budget                                              2  │
        │   to do                                               1  │
        │                                                          │
        │                                                          │
        │                                                          │
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
    desk.press("j Enter")
    #expect(desk.state.list.query.search?.text == "mytag:\"to do\"")
    #expect(
      desk.state.list.query.search?.query.filters == [SearchQuery.Filter(.facet(Facet(.mine, "to do")))])
    desk.press("Esc")
    #expect(desk.state.list.query == Query())
  }

  @Test(arguments: [(80, 24), (120, 36), (40, 12)])
  func theListFitsEveryScreen(_ columns: Int, _ rows: Int) throws {
    var desk = try desk(size: (columns, rows))
    desk.press("#")
    #expect(desk.screen.contains("Tag the story"))
    #expect(desk.screen.contains("budget"))
    desk.press("Esc")
    #expect(desk.state.layers.isEmpty)
  }

  @Test func aStrangerTagsToo() throws {
    var desk = Desk(size: (60, 18), isKiosk: true)
    desk.press("#")
    desk.type("x")
    desk.press("Enter")
    #expect(desk.library.ownTags[try #require(TagName("x"))]?.count == 1)
  }
}
