import Foundation
import NewsroomUI
import Stories
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
    ("read_on = \"close\"", ["F:1:11: read_on takes \"open\" or \"end\" or \"never\". For example:"]),
    ("open_last = 1", ["F:1:13: open_last takes true or false. For example: open_last = false"]),
    ("density = \"tight\"", ["F:1:11: density takes \"normal\" or \"compact\". For example:"]),
    ("panes = [\"lst\"]", ["F:1:9: panes takes a list of \"list\", \"panel\". For example:"]),
    ("keys = \"vim\"", ["F:1:8: [keys] is a table. Write [keys] and, in a line below it, preset = \"vim\"."]),
    (
      "[keys]\npreset = \"vi\"",
      ["F:2:10: there is no preset “vi”. There are: default, vim, less, newsboat, emacs, aerc."]
    ),
    ("[keys]\ncounts = 1", ["F:2:10: counts takes true or false."]),
    ("[keys]\nM = \"mark-raed\"", ["F:2:5: there is no command “mark-raed”. Did you mean “mark-read”?"]),
    ("[keys]\nM = [\"mark-read\", 1]", ["F:2:5: a key takes a command, a list of commands or \"none\"."]),
    ("[keys]\nM = []", ["F:2:5: a key takes a command, a list of commands or \"none\"."]),
    ("[keys]\nSpcae = \"help\"", ["F:2:1: “Spcae” is no key. Did you mean “Space”?"]),
    (
      "[keys]\ngg = \"first\"",
      ["F:2:1: “gg” is no key. Write keys that follow each other with spaces: \"g g\"."]
    ),
    ("[keys]\n\"a b c d e\" = \"first\"", ["F:2:1: “a b c d e” has more than 4 keys."]),
    ("[keys]\nC-c = \"help\"", ["F:2:1: C-c means the same everywhere. Use another key."]),
    (
      "[keys]\n\"C-x C-s\" = \"help\"\nC-x = \"quit\"",
      ["F:3:1: C-x is the beginning of C-x C-s, which is bound to help. Change one of the two."]
    ),
    (
      "[keys]\nC-x = \"help\"\n\"C-x C-s\" = \"quit\"",
      ["F:3:1: C-x C-s begins with C-x, which is bound to help. Change one of the two."]
    ),
    (
      "[keys]\nC-a = \"help\"\nCtrl-A = \"quit\"",
      ["F:3:1: C-a has a row already, for help. Delete one of the two."]
    ),
    (
      "[keys.list]\nC-a = \"outline\"",
      ["F:2:7: outline works in these panes only: article, READ MORE. Move the line there."]
    ),
    ("[keys.panl]\nx = \"none\"", ["F:1:1: there is no pane or box “panl”. Did you mean [keys.panel]?"]),
    (
      "[keys.serach]\nC-n = \"complete\"",
      ["F:1:1: there is no pane or box “serach”. Did you mean [keys.search]?"]
    ),
    (
      "[keys.search]\nC-n = \"compelte\"",
      ["F:2:7: there is no command “compelte”. Did you mean “complete”?"]
    ),
    (
      "[keys.search]\nq = \"close\"",
      ["F:2:1: q is a letter that is typed there. Use C- or M- with a letter, or a key such as F6."]
    ),
    (
      "[keys]\nC-n = \"complete\"",
      ["F:2:7: complete works in what is over the panes only. Move the line to [keys.search]."]
    ),
    (
      "[keys.help]\nEsc = \"none\"\nC-g = \"none\"",
      ["F:3:1: nothing would close help any more. Bind another key to close first."]
    ),
    ("[keys.help]\nx = \"down\"", ["F:2:5: down works in these panes only: list, article, READ MORE."]),
    ("hints = \"sometimes\"", ["F:1:9: hints takes \"fade\" or \"always\" or \"never\"."]),
    ("colour = 256", ["F:1:10: colour takes \"auto\" or \"256\" or \"direct\"."]),
    ("[keys]\nx = \"follow-number\"", ["F:2:5: follow-number needs to know a digit."]),
  ])
  func everyFaultIsToldWithItsPlaceAndWhatToDo(text: String, said: [String]) throws {
    let (status, lines) = try check(text + "\n")
    #expect(status == 1)
    #expect(lines.count == said.count, "\(lines)")
    for (line, words) in zip(lines, said) { #expect(line.hasPrefix(words), "\(line)") }
  }

  @Test func rowsOfKeysThatAreInOrderHoldBesideBrokenOnes() throws {
    let path = try program.home.write(
      "keys.toml",
      text: """
        [keys]
        preset = "vim"
        counts = false
        M = ["mark-read", "down"]
        Q = "qiut"
        "C-x C-s" = "toggle-saved"
        [keys.article]
        "." = "page-down"
        [keys.panel]
        x = "none"
        [keys.search]
        C-o = ["complete", "complete"]
        [keys.choosing]
        C-t = "choose"
        """)
    let settings = Settings.read(path)
    #expect(settings.notices.map { $0.place?.line } == [5] && !settings.notices.contains(where: \.isFault))
    #expect(!settings.keymap.counts)
    #expect(
      settings.keys.map { "\($0.name) = \($0.value ?? "")" } == [
        "keys.preset = \"vim\"", "keys.counts = false", "keys.M = [\"mark-read\", \"down\"]",
        "keys.\"C-x C-s\" = \"toggle-saved\"", "keys.choosing.C-t = \"choose\"",
        "keys.article.\".\" = \"page-down\"",
        "keys.panel.x = \"none\"", "keys.search.C-o = [\"complete\", \"complete\"]",
      ])
    let shown = try program.inside(["config", "show", path])
    #expect(shown.output.contains("keys.preset = \"vim\""))
    let library = try program.library()
    _ = try program.home.write(".config/newsroom/newsroom.toml", text: program.home.text("keys.toml"))
    let reader = try program.inside(["--script", "", "--size", "120x24", library])
    #expect(reader.output.contains("newsroom.toml:5:5: there is no command “qiut”. Did you mean “quit”?"))
    // The other commands don't mind.
    #expect(try program.inside(["list", library]).status == 0)
  }

  @Test func everyCommandAndPresetIsInTheManual() {
    let page = SettingsPage.text
    for name in Keymap.commandNames {
      #expect(page.contains("\\fB\(name.replacing("-", with: "\\-"))\\fR"), "\(name)")
    }
    for preset in KeyPreset.all { #expect(page.contains("\\fB\(preset.name)\\fR")) }
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
