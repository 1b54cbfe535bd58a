import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import newsroom

/// Words that the program does not know: commands, and names in newsroom.toml.
@Suite struct UnknownWordTests {
  @Test(arguments: [
    (["lst"], "no command or directory “lst”. Did you mean `list`?"),
    (["serach", "ferry"], "no command or directory “serach”. Did you mean `search`?"),
    (["Lsit", "--json"], "no command or directory “Lsit”. Did you mean `list`?"),
    (["help", "exprot"], "no command “exprot”. Did you mean `export`?"),
    (["help", "fly"], "no command “fly”. There are: read, list,"),
    (["list", "--jsn"], "unknown option '--jsn'. Did you mean '--json'?"),
  ])
  func aMistypedCommandGetsItsNeighbour(_ arguments: [String], answer: String) throws {
    let program = try Program()
    let result = try program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("newsroom: " + answer), "\(result.errors)")
  }

  @Test func commandsAreKnownByTheirOwnNames() {
    for (name, command) in Newsroom.commands { #expect(command.configuration.commandName == name) }
  }

  @Test func whatIsNoCommandAndNearNoneIsADirectory() throws {
    let program = try Program()
    let result = try program.run(["stories"])
    #expect(result.status == 2)
    #expect(!result.errors.contains("Did you mean"), "\(result.errors)")
    // A directory may be called like a slip.
    _ = try program.write("serach/one.md", "# One\n\nText of it.\n")
    #expect(try program.run(["serach", "--script", "shot"]).output.contains("One"))
  }

  @Test func aCommandSaysWhatInTheSettingsIsNotKnown() throws {
    let program = try Program(settings: "config")
    let library = try program.library()
    let path = try program.write(
      "config/newsroom/newsroom.toml", "measure = 60\nthem = \"mono\"\n[jsonk]\na = 1\n")
    let listed = try program.run(["list", library])
    #expect(listed.status == 0)
    #expect(listed.lines.count == 3)
    #expect(
      listed.errors == """
        newsroom: \(path):2:1: no setting “them”. Did you mean “theme”?
        newsroom: \(path):3:1: no table [jsonk]. Did you mean [jsonl]?

        """)
    let read = try program.run([library, "--script", "shot", "--size", "100x20"])
    #expect(read.status == 0)
    #expect(read.errors == "")
    #expect(read.output.contains("newsroom.toml:2:1: no setting “them”. Did you mean “theme”? (and 1 more"))
  }
}
