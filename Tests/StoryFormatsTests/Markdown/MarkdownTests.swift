import Stories
import StoryFormats
import Testing

private func story(_ text: String) -> Story? {
  Markdown().read(Source(path: "news/a-story.md", bytes: Array(text.utf8))).stories.first
}

@Test(arguments: [
  ("---\ntitle: \"Ferry reopens\"\n---\n# Ferry reopens\nText", "Ferry reopens", "Text"),
  ("+++\ntitle = 'Ferry reopens'\n+++\nText", "Ferry reopens", "Text"),
  ("# Ferry reopens\n\nText", "Ferry reopens", "Text"),
  ("Text", "A story", "Text"),
])
func theHeadlineComesFromTheFirstPlaceThatHasOne(text: String, headline: String, body: String) {
  #expect(story(text)?.headline == headline)
  #expect(story(text)?.text == body)
}

@Test func blocksKnowTheLineOfTheFile() {
  #expect(story("---\ntitle: T\n---\nOne\n\nTwo")?.body.map(\.line) == [4, 6])
}
