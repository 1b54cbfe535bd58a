import ContentLibrary
import Foundation
import NewsroomUI
import Stories
import TestSupport
import Testing

@testable import newsroom

/// That the manual pages say what the program does.
@Suite struct ManualTests {
  private static let hasMandoc = Spawn.has("mandoc")

  @Test(.enabled(if: ManualTests.hasMandoc, "mandoc is not installed: `make test` installs it"))
  func mandocFindsNothingWrong() throws {
    let program = try Program()
    for arguments in [
      ["manual"], ["manual", "--settings"], ["manual", "--kiosk"], ["manual", "--language", "da"],
      ["manual", "--language", "sv"], ["manual", "--language", "de"],
    ] {
      let page = try program.write("page", try program.run(arguments).output)
      let output = program.home.file("lint")
      let status = try Spawn.run(["mandoc", "-T", "lint", page], output: output)
      #expect(status == 0)
      #expect(try program.home.text("lint") == "", "\(arguments)")
    }
  }

  @Test(.enabled(if: ManualTests.hasMandoc, "mandoc is not installed: `make test` installs it"))
  func everyCommandAndOptionIsInTheManual() throws {
    let program = try Program()
    let page = try program.write("page", try program.run(["manual"]).output)
    let output = program.home.file("text")
    #expect(try Spawn.run(["mandoc", "-T", "utf8", "-O", "width=76", page], output: output) == 0)
    // Bold and italic letters are struck twice.
    let struck = try program.home.text("text")
    var text = ""
    for character in struck.unicodeScalars {
      if character == "\u{8}" {
        text.unicodeScalars.removeLast()
      } else {
        text.unicodeScalars.append(character)
      }
    }
    for command in try CommandDescription.program().commands {
      #expect(text.contains("\n       \(command.name)"), "\(command.name)")
      let help = try program.run([command.name, "--help"]).output
      let words = help.split { " ,\n[]()|.;`".contains($0) }.map(String.init)
      let options = Set(words.filter { $0.hasPrefix("--") && $0.count > 2 })
      #expect(options.contains("--help"))
      for option in options { #expect(text.contains(option), "\(command.name) \(option)") }
    }
    for title in [
      "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "KEYS", "QUERIES", "FRONT MATTER", "JSON",
      "FILES",
      "ENVIRONMENT", "EXIT STATUS", "EXAMPLES", "SEE ALSO", "BUGS", "AUTHORS", "LICENCE",
    ] { #expect(text.contains("\n\(title)\n"), "\(title)") }
    for group in Commands.keyTable() { #expect(text.contains("\n   \(group.name)\n"), "\(group.name)") }
    #expect(text.contains("Ctrl-C"))
  }

  /// The whole file that newsroom.toml(5) shows is understood.
  @Test func theExampleOfTheSettingsIsRead() throws {
    let folder = try ScratchFolder()
    let settings = try Settings.load(try folder.write("newsroom.toml", text: SettingsPage.example))
    #expect(settings.notices == [])
    #expect(settings.theme == "paper-light" && settings.measure == 72 && settings.quitsAtOnce)
    #expect(settings.ignoring == ["drafts/", "*.bak"] && settings.links == .inside)
    #expect(settings.searches.map(\.name) == ["Chess", "Ferries", "New here"])
    for key in SettingKey.all { #expect(SettingsPage.text.contains("\\fB\(key.name)\\fR"), "\(key.name)") }
  }

  /// README's settings are understood as well.
  @Test func theSettingsInREADMEAreRead() throws {
    let readme = URL(fileURLWithPath: Program.content).deletingLastPathComponent()
      .appendingPathComponent("README.md")
    let blocks = try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "```toml\n")
      .dropFirst()
    #expect(!blocks.isEmpty)
    let folder = try ScratchFolder()
    for block in blocks {
      let text = try #require(block.components(separatedBy: "```").first)
      let settings = try Settings.load(try folder.write("newsroom.toml", text: text))
      #expect(settings.notices == [])
      #expect(settings.theme != nil || settings.library != nil)
    }
  }

  /// Every name of front matter that the manual gives changes something of the story.
  @Test func namesOfFrontMatterAreRead() throws {
    let program = try Program()
    let read = { (name: String, value: String) throws -> Data in
      let text = "---\n\(name): \(value)\n---\n\nThe text of a story about nothing.\n"
      var story = try program.run(["show", "--json", try program.write("a.md", text)]).object()
      // It is made from the bytes of a story that says nothing of itself.
      story["id"] = nil
      return try JSONSerialization.data(withJSONObject: story, options: .sortedKeys)
    }
    let plain = try read("nothing", "0")
    #expect(try read("nonsense", "https://example.org/x") == plain)
    for name in ManualText.frontMatterRows.flatMap(\.names) {
      let value =
        ["date", "published", "pubdate", "updated", "lastmod", "modified"].contains(name)
        ? "2016-03-29" : ["language", "lang", "locale"].contains(name) ? "da" : "https://example.org/x"
      #expect(try read(name, value) != plain, "\(name)")
    }
  }

  @Test func unitsRunTheProgramWithCommandsItHas() throws {
    for unit in [ServiceUnit.shared, ServiceUnit.own, ServiceUnit.digest] {
      let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
      let words = line.split(separator: " ").dropFirst().map(String.init)
      #expect(words.first == (unit == ServiceUnit.digest ? "digest" : "index"))
      let options = Set(words.filter { $0.hasPrefix("--") })
      let index = try CommandDescription.program().commands.first { $0.name == words.first }
      #expect(options.subtracting(index?.options.flatMap(\.names) ?? []) == [])
    }
  }
}
