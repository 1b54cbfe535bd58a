import Foundation
import System
import TestSupport
import Testing

/// A reading room over a real sshd, with the configuration that comes with newsroom-kiosk(7).
@Suite(
  .serialized,
  .enabled(if: Sshd.isAvailable, "sshd, ssh or tmux is not installed: `make test` installs them"))
struct SshdTests {
  private let program: Program
  private let sshd: Sshd
  private let marks: String

  init() throws {
    program = try Program()
    let library = try program.library()
    let index = program.home.file("index/i.sqlite")
    marks = program.home.file("guests")
    try FileManager.default.createDirectory(atPath: marks, withIntermediateDirectories: true)
    #expect(try program.run(["index", "--public", "--index", index, library, "-q"]).status == 0)
    let file = try program.write("kiosk.toml", "[kiosk]\nbanner = \"Welcome to the room.\"\nidle = 1\n")
    sshd = try Sshd(
      program,
      command: [Program.binary, "--kiosk", "--config", file, "--index", index, "--marks", marks, library])
  }

  /// A shell in a terminal, in which ssh runs.
  private func session(_ options: [String] = [], key: String = "guest") throws -> SshSession {
    try SshSession(sshd, options: options, key: key, program: program)
  }

  @Test func opensReadsFollowsResizesAndQuits() throws {
    let session = try session()
    try session.terminal.wait(for: "Welcome to the room.")
    try session.terminal.wait(for: "Harbour cities agree on a plan")
    try session.terminal.press("j", "Enter")
    try session.terminal.wait(for: "The ferry will sail again")
    try session.terminal.press("1")
    try session.terminal.wait(for: "She carried the lamp")
    try session.terminal.resize(columns: 50, rows: 12)
    try session.terminal.wait(for: "She carried the lamp")
    try session.terminal.press("Q")
    try session.terminal.wait(for: "ended with 0")
  }

