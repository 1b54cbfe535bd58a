import ArgumentParser
import ContentLibrary
import Foundation
import Stories
import TestSupport
import Testing

@testable import newsroom

/// Finding the one story that a person names, inside the test process.
@Suite struct StoryFinderTests {
  private let reader: Reader
  private let library: Library

  init() throws {
    var stories = Reader.harbour
    stories["north/two.md"] = Reader.story("Two of a name", day: 1, "The one in the north.")
    stories["south/two.md"] = Reader.story("Two of a name", day: 2, "The other one, in the south of all.")
    reader = try Reader(stories)
    library = reader.library
    _ = try library.refresh()
  }

  private func finder(format: String? = nil) throws -> StoryFinder {
    let options = try LibraryOptions.parse([
      "--index", reader.folder.file("index"), "--library", reader.folder.file("stories"),
    ])
    return StoryFinder(
      options: options, freshness: try Freshness.parse([]), directory: nil,
      format: try format.map(Show.format(named:)))
  }

  private func failure(_ work: () throws -> Void) -> Failure? {
    do {
      try work()
      return nil
    } catch {
      return error as? Failure
    }
  }

  @Test func aPathAHeadlineOrAnIdNamesOne() throws {
    for words in ["lamp.md", "The last lamp"] {
      #expect(try StoryFinder.story(words, in: library).headline == "The last lamp", "\(words)")
    }
    let id = try StoryFinder.story("lamp.md", in: library).id
    #expect(try StoryFinder.story("\(id)", in: library).id == id)
  }

  @Test func severalStoriesOfOneNameAreListedById() throws {
    let failure = try #require(failure { _ = try StoryFinder.story("Two of a name", in: library) })
    #expect(failure.status == 1)
    #expect(failure.message.contains("north/two.md") && failure.message.contains("south/two.md"))
  }

  @Test func aMissingStoryIsReported() throws {
    let failure = try #require(failure { _ = try StoryFinder.story("nothing of the kind", in: library) })
    #expect(failure.message.contains("no story has the path, id or headline"))
    let file = try #require(self.failure { _ = try StoryFinder.story("not/there.md", in: library) })
    #expect(file.message.contains("there is no such file"))
  }

  @Test func aFileOutsideALibraryIsReadAlone() throws {
    try reader.folder.write("alone/page.md", text: Reader.story("Alone", day: 3, "A story by itself."))
    let reading = try StoryFinder.reading(ofFile: reader.folder.file("alone/page.md"), format: nil)
    #expect(reading.stories.map(\.headline) == ["Alone"])
    let missing = failure {
      _ = try StoryFinder.reading(ofFile: reader.folder.file("alone/none.md"), format: nil)
    }
    #expect(missing != nil)
  }

  @Test func aGivenFormatIsUsed() throws {
    let path = reader.folder.file("stories/lamp.md")
    let found = try finder(format: "text").find(path)
    #expect(found.story.format == "text")
    #expect(found.text.contains("title: The last lamp"))
    #expect(!found.explanation.isEmpty)
    let several = reader.folder.file("several.jsonl")
    try reader.folder.write(
      "several.jsonl",
      text: "{\"headline\": \"One\", \"body\": \"a\"}\n{\"headline\": \"Two\", \"body\": \"b\"}\n")
    let failure = try #require(failure { _ = try finder(format: "jsonl").find(several) })
    #expect(failure.message.contains("contains 2 stories"))
  }
}
