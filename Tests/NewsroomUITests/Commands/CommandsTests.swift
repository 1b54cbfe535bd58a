import Screen
import Testing

@testable import NewsroomUI

@Test func noTwoCommandsShareAKeyInAPane() {
  #expect(Keymap.standard.clashes == [])
}

@Test func everyCommandHasItsOwnNameKeyAndHelp() {
  #expect(Set(Commands.all.map(\.name)).count == Commands.all.count)
  for command in Commands.all {
    let isBound =
      !command.standardKeys.isEmpty
      || KeyPreset.all.contains { preset in
        preset.rows.contains { $0.commands.contains(command.name) }
      }
    #expect(isBound || command.name.hasPrefix("mark-"), "\(command.name)")
    #expect(!command.panes.isEmpty, "\(command.name)")
    #expect(command.help.first?.isUppercase == true, "\(command.name)")
    #expect(Command.Group.allCases.contains(command.group))
  }
}

@Test func theHelpShowsEveryCommand() {
  for columns in [20, 36, 74] {
    let text = HelpSheet.lines(columns: columns).map { line in
      switch line {
      case .group(let name): name
      case .row(_, let help): help
      case .rest(let help): help
      case .blank: ""
      }
    }.joined(separator: " ")
    for command in Commands.all { #expect(text.contains(command.help), "\(command.name) at \(columns)") }
  }
}

@Test func theKeyTableHasARowForEachCommand() {
  let groups = Commands.keyTable()
  #expect(groups.map(\.name) == Command.Group.allCases.map(\.rawValue))
  let table = groups.flatMap(\.rows)
  #expect(table.map(\.help).sorted() == (Commands.all + Commands.inLayers).map(\.help).sorted())
  #expect(table.contains { $0.keys == ["Enter"] && $0.places == "list" })
  #expect(table.contains { $0.keys == ["1–9"] && $0.places == "article, READ MORE" })
  #expect(table.contains { $0.keys.contains("PgDn") && $0.places == nil })
}

@Test func theListsHintsBeginWithTheMostUseful() {
  let hints = Commands.hints(for: .list).prefix(3).map { "\($0.keys) \($0.words)" }
  #expect(hints == ["j/k move", "Enter read", "r read more"])
}

@Test func keysAreLabelledAsOnAKeyboard() {
  let labels: [(Key, String)] = [
    (.character(" "), "Space"), (.character("?"), "?"), (.control("c"), "Ctrl-C"), (.backTab, "Shift-Tab"),
    (.pageDown, "PgDn"), (.up, "↑"), (.function(5), "F5"),
  ]
  for (key, label) in labels { #expect(key.label == label) }
}

@Test func anUnknownKeySaysWhereTheKeysAre() {
  var desk = Desk(size: (60, 16))
  desk.press("W")
  #expect(desk.row(15).hasPrefix(" “W” does nothing here; ? shows every key."))
  desk.press("j")
  #expect(desk.row(15).hasPrefix(" j/k move"))
}

@Test func helpScrollsAndCloses() {
  var desk = Desk(size: (80, 24))
  desk.press("?")
  #expect(desk.row(2).contains("MOVING"))
  desk.press("G")
  #expect(desk.screen.contains("Quit"))
  desk.press("g Esc")
  #expect(desk.row(2).contains("Harbour cities"))
  #expect(!desk.screen.contains("MOVING"))
}

@Test func thePaletteRunsACommandFoundByItsWords() {
  var desk = Desk(size: (80, 24))
  desk.press(":")
  desk.type("reverse the order")
  desk.press("Enter")
  #expect(desk.row(0).contains("All desks · oldest first"))
}
