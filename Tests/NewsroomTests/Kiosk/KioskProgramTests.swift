import Foundation
import NewsroomUI
import System
import TestSupport
import Testing

/// The program as a reading room: what a guest brings along chooses nothing.
@Suite struct KioskProgramTests {
  private let program: Program
  private let library: String
  private let index: String

  init() throws {
    program = try Program()
    library = try program.library(
      Program.stories.merging([
        "wire/killed.json": """
        {"uri": "urn:desk:9", "type": "text", "version": "1", "pubstatus": "canceled",
        "versioncreated": "2026-03-01T08:01:00Z", "headline": "Zebra dispatch", "body_text": "Zebraword."}
        """,
        "wire/early.json": """
        {"uri": "urn:desk:8", "type": "text", "version": "1", "embargoed": "2999-01-01T00:00:00Z",
        "versioncreated": "2026-03-01T08:01:00Z", "headline": "Okapi dispatch", "body_text": "Okapiword."}
        """,
      ]) { one, _ in one })
    index = program.home.file("index/i.sqlite")
  }

  private func guest(
    _ command: String?, _ options: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Program.Result {
    var program = program
    program.environment.merge(environment) { _, new in new }
    program.environment["SSH_ORIGINAL_COMMAND"] = command
    return try program.run(["--kiosk", "--index", index] + options + [library])
  }

  @Test func listSearchAndShowAreOpen() throws {
    let list = try guest("list --order headline")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.lines.count == 3)
    #expect(try guest("search ferry --json -n 1").lines.count == 1)
    #expect(try guest("search -- -ferry choir").status == 0)
    let shown = try guest("show 'Ferry line to reopen in spring'")
    #expect(shown.output.contains("The ferry will sail again"))
    #expect(try guest("show --json harbour/ferry.md").object()["headline"] as? String != nil)
  }

  @Test(arguments: [
    "export all", "sh", "/bin/sh -c id", "scp -f /etc/passwd", "/usr/lib/openssh/sftp-server",
    "internal-sftp", "rsync --server . /", "index", "read", "manual", "--version", "-L /etc", "list --raw",
    "list -L /etc", "show --index /tmp/x a", "list --help", "show --raw harbour/ferry.md",
    "search --kept x", "list '", "", " ; id",
  ])
  func nothingElseIs(_ command: String) throws {
    let result = try guest(command)
    #expect(result.status == 2, "\(command): \(result.output)")
    #expect(result.output == "")
  }

  /// A path outside the library is looked for among the stories, and nowhere else.
  @Test(arguments: [
    "show /etc/passwd", "show ../../../etc/passwd", "list /etc", "search file:/etc/passwd", "show -",
  ])
  func noFileOutsideIsRead(_ command: String) throws {
    let result = try guest(command)
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(!result.errors.contains("root:"))
  }

  @Test(arguments: [
    "list", "search zebraword", "search okapiword", "show urn:desk:9", "show wire/early.json",
  ])
  func hiddenStoriesAreNotThere(_ command: String) throws {
    let result = try guest(command)
    for word in ["Zebra dispatch", "Okapi dispatch", "Zebraword.", "Okapiword."] {
      #expect(!result.output.contains(word) && !result.errors.contains(word), "\(command)")
    }
  }

  /// Configuration, library, index, marks and theme of the guest's environment are not read.
  @Test func theEnvironmentChoosesNothing() throws {
    _ = try program.write("config/newsroom/newsroom.toml", "theme = \"nonsense\"\nlibrary = \"/etc\"\n")
    let before = try program.home.names
    let result = try guest(
      "list", [],
      [
        "XDG_CONFIG_HOME": program.home.file("config"), "XDG_CACHE_HOME": program.home.file("cache"),
        "XDG_STATE_HOME": program.home.file("state"), "NEWSROOM_LIBRARY": "/etc", "TERMINFO": "/etc",
        "HOME": program.home.file("nowhere"), "TMPDIR": program.home.file("tmp"),
        "LC_ALL": "../../etc/passwd",
      ])
    #expect(result.status == 0 && result.lines.count == 3, "\(result.errors)")
    #expect(try program.home.names.subtracting(before) == ["index", "output", "errors"])
  }

  @Test func theHostsFileIsReadAndMustBeTheHosts() throws {
    let file = try program.write(
      "kiosk.toml",
      "[kiosk]\nname = \"The Room\"\nbanner = \"Welcome.\"\nidle = 5\nstory = \"lighthouse.md\"\n")
    #expect(try guest("list", ["--config", file]).status == 0)
    chmod(file, 0o666)
    let open = try guest("list", ["--config", file])
    #expect(open.status == 2 && open.errors.contains("others can write to"))
    #expect(try guest("list", ["--config", "/nonexistent"]).status == 2)
    let wrong = try program.write("wrong.toml", "[kiosk]\nidle = \"long\"\n")
    #expect(try guest("list", ["--config", wrong]).errors.contains("idle in [kiosk] takes minutes"))
  }

