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
      "[libraries]\nCourier = \"\(courier)\"\n\"Old paper\" = \"~/old\"\nGone = \"~/gone\"\n")
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
