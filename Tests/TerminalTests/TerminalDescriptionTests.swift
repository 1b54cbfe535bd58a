import Screen
import Testing

@testable import Terminal

@Suite struct TerminalDescriptionTests {
  @Test(arguments: [
    "xterm", "xterm-256color", "screen.xterm-256color", "rxvt-unicode", "9term", "xterm+sl_x",
  ])
  func namesOfTerminals(name: String) {
    #expect(TerminalDescription.isName(name))
  }

  @Test(arguments: [
    "", ".", "../../../../etc/passwd", "xterm\n", "xterm\u{1B}]0;t\u{7}", "%s%n", "a b", "é", "x/y",
    String(repeating: "x", count: 65),
  ])
  func invalidNamesAreNotLookedUp(name: String) {
    #expect(!TerminalDescription.isName(name))
  }

  @Test(arguments: [
    ("\u{1B}[m\u{F}$<2>", "\u{1B}[m\u{F}"), ("a$<50/>b$<1*>c", "abc"), ("$<", "$<"), ("a$b<c>", "a$b<c>"),
    ("", ""),
  ])
  func delaysAreRemoved(string: String, kept: String) {
    #expect(TerminalDescription.withoutDelays(Array(string.utf8)) == Array(kept.utf8))
  }

  @Test(arguments: [
    (0, 0, Size(columns: 80, rows: 24)), (0, 24, Size(columns: 80, rows: 24)),
    (1, 1, Size(columns: 1, rows: 1)),
    (120, 0, Size(columns: 120, rows: 24)), (65_535, 65_535, Size(columns: 1_000, rows: 500)),
    (200, 50, Size(columns: 200, rows: 50)),
  ])
  func sizesAreSensible(columns: Int, rows: Int, size: Size) {
    #expect(TerminalSize.sensible(columns: columns, rows: rows) == size)
  }

  @Test func asciiTerminalsGetTheNearestCharacter() {
    let text = "“Så” – ‘ja’ │ ┌─┐ ● 漢\u{A0}"
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.map { CharacterSet.ascii.shown($0) }))
    #expect(shown == "\"S?\" - 'ja' | +-+ * ? ")
    #expect(CharacterSet.utf8.shown("漢") == "漢")
  }

  @Test(arguments: [
    TerminalError.outputIsNoTerminal, .noKeyboard, .unnamed, .unknown, .tooSimple, .refused(errno: 24),
  ])
  func errorsAreOnePlainLine(error: TerminalError) {
    #expect(error.description.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    #expect(error.description.count > 20)
  }
}
