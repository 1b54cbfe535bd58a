import Stories
import Testing

@Test func imagesAndLinksAreFoundAnywhereInAStory() {
  var story = Story(id: StoryID(content: "a".utf8), path: "a.md", format: "markdown", headline: "A")
  #expect(story.parts.isEmpty)
  story.references = [Reference(kind: .story, text: "Read more", naming: .nothing)]
  #expect(story.parts.isEmpty)
  story.references.append(
    Reference(kind: .outside, text: "here", target: "https://example.org/", naming: .url))
  #expect(story.parts == [.link])
  let figure = Block(.figure(caption: [Inline("A quay")], source: nil))
  story.body = [Block(.quote([Block(.list(start: nil, [Block.Item([figure])]))], attribution: nil))]
  #expect(story.parts == [.link, .image])
  story.references = []
  story.teasers = [Teaser(title: "B")]
  #expect(story.parts == [.link, .image])
}
