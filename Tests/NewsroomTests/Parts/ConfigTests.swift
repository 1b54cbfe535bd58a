import Foundation
import System
import TestSupport
import Testing

@testable import newsroom

/// `newsroom config`: files that are broken in thirty ways, and what is said of each.
@Suite struct ConfigTests {
  private let program: Program

  init() throws { program = try Program() }

  private func check(_ text: String) throws -> (status: Int32, lines: [String]) {
    let path = try program.home.write("broken.toml", text: text)
    let result = try program.inside(["config", "check", path])
    return (result.status, result.lines.map { $0.replacing(path, with: "F") })
  }

  @Test(arguments: [
    ("theme = paper-light", ["F:1:9: a text is put in quotation marks: theme = \"paper-light\""]),
    ("library = ~/Articles", ["F:1:11: a text is put in quotation marks: library = \"~/Articles\""]),
    ("theme = \"mono", ["F:1:14: the text has no end. Close it with \"."]),
    ("theme = 'mono", ["F:1:14: the text has no end. Close it with '."]),
    ("theme = “mono”", ["F:1:9: the quotation marks are curly. Use straight ones: \" or '."]),
    (
      "theme: \"mono\"",
      ["F:1:6: a line is name = value, [table] or # a comment."]
    ),
    (
      "theme \"mono\"",
      ["F:1:7: a line is name = value, [table] or # a comment."]
    ),
    ("theme", ["F:1:6: a line is name = value, [table] or # a comment."]),
    ("theme =", ["F:1:8: the value after the equals sign is missing."]),
    ("= \"mono\"", ["F:1:1: the name before the equals sign is missing."]),
    ("[searches", ["F:1:10: the name of a table has no end. Close it with ]."]),
    (
      "[searches]\nNew here = \"is:new\"",
      ["F:2:5: a name with spaces is put in quotation marks: \"New here\" = …"]
    ),
    ("q = \"quit\"\nq = \"back\"", ["F:2:5: this name is there twice. Delete one of the two lines."]),
    ("themes = \"mono\"", ["F:1:1: no setting “themes”. Did you mean “theme”?"]),
    (
      "theme = \"papr-light\"",
      ["F:1:9: no theme “papr-light”; did you mean “paper-light”? For example:"]
    ),
    ("theme = 1", ["F:1:9: theme takes the name of a theme. For example: theme = \"paper-light\""]),
    ("measure = \"wide\"", ["F:1:11: measure takes a number of columns. For example: measure = 72"]),
    ("\n  q   =   1", ["F:2:11: q takes \"back\" or \"quit\". For example: q = \"quit\""]),
    (
      "follow_symlinks = true",
      ["F:1:19: follow_symlinks takes \"never\" or \"inside\". For"]
    ),
    (
      "ignore = [1]",
      [
        "F:1:10: ignore takes a pattern or a list of patterns. For example: ignore = ["
      ]
    ),
    ("[serches]\nA = \"b\"", ["F:1:1: no table [serches]. Did you mean [searches]?"]),
    ("[jsonl]\nheadlin = \"kop\"", ["F:2:1: [jsonl] has no field “headlin”. Did you mean"]),
    (
      "[jsonl]\nheadline = 3",
      ["F:2:12: headline in [jsonl] takes a name or a list of names. For example:"]
    ),
    (
      "[searches]\nBoats = \"\"",
      ["F:2:9: Boats in [searches] takes a search, such as Boats = \"ferry desk:nordic\""]
    ),
    (
      "[searches]\nOdd = \"urgency:high\"",
      [
        "F:2:7: the search “Odd”: can't understand “urgency:high”: urgency: takes a number"
      ]
    ),
    ("[kiosk]\nidle = \"long\"", ["F:2:8: idle in [kiosk] takes minutes. For example: idle = 30"]),
    (
      "library = \"/nowhere/at/all\"",
      ["F:1:11: there is no directory /nowhere/at/all. Correct"]
    ),
    (
      "ignore = [\"a\",\n\"b\"",
      ["F:2:5: the file ends in the middle of a value. Close the list or the text that is open."]
    ),
    (
      "theme = paper\nmeasure = wide\nq = \"leave\"",
      [
        "F:1:9: a text is put in quotation marks: theme = \"paper\"",
        "F:2:11: a text is put in quotation marks: measure = \"wide\"",
        "F:3:5: q takes \"back\" or \"quit\". For example: q = \"quit\"",
      ]
    ),
    ("q = \"quit\" \"back\"", ["F:1:12: this is not TOML"]),
  ])
  func everyFaultIsToldWithItsPlaceAndWhatToDo(text: String, said: [String]) throws {
    let (status, lines) = try check(text + "\n")
    #expect(status == 1)
    #expect(lines.count == said.count, "\(lines)")
    for (line, words) in zip(lines, said) { #expect(line.hasPrefix(words), "\(line)") }
  }

  @Test func linesThatAreInOrderHoldBesideBrokenOnes() throws {
    let path = try program.home.write(
      "half.toml",
      text: "theme = mono\r\nmeasure = 50\r\n[searches]\r\nBoats \"tug\"\r\nQuays = \"harbour\"\r\n")
    let settings = Settings.read(path)
    #expect(settings.measure == 50 && settings.theme == nil)
    #expect(settings.searches.map(\.name) == ["Quays"])
    #expect(settings.notices.map { $0.place?.line } == [1, 4])
    #expect(throws: newsroom.Failure.self) { try Settings.load(path) }
  }

  @Test func aBrokenFileDoesNotStopTheReader() throws {
    let library = try program.library()
    _ = try program.home.write(".config/newsroom/newsroom.toml", text: "theme = mono\n")
    let reader = try program.inside(["--script", "", "--size", "120x24", library])
    #expect(reader.status == 0, "\(reader.errors)")
    #expect(reader.output.contains("newsroom.toml:1:9: a text is put in quotation marks"))
    let list = try program.inside(["list", library])
    #expect(list.status == 2)
    #expect(list.errors.contains("newsroom.toml:1:9: "))
  }

  @Test func aNewFileIsACommentThroughout() throws {
    let path = program.home.file("new/newsroom.toml")
    let made = try program.inside(["config", "init", path])
    #expect((made.status, made.output) == (0, "wrote \(path)\n"))
    let text = try program.home.text("new/newsroom.toml")
    #expect(text.split(separator: "\n").allSatisfy { $0.first == "#" && $0.count <= 110 })
    #expect(try program.inside(["config", "check", path]).status == 0)
    // It is never written over.
    let again = try program.inside(["config", "init", path])
    #expect(again.status == 1 && again.errors.contains("was not changed"))
    #expect(try program.inside(["config", "init", "-"]).output == text)
  }

  @Test func itsLinesAreSettingsWithoutTheMark() throws {
    let known = SettingKey.all.map { "# \($0.name) = " } + SettingTable.allCases.map { "# [\($0.rawValue)]" }
    var text = ""
    var isInTable = false
    for line in SettingsTemplate.text.split(separator: "\n") {
      if line.hasPrefix("# [") { isInTable = true }
      let isSetting = known.contains { line.hasPrefix($0) } || (isInTable && line.contains(" = "))
      text += (isSetting ? line.dropFirst(2) : line) + "\n"
    }
    let settings = Settings.read(try program.home.write("all.toml", text: text))
    #expect(settings.notices == [])
    #expect(Set(settings.written.keys) == Set(SettingKey.all.map(\.name)))
    #expect(settings.kiosk.idle == 30 && !settings.searches.isEmpty)
  }

  @Test func whatIsInForceIsShownWithItsSource() throws {
    let path = try program.home.write(
      "own.toml", text: "measure = 60\nignore = [\"a/\", \"b\"]\n[searches]\n\"New here\" = \"is:new\"\n")
    let shown = try program.inside(["config", "show", path])
    #expect(shown.status == 0)
    let lines = shown.lines.map {
      $0.split(separator: "  ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines.contains("measure = 60 # \(path):1"))
    #expect(lines.contains("ignore = [\"a/\", \"b\"] # \(path):2"))
    #expect(lines.contains("searches.\"New here\" = \"is:new\" # \(path):4"))
    #expect(lines.contains("# theme is not set"))
    let object = try program.inside(["config", "show", path, "--json"]).object()
    #expect((object["measure"] as? [String: Any])?["value"] as? String == "60")
  }

  @Test func aFileThatIsMissingIsMisuseOnlyIfItIsNamed() throws {
    #expect(try program.inside(["config", "check"]).status == 0)
    #expect(try program.inside(["config", "check", program.home.file("none.toml")]).status == 2)
    #expect(try program.inside(["config", "chekc"]).status == 2)
  }
}
