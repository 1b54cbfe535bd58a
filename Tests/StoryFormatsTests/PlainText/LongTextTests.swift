import Stories
import Testing

@testable import StoryFormats

@Suite struct LongTextTests {
  @Test func anExtremelyLongTextKeepsAllLines() throws {
    let lines = (0..<(LongText.maximumLines + 30)).map { "line \($0)" }
    let text = "A headline\n\n" + lines.joined(separator: "\n") + "\n"
    let long = LongText(text)
    #expect(long.lines.count == LongText.maximumLines + 1)
    let rest = try #require(long.rest)
    #expect(rest.lines.lowerBound == LongText.maximumLines + 1)
    #expect(rest.text.hasSuffix(lines.suffix(32).joined(separator: "\n") + "\n"))

    let content = PlainBody.content(of: text)
    let words = content.blocks.map(\.text).joined(separator: "\n")
    #expect(words.utf8.split(whereSeparator: { $0 <= 0x20 }).count == 2 * lines.count + 2)
  }

  @Test func aShorterTextHasNoRest() {
    #expect(LongText("").rest == nil)
    #expect(LongText("one\ntwo").lines.map(\.text) == ["one", "two"])
    let full = String(repeating: "a\n", count: LongText.maximumLines)
    #expect(LongText(full).rest == nil)
    #expect(LongText(full + " \n\n").rest == nil)
  }

  @Test(arguments: [
    ("• a", nil, "a"), ("-\u{A0}a", nil, "a"), ("– a", nil, "a"), ("12) a", 12, "a"), ("7. a", 7, "a"),
    ("+  a b", nil, "a b"),
  ])
  func bulletsAreRecognised(line: String, number: Int?, text: String) throws {
    let bullet = try #require(TextMarks.bullet(line))
    #expect(bullet.number == number && bullet.text == text)
  }

  @Test(arguments: [
    "", "a", "•a", "•\u{301} a", "•", "1234. a", "12.a", "12", "1.", "٣. a", "1\u{301}. a", "ab. c",
    "a" + String(repeating: "\u{301}", count: 100_000), "•" + String(repeating: "\u{301}", count: 100_000),
  ])
  func otherLinesHaveNoBullet(line: String) {
    #expect(TextMarks.bullet(line) == nil)
  }
}
