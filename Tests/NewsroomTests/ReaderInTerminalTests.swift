import Foundation
import Testing

/// The built program in a real terminal: open, read, follow, come back, find, resize, and leave the terminal
/// clean.
@Suite(.enabled(if: TerminalSession.isAvailable, "tmux is not installed: `make test` installs it"))
struct ReaderInTerminalTests {
  @Test func opensReadsFollowsAndComesBack() throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()], columns: 100, rows: 30)
    try session.wait(for: "Harbour cities agree on a plan")
    try session.press("j", "Enter")
    try session.wait(for: "The ferry will sail again")
    try session.press("1")
    try session.wait(for: "She carried the lamp")
    try session.press("BSpace")
    try session.wait(for: "The ferry will sail again")
    try session.press("L")
    try session.wait(for: "She carried the lamp")
  }

  @Test func newStoriesAppearWithoutAKeyAndTheSelectionStays() throws {
    let program = try Program()
    let library = try program.library()
    let session = try TerminalSession(program, [library], columns: 100, rows: 30)
    try session.wait(for: "Harbour cities agree on a plan")
    try session.press("j")
    try session.wait(for: "The ferry will sail again")
    let story = "---\ntitle: Fog closes the sound\ndate: 2026-03-09\n---\nNothing sails."
    try Data(story.utf8).write(to: URL(fileURLWithPath: library + "/fog.md"))
    try session.wait(for: "Fog closes the sound")
    let screen = try session.wait(for: "1 new story")
    #expect(screen.contains("▌ Ferry line to reopen in spring"))
    #expect(screen.contains("The ferry will sail again"))
    try FileManager.default.removeItem(atPath: library + "/fog.md")
    try session.wait(toSee: "the story gone") { !$0.contains("Fog closes the sound") }
  }

  /// A crash gives the terminal back, says nothing of a debugger, and leaves the index whole.
  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS])
  func aCrashGivesTheTerminalBack(_ signal: Int32) throws {
    var program = try Program()
    program.environment["NEWSROOM_CRASH"] = "\(signal)"
    let library = try program.library()
    let session = try TerminalSession(program, [library])
    try session.wait(for: "Harbour cities")
    try session.press("F12")
    let screen = try session.wait(for: "ended with \(128 + signal)")
    #expect(!screen.contains("Backtrac") && !screen.contains("Harbour cities"))
    try session.wait(toSee: "a terminal in its own mode") {
      $0.split(separator: "\n").contains("icanon")
    }
    #expect(try program.run(["list", library, "--no-refresh"]).lines.count == 3)
  }

  @Test func findsAWordInTheStory() throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()])
    try session.wait(for: "Harbour cities")
    try session.press("Enter")
    try session.wait(for: "share a crane")
    try session.press("/")
    try session.type("conductor")
    try session.press("Enter")
    try session.wait(for: "1 of 1")
  }

  @Test func keepsItsPlaceThroughResizes() throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()], columns: 120, rows: 30)
    try session.wait(for: "Harbour cities")
    try session.press("j", "Enter")
    try session.wait(for: "The ferry will sail again")
    for (columns, rows) in [(40, 12), (20, 5), (160, 45), (80, 24)] {
      try session.resize(columns: columns, rows: rows)
    }
    try session.wait(for: "The ferry will sail again")
  }

  @Test func quitsToACleanTerminal() throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()])
    try session.wait(for: "Harbour cities")
    try session.press("q")
    let screen = try session.wait(for: "ended with 0")
    #expect(!screen.contains("Harbour cities"))
    #expect(!screen.contains("-icanon"))
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)])
  func restoresTheTerminalOnASignal(_ signal: Int32, status: Int) throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()])
    try session.wait(for: "Harbour cities")
    kill(try session.processID(), signal)
    let screen = try session.wait(for: "ended with \(status)")
    #expect(!screen.contains("-icanon"))
  }

  @Test(arguments: ["no-such-terminal", ""])
  func saysWhatToDoOnAnUnknownTerminal(_ term: String) throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()], term: term)
    let screen = try session.wait(for: "ended with 2")
    #expect(screen.contains("newsroom: "))
    #expect(screen.contains("TERM"))
  }

  @Test func readsInPlainLinesOnADumbTerminal() throws {
    let program = try Program()
    let session = try TerminalSession(program, [try program.library()], term: "dumb")
    try session.wait(for: "Type a number to read that story")
    try session.press("1", "Enter")
    try session.wait(for: "End of the story.")
    try session.press("q", "Enter")
    try session.wait(for: "ended with 0")
  }

  @Test func marksAndPlacesLastFromOneRunToTheNext() throws {
    let program = try Program()
    let library = try program.library()
    let first = try TerminalSession(program, [library])
    try first.wait(for: "Harbour cities")
    try first.press("Enter")
    try first.wait(for: "share a crane")
    try first.press("s", "Q")
    try first.wait(for: "ended with 0")
    #expect(try program.run(["list", "--saved", library]).lines.count == 1)
    let unread = try program.run(["list", "--unread", library])
    #expect(unread.lines.count == 2)
    #expect(!unread.output.contains("Harbour cities"))
  }

  @Test func reopeningReturnsToTheRowListAndStoryThatWereLeft() throws {
    let program = try Program()
    let library = try program.library()
    // The hints of a story come before its text.
    let isStory = { (screen: String) in
      screen.contains("The ferry will sail again") && screen.contains("q list") && !screen.contains("▌")
    }
    let first = try TerminalSession(program, [library])
    try first.wait(for: "Harbour cities")
    try first.press("j", "Enter")
    try first.wait(toSee: "the story", isStory)
    // Back to the list first, then out.
    try first.press("q")
    try first.wait(for: "Enter read")
    try first.press("Enter")
    try first.wait(toSee: "the story again", isStory)
    try first.press("Q")
    try first.wait(for: "ended with 0")
    let second = try TerminalSession(program, [library])
    // The list comes first, then the story alone.
    try second.wait(toSee: "the story that was left", isStory)
    try second.press("q", "o")
    try second.type("old")
    try second.press("Enter")
    // The top line is painted before the rows, and a key is answered after it was typed.
    let row = { (screen: String) in
      screen.contains("oldest first")
        ? screen.split(separator: "\n").first { $0.contains("▌") }.map { String($0.prefix(28)) } : nil
    }
    let before = row(try second.wait(toSee: "a row of the new order") { row($0) != nil })
    try second.press("j")
    let left = row(try second.wait(toSee: "the next row") { row($0) != nil && row($0) != before })
    try second.press("q")
    try second.wait(for: "ended with 0")
    let third = try TerminalSession(program, [library])
    #expect(row(try third.wait(toSee: "a row of the list") { row($0) != nil }) == left)
    // A script does not count as a visit, and begins at the top.
    #expect(try program.run(["--script", "shot", library]).output.contains("newest first"))
  }

  /// How many times each thread of a process has waited so far.
  private func waits(of process: Int32) throws -> [String: Int] {
    let folder = "/proc/\(process)/task"
    var waits: [String: Int] = [:]
    for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
      waits[thread] = line.flatMap { Int($0.split(separator: "\t").last ?? "") }
    }
    return waits
  }

  @Test func aReaderWithoutItsDirectorySaysSoAndSleeps() throws {
    let program = try Program()
    let library = try program.library()
    let session = try TerminalSession(program, [library])
    try session.wait(for: "Harbour cities")
    let process = try session.processID()
    try FileManager.default.removeItem(atPath: library)
    try session.wait(for: "The library's directory no longer")
    // What had been read of it is still there.
    #expect(try session.screen().contains("Ferry line to reopen"))
    // Idle threads sleep, and end within some seconds.
    Thread.sleep(forTimeInterval: 6)
    let before = try waits(of: process)
    Thread.sleep(forTimeInterval: 4)
    let after = try waits(of: process)
    let woken = after.reduce(0) { $0 + $1.value - (before[$1.key] ?? $1.value) }
    #expect(woken <= 1, "\(before) \(after)")
  }
}
