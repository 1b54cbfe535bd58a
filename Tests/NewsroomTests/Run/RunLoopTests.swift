import ContentLibrary
import NewsroomUI
import Screen
import Stories
import Testing

@testable import newsroom

/// The loop with a scripted display and a real library.
@Suite struct RunLoopTests {
  @Test func storiesAreIndexedListedReadAndMarked() throws {
    let reader = try Reader()
    let screens = try reader.screens("shot j Enter shot Esc shot")
    #expect(screens[0].contains("3 stories · 3 unread"))
    #expect(screens[1].contains("The ferry sails again from the first of May."))
    #expect(screens[2].contains("3 stories · 2 unread"))
    // What was saved is on disk when the loop has ended.
    let rows = try reader.library.window(Query(), around: .first, before: 0, after: 9).rows
    #expect(rows.map(\.isRead) == [false, true, false])
  }

  @Test func aSearchFindsWhileTypingAndIsThenRanked() throws {
    let reader = try Reader()
    let screens = try reader.screens("/ text:ferry shot Esc shot")
    #expect(screens[0].contains("“ferry” · best first"))
    #expect(screens[0].contains("2 stories"))
    #expect(screens[1].contains("3 stories"))
  }

  @Test func pickersAndSheetsAreFilledByTheLibrary() throws {
    let reader = try Reader()
    let screens = try reader.screens("F shot Esc ? shot Esc : text:saved shot")
    #expect(screens[0].contains("All authors"))
    #expect(screens[1].contains("MOVING"))
    #expect(screens[2].contains("Show only saved stories"))
  }

  @Test func versionsAreComparedWordByWord() throws {
    let body = String(
      repeating: "The ferry lies in the harbour and the crew waits for better weather. ", count: 4)
    let reader = try Reader([
      "first.md": Reader.story("Ferry stopped by ice", day: 8, body + "Nobody was hurt."),
      "second.md": Reader.story("Ferry stopped by ice", day: 9, body + "Two were hurt."),
    ])
    let screens = try reader.screens("v shot d shot Esc shot")
    #expect(screens[0].contains("2 versions"))
    #expect(screens[1].contains("[-Nobody was-] {+Two were+}"))
    #expect(!screens[2].contains("{+"))
    #expect(screens[2].contains("2 versions"))
  }

