import Stories
import Testing

@Suite struct StoryIDTests {
  @Test func isSixteenDigitsThereAndBack() throws {
    let id = StoryID(rawValue: 0xAB)
    #expect(id.description == "00000000000000ab")
    #expect(StoryID("00000000000000ab") == id)
    #expect(StoryID(StoryID(identifier: "urn:x").description) == StoryID(identifier: "urn:x"))
  }

  @Test(arguments: [
    "", "ab", "00000000000000abc", "00000000000000g0", "+0000000000000ab", "-0000000000000ab",
  ])
  func isNothingElse(_ text: String) {
    #expect(StoryID(text) == nil)
  }

  /// The 128-bit vectors of draft-eastlake-fnv, appendix C: the empty string, "a" and "foobar".
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func theFingerprintIsFNV1a(_ text: String, _ hexadecimal: String) {
    #expect(String(Fingerprint(of: text.utf8).value, radix: 16) == hexadecimal)
  }
}

@Suite struct StoryTextTests {
  private func story(_ blocks: [Block]) -> Story {
    var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "A")
    story.body = blocks
    return story
  }

  @Test func wordsAreCountedInStandfirstAndBody() {
    var story = story([
      Block(.paragraph([Inline("Two "), Inline("words", marks: .strong)])),
      Block(.list(start: nil, [.init([Block(.paragraph([Inline("and\tthree\nmore")]))])])),
      Block(.rule),
    ])
    story.standfirst = "  A standfirst of five words "
    #expect(story.words == 10)
  }

  @Test func theTextHasSeparateBlocksAndNoMarkers() {
    let table = Block.Table(
      header: [[Inline("Port")], [Inline("Time")]], rows: [[[Inline("Malmö")], [Inline("9.12")]]])
    let text = story([
      Block(.heading(level: 2, [Inline("Times")])), Block(.table(table)),
      Block(.quote([Block(.paragraph([Inline("On time.")]))], attribution: "A. Berg")),
      Block(.code(language: nil, "x = 1")),
    ]).text
    #expect(text == "Times\n\nPort\tTime\nMalmö\t9.12\n\nOn time.\n\nx = 1")
  }

  @Test func theTeaserIsTheStandfirstElseTheFirstParagraph() {
    var story = story([Block(.heading(level: 2, [Inline("Part")])), Block(.paragraph([Inline("First.")]))])
    #expect(story.teaser == "First.")
    story.standfirst = "Under the headline."
    #expect(story.teaser == "Under the headline.")
    story.standfirst = nil
    story.body = []
    #expect(story.teaser == "")
  }

  @Test(arguments: [(0, 1), (238, 1), (356, 1), (357, 2), (1190, 5)])
  func readingTimeIsInWholeMinutes(words: Int, minutes: Int) {
    #expect(ReadingTime.minutes(words: words) == minutes)
  }
}
