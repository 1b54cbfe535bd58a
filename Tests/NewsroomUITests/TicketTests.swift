import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Answers may come late: an answer that nothing waits for changes nothing.
@Suite struct TicketTests {
  private func desk() -> Desk {
    var stories = Samples.newsroom
    for index in 0..<2 { stories[index].listing.versions = 1 }
    var desk = Desk(size: (100, 30), stories: stories)
    desk.library.versions = [Samples.id(1), Samples.id(2)]
    return desk
  }

  private func asked(_ desk: Desk, _ fits: (Effect) -> Bool) -> Request? {
    desk.requests.last { fits($0.effect) }
  }

  private func isCompare(_ effect: Effect) -> Bool { if case .compare = effect { true } else { false } }

  @Test func aLateComparisonDoesNotReplaceTheTypedSearch() throws {
    var desk = desk()
    desk.press("v")
    desk.answers = false
    desk.press("d q /")
    desk.type("fe")
    let request = try #require(asked(desk, isCompare))
    let screen = desk.screen
    desk.answer(request)
    #expect(desk.screen == screen)
    #expect(desk.state.layers.map(\.kind) == [.search])
    #expect(desk.state.prompt?.field.text == "fe")
    // The work has been told to stop.
    let ticket = try #require(request.ticket)
    #expect(desk.requests.contains { $0.effect == .cancel(ticket) })
  }

  @Test func anAwaitedComparisonIsShown() throws {
    var desk = desk()
    desk.press("v")
    desk.answers = false
    desk.press("d j")
    let request = try #require(asked(desk, isCompare))
    desk.answer(request)
    #expect(desk.state.layer?.kind == .comparison)
    // The same answer a second time is ignored.
    desk.answer(request)
    #expect(desk.state.layers.map(\.kind) == [.versions, .comparison])
  }

  @Test func aReopenedBoxIgnoresEarlierAnswers() throws {
    var desk = desk()
    desk.press("v")
    desk.answers = false
    desk.press("d q")
    let late = try #require(asked(desk, isCompare))
    desk.answers = true
    desk.press("v")
    desk.answer(late)
    #expect(desk.state.layers.map(\.kind) == [.versions])
  }

