import Foundation
import TestSupport
import Testing

/// Libraries by the names that newsroom.toml gives them, in the shell and in a terminal.
@Suite struct NamedLibraryTests {
  private func named() throws -> Program {
    let program = try Program()
    let courier = try program.library()
    let old = program.home.file("old")
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    try Data("---\ntitle: From the cellar\n---\nAn old story.\n".utf8)
      .write(to: URL(fileURLWithPath: old + "/cellar.md"))
    _ = try program.write(
      ".config/newsroom/newsroom.toml",
      "[libraries]\nCourier = \"\(courier)\"\n\"Old paper\" = \"~/old\"\nGone = \"~/gone\"\n"
        + "Both = [\"\(courier)\", \"~/old\"]\n")
    return program
  }

  @Test func aNameStandsForItsDirectory() throws {
    let program = try named()
    #expect(try program.run(["list", "-L", "Old paper"]).output.contains("From the cellar"))
    #expect(try program.run(["list", "-L", "Courier"]).lines.count == 3)
    let screen = try program.run(["Old paper", "--script", "shot", "--size", "60x14"]).output
    #expect(screen.contains("From the cellar"))
    let gone = try program.run(["list", "-L", "Gone"])
    #expect(gone.status == 2 && gone.errors.contains("/gone"))
  }

  @Test func severalDirectoriesAreOneLibrary() throws {
    let program = try named()
    let (courier, old) = (try program.library(), program.home.file("old"))
    for arguments in [["-L", courier, "-L", old], ["-L", "Both"], ["-L", old, "-L", "Courier"]] {
      let list = try program.run(["list"] + arguments)
      #expect(list.lines.count == 4 && list.output.contains("From the cellar"), "\(arguments)")
    }
    let screen = try program.run([courier, old, "--script", "shot", "--size", "80x14"]).output
    #expect(screen.contains("From the cellar") && screen.contains("Harbour cities"))
    #expect(screen.contains("Both"), "the name of the library")
    #expect(try program.run(["stats", courier, old, "--json"]).output.contains("\"stories\": 4"))
    #expect(try program.run(["check", "Courier", old]).output.contains("old/cellar.md: "))
    #expect(try program.run(["show", "-L", "Both", "From the cellar"]).output.contains("An old story."))
    #expect(try program.run(["index", "-L", courier, "-L", old]).output.contains("4 stories"))
  }

  @Test func whatCanNotBeReadTogetherIsRefused() throws {
    let program = try named()
    let old = program.home.file("old")
    for (arguments, words) in [
      ([old, old + "/cellar.md"], "cellar.md is opened alone"),
      ([old, "-"], "standard input is opened alone"),
      ([old, program.home.file("nowhere")], "nowhere"), ([old, "Gone"], "/gone"),
    ] {
      let result = try program.run(arguments)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.errors)")
    }
    _ = try program.write(".config/newsroom/newsroom.toml", "[libraries]\nBad = [\"a\", 1]\nNone = []\n")
    let check = try program.run(["config", "check"])
    #expect(check.output.contains("Bad in [libraries] takes a directory or a list of them"))
    #expect(check.output.contains("None in [libraries]"))
  }

  @Test(.enabled(if: TerminalSession.isAvailable, "tmux is not installed: `make test` installs it"))
  func theReaderGoesFromOneToAnother() throws {
    let session = try TerminalSession(try named(), ["Courier"], columns: 100, rows: 30)
    try session.wait(for: "Harbour cities agree on a plan")
    try session.press("I")
    try session.wait(for: "Old paper")
    try session.press("g")
    try session.wait(for: "› g")
    try session.press("Enter")
    try session.wait(for: "an't read the directory")
    try session.press("I", "o", "l", "Enter")
    try session.wait(for: "From the cellar")
    try session.wait(toSee: "only the other library") { !$0.contains("Harbour cities") }
    try session.press("q")
    try session.wait(for: "ended with 0")
  }
}
