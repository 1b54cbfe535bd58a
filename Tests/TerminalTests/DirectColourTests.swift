import Foundation
import Screen
import System
import TestSupport
import Testing

@testable import Terminal

/// The descriptions of terminals that come with the program, compiled and used by curses.
@Suite struct DirectColourTests {
  private static var source: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Packaging/newsroom.terminfo").path
  }

  /// Every colour is sent as it is, with semicolons; the terminal's own sixteen, and black, are told apart.
  ///
  /// In a process of its own, because curses learns of the folder by the environment.
  @Test(.enabled(if: CursesDisplayTests.isDescribed, "xterm-256color is not described here"))
  func aTerminalThatSaysSoGetsEveryColour() async {
    await #expect(processExitsWith: .success) {
      let folder = try ScratchFolder()
      let status = try Spawn.run(["tic", "-x", "-o", folder.path, Self.source])
      precondition(status == 0)
      DirectColour.addDescriptions(in: folder.path)
      guard let terminal = PseudoTerminal(columns: 60, rows: 10) else { preconditionFailure() }
      let device = Descriptor(borrowing: terminal.device)
      for name in ["xterm-256color", "tmux-256color"] {
        let display = try Environment.$replacement.withValue(["TERM": name, "COLORTERM": "truecolor"]) {
          try CursesDisplay.open(input: device, output: device)
        }
        precondition(display.colours == .trueColour && display.substitute == nil)
        for (colour, sequence) in [
          (Colour(215, 0, 0), "38;2;215;0;0m"), (Colour(1, 2, 3), "38;2;1;2;3m"),
          (Colour(255, 255, 255), "38;2;255;255;255m"), (Colour(0, 0, 0), "38;2;0;0;16m"),
          (Colour(own: 3), "[33m"), (Colour(own: 12), "[94m"),
        ] {
          var frame = Frame(size: display.size)
          frame.write("Harbour", column: 2, row: 1, style: Style(foreground: colour))
          display.paint(frame)
          precondition(terminal.wait(for: sequence), sequence)
        }
        var frame = Frame(size: display.size)
        frame.write("Ferry", column: 2, row: 2, style: Style(background: Colour(253, 246, 227)))
        display.paint(frame)
        precondition(terminal.wait(for: "48;2;253;246;227m"))
        display.close()
      }
    }
  }

  /// Without the folder, the terminal's own description is used as before.
  @Test(.enabled(if: CursesDisplayTests.isDescribed, "xterm-256color is not described here"))
  func withoutTheDescriptionsThereAre256Colours() throws {
    try PseudoTerminal.alone {
      let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
      let device = Descriptor(borrowing: terminal.device)
      let display = try Environment.$replacement.withValue([
        "TERM": "xterm-256color", "COLORTERM": "truecolor",
      ]) {
        try CursesDisplay.open(input: device, output: device)
      }
      defer { display.close() }
      #expect(display.colours == .indexed256)
    }
  }
}