  @Test func optionsOfARoomNeedOne() throws {
    for options in [["--config", "x"], ["--marks", "x"], ["--idle", "1"], ["--session", "1"]] {
      #expect(try program.run(options + [library]).status == 2)
    }
    #expect(try guest("list", ["--script", "q"]).status == 2)
    #expect(try guest("list", ["--idle", "-1"]).status == 2)
    #expect(try program.run(["--kiosk"]).errors.contains("--kiosk needs a library"))
  }

  @Test func withoutATerminalTheReaderSaysSo() throws {
    let result = try guest(nil)
    #expect(result.status == 2 && result.errors.contains("connect with ssh -t"))
  }

  /// An account that can't write to the index opens only the copy, and says what is missing without one.
  @Test func theCopyAloneIsEnough() throws {
    #expect(try program.run(["index", "--public", "--index", index, library, "-q"]).status == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: program.home.file("index"))
    where !name.hasSuffix(".public") { Paths.remove(program.home.file("index/\(name)")) }
    let before = try FileManager.default.contentsOfDirectory(atPath: program.home.file("index"))
    #expect(before == ["i.sqlite.public"])
    #expect(try guest("list").lines.count == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.file("index")) == before)
  }

  @Test(.enabled(if: Sandbox.filterOffered && Sandbox.landlockOffered > 0, "this kernel has no sandbox"))
  func theSandboxCanBeRequired() throws {
    #expect(try guest("list", ["--sandbox", "require"]).status == 0)
    #expect(try program.run(["index", "--sandbox", "require", "--index", index, library]).status == 0)
    let read = try program.run(["--sandbox", "require", "--script", "shot", "--size", "80x24", library])
    #expect(read.status == 0 && read.output.contains("Harbour cities agree on a plan"), "\(read.errors)")
  }
}

/// The reader of a reading room in a real terminal.
@Suite(.enabled(if: TerminalSession.isAvailable, "tmux is not installed: `make test` installs it"))
struct KioskTerminalTests {
  private static func room(_ options: [String] = []) throws -> (Program, [String]) {
    let program = try Program()
    let index = program.home.file("index/i.sqlite")
    return (program, ["--kiosk", "--index", index] + options + [try program.library()])
  }

  @Test func itReadsInItsSandbox() throws {
    let (program, arguments) = try Self.room()
    let session = try TerminalSession(program, arguments, columns: 100, rows: 30)
    try session.wait(for: "Harbour cities agree on a plan")
    let status = try String(contentsOfFile: "/proc/\(try session.processID())/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1"))
    if Sandbox.filterOffered { #expect(status.contains("Seccomp:\t2")) }
    let variables = try String(contentsOfFile: "/proc/\(try session.processID())/comm", encoding: .utf8)
    #expect(variables.hasPrefix("newsroom"))
    try session.press("j", "Enter")
    try session.wait(for: "The ferry will sail again")
    try session.press("s", "C-z")
    try session.wait(for: "there is no shell behind it")
    try session.press("1")
    try session.wait(for: "She carried the lamp")
    try session.resize(columns: 60, rows: 12)
    try session.wait(for: "She carried the lamp")
    try session.press("Q")
    try session.wait(for: "ended with 0")
    #expect(try !program.home.names.contains(".local"))
  }

  @Test func anIdleSessionEnds() throws {
    let (program, arguments) = try Self.room(["--idle", "0.05"])
    let session = try TerminalSession(program, arguments, columns: 100, rows: 30)
    try session.wait(for: "This reader closes in")
    try session.wait(for: "closed after 3 seconds without a key")
    try session.wait(for: "ended with 0")
  }

  @Test func aTerminalThatIsNotKnownIsTreatedAsANearOne() throws {
    let (program, arguments) = try Self.room()
    let session = try TerminalSession(program, arguments, columns: 100, rows: 30, term: "xterm-nosuchkitty")
    try session.wait(for: "does not know your terminal, and treats it as xterm-256color")
    try session.press("q")
    try session.wait(for: "ended with 0")
    let strange = try TerminalSession(program, arguments, columns: 100, rows: 30, term: "nosuchthing")
    try strange.wait(for: "does not know the terminal that TERM names")
  }
}
