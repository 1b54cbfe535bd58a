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
