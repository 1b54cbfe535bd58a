import Stories
import StoryFormats
import Testing

/// An address that is defined once and used often must not cost its length at every use.
@Suite struct MarkdownLongAddressTests {
  private func story(_ text: String) throws -> Story {
    try #require(Markdown().read(Source(path: "a.md", bytes: Array(text.utf8))).stories.first)
  }

  /// No clock is used: without the bound, this would go through ten gigabytes.
  @Test func aLongAddressUsedOftenStaysAsWritten() throws {
    let address = "http://x.invalid/" + String(repeating: "x", count: 100_000)
    let story = try story(
      "# H\n\n[a]: \(address)\n\n[b]: /b\n\n" + String(repeating: "[a] ", count: 100_000) + "[b]")
    #expect(story.body.first?.text == "[a]: " + address)
    #expect(story.body.last?.text.hasSuffix("[a] [a] b") == true)
    #expect(story.references.last?.text == "b")
  }

  @Test func definitionsAtTheEndOfTheFileAreMeasuredToItsEnd() throws {
    let address = "http://x.invalid/" + String(repeating: "x", count: 10_000)
    let story = try story("# H\n\n" + String(repeating: "[a] ", count: 20_000) + "\n\n[a]: \(address)")
    #expect(story.body.last?.text == "[a]: " + address)
  }

  @Test func anAddressOfUsualLengthIsALink() throws {
    let address = "http://x.invalid/" + String(repeating: "x", count: 2_000)
    let story = try story("# H\n\n[a]: \(address)\n\nSee [a] and [the rest][a].")
    #expect(story.references.map(\.target) == [address, address])
  }
}
