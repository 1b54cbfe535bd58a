import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// One story in several files: versions, corrections, kills, copies.
@Suite struct EditionTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func slip(_ version: Int?, _ headline: String, _ more: String = "", text: String = "Text") -> String
  {
    "headline: \(headline)\nguid: tag:ferry\nseconds: 1000\n"
      + (version.map { "version: \($0)\n" } ?? "") + more + "\n\(text) of \(headline)"
  }

  private func versions(_ library: Library) throws -> [String] {
    let row = try #require(try library.rows().first)
    return try library.open(row.id).related.filter { $0.reason == .version }.map(\.title)
  }

  @Test(arguments: [["1", "2", "3"], ["3", "2", "1"], ["2", "3", "1"]])
  func theNewestVersionIsTheStoryAndOlderOnesAreReachedFromIt(_ order: [String]) throws {
    let library = try newsroom.library()
    for (time, version) in order.enumerated() {
      try newsroom.write(
        "v\(version).slip", slip(Int(version), "Version \(version)"), modified: Double(100 + time))
      try library.refreshed()
    }
    #expect(try library.rows().map(\.headline) == ["Version 3"])
    #expect(try versions(library) == ["Version 2", "Version 1"])
    let row = try #require(try library.rows().first)
    let earlier = try #require(try library.open(row.id).related.compactMap(\.listing).last)
    let opened = try library.open(earlier.id)
    #expect(opened.story.headline == "Version 1")
    #expect(opened.story.text == "Text of Version 1")
    #expect(opened.related.filter { $0.reason == .version }.map(\.title) == ["Version 3", "Version 2"])
    #expect(opened.related.first { $0.title == "Version 3" }?.listing?.id == row.id)
  }

  @Test func whenTheNewestVersionGoesThePreviousOneReturns() throws {
    let library = try newsroom.library()
    for version in 1...3 { try newsroom.write("v\(version).slip", slip(version, "Version \(version)")) }
    try library.refreshed()
    try newsroom.remove("v3.slip")
    #expect(try library.refreshed().stories == 1)
    #expect(try library.rows().map(\.headline) == ["Version 2"])
    #expect(try versions(library) == ["Version 1"])
    try newsroom.write("v2.slip", "headline: Another story\n\nText", modified: 500)
    try library.refreshed()
    #expect(Set(try library.rows().map(\.headline)) == ["Version 1", "Another story"])
    try newsroom.remove("v1.slip")
    try library.refreshed()
    #expect(try library.rows().map(\.headline) == ["Another story"])
  }

  @Test func withoutVersionsTheLaterChangeAndThenTheNewerFileWins() throws {
    let library = try newsroom.library()
    try newsroom.write("a.slip", slip(nil, "First", "updated: 3000\n"), modified: 100)
    try newsroom.write("b.slip", slip(nil, "Second", "updated: 2000\n"), modified: 200)
    try library.refreshed()
    #expect(try library.rows().map(\.headline) == ["First"])
    try newsroom.write("c.slip", slip(nil, "Third", "updated: 3000\n"), modified: 300)
    try library.refreshed()
    #expect(try library.rows().map(\.headline) == ["Third"])
  }

  @Test func equalCopiesAreOneStory() throws {
    let library = try newsroom.library()
    for day in 1...5 { try newsroom.write("feed-\(day).slip", slip(nil, "The same"), modified: Double(day)) }
    #expect(try library.refreshed().stories == 1)
    #expect(try versions(library) == [])
    for day in 2...5 { try newsroom.remove("feed-\(day).slip") }
    try library.refreshed()
    #expect(try library.rows().map(\.path) == ["feed-1.slip"])
  }

  @Test func translationsWithOneIdentifierStayTwoStories() throws {
    let library = try newsroom.library()
    try newsroom.write("en.slip", slip(nil, "Ferry", "language: en\n"))
    try newsroom.write("da.slip", slip(nil, "Færge", "language: da\n"))
    #expect(try library.refreshed().stories == 2)
  }

  @Test func marksStayWithTheStoryThroughItsVersions() throws {
    let library = try newsroom.library()
    try newsroom.write("v1.slip", slip(1, "Version 1"))
    try library.refreshed()
    let first = try #require(try library.rows().first)
    try library.save(first.id, saved: true)
    try newsroom.write("v2.slip", slip(2, "Version 2"))
    let summary = try library.refreshed()
    #expect((summary.added, summary.changed, summary.stories) == (0, 1, 1))
    let row = try #require(try library.rows().first)
    #expect(row.id == first.id)
    #expect(row.isSaved)
    #expect(row.version == 2)
  }

  @Test func aKillTakesTheTextFromEveryVersion() throws {
    let library = try newsroom.library()
    try newsroom.write("v1.slip", slip(1, "Mayor sells harbour"))
    try newsroom.write(
      "v2.slip", slip(2, "Mayor sells harbour", "status: canceled\nnote: KILL: he did not\n"))
    try library.refreshed()
    let row = try #require(try library.rows().first)
    #expect(row.status == .canceled)
    #expect(row.teaser == "KILL: he did not")
    let opened = try library.open(row.id)
    #expect(opened.story.body.isEmpty)
    #expect(opened.story.wire.notes == ["KILL: he did not"])
    let earlier = try #require(opened.related.first { $0.reason == .version }?.listing)
    let before = try library.open(earlier.id).story
    #expect(before.wire.status == .canceled)
    #expect(before.body.isEmpty)
  }

  @Test func severalVersionsInOneFileAreOneStory() throws {
    let library = try newsroom.library()
    try newsroom.write(
      "all.slip",
      [slip(1, "Version 1"), slip(3, "Version 3"), slip(2, "Version 2")].joined(separator: "\n=====\n"))
    #expect(try library.refreshed().stories == 1)
    #expect(try library.rows().map(\.headline) == ["Version 3"])
    #expect(try versions(library) == ["Version 2", "Version 1"])
    let row = try #require(try library.rows().first)
    for related in try library.open(row.id).related {
      let listing = try #require(related.listing)
      #expect(try library.open(listing.id).story.headline == related.title)
    }
  }

  @Test func theIndexIsTheSameWhenRebuilt() throws {
    let library = try newsroom.library()
    for version in [2, 1, 3] { try newsroom.write("v\(version).slip", slip(version, "Version \(version)")) }
    try library.refreshed()
    let row = try #require(try library.rows().first)
    let before = try library.open(row.id).related.compactMap { $0.listing?.id }
    try newsroom.removeIndex()
    let again = try newsroom.library()
    try again.refreshed()
    #expect(try again.open(row.id).related.compactMap { $0.listing?.id } == before)
  }
}
