import Stories
import Testing

@testable import StoryFormats

/// Verse keeps its lines and how far they are indented, in a file of its own and in a feed's plain text.
@Suite struct VerseTests {
  private static let verse = """
    The tide came in
        and it was late
            and nobody saw
    The tide went out
        without a word
            and we stayed.
    """
  private static let kept = [
    "The tide came in", "\u{A0}\u{A0}\u{A0}\u{A0}and it was late",
    "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}and nobody saw", "The tide went out",
    "\u{A0}\u{A0}\u{A0}\u{A0}without a word",
    "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}and we stayed.",
  ]

  /// The lines of the paragraph that begins with some words.
  private func lines(of blocks: [Block], from start: String) -> [String] {
    for block in blocks {
      guard case .paragraph(let inlines) = block.kind else { continue }
      let text = inlines.map(\.text).joined()
      if text.hasPrefix(start) { return text.split(separator: "\n").map(String.init) }
    }
    return []
  }

  @Test func aFilesVerseKeepsItsIndents() throws {
    let text = "Harbour poem\n\nBy Anna Holm\n\n\(Self.verse)\n\nThen all the boats\n    turned round.\n"
    let reading = PlainText().read(Source(path: "a.txt", bytes: Array(text.utf8)))
    let story = try #require(reading.stories.first)
    #expect(lines(of: story.body, from: "The tide") == Self.kept)
  }

  @Test(arguments: ["    ", "\t"])
  func indentsAreKeptInPlainBodies(unit: String) {
    let text = Self.verse.replacing("    ", with: unit)
    #expect(lines(of: PlainBody.content(of: text).blocks, from: "The tide") == Self.kept)
  }

  @Test func indentsAreThoseBeyondTheMargin() {
    let text = Self.verse.split(separator: "\n").map { "   " + $0 }.joined(separator: "\n")
    #expect(lines(of: PlainBody.content(of: text).blocks, from: "The tide") == Self.kept)
  }

  @Test func aNarrowColumnOfProseIsStillJoined() {
    let text = """
        The harbour was quiet in the
      morning, and the first of the
      boats came home a little later
      than it had on other mornings.
        Nobody had seen the light on
      the island, they said, and the
      keeper had slept the whole way.
      """
    let found = lines(of: PlainBody.content(of: text).blocks, from: "The harbour")
    #expect(found.count == 1)
  }
}
