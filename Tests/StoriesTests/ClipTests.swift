import Stories
import Testing

@Suite struct ClipTests {
  @Test(arguments: [
    ("the ferry sails", "Today the  ferry\nsails again.", true), ("", "words", true), ("words", "", false),
    ("aab", "aaab", true), ("abab c", "ababab d", false), ("ababac", "abababac", true),
    ("end", "the end", true), ("The", "the end", false),
  ])
  func wordsAreFoundWhateverTheirSpaces(words: String, text: String, isIn: Bool) {
    #expect(Clip(words: words).isIn(text) == isIn)
  }

  /// It would not end if each place were compared anew.
  @Test func wordsThatAlmostMatchEverywhereAreSoonGivenUp() {
    let clip = Clip(words: String(repeating: "a", count: 19_999) + "b")
    #expect(!clip.isIn(String(repeating: "a", count: 2_000_000)))
    #expect(clip.isIn(String(repeating: "a", count: 2_000_000) + "b"))
  }
}
