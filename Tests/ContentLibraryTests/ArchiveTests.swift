import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Items that leave a feed stay in the library.
@Suite struct ArchiveTests {
  private let newsroom: TemporaryNewsroom
  private let feed = Slip(name: "feed", fileExtensions: ["feed"], keepsWhatLeaves: true)

  init() throws { newsroom = try TemporaryNewsroom() }

  private func items(_ numbers: [Int], text: String = "Text") -> String {
    numbers.map { "headline: Item \($0)\nguid: tag:\($0)\nseconds: \($0 * 100)\n\n\(text) \($0)" }
      .joined(separator: "\n=====\n")
  }

  private func headlines(_ library: Library) throws -> [String] {
    try library.rows().map(\.headline)
  }

  @Test func aFeedThatShrinksKeepsWhatItCarried() throws {
    let library = try newsroom.library([feed])
    try newsroom.write("news.feed", items([1, 2, 3]), modified: 100)
    try library.refreshed()
    try newsroom.write("news.feed", items([3, 4]), modified: 200)
    let summary = try library.refreshed()
    #expect(try headlines(library) == ["Item 4", "Item 3", "Item 2", "Item 1"])
    #expect((summary.added, summary.removed) == (1, 0))
    for row in try library.rows() {
      #expect(try library.open(row.id).story.text == "Text \(row.headline.suffix(1))")
    }
  }

  @Test func theIndexMayBeDeletedAndNothingIsLost() throws {
    let library = try newsroom.library([feed])
    for numbers in [[1, 2], [2, 3], [3, 4]] {
      try newsroom.write("news.feed", items(numbers), modified: Double(numbers[0]))
      try library.refreshed()
    }
    try newsroom.removeIndex()
    let again = try newsroom.library([feed])
    try again.refreshed()
    #expect(try headlines(again) == ["Item 4", "Item 3", "Item 2", "Item 1"])
  }

  @Test func pruningForgetsWhatTheFilesHoldNoMore() throws {
    let library = try newsroom.library([feed])
    try newsroom.write("news.feed", items([1, 2, 3]), modified: 100)
    try library.refreshed()
    try newsroom.write("news.feed", items([3]), modified: 200)
    try library.refreshed()
    #expect(try library.prune() == 2)
    #expect(try library.refreshed().stories == 1)
    #expect(try headlines(library) == ["Item 3"])
    #expect(try library.prune() == 0)
    try newsroom.removeIndex()
    let again = try newsroom.library([feed])
    #expect(try again.refreshed().stories == 1)
  }

  @Test func aFeedThatIsGoneForAMomentComesBackWhole() throws {
    let library = try newsroom.library([feed])
    try newsroom.write("news.feed", items([1, 2]), modified: 100)
    try library.refreshed()
    try newsroom.remove("news.feed")
    #expect(try library.refreshed().stories == 0)
    try newsroom.write("news.feed", items([2, 3]), modified: 200)
    #expect(try library.refreshed().stories == 3)
  }

  @Test func anItemThatChangesIsUpdatedAndKeepsItsLastWords() throws {
    let library = try newsroom.library([feed])
    try newsroom.write("news.feed", items([1, 2]), modified: 100)
    try library.refreshed()
    try newsroom.write("news.feed", items([1, 2], text: "Better text"), modified: 200)
    #expect(try library.refreshed().stories == 2)
    try newsroom.write("news.feed", items([2], text: "Better text"), modified: 300)
    try library.refreshed()
    let row = try #require(try library.rows().last)
    #expect(try library.open(row.id).story.text == "Better text 1")
  }

  @Test func anItemThatMovedToAnotherFeedIsNotDoubled() throws {
    let library = try newsroom.library([feed])
    try newsroom.write("monday.feed", items([1, 2]), modified: 100)
    try newsroom.write("tuesday.feed", items([2, 3]), modified: 200)
    try library.refreshed()
    try newsroom.write("monday.feed", items([1]), modified: 300)
    #expect(try library.refreshed().stories == 3)
  }

  @Test func aStoryOfAFeedIsOpenedAsItWasIndexed() throws {
    let library = try newsroom.library([feed])
    try newsroom.write("news.feed", items([1, 2]), modified: 100)
    try library.refreshed()
    let row = try #require(try library.rows().last)
    try newsroom.write("news.feed", "not yet written to its end", modified: 200)
    #expect(try library.open(row.id).story.text == "Text 1")
    try newsroom.removeArchive()
    try newsroom.write("news.feed", items([1, 2]), modified: 100)
    #expect(try newsroom.library([feed]).open(row.id).story.text == "Text 1")
  }

  @Test func anotherEditionOfAFormatReadsItsFilesAgain() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    try newsroom.library().refreshed()
    #expect(try newsroom.library().refreshed().unchanged == 1)
    let other = try newsroom.library([Slip(edition: "2")])
    let bytes = try other.refreshed().bytes
    #expect(bytes > 0)
    #expect(try other.refreshed().bytes == 0)
  }
}
