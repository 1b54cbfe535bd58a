import Foundation
import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// A book in a library: its chapters stand in their order, and lead to each other.
@Suite struct BookListTests {
  private func library(_ newsroom: TemporaryNewsroom) throws -> Library {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "StoryFormatsTests/Fixtures/Books")
    for name in ["winter-ferry.epub", "brattskar.epub"] {
      let bytes = try Data(contentsOf: fixtures.appending(path: name))
      try bytes.write(to: URL(filePath: newsroom.directory + "/" + name))
    }
    let library = try newsroom.library([EPUB()])
    try library.refreshed()
    return library
  }

  @Test func chaptersStandInTheirOrder() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let rows = try library.window(Query(), around: .first, before: 0, after: 20).rows
    #expect(
      rows.map(\.headline) == [
        "The quay", "Chapter 2: The ice", "Three oars", "Notes", "Fyret", "Lampan", "Dimman", "Slutet",
      ])
    #expect(rows.map(\.path).prefix(4).allSatisfy { $0 == "winter-ferry.epub" })
  }

  @Test func readMoreLeadsToTheNextChapterAndLinksLead() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let rows = try library.window(Query(), around: .first, before: 0, after: 20).rows
    let first = try library.open(rows[0].id)
    #expect(first.story.section == "The Winter Ferry")
    #expect(first.related.first?.listing?.id == rows[1].id)
    #expect(first.story.references.map(\.story).contains(rows[3].id))
    #expect(first.story.text.contains("the chapter went on in another file"))
    let second = try library.open(rows[1].id)
    let mate = try #require(second.story.references.first { $0.text == "the mate" })
    #expect(mate.story == rows[0].id && mate.anchor == "start")
  }
}
