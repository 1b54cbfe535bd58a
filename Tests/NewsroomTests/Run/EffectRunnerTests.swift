import ContentLibrary
import Dispatch
import NewsroomUI
import Screen
import Stories
import Synchronization
import TestSupport
import Testing
import Words

@testable import newsroom

/// Lanes: a `latest` lane does only the newest work, an `inOrder` lane all of it.
@Suite struct LaneTests {
  /// What a queue has done, in order.
  private final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  private func tickets(_ count: Int) throws -> [Ticket] {
    // Tickets come from the reader's own questions.
    var state = State(libraryName: "", size: .init(columns: 80, rows: 24), now: Reader.now)
    var tickets: [Ticket] = []
    while tickets.count < count {
      tickets += state.update(.libraryChanged).compactMap(\.ticket) + state.start().compactMap(\.ticket)
    }
    return Array(tickets.prefix(count))
  }

  @Test func inALatestLaneNewerWorkCancelsOlder() throws {
    let (lane, queue, log) = (LaneQueue(.story), DispatchQueue(label: "test"), Log())
    let tickets = try tickets(3)
    let (begun, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    lane.add(tickets[0], on: queue) { cancellation in
      begun.signal()
      goOn.wait()
      log.add("first \(cancellation.isCancelled)")
    } then: {
      log.add("done")
    }
    begun.wait()
    lane.add(tickets[1], on: queue) { _ in
      log.add("second")
    } then: {
      log.add("done")
    }
    lane.add(tickets[2], on: queue) {
      log.add("third \($0.isCancelled)")
    } then: {
      log.add("done")
    }
    goOn.signal()
    queue.sync {}
    // The first learns that it can stop, the second never begins, and all count as done.
    #expect(log.all == ["first true", "done", "done", "third false", "done"])
  }

  @Test func inAnInOrderLaneEverythingIsDone() throws {
    let (lane, queue, log) = (LaneQueue(.keeping), DispatchQueue(label: "test"), Log())
    for number in 1...20 {
      lane.add(nil, on: queue) { _ in
        log.add("\(number)")
      } then: {
      }
    }
    queue.sync {}
    #expect(log.all == (1...20).map(String.init))
  }

  @Test func aTicketCancelsOnlyItsOwnWork() throws {
    let (lane, queue, log) = (LaneQueue(.snippets), DispatchQueue(label: "test"), Log())
    let tickets = try tickets(2)
    let goOn = DispatchSemaphore(value: 0)
    queue.async { goOn.wait() }
    for (number, ticket) in tickets.enumerated() {
      lane.add(ticket, on: queue) { _ in
        log.add("\(number)")
      } then: {
      }
    }
    lane.cancel(tickets[0])
    goOn.signal()
    queue.sync {}
    #expect(log.all == ["1"])
  }

  @Test func waitingWorkCanBeCancelled() throws {
    let (lane, queue, log) = (LaneQueue(.alike), DispatchQueue(label: "test"), Log())
    let done = DispatchSemaphore(value: 0)
    let tickets = try tickets(2)
    lane.add(tickets[0], on: queue, after: 30) { _ in
      log.add("first")
    } then: {
      done.signal()
    }
    lane.add(tickets[1], on: queue, after: 1) { _ in
      log.add("second")
    } then: {
      done.signal()
    }
    done.wait()
    done.wait()
    #expect(log.all == ["second"])
  }
}

/// Background work with a real library.
@Suite struct EffectRunnerTests {
  /// All letters, once no work is left.
  private func letters(_ mailbox: Mailbox, _ runner: EffectRunner) -> [Mailbox.Letter] {
    while runner.isBusy { mailbox.wait() }
    return mailbox.take()
  }

  private func begun() throws -> (Reader, EffectRunner, Mailbox, State) {
    let reader = try Reader()
    _ = try reader.library.refresh()
    let mailbox = try Mailbox()
    return (
      reader, EffectRunner(library: reader.library, mailbox: mailbox), mailbox,
      State(libraryName: "", size: .init(columns: 100, rows: 30), now: Reader.now)
    )
  }

  @Test func everyAnswerBringsItsTicketBack() throws {
    var (reader, runner, mailbox, state) = try begun()
    defer { withExtendedLifetime(reader) {} }
    let requests = state.start()
    #expect(requests.map(\.effect).contains(.facets(.desk)))
    for request in requests { runner.run(request) }
    let letters = letters(mailbox, runner)
    #expect(Set(letters.map(\.ticket)) == Set(requests.map(\.ticket)))
    var more: [Request] = []
    for letter in letters { more += state.update(letter.event, answering: letter.ticket) }
    #expect(more.contains { if case .open = $0.effect { true } else { false } })
  }

