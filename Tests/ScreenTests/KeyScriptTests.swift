import Screen
import Testing

@Suite struct KeyScriptTests {
  @Test(arguments: [
    ("j", [KeyScript.Step.key(.character("j"))]), ("", []), ("  \n ", []),
    ("j*3 Enter", [.key(.character("j")), .key(.character("j")), .key(.character("j")), .key(.enter)]),
    (
      "Space BSpace Backspace NPage PgDn",
      [.key(.character(" ")), .key(.backspace), .key(.backspace), .key(.pageDown), .key(.pageDown)]
    ),
    ("text:a_b", [.key(.character("a")), .key(.character(" ")), .key(.character("b"))]),
    (
      "size:100x30 shot C-d F5 S-Tab",
      [.size(Size(columns: 100, rows: 30)), .shot, .key(.control("d")), .key(.function(5)), .key(.backTab)]
    ),
    ("* / ?", [.key(.character("*")), .key(.character("/")), .key(.character("?"))]),
  ])
  func reads(_ script: String, _ steps: [KeyScript.Step]) throws {
    #expect(try KeyScript.parse(script) == steps)
  }

  @Test(arguments: [
    "Nonsense", "j*-1", "j*x", "j*10001", "size:80", "size:0x24", "size:axb", "C-", "C-1", "F99", "shots",
    "F+5", "F05",
    "j*+3", "j*", "size:+80x24", "size:80x24x2", "size:80x99999999999999999999", "j*50000",
  ])
  func refuses(_ word: String) {
    #expect(throws: KeyScript.Misunderstanding(word: word)) { try KeyScript.parse("j " + word) }
  }

  @Test func everyNameReadsBackAsItsKey() {
    let keys: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp,
      .pageDown, .home,
      .end, .function(12), .control("z"), .character(" "), .character("q"), .character("ö"),
    ]
    for key in keys { #expect(Key(name: key.name) == key) }
  }

  @Test func aScriptedDisplayGivesMailFirstAndThenTheSteps() throws {
    var letters = 1
    var display = ScriptedDisplay(
      steps: try KeyScript.parse("j shot size:20x5"), size: Size(columns: 10, rows: 2), colours: .none
    ) {
      defer { letters = 0 }
      return letters > 0
    }
    #expect(display.next(watching: nil) == [.mail])
    var frame = Frame(size: display.size)
    frame.write("one", column: 0, row: 0, style: Style())
    display.paint(frame)
    #expect(display.next(watching: nil) == [.key(.character("j"))])
    #expect(display.next(watching: nil) == [.resized(Size(columns: 20, rows: 5))])
    #expect(display.next(watching: nil) == [.ended(signal: 0)])
    #expect(display.shots.map(\.picture) == ["one\n"])
  }

  @Test func theLastScreenIsShownEvenIfNobodyAsked() throws {
    var display = ScriptedDisplay(
      steps: try KeyScript.parse("shot q"), size: Size(columns: 9, rows: 1), colours: .trueColour
    ) { false }
    for word in ["first", "second"] {
      var frame = Frame(size: display.size)
      frame.write(word, column: 0, row: 0, style: Style())
      display.paint(frame)
      _ = display.next(watching: nil)
    }
    #expect(display.shots.map(\.picture) == ["first", "second"])
  }

  @Test func sizesInAScriptAreKeptInBounds() throws {
    var display = ScriptedDisplay(
      steps: try KeyScript.parse("size:65535x65535"), size: Size(columns: 0, rows: 0), colours: .none
    ) { false }
    #expect(display.size == Size(columns: 1, rows: 1))
    #expect(display.next(watching: nil) == [.resized(Size(columns: 1_000, rows: 500))])
  }

  @Test func longScriptsAreRefused() {
    let script = Array(repeating: "j*10000", count: 11).joined(separator: " ")
    #expect(throws: KeyScript.Misunderstanding(word: "j*10000")) { try KeyScript.parse(script) }
  }
}

@Suite struct PaletteTests {
  @Test(arguments: [
    (Colour(0, 0, 0), 16, 0), (Colour(255, 255, 255), 231, 15), (Colour(255, 0, 0), 196, 9),
    (Colour(95, 135, 175), 67, 8),
    (Colour(128, 128, 128), 244, 8), (Colour(8, 8, 8), 232, 0), (Colour(0, 205, 0), 40, 2),
  ])
  func coloursAreReducedToTheNearest(_ colour: Colour, indexed: UInt8, ansi: UInt8) {
    #expect(Palette.indexed256(colour) == indexed)
    #expect(Palette.ansi16(colour) == ansi)
  }
}
