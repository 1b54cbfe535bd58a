import Screen
import Testing

@testable import Terminal

@Suite struct ColourDepthTests {
  @Test(
    arguments: [
      ([:], .none), (["TERM": ""], .none), (["TERM": "dumb"], .none), (["TERM": "vt100"], .none),
      (["TERM": "xterm-mono"], .none),
      (["TERM": "xterm"], .ansi16), (["TERM": "linux"], .ansi16), (["TERM": "screen"], .ansi16),
      (["TERM": "xterm-256color"], .indexed256), (["TERM": "tmux-256color"], .indexed256),
      (["TERM": "xterm-kitty"], .indexed256),
      (["TERM": "xterm-direct"], .trueColour),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .trueColour),
      (["TERM": "xterm", "COLORTERM": "24bit"], .trueColour),
      (["TERM": "xterm", "COLORTERM": "yes"], .ansi16),
      (["TERM": "dumb", "COLORTERM": "truecolor"], .none),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], .none),
      (["TERM": "xterm-256color", "NO_COLOR": "", "COLORTERM": ""], .indexed256),
    ] as [([String: String], ColourDepth)])
  func theEnvironmentSaysHowManyColours(environment: [String: String], depth: ColourDepth) {
    #expect(ColourDepth.detect { environment[$0] } == depth)
  }

  /// 24-bit colours where the terminal says that it has them, and on terminals that are known; all others are
  /// left as they are: screen passes on what the terminal around it says, and takes the colours for blinking.
  @Test(
    arguments: [
      ("xterm-256color", "truecolor", "", .auto, "newsroom-xterm"),
      ("xterm", "24bit", "", .auto, "newsroom-xterm"), ("foot", "truecolor", "", .auto, "newsroom-xterm"),
      ("xterm-kitty", "truecolor", "", .auto, "newsroom-xterm"),
      ("tmux-256color", "truecolor", "", .auto, "newsroom-tmux"),
      ("xterm-256color", "", "", .auto, nil), ("xterm-256color", "yes", "", .auto, nil),
      ("xterm-256color", "truecolor", "1", .auto, nil), ("xterm-256color", "truecolor", "", .indexed, nil),
      ("xterm-256color", "", "", .direct, "newsroom-xterm"), ("xterm-256color", "", "1", .direct, nil),
      ("screen", "truecolor", "", .auto, nil), ("screen-256color", "truecolor", "", .direct, nil),
      ("linux", "truecolor", "", .auto, nil), ("vt100", "truecolor", "", .direct, nil),
      ("xterm-mono", "truecolor", "", .direct, nil), ("xterm-direct", "truecolor", "", .auto, nil),
      ("rxvt-unicode-256color", "truecolor", "", .auto, nil), ("dumb", "truecolor", "", .auto, nil),
    ] as [(String, String, String, DirectColour.Wish, String?)])
  func theDescriptionIsThatOfTheSameTerminal(
    name: String, claim: String, noColour: String, wish: DirectColour.Wish, description: String?
  ) {
    let environment = ["COLORTERM": claim, "NO_COLOR": noColour]
    #expect(DirectColour.description(of: name, wish) { environment[$0] } == description)
  }

  @Test(
    arguments: [
      (-1, [:], .none), (0, [:], .none), (2, [:], .none), (8, [:], .ansi16), (16, [:], .ansi16),
      (88, [:], .ansi16),
      (256, [:], .indexed256), (256, ["COLORTERM": "truecolor"], .indexed256),
      (1 << 24, ["TERM": "xterm-direct"], .trueColour), (1 << 24, ["TERM": "odd"], .trueColour),
      (1 << 24, ["TERM": "xterm-direct", "NO_COLOR": "1"], .none),
    ] as [(Int, [String: String], ColourDepth)])
  func cursesShowsWhatTheDescriptionHas(described: Int, environment: [String: String], depth: ColourDepth) {
    #expect(ColourDepth.detect(described: described) { environment[$0] } == depth)
  }
}