  @Test func aThreadIsShownOnlyIfTheReaderStayed() throws {
    var desk = desk()
    desk.answers = false
    for keys in ["t j", "t d", "t /"] {
      desk.press(keys)
      let request = try #require(
        asked(desk) { if case .storyline = $0 { true } else { false } })
      let layers = desk.state.layers.map(\.kind)
      desk.answer(request)
      #expect(desk.state.layers.map(\.kind) == layers, "\(keys)")
      desk.press("Esc")
    }
    // Reading on in the same story counts as staying.
    desk.answers = true
    desk.press("g Enter")
    desk.answers = false
    desk.press("t j j")
    let request = try #require(asked(desk) { if case .storyline = $0 { true } else { false } })
    desk.answer(request)
    #expect(desk.state.layers.map(\.kind) == [.list])
  }

  @Test func answersWithoutATicketAreDropped() {
    var desk = desk()
    let screen = desk.screen
    for event: Event in [
      .compared(
        Comparison(
          earlier: Samples.newsroom[0].listing, later: Samples.newsroom[1].listing,
          difference: Difference(from: ["One."], to: ["Two."]))),
      .versions(Samples.id(1), Samples.newsroom.map(\.listing)), .opened(Samples.newsroom[3]),
      .facets(.author, []), .glanced(Samples.id(1)), .failed("It failed.", of: .open(Samples.id(4))),
    ] {
      #expect(desk.state.update(event).isEmpty)
      #expect(desk.screen == screen)
    }
  }

  @Test func onlyTheLatestQuestionIsWaitedFor() throws {
    var desk = desk()
    desk.answers = false
    desk.press("j j")
    let opens = desk.requests.filter { if case .open = $0.effect { true } else { false } }.suffix(2)
    #expect(opens.map(\.effect) == [.open(Samples.id(2)), .open(Samples.id(3))])
    let (first, last) = (try #require(opens.first), try #require(opens.last))
    desk.send(.opened(Samples.newsroom[1]), to: first)
    #expect(desk.state.article?.id == Samples.id(1))
    desk.send(.opened(Samples.newsroom[2]), to: last)
    #expect(desk.state.article?.id == Samples.id(3))
  }

  @Test func aFailureBelongsToItsQuestion() throws {
    var desk = desk()
    desk.answers = false
    // The chooser waits for its lines, and another failure does not concern it.
    desk.press("F")
    let window = desk.state.list.asking
    desk.send(.failed("The marks could not be written.", of: .mark(Samples.id(1), read: true)), to: nil)
    #expect(desk.state.layer?.kind == .facets)
    #expect(desk.state.list.asking == window)
    #expect(desk.screen.contains("The marks could not be written."))
    let facets = try #require(asked(desk) { $0 == .facets(.author) })
    desk.send(.failed("The index could not be read."), to: facets)
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains("The index could not be read."))
    // The story that could not be opened is no longer waited for.
    desk.press("j Enter")
    let open = try #require(asked(desk) { $0 == .open(Samples.id(2)) })
    desk.send(.failed("The story is gone."), to: open)
    #expect(desk.state.wanted == nil)
  }

  @Test func theNextUnreadStoryIsSoughtApartFromTheListsRows() throws {
    var desk = Desk(size: (60, 18), stories: Samples.many(600))
    for id in 1...400 { desk.library.stories[id].listing.isRead = true }
    desk.send(.libraryChanged)
    desk.answers = false
    desk.send(.libraryChanged)
    desk.press(".")
    #expect(desk.state.list.asking && desk.state.list.seeking != nil)
    let rows = try #require(asked(desk) { if case .window = $0 { true } else { false } })
    desk.answer(rows)
    #expect(!desk.state.list.asking)
    let sought = try #require(asked(desk) { if case .seek = $0 { true } else { false } })
    desk.answer(sought)
    #expect(desk.state.wanted?.id == Samples.id(402))
  }

  @Test func similarStoriesAreSoughtOnceTheReaderHasStayed() throws {
    var desk = desk()
    desk.answers = false
    desk.press("j")
    let open = try #require(asked(desk) { $0 == .open(Samples.id(2)) })
    desk.send(.opened(Samples.newsroom[1]), to: open)
    let glance = try #require(desk.requests.last { $0.effect == .glance(Samples.id(2)) })
    #expect(!desk.requests.contains { $0.effect == .alike(Samples.id(2)) })
    desk.send(.glanced(Samples.id(2)), to: glance)
    let alike = try #require(desk.requests.last { $0.effect == .alike(Samples.id(2)) })
    desk.send(
      .alike(
        Samples.id(2),
        [Related(reason: .alike, title: "Another ferry", listing: Samples.newsroom[4].listing)]),
      to: alike)
    #expect(desk.state.article?.opened.related.last?.title == "Another ferry")
    // Moving on at once asks for nothing.
    desk.press("j")
    let next = try #require(asked(desk) { $0 == .open(Samples.id(3)) })
    desk.send(.opened(Samples.newsroom[2]), to: next)
    let short = try #require(desk.requests.last { $0.effect == .glance(Samples.id(3)) })
    desk.press("j")
    desk.send(.opened(Samples.newsroom[3]), to: asked(desk) { $0 == .open(Samples.id(4)) })
    desk.send(.glanced(Samples.id(3)), to: short)
    #expect(!desk.requests.contains { $0.effect == .alike(Samples.id(3)) })
  }

  @Test func aSearchAsksForItsNewestRowsAndThenForTheirOrder() throws {
    var desk = desk()
    desk.answers = false
    desk.press("/")
    desk.type("f")
    let query = desk.state.list.query
    let first = try #require(desk.requests.last)
    #expect(first.effect == .firstRows(query))
    // Nothing among the newest stories: the list stays, and the ranking is requested.
    var none = try #require(desk.state.list.window)
    none.query = query
    none.rows = []
    none.findings.isFirstAnswer = true
    let rows = desk.state.list.rows.count
    desk.send(.windowed(none), to: first)
    #expect(desk.state.list.rows.count == rows)
    #expect(
      asked(desk) { if case .window = $0 { true } else { false } }?.effect
        == .window(query, around: .first, before: 0, after: 200))
    // After another letter, the answer to the first is ignored.
    desk.type("e")
    #expect(
      asked(desk) { if case .firstRows = $0 { true } else { false } }?.effect
        == .firstRows(desk.state.list.query))
    desk.send(.windowed(none), to: first)
    #expect(desk.state.list.query.search?.text == "fe")
  }

  @Test func snippetsOfAnEarlierSearchAreNoLongerRead() throws {
    var desk = Desk(size: (100, 40), stories: Samples.many(30))
    desk.press("/")
    // The row shows it after its own first words anyway.
    desk.type("minded")
    desk.answers = false
    desk.state.snippets = nil
    desk.send(.clock(Samples.now))
    let request = try #require(asked(desk) { if case .snippets = $0 { true } else { false } })
    desk.answers = true
    desk.press("Ctrl-u")
    desk.type("nobody")
    let ticket = try #require(request.ticket)
    #expect(desk.requests.contains { $0.effect == .cancel(ticket) })
  }
}