  /// Each key has marks of its own, and nothing else is written.
  @Test func eachKeyHasItsOwnMarks() throws {
    for key in ["guest", "guest", "other"] {
      let session = try session(key: key)
      try session.terminal.wait(for: "Harbour cities agree on a plan")
      try session.terminal.press("s")
      try session.terminal.wait(toSee: "saved or unsaved") {
        $0.contains(" Saved.") || $0.contains("No longer saved.")
      }
      try session.terminal.press("Q")
      try session.terminal.wait(for: "ended with 0")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: marks).filter { $0.hasSuffix(".sqlite") }
    #expect(files.count == 2)
    for name in files { #expect(name.utf8.count == 71 && name.dropLast(7).allSatisfy { $0.isHexDigit }) }
  }

  @Test func aDroppedConnectionLeavesNoReader() throws {
    let session = try session()
    try session.terminal.wait(for: "Harbour cities agree on a plan")
    let readers = try Self.readers(of: program)
    #expect(readers.count == 1)
    try session.drop()
    var left = readers
    for _ in 0..<40 where !left.isEmpty {
      Thread.sleep(forTimeInterval: 0.05)
      left = try Self.readers(of: program)
    }
    #expect(left.isEmpty, "the reader is there two seconds after its line")
  }

  @Test func commandsAreOpenAndNothingElse() throws {
    #expect(try sshd.run(["list"]).lines.count == 3)
    #expect(try sshd.run(["search", "ferry"]).status == 0)
    #expect(try sshd.run(["show", "'Ferry line to reopen in spring'"]).output.contains("sail again"))
    for command in [["sh"], ["id;", "list"], ["list;", "id"], ["/bin/sh", "-c", "id"], ["export", "all"]] {
      let result = try sshd.run(command)
      #expect(!result.output.contains("uid="), "\(command)")
      #expect(!result.errors.contains("uid="), "\(command)")
      #expect(result.status != 0, "\(command)")
    }
    let shown = try sshd.run(["show", "/etc/passwd"])
    #expect(shown.status == 1 && !shown.output.contains("root:"))
    #expect(try sshd.run(["sh"], ["-tt"]).output.contains("only the reader is here"))
  }

  @Test func filesCanNotBeCopied() throws {
    let target = sshd.folder.file("copied")
    #expect(try sshd.runCopy("scp", sshd.address + ":/etc/passwd", target) != 0)
    #expect(try sshd.runCopy("scp", "/etc/hostname", sshd.address + ":" + target) != 0)
    #expect(try sshd.run([], ["-s"], key: "guest").status != 0)
    let batch = try sshd.folder.write("batch", text: "get /etc/passwd \(target)\n")
    let options = sshd.client().dropFirst().dropLast().map { $0 == "-p" ? "-P" : $0 }
    #expect(
      try Spawn.run(["timeout", "30", "sftp"] + options + ["-b", batch, sshd.address]) != 0)
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test func nothingIsForwarded() throws {
    let listener = 20_000 + Int.random(in: 0..<20_000)
    for options in [
      ["-o", "ExitOnForwardFailure=yes", "-R", "127.0.0.1:\(listener):127.0.0.1:22"],
      ["-o", "ExitOnForwardFailure=yes", "-R", sshd.folder.file("socket") + ":127.0.0.1:22"],
      ["-W", "127.0.0.1:\(sshd.port)"], ["-w", "0:0", "-o", "ExitOnForwardFailure=yes"],
    ] {
      let result = try sshd.run(options.first == "-W" ? [] : ["list"], options)
      #expect(result.status != 0 || !result.output.contains("SSH-2.0"), "\(options)")
      #expect(!result.output.contains("SSH-2.0"), "\(options)")
    }
    #expect(!FileManager.default.fileExists(atPath: sshd.folder.file("socket")))
  }

  /// Variables that sshd would not pass on, and those that it does, choose no file.
  @Test func theEnvironmentChoosesNothing() throws {
    let result = try sshd.run(
      ["list"],
      ["-o", "SendEnv=XDG_CONFIG_HOME NEWSROOM_LIBRARY LC_ALL HOME SSH_ORIGINAL_COMMAND TERMINFO"],
      environment: [
        "XDG_CONFIG_HOME": "/etc", "NEWSROOM_LIBRARY": "/etc", "LC_ALL": "/etc/passwd", "TERMINFO": "/etc",
        "SSH_ORIGINAL_COMMAND": "export all",
      ])
    #expect(result.status == 0 && result.lines.count == 3, "\(result.errors)")
  }

  @Test(arguments: [(1, 1), (2, 2), (500, 200)])
  func anySizeIsDrawn(_ columns: Int, _ rows: Int) throws {
    let session = try session()
    try session.terminal.wait(for: "Harbour cities agree on a plan")
    try session.terminal.resize(columns: columns, rows: rows)
    try session.terminal.press("j", "Enter", "?", "Escape")
    try session.terminal.resize(columns: 100, rows: 30)
    try session.terminal.wait(for: "The ferry will sail again")
    try session.terminal.press("Q")
    try session.terminal.wait(for: "ended with 0")
  }

  /// The processes of a program's reading room.
  private static func readers(of program: Program) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter { pid in
      guard let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { return false }
      let words = String(decoding: bytes, as: UTF8.self).split(separator: "\0")
      return words.first.map { $0.hasSuffix("/newsroom") } == true && words.contains("--kiosk")
        && words.contains { $0.hasPrefix(program.home.path) }
    }
  }
}

/// ssh in a terminal.
struct SshSession {
  let terminal: TerminalSession

  init(_ sshd: Sshd, options: [String], key: String, program: Program) throws {
    terminal = try TerminalSession(
      program, command: sshd.client(["-tt"] + options, key: key), columns: 100, rows: 30)
  }

  /// Ends the client as a broken line does.
  func drop() throws { kill(try terminal.processID(), SIGKILL) }
}
