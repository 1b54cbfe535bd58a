import Foundation
import Stories
import StoryFormats
import TestSupport
import Testing

/// Books that newsroom writes: read back with equal stories, and valid by epubcheck where that is installed.
@Suite struct BookWriterTests {
  /// Stories of all formats, with their blocks of every kind.
  private var stories: [Story] {
    var seen: Set<StoryID> = []
    return PromiseTests.readings.flatMap(\.reading.stories)
      .filter { !$0.wire.isHeld && !$0.body.isEmpty && seen.insert($0.id).inserted }
  }

  private func book(_ stories: [Story], clips: [Clip] = []) -> BookWriter {
    var book = BookWriter(title: "The Courier & <friends>", now: Timestamp(seconds: 1_459_200_000))
    for (index, story) in stories.enumerated() { book.add(story, clips: index == 0 ? clips : []) }
    return book
  }

  private let clip = Clip(words: "Words & <signs>\n\nand more", note: "A note\n\u{1B}[31mof mine")

  @Test func aBookReadBackHasEqualStories() throws {
    let stories = stories
    try #require(stories.count > 100)
    let bytes = try #require(book(stories, clips: [clip]).bytes())
    let reading = EPUB().read(Source(path: "out.epub", bytes: bytes))
    #expect(reading.problems == [])
    expectPromises(reading)
    let read = Dictionary(reading.stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(read.count == stories.count)
    for story in stories {
      let again = try #require(read[story.id], "\(story.path) “\(story.headline)”")
      #expect(again.headline == story.headline)
      #expect(Self.letters(again.text) == Self.letters(story.text), "\(story.path)")
      #expect(again.bylines == story.bylines)
      #expect(again.published == story.published)
      #expect(again.section == story.section)
      #expect(again.format == "epub")
    }
  }

  /// The words without spaces, which HTML doesn't keep, and without what no page can have.
  private static func letters(_ text: String) -> [Character] {
    text.filter {
      !$0.isWhitespace && $0 != "\u{FFFD}"
        && !$0.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    .map(\.self)
  }

  @Test func linksBetweenStoriesLeadToChapters() throws {
    var one = Story(id: StoryID(identifier: "one"), path: "one.txt", format: "text", headline: "One")
    var other = Story(id: StoryID(identifier: "other"), path: "other.txt", format: "text", headline: "Other")
    one.references = [
      Reference(kind: .story, text: "there", target: "Other", naming: .headline, story: other.id)
    ]
    one.body = [Block(.paragraph([Inline("It is "), Inline("there", reference: 0)]))]
    other.body = [Block(.paragraph([Inline("Words.")]))]
    let bytes = try #require(book([one, other]).bytes())
    let stories = EPUB().read(Source(path: "out.epub", bytes: bytes)).stories
    #expect(stories[0].references[0].target == stories[1].slugs.last)
    #expect(stories[0].references[0].naming == .slug)
  }

  @Test func theMimetypeComesFirstAndIsStored() throws {
    let bytes = try #require(book([]).bytes())
    #expect(Array(bytes[26..<58]) == [8, 0, 0, 0] + "mimetypeapplication/epub+zip".utf8)
    #expect(bytes[8] == 0 && bytes[9] == 0)
    #expect(book([]).bytes() == bytes)
  }

  @Test func epubcheckFindsNothing() throws {
    // Debian's own command needs binfmt as well.
    let program = "/usr/share/java/epubcheck.jar"
    guard Spawn.has("java"), FileManager.default.fileExists(atPath: program) else {
      print("epubcheck and java are not installed: books are not checked by it")
      return
    }
    let folder = try ScratchFolder()
    let bytes = try #require(book(stories, clips: [clip]).bytes())
    let path = try folder.write("out.epub", bytes)
    let said = folder.file("said")
    let status = try Spawn.run(["java", "-jar", program, path], output: said, errors: said)
    let words = try folder.text("said").prefix(4_000)
    #expect(status == 0, "\(words)")
  }
}
