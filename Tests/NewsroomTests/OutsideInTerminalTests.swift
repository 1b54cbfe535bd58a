import Foundation
import TestSupport
import Testing

/// Copying and other programs, in a real terminal: the program gets it, and the reader has it back.
@Suite(.enabled(if: TerminalSession.isAvailable, "tmux is not installed: `make test` installs it"))
struct OutsideInTerminalTests {
  private func reader(_ program: Program, settings: String = "") throws -> TerminalSession {
    _ = try program.write(".config/newsroom/newsroom.toml", settings)
    let session = try TerminalSession(program, [try program.library()], columns: 100, rows: 30)
    try session.wait(for: "Harbour cities agree on a plan")
    return session
  }

  @Test func textReachesTheTerminalsClipboard() throws {
    let program = try Program()
    let session = try reader(program)
    try session.openClipboard()
    try session.press("y")
    try session.wait(for: "The headline")
    try session.type("headline")
    try session.press("Enter")
    try session.wait(for: "clipboard: Harbour cities")
    var copied = ""
    for _ in 0..<200 where copied.isEmpty {
      copied = try session.clipboard()
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(copied.hasPrefix("Harbour cities agree on a plan"))
  }

  @Test func aCommandReadsTheStoryAndTheReaderComesBack() throws {
    let program = try Program()
    let session = try reader(
      program,
      settings: "[pipes]\n\"Count words\" = \"wc -w\"\nKeep = { run = [\"cp\", \"/dev/stdin\", \"kept\"], "
        + "as = \"markdown\", wait = false }\n"
        + "Wait = { run = [\"sh\", \"-c\", \"echo It sleeps now; exec sleep 60\"] }\n")
    try session.press("Enter", "|")
    try session.wait(for: "Give the story to")
    try session.press("Enter")
    try session.wait(for: "[Count words has ended. Enter goes back to the reader.]")
    try session.press("Enter")
    try session.wait(for: "“Count words” has ended.")
    try session.wait(for: "READ MORE")
    try session.press("|", "j", "Enter")
    try session.wait(for: "“Keep” has ended.")
    let kept = try String(contentsOfFile: program.home.file("kept"), encoding: .utf8)
    #expect(kept.contains("title:") && kept.contains("Harbour cities"))
    // Ctrl-C ends the command alone.
    try session.press("|", "j", "j", "Enter")
    try session.wait(for: "It sleeps now")
    try session.wait(toSee: "the reader gone") { !$0.contains("READ MORE") }
    try session.press("C-c")
    try session.wait(for: "[Wait ended with status 130.")
    try session.press("Enter")
    try session.wait(for: "“Wait” ended with status 130.")
    try session.press("q", "q")
    try session.wait(for: "ended with 0")
    // The shell writes over what the commands have left.
    try session.wait(toSee: "a terminal in its own mode") { screen in
      screen.split(separator: "\n").contains { $0.hasPrefix("icanon") }
    }
  }

  /// The editor has the terminal to itself: it reads keys, and the reader none of them.
  @Test func theEditorGetsTheFileAndTheKeys() throws {
    var program = try Program()
    program.environment["EDITOR"] = "ed -p edit:"
    let session = try reader(program)
    try session.press("Enter", "E")
    try session.wait(for: "edit:")
    try session.type("$a")
    try session.press("Enter")
    try session.type("The quay was swept.")
    try session.press("Enter")
    try session.type(".")
    try session.press("Enter")
    try session.type("wq")
    try session.press("Enter")
    try session.wait(for: "There is a newer version; R shows it.")
    try session.press("R")
    try session.wait(for: "The quay was swept.")
  }

  @Test func theBrowserGetsTheAddress() throws {
    var program = try Program()
    program.environment["BROWSER"] = "touch"
    let story = "---\\ntitle: Fog\\nurl: https://example.org/fog\\n---\\nNothing sails."
      .replacingOccurrences(of: "\\n", with: "\n")
    let library = try program.library(["fog.md": story])
    let session = try TerminalSession(program, [library], columns: 100, rows: 30)
    try session.wait(for: "Fog")
    // `touch` can't make a file of that name, and says so.
    try session.press("Enter", "B")
    try session.wait(for: "The browser ended with status 1")
  }

  @Test func aMissingProgramIsReported() throws {
    let program = try Program()
    let session = try reader(program, settings: "[pipes]\nX = \"no-such-program-here\"\n")
    try session.press("|")
    try session.wait(for: "Can't start “no-such-program-here”: No such file or directory.")
  }
}
