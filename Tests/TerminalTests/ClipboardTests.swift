import Foundation
import System
import Testing

@testable import Terminal

/// The clipboard sequence (OSC 52), plain and through tmux and screen.
@Suite struct ClipboardTests {
  @Test(arguments: ["", "a", "ab", "abc", "abcd", "Ærø — “tide”", String(repeating: "x", count: 1_000)])
  func theTextIsInBase64(_ text: String) {
    #expect(Base64.encoded(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }

  @Test func aTerminalGetsThePlainSequence() {
    #expect(Clipboard.sequence(for: "tide", through: .none) == Array("\u{1B}]52;c;dGlkZQ==\u{7}".utf8))
  }

  /// tmux gets it twice: for itself, and wrapped for the terminal outside, every escape doubled.
  @Test func tmuxGetsItForItselfAndToPassOn() {
    #expect(
      String(decoding: Clipboard.sequence(for: "tide", through: .tmux), as: UTF8.self)
        == "\u{1B}]52;c;dGlkZQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;dGlkZQ==\u{7}\u{1B}\\")
  }

  /// screen passes on short strings only; put together they are the plain sequence.
  @Test(arguments: [1, 170, 180, 5_000, 74_994])
  func screenGetsItInPieces(_ count: Int) {
    let text = String(repeating: "t", count: count)
    let sent = String(decoding: Clipboard.sequence(for: text, through: .screen), as: UTF8.self)
    let pieces = sent.components(separatedBy: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.utf8.count <= 250 })
    let whole = pieces.dropLast().map { $0.dropFirst(2) }.joined()
    #expect(Array(whole.utf8) == Clipboard.sequence(for: text, through: .none))
    #expect(whole.utf8.count <= 100_002)
  }

  @Test func theEnvironmentTellsWhatIsBetween() {
    #expect(Multiplexer.find { $0 == "TMUX" ? "/tmp/x,1,0" : nil } == .tmux)
    #expect(Multiplexer.find { $0 == "STY" ? "1.pts" : nil } == .screen)
    #expect(Multiplexer.find { _ in nil } == .none)
  }
}
