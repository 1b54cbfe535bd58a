import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Rows of the reader's own: sequences, panes, macros, numbers, and what help says of them.
@Suite struct KeymapTests {
  private func keymap(_ preset: KeyPreset = .standard, _ rows: KeyBinding...) -> Keymap {
    var keymap = Keymap(preset)
    for row in rows { #expect(keymap.bind(row) == nil, "\(row)") }
    return keymap
  }

  private func desk(_ keymap: Keymap, _ size: (Int, Int) = (80, 24)) -> Desk {
    var desk = Desk(size: size, stories: Samples.many(30), keymap: keymap)
    _ = desk.newEffects()
    return desk
  }

  @Test func aKeyRunsTheCommandItIsBoundTo() {
    var desk = desk(keymap(.standard, KeyBinding("W", ["last"]), KeyBinding("F6", ["first"])))
    desk.press("W")
    #expect(desk.state.list.index == 29)
    desk.press("F6")
    #expect(desk.state.list.index == 0)
    desk.press("G")
    #expect(desk.state.list.index == 29)
  }

  @Test func aSequenceWaitsForItsLastKeyAndSaysSo() {
    var desk = desk(keymap(.standard, KeyBinding("C-x C-s", ["toggle-saved"])))
    desk.press("C-x")
    #expect(desk.newEffects() == [])
    #expect(desk.row(23).hasSuffix("Ctrl-X …"))
    desk.press("C-s")
    #expect(desk.newEffects().contains { $0.name == "save" })
    #expect(!desk.row(23).contains("…"))
  }

  @Test func theKeysThatMayFollowAreShownAfterAWhile() {
    var desk = desk(keymap(.standard, KeyBinding("C-x C-s", ["toggle-saved"]), KeyBinding("C-x h", ["help"])))
    desk.press("C-x")
    let question = desk.requests.last
    #expect(question?.effect == .awaitKeys([.control("x")]) && question?.ticket != nil)
    desk.send(.keysAwaited([.control("x")]), to: question)
    #expect(desk.row(23).hasPrefix(" Ctrl-X and then: Ctrl-S toggle-saved · h help"))
    desk.press("h")
    #expect(desk.state.layer?.kind == .help)
    // Too late: the sequence is over.
    var other = self.desk(.standard)
    other.press("z t")
    other.send(.keysAwaited([.character("z")]), to: other.requests.first { $0.effect.name == "awaitKeys" })
    #expect(!other.row(23).contains("and then"))
    #expect(other.requests.contains { if case .cancel = $0.effect { true } else { false } })
  }

  @Test func aKeyThatDoesNotFitIsTakenByItself() {
    var desk = desk(keymap(.standard, KeyBinding("C-x C-s", ["toggle-saved"])))
    desk.press("C-x j")
    #expect(desk.state.list.index == 1 && desk.state.pending.isEmpty)
    // It may begin another sequence, and a number.
    desk.press("C-x z b")
    #expect(desk.state.list.offset > 1 && desk.state.pending.isEmpty)
    desk.press("C-x 3 j")
    #expect(desk.state.list.index == 4)
    // Esc gives the keys up and does nothing more.
    desk.press("Enter C-x Esc")
    #expect(desk.state.focus == .article && desk.state.pending.isEmpty)
    desk.press("C-x W")
    #expect(desk.row(23).hasPrefix(" “W” does nothing here"))
  }

  @Test func aRowOfAPaneHoldsThereAlone() {
    var desk = desk(
      keymap(.standard, KeyBinding("e", ["last"], in: .list), KeyBinding("j", ["up"], in: .article)))
    desk.press("e")
    #expect(desk.state.list.index == 29)
    desk.press("Enter e")
    #expect(desk.row(23).contains("does nothing") || desk.row(23).contains("opens the story"))
    desk.press("j")
    #expect(desk.row(23).contains("beginning"))
  }

  @Test func aKeyCanBeMadeToDoNothing() {
    var desk = desk(
      keymap(
        .standard, KeyBinding("s", []), KeyBinding("z", []), KeyBinding("g", []), KeyBinding("g g", ["last"]))
    )
    desk.press("s")
    #expect(desk.newEffects() == [])
    #expect(desk.row(23).contains("does nothing here"))
    desk.press("z")
    #expect(desk.state.pending.isEmpty)
    desk.press("g g")
    #expect(desk.state.list.index == 29)
  }

  @Test func aMacroRunsItsCommandsInOrder() {
    var desk = desk(
      keymap(.standard, KeyBinding("M", ["mark-read", "down"]), KeyBinding("W", ["down", "find", "down"])))
    desk.press("M M")
    #expect(desk.state.list.index == 2)
    #expect(desk.newEffects().count { $0.name == "mark" } == 2)
    // A number counts for the first command; a layer ends the macro.
    desk.press("5 W")
    #expect(desk.state.list.index == 7 && desk.state.layer?.kind == .search)
    var other = self.desk(keymap(.standard, KeyBinding("W", ["leave", "read", "outline"])))
    other.press("W")
    #expect(other.state.focus == .article)
    other = self.desk(keymap(.standard, KeyBinding("W", ["down", "outline"])))
    other.press("W")
    #expect(other.row(23).hasPrefix(" outline does not work here: article, READ MORE only."))
  }

  @Test func numbersCountEverywhereWhereTheyAreWanted() {
    var keys = Keymap.standard
    keys.counts = true
    var desk = desk(keys, (60, 16))
    desk.press("Enter 4 j")
    #expect(desk.state.article?.top == 4)
    desk.press("2")
    #expect(desk.row(15).hasSuffix(" 2"))
    desk.press("G")
    #expect(desk.state.article?.top == 1)
    // Without them a digit follows a link, as it always did.
    desk = self.desk(.standard, (60, 16))
    desk.press("Enter 4")
    #expect(desk.row(15).contains("Nothing here has the number 4."))
  }

  @Test func whatCannotStandBesideAnotherRowIsRefused() {
    var keymap = Keymap(.vim)
    #expect(keymap.bind(KeyBinding("C-x C-s", ["help"])) == nil)
    #expect(keymap.bind(KeyBinding("C-x", ["help"])) == .tangled(with: "C-x C-s", for: "help"))
    #expect(keymap.bind(KeyBinding("C-x C-s C-a", ["help"])) == .tangled(with: "C-x C-s", for: "help"))
    #expect(keymap.bind(KeyBinding("C-x C-s", ["quit"])) == .taken(by: "help"))
    #expect(keymap.bind(KeyBinding("a", ["qiut"])) == .unknown("qiut"))
    #expect(
      keymap.bind(KeyBinding("a", ["outline"], in: .list))
        == .elsewhere("outline", places: "article, READ MORE"))
    #expect(keymap.bind(KeyBinding("a", ["follow-number"])) == .needsDigit("follow-number"))
    #expect(keymap.bind(KeyBinding("C-c", ["help"])) == .fixed(.control("c")))
    // In a pane, its own row comes first; the refused ones changed nothing.
    #expect(keymap.bind(KeyBinding("C-x", ["first"], in: .list)) == nil)
    #expect(keymap[.control("x"), in: Pane.list]?.name == "first")
    #expect(keymap[.character("a"), in: Pane.list]?.name == "filter")
  }