  @Test func aLateComparisonDoesNotReplaceTheSearch() throws {
    let body = String(
      repeating: "The ferry lies in the harbour and the crew waits for better weather. ", count: 4)
    let reader = try Reader([
      "first.md": Reader.story("Ferry stopped by ice", day: 8, body + "Nobody was hurt."),
      "second.md": Reader.story("Ferry stopped by ice", day: 9, body + "Two were hurt."),
    ])
    _ = try reader.screens("")
    // All of `dq/fe` before any answer, as when it is written at once.
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: reader.library, mailbox: mailbox)
    let keys = Bursts(["v", "dq/fe"], mailbox: mailbox, runner: runner)
    var loop = RunLoop(
      glass: keys, state: State(libraryName: "stories", size: Size(columns: 100, rows: 30), now: Reader.now),
      runner: runner, mailbox: mailbox, clock: { Reader.now })
    #expect(loop.run() == 0)
    let last = try #require(loop.glass.last)
    let rows = (0..<30).map { last.text(row: $0) }
    #expect(rows[29].hasPrefix(" /fe"))
    #expect(!rows.joined().contains("{+"))
    #expect(loop.glass.seen.contains { $0.contains("2 versions") })
  }

  /// A story that comes soon is painted with the row that was selected, never after it.
  @Test func aStoryThatComesSoonIsPaintedAtOnce() throws {
    let reader = try Reader()
    _ = try reader.screens("")
    for isPatient in [true, false] {
      let mailbox = try Mailbox()
      let runner = EffectRunner(library: reader.library, mailbox: mailbox)
      var keys = Bursts(["j"], mailbox: mailbox, runner: runner)
      keys.isPatient = isPatient
      var loop = RunLoop(
        glass: keys,
        state: State(libraryName: "stories", size: Size(columns: 100, rows: 30), now: Reader.now),
        runner: runner, mailbox: mailbox, clock: { Reader.now })
      _ = loop.run()
      let selected = loop.glass.seen.filter { $0.contains("2 of 3") }
      let late = selected.filter { !$0.contains("The ferry sails again from the first of May.") }
      #expect(!selected.isEmpty)
      #expect(late.isEmpty == isPatient)
    }
  }

  @Test func repaintSuspendAndQuitGoToTheDisplay() throws {
    let reader = try Reader()
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: reader.library, mailbox: mailbox)
    let keys = Bursts(["?", "\u{C}", "\u{1A}", "\u{1B}", "q", "j"], mailbox: mailbox, runner: runner)
    var loop = RunLoop(
      glass: keys, state: State(libraryName: "stories", size: Size(columns: 80, rows: 24), now: Reader.now),
      runner: runner, mailbox: mailbox, clock: { Reader.now })
    #expect(loop.run() == nil)
    #expect(loop.glass.repaints == 1)
    #expect(loop.glass.suspensions == 1)
    // The key after q is never read.
    #expect(loop.glass.left == 1)
  }

  @Test func theLoopNoticesWhenTheDayChanges() throws {
    let reader = try Reader()
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: reader.library, mailbox: mailbox)
    let keys = Bursts(["j"], mailbox: mailbox, runner: runner)
    var loop = RunLoop(
      glass: keys, state: State(libraryName: "stories", size: Size(columns: 80, rows: 24), now: Reader.now),
      runner: runner, mailbox: mailbox,
      clock: { Timestamp(seconds: Reader.now.seconds + 86_400, offset: 0) })
    _ = loop.run()
    #expect(loop.state.now.seconds == Reader.now.seconds + 86_400)
  }

  @Test func theReaderCanBeginWithAStory() throws {
    let reader = try Reader()
    _ = try reader.screens("")
    let lamp = try #require(try reader.library.find("The last lamp").first)
    let screens = try reader.screens("shot", opening: lamp)
    #expect(screens.first?.contains("She carried the lamp") == true)
  }
}

/// A display that types each burst of keys at once, when all work is done.
private struct Bursts: Display {
  let size = Size(columns: 100, rows: 30)
  let colours = ColourDepth.none
  private(set) var last: Frame?
  private(set) var seen: [String] = []
  private(set) var repaints = 0
  private(set) var suspensions = 0
  private(set) var copied: [String] = []
  private(set) var rung: [Notice] = []
  private(set) var lent = 0
  /// Whether it waits for news that is on its way, however long that takes.
  var isPatient = false
  private var bursts: ArraySlice<String>
  private let mailbox: Mailbox
  private let runner: EffectRunner

  init(_ bursts: [String], mailbox: Mailbox, runner: EffectRunner) {
    (self.bursts, self.mailbox, self.runner) = (bursts[...], mailbox, runner)
  }

  var left: Int { bursts.count }

  mutating func paint(_ frame: Frame) {
    last = frame
    seen.append((0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n"))
  }

  mutating func ring(_ notice: Notice) { rung.append(notice) }

  mutating func next(watching mailbox: Int32?) -> [Input] {
    while self.mailbox.isEmpty, runner.isBusy { self.mailbox.wait() }
    if !self.mailbox.isEmpty { return [.mail] }
    guard let burst = bursts.popFirst() else { return [.ended(signal: 0)] }
    return burst.unicodeScalars.map { scalar in
      switch scalar {
      case "\u{1B}": .key(.escape)
      case "\u{C}": .key(.control("l"))
      case "\u{1A}": .key(.control("z"))
      default: .key(.character(Character(scalar)))
      }
    }
  }

  mutating func hasNews(from mailbox: Int32, within milliseconds: Int) -> Bool {
    isPatient && self.mailbox.wait(seconds: 20)
  }

  /// Quiet before every key, so that the reader rests each time.
  func isQuiet(for milliseconds: Int, watching mailbox: Int32) -> Bool { true }

  mutating func repaint() { repaints += 1 }
  mutating func copy(_ text: String) { copied.append(text) }

  mutating func lend(_ work: () -> Void) {
    lent += 1
    work()
  }

  mutating func suspend() { suspensions += 1 }
}
