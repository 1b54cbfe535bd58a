import Screen
import Stories
import Testing
import Words

@testable import NewsroomUI

@Suite struct LeavingTests {
  @Test(arguments: [
    ((50, 14), true), ((60, 16), true), ((80, 24), true), ((100, 30), true),
    ((130, 36), false), ((200, 50), false),
  ])
  func qInAStoryThatFillsTheScreenGoesBackFirst(_ size: (Int, Int), _ fills: Bool) {
    for keys in ["Enter", "Enter r"] {
      var desk = Desk(size: size)
      desk.press(keys)
      _ = desk.newEffects()
      #expect(desk.row(size.1 - 1).contains("q list") == fills, "\(desk.row(size.1 - 1))")
      desk.press("q")
      #expect(desk.newEffects().contains(.quit) == !fills)
      guard fills else { continue }
      #expect(desk.state.focus == .list)
      desk.press("q")
      #expect(desk.newEffects().contains(.quit))
    }
  }

  @Test func theSettingSaysThatQQuits() {
    var state = State(
      libraryName: "Content", size: Size(columns: 60, rows: 16), now: Samples.now, quitsAtOnce: true)
    var library = FakeLibrary(stories: Samples.newsroom)
    var waiting = state.start()
    func run() {
      while !waiting.isEmpty {
        let request = waiting.removeFirst()
        guard let answer = library.answer(request.effect) else { continue }
        waiting += state.update(answer, answering: request.ticket)
      }
    }
    run()
    waiting = state.update(.input(.key(.enter)))
    run()
    #expect(state.focus == .article)
    let frame = state.view()
    #expect(frame.text(row: 15).contains("q quit"))
    #expect(state.update(.input(.key(.character("q")))).map(\.effect).contains(.quit))
  }

  private func reopened(_ place: Resumption, size: (Int, Int)) -> State {
    var state = State(
      libraryName: "Content", size: Size(columns: size.0, rows: size.1), now: Samples.now, resumed: place)
    var library = FakeLibrary(stories: Samples.newsroom)
    var waiting = state.start()
    while !waiting.isEmpty {
      let request = waiting.removeFirst()
      guard let answer = library.answer(request.effect) else { continue }
      waiting += state.update(answer, answering: request.ticket)
    }
    return state
  }

  @Test(arguments: [(60, 16), (80, 24), (160, 45)])
  func reopeningReturnsToThePlaceThatWasLeft(_ size: (Int, Int)) {
    for (keys, focus, id) in [
      ("j j j", Pane.list, 4), ("j Enter", .article, 2), ("j j Enter r", .article, 3),
    ] {
      var desk = Desk(size: size)
      desk.press(keys)
      let place = desk.state.placeLeft
      let state = reopened(place, size: size)
      #expect(state.list.selected?.id == Samples.id(id), "\(keys)")
      #expect(state.focus == (desk.state.focus == .list ? .list : focus), "\(keys)")
      if focus == .article { #expect(state.article?.id == Samples.id(id), "\(keys)") }
    }
    var desk = Desk(size: size)
    desk.press("F")
    desk.type("nordic")
    desk.press("Esc d")
    desk.type("nordic")
    desk.press("Enter o")
    desk.type("old")
    desk.press("Enter j")
    let state = reopened(desk.state.placeLeft, size: size)
    #expect(state.list.query == desk.state.list.query)
    #expect(state.list.query.facets == [Facet(.desk, "Nordic")] && state.list.query.order == .oldestFirst)
    #expect(state.list.selected?.id == desk.state.list.selected?.id)
  }

  @Test func aPlaceThatIsGoneBeginsAtTheTop() {
    let place = Resumption(query: Query(), row: nil, isReading: false)
    let state = reopened(place, size: (80, 24))
    #expect(state.focus == .list && state.list.index == 0)
    // Esc leaves a restored search.
    let query = Query(search: TypedSearch("ferry", now: Samples.now), order: .bestFirst)
    var searched = reopened(Resumption(query: query, row: nil, isReading: false), size: (80, 24))
    #expect(searched.list.rows.map(\.id) == [Samples.id(2)])
    _ = searched.update(.input(.key(.escape)))
    #expect(searched.list.query == Query())
  }
}
