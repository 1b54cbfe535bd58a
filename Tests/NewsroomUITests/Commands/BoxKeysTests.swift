import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Rows of the reader's own for what is over the panes.
@Suite struct BoxKeysTests {
  private func desk(
    _ rows: KeyBinding..., preset: KeyPreset = .standard, size: (Int, Int) = (80, 24)
  ) -> Desk {
    var keymap = Keymap(preset)
    for row in rows { #expect(keymap.bind(row) == nil, "\(row)") }
    return Desk(size: size, stories: Samples.many(30), keymap: keymap)
  }

  @Test func aKeyIsBoundInOneBoxAlone() {
    var desk = desk(KeyBinding("C-n", ["complete"], in: .search), KeyBinding("x", ["close"], in: .help))
    desk.press("/ d e s C-n")
    #expect(desk.state.prompt?.field.text == "desk:")
    desk.press("Esc ? x")
    #expect(desk.state.layers.isEmpty)
    // Elsewhere these keys are what they were.
    desk.press("d C-n")
    #expect(desk.state.picker?.index == 1)
    desk.press("Esc : x")
    #expect(desk.state.picker?.field.text == "x")
  }

  @Test func aGroupOfBoxesHasRowsTooAndOneOfThemComesFirst() {
    var desk = desk(
      KeyBinding("C-t", ["close"], in: .boxes), KeyBinding("C-t", ["choose"], in: .versions),
      KeyBinding("C-d", ["screen-down"], in: .choosing))
    for keys in ["/", "?", "d", ":", "@"] {
      desk.press(keys + " C-t")
      #expect(desk.state.layers.isEmpty, "\(keys)")
    }
    desk.press(": C-d")
    #expect((desk.state.picker?.index ?? 0) > 5)
    #expect(desk.state.keymap[.control("t"), in: Layer.Kind.versions]?.name == "choose")
  }

  @Test func sequencesAndMacrosWorkInBoxes() {
    var desk = desk(
      KeyBinding("C-x C-x", ["close"], in: .boxes), KeyBinding("z", ["letter-last", "scroll-up"], in: .help))
    desk.press("?")
    desk.press("C-x")
    #expect(desk.state.layer?.kind == .help && desk.state.pending == [.control("x")])
    let question = desk.requests.last
    desk.send(.keysAwaited([.control("x")]), to: question)
    #expect(desk.row(23).contains("Ctrl-X and then: Ctrl-X close"))
    desk.press("C-x")
    #expect(desk.state.layers.isEmpty && desk.state.pending.isEmpty)
    desk.press("? G")
    let last = desk.state.sheet?.top ?? 0
    desk.press("g z")
    #expect(desk.state.sheet?.top == last - 1)
    // Another key is taken by itself.
    desk.press("C-x g")
    #expect(desk.state.sheet?.top == 0)
  }

  /// "jk" as vim's users leave a line: either letter alone is typed.
  @Test func lettersOfASequenceAreTypedIfItDoesNotComeAbout() {
    var desk = desk(KeyBinding("j k", ["close"], in: .typing))
    desk.press("/ j k")
    #expect(desk.state.layers.isEmpty)
    desk.press("/ j j a j")
    #expect(desk.state.prompt?.field.text == "jja")
    desk.press("o")
    #expect(desk.state.prompt?.field.text == "jjajo")
    // The letter appears after half a second, as nothing followed.
    desk.press("j")
    desk.send(.keysAwaited([.character("j")]), to: desk.requests.last { $0.effect.name == "awaitKeys" })
    #expect(desk.state.prompt?.field.text == "jjajoj" && desk.state.pending.isEmpty)
    // What waits is gone with its line.
    desk.press("j C-c")
    #expect(desk.state.pending.isEmpty)
  }

  @Test func whatCannotBeIsRefused() {
    var keymap = Keymap.standard
    #expect(keymap.bind(KeyBinding("q", ["close"], in: .search)) == .typed(.character("q")))
    #expect(
      keymap.bind(KeyBinding("C-t", ["down"], in: .help))
        == .elsewhere(
          "down", places: "list, article, READ MORE"))
    #expect(keymap.bind(KeyBinding("C-t", ["close"])) == .inBoxes("close", tables: ["boxes"]))
    #expect(
      keymap.bind(KeyBinding("C-t", ["complete"], in: .help)) == .inBoxes("complete", tables: ["search"]))
    #expect(keymap.bind(KeyBinding("C-t", ["closs"], in: .help)) == .unknown("closs"))
    #expect(keymap.bind(KeyBinding("C-c", ["close"], in: .help)) == .fixed(.control("c")))
    #expect(keymap.bind(KeyBinding("C-t", ["close"], in: .help)) == nil)
    #expect(keymap.bind(KeyBinding("C-t", ["scroll-down"], in: .help)) == .taken(by: "close"))
    #expect(
      keymap.bind(KeyBinding("C-t x", ["scroll-down"], in: .help))
        == .tangled(
          with: "C-t", for: "close"))
    // Something always closes a box; refused rows changed nothing.
    #expect(keymap.bind(KeyBinding("Esc", [], in: .boxes)) == nil)
    #expect(keymap.bind(KeyBinding("C-g", [], in: .search)) == .noWayOut("search"))
    #expect(keymap[.control("g"), in: Layer.Kind.search]?.name == "close")
    #expect(keymap[.character("q"), in: Layer.Kind.search] == nil)
  }

  @Test func aLetterForAllBoxesHoldsWhereNothingIsTyped() {
    var desk = desk(KeyBinding("x", ["close"], in: .boxes))
    desk.press("? x")
    #expect(desk.state.layers.isEmpty)
    desk.press("/ x")
    #expect(desk.state.prompt?.field.text == "x")
    // In a list that begins to narrow once letters are typed, the keys that yield to typing may be letters.
    var other = self.desk(
      KeyBinding("t", ["choose-down"], in: .choosing), KeyBinding("j", [], in: .choosing))
    other.press("d t")
    #expect(other.state.picker?.index == 1)
    other.press("j t")
    #expect(other.state.picker?.field.text == "jt")
  }

  @Test func edgesBottomLineAndHelpShowTheReadersKeys() {
    var desk = desk(
      KeyBinding("F9", ["close"], in: .boxes), KeyBinding("F8", ["choose"], in: .choosing),
      KeyBinding("t", ["choose-down"], in: .choosing), KeyBinding("F7", ["accept"], in: .search),
      size: (80, 60))
    desk.press("d")
    #expect(desk.row(59).contains("F8 chooses") && desk.row(59).contains("F9 closes"), "\(desk.row(59))")
    #expect(desk.screen.contains("t/k move, type to narrow · Tab next list · F9 closes"))
    desk.press("F9 /")
    #expect(desk.row(59).contains("F7 keeps the results") && desk.row(59).contains("F9 closes"))
    desk.press("F9 ?")
    #expect(desk.screen.contains("F9 closes"))
    desk.press("/")
    desk.type("without doing anything")
    #expect(desk.screen.contains("F9, Esc, Ctrl-G"))
    desk.press("F9 F9 Enter f")
    if desk.state.layer?.kind == .hints { #expect(desk.row(59).contains("F9 cancels")) }
  }

  @Test func aCommandWithoutAKeyIsNotInTheHelp() {
    var keymap = Keymap.standard
    _ = keymap.bind(KeyBinding("C-n", ["complete"], in: .search))
    #expect(Commands.keyTable(keymap).flatMap(\.rows).allSatisfy { $0.name != "found-down" })
    #expect(Commands.keyTable().flatMap(\.rows).contains { $0.name == "found-down" })
  }

  /// Every layer can be named in newsroom.toml, and every command of layers be bound in a table.
  @Test func everyLayerHasATable() {
    #expect(Set(KeyBox.all.map(\.name)).count == KeyBox.all.count)
    for kind in Layer.Kind.allCases { #expect(KeyBox.all.contains { $0.kinds == [kind] }, "\(kind)") }
    for command in Commands.inLayers {
      let tables = KeyBox.tables(for: command.layers)
      #expect(tables.reduce(into: Set()) { $0.formUnion($1.kinds) } == command.layers, "\(command.name)")
    }
  }
}