  @Test func aFailureNamesItsQuestion() throws {
    var (reader, runner, mailbox, state) = try begun()
    for request in state.start() { runner.run(request) }
    var opens: [Request] = []
    for letter in letters(mailbox, runner) { opens += state.update(letter.event, answering: letter.ticket) }
    // The story's file is deleted before it is opened.
    try reader.folder.remove("stories/fog.md")
    for request in opens { runner.run(request) }
    let failed = letters(mailbox, runner).first { if case .failed = $0.event { true } else { false } }
    guard case .failed(let reason, .open?)? = failed?.event else {
      Issue.record("nothing failed, or it does not say what")
      return
    }
    #expect("\(reason)" != "")
    #expect(failed?.ticket != nil)
    _ = state.update(try #require(failed).event, answering: failed?.ticket)
    let screen = state.view()
    #expect((0..<30).contains { screen.text(row: $0).contains("\(reason)".prefix(20).dropFirst()) })
  }

  @Test func quickKeysOpenOnlyTheLastStory() throws {
    var (reader, runner, mailbox, state) = try begun()
    defer { withExtendedLifetime(reader) {} }
    func run(_ requests: [Request]) { for request in requests { runner.run(request) } }
    run(state.start())
    for _ in 0..<3 {
      for letter in letters(mailbox, runner) { run(state.update(letter.event, answering: letter.ticket)) }
    }
    run(state.update(.input(.key(.character("j")))))
    run(state.update(.input(.key(.character("j")))))
    for _ in 0..<3 {
      for letter in letters(mailbox, runner) { run(state.update(letter.event, answering: letter.ticket)) }
    }
    let screen = state.view()
    #expect((0..<30).contains { screen.text(row: $0).contains("She carried the lamp") })
  }

  @Test func theMarksAreOnDiskWhenItIsFinished() throws {
    var (reader, runner, mailbox, state) = try begun()
    func run(_ requests: [Request]) { for request in requests { runner.run(request) } }
    run(state.start())
    for letter in letters(mailbox, runner) { run(state.update(letter.event, answering: letter.ticket)) }
    run(state.update(.input(.key(.character("s")))))
    runner.finish(endsVisit: false)
    let rows = try reader.library.window(Query(), around: .first, before: 0, after: 9).rows
    #expect(rows.filter(\.isSaved).count == 1)
  }

  @Test func theNextSearchSeesNewMarks() throws {
    let (reader, _, _, _) = try begun()
    let query = Query(
      marked: .unread, search: TypedSearch("ferry", now: Reader.now))
    let found = try reader.library.found(query, around: .first, before: 0, after: 9)
    #expect(found?.rows.count == 2)
    try reader.library.mark(try #require(found?.rows.first).id, read: true)
    #expect(try reader.library.found(query, around: .first, before: 0, after: 9)?.rows.count == 1)
  }
}

/// Reading the directory in the background.
@Suite struct RefresherTests {
  private func letters(_ mailbox: Mailbox, _ work: WorkCount) -> [Event] {
    while work.isBusy { mailbox.wait() }
    return mailbox.take().map(\.event)
  }

  @Test func itReportsChangesAndNewStories() throws {
    let reader = try Reader()
    let (mailbox, work) = (try Mailbox(), WorkCount())
    let refresher = Refresher(library: reader.library, mailbox: mailbox, work: work)
    refresher.ask(saysWhatIsNew: false)
    let first = letters(mailbox, work)
    #expect(first.contains { if case .libraryChanged = $0 { true } else { false } })
    #expect(!first.contains { if case .landed = $0 { true } else { false } })
    try reader.folder.write("stories/ice.md", text: Reader.story("Ice", day: 9, "Ice lies on the sound."))
    refresher.ask(saysWhatIsNew: true)
    let arrived = letters(mailbox, work).compactMap {
      if case .landed(let landing) = $0 { landing.count } else { nil }
    }
    #expect(arrived == [1])
    // Nothing changed, so nothing needs to be shown again.
    refresher.ask(saysWhatIsNew: true)
    #expect(!letters(mailbox, work).contains { if case .libraryChanged = $0 { true } else { false } })
  }

  @Test func requestsMadeMeanwhileAreDoneInOneMoreRound() throws {
    let reader = try Reader()
    let (mailbox, work) = (try Mailbox(), WorkCount())
    let refresher = Refresher(library: reader.library, mailbox: mailbox, work: work)
    for _ in 0..<50 { refresher.ask(saysWhatIsNew: true) }
    let ended = letters(mailbox, work).filter { if case .progress(nil, _) = $0 { true } else { false } }
    // Usually the first, and one for all requests that came during it.
    #expect((1...25).contains(ended.count))
    #expect(try reader.library.count() == 3)
  }

  @Test func itEndsWhenItIsToldTo() throws {
    let reader = try Reader()
    let (mailbox, work) = (try Mailbox(), WorkCount())
    let refresher = Refresher(library: reader.library, mailbox: mailbox, work: work)
    refresher.end()
    refresher.ask(saysWhatIsNew: false)
    _ = letters(mailbox, work)
    #expect(try reader.library.count() == 0)
  }
}