  @Test func namesOfKeysAreReadAsPeopleWriteThem() throws {
    let same = [
      "C-x C-s": "Ctrl-X Ctrl-S", "M-x": "Alt-x", "S-Tab": "Shift-Tab", "Space": " ", "g g": " g  g ",
    ]
    for (one, other) in same {
      #expect(try KeySequence(reading: one) == KeySequence(reading: other), "\(one)")
    }
    #expect(throws: KeySequence.Fault.unknown("gg")) { try KeySequence(reading: "gg") }
    #expect(throws: KeySequence.Fault.empty) { try KeySequence(reading: "  ") }
    #expect(throws: KeySequence.Fault.long) { try KeySequence(reading: "a b c d e") }
    #expect(throws: KeySequence.Fault.unknown("C-é")) { try KeySequence(reading: "C-é") }
  }

  /// What help and manual call a key can be written in newsroom.toml.
  @Test func everyLabelIsAName() {
    let keys =
      (Commands.all + Commands.inLayers).flatMap { $0.keys + $0.sequences.flatMap(\.keys) }
      + KeyPreset.all.flatMap { $0.rows.flatMap(\.sequence.keys) }
    for key in Set(keys) {
      #expect(Key(name: key.label) == key, "\(key.label)")
      #expect(Key(name: key.name) == key, "\(key.name)")
    }
  }

  // MARK: What is said of them

  @Test func helpHintsAndPaletteShowTheReadersOwnKeys() {
    var desk = desk(
      keymap(.vim, KeyBinding("M", ["mark-read", "down"]), KeyBinding("F6", ["read"])), (80, 40))
    #expect(desk.row(39).contains("F6/") || desk.row(39).contains("F6 read"))
    desk.press("?")
    #expect(desk.row(2).contains("YOUR OWN"))
    #expect(desk.row(3).contains("M") && desk.row(3).contains("Mark as read; then: Down a row or line"))
    desk.press("/")
    desk.type("beginning")
    #expect(desk.screen.contains("g g, Home, <") && desk.screen.contains("Go to the beginning"))
    #expect(!desk.screen.contains("Half"))
    #expect(desk.row(39).hasPrefix(" /beginning"))
    desk.press("Enter")
    #expect(desk.state.layer?.kind == .help && desk.screen.contains("Go to the beginning"))
    desk.press("/ Esc")
    #expect(desk.row(2).contains("YOUR OWN"))
    desk.press("/")
    desk.type("zebra")
    #expect(desk.screen.contains("No key matches."))
    desk.press("Esc Esc :")
    desk.type("take the last mark")
    #expect(desk.screen.contains("Take the last mark back") && desk.screen.contains("  u "))
  }

  @Test func helpSpeaksOfTheKeysInSentences() {
    var desk = desk(keymap(.standard, KeyBinding("F2", ["help"]), KeyBinding("?", [])))
    desk.press("W")
    #expect(desk.row(23).hasPrefix(" “W” does nothing here; F2 shows every key."))
  }

  @Test(arguments: [(80, 24), (120, 36), (40, 12)])
  func helpFitsEverySize(_ size: (Int, Int)) {
    for preset in KeyPreset.all {
      var desk = desk(Keymap(preset), size)
      desk.press("F1")
      #expect(desk.state.layer?.kind == .help)
      desk.press("/")
      desk.type("quit")
      #expect(desk.row(size.1 - 1).hasPrefix(" /quit"), "\(desk.screen)")
      #expect(desk.screen.contains("PROGRAM"))
    }
  }
}
