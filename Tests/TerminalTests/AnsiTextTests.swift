import Screen
import Terminal
import Testing

@Suite struct AnsiTextTests {
  static let red = Colour(255, 0, 0)

  @Test(arguments: [
    (ColourDepth.none, "\u{1B}[1mHi\u{1B}[0m"), (.ansi16, "\u{1B}[1;91;40mHi\u{1B}[0m"),
    (.indexed256, "\u{1B}[1;38;5;196;48;5;16mHi\u{1B}[0m"),
    (.trueColour, "\u{1B}[1;38;2;255;0;0;48;2;0;0;0mHi\u{1B}[0m"),
  ])
  func aStyleBecomesTheSequenceOfItsDepth(depth: ColourDepth, text: String) {
    let style = Style(foreground: Self.red, background: Colour(0, 0, 0), attributes: .bold)
    #expect(AnsiText.encode([("Hi", style)], depth: depth) == text)
  }

  @Test func plainRunsStayPlain() {
    #expect(AnsiText.encode([("a", Style()), ("b", Style())], depth: .trueColour) == "ab")
    #expect(AnsiText.encode([("a", Style(foreground: Self.red))], depth: .none) == "a")
    #expect(AnsiText.encode([], depth: .ansi16) == "")
  }

  @Test func everyAttributeHasItsNumber() {
    let all: Style.Attributes = [.bold, .dim, .italic, .underline, .reverse, .strike]
    #expect(
      AnsiText.encode([("x", Style(attributes: all))], depth: .none) == "\u{1B}[1;2;3;4;7;9mx\u{1B}[0m")
  }

  @Test func textCannotSendSequences() {
    let text = AnsiText.encode([("a\u{1B}]0;title\u{7}b\u{9B}31m\u{202E}c", Style())], depth: .trueColour)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }
}
