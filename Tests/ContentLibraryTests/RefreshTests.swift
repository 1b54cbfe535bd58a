import Database
import Foundation
import Stories
import Testing

@testable import ContentLibrary

@Suite struct RefreshTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  @Test func aMissingDirectoryDoesNotCountAsEmpty() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    try FileManager.default.removeItem(atPath: newsroom.directory)
    for _ in 0..<2 {
      #expect(throws: LibraryError.noDirectory(path: library.identity)) { try library.refresh() }
    }
    #expect(try library.count() == 1)
  }

  @Test func storiesAreAddedChangedAndRemoved() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    try newsroom.write("b.slip", "headline: Two\n\nText")
    try newsroom.write("picture.jpg", "no story")
    let library = try newsroom.library()
    let first = try library.refreshed()
    #expect((first.added, first.changed, first.removed, first.skipped, first.stories) == (2, 0, 0, 1, 2))
    try newsroom.write("a.slip", "headline: One, amended\n\nText", modified: 1_000)
    try newsroom.remove("b.slip")
    try newsroom.write("c.slip", "headline: Three\n\nText")
    let second = try library.refreshed()
    #expect((second.added, second.changed, second.removed, second.stories) == (1, 1, 1, 2))
    #expect(second.changedAnything)
    #expect(Set(try library.rows().map(\.headline)) == ["One, amended", "Three"])
  }

  @Test func unchangedTreeIsNeitherReadNorWritten() throws {
    for number in 0..<20 { try newsroom.write("\(number % 3)/\(number).slip", "headline: \(number)\n\nText") }
    try newsroom.write("picture.jpg", "no story")
    let library = try newsroom.library()
    try library.refreshed()
    let witness = try DatabaseQueue(path: newsroom.indexPath)
    let before = try witness.read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    let summary = try library.refresh()
    #expect((summary.bytes, summary.unchanged, summary.skipped) == (0, 20, 1))
    #expect(!summary.changedAnything)
    #expect(try witness.read { try Int.fetchOne($0, sql: "PRAGMA data_version") } == before)
  }

  @Test func aTouchedButEqualFileIsUnchanged() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    try newsroom.touch("a.slip", 5_000)
    let touched = try library.refreshed()
    #expect((touched.unchanged, touched.changedAnything) == (1, false))
    #expect(touched.bytes > 0)
    #expect(try library.refreshed().bytes == 0)
  }

  @Test func changedDatesMoveTheStoryAndItsCounter() throws {
    try newsroom.write("a.slip", "headline: One\nseconds: 86400\nsection: Nordic\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    for (step, seconds) in ["-62135596800", "9223372036854775807", "-9223372036854775808", "", "0"]
      .enumerated()
    {
      try newsroom.write(
        "a.slip", "headline: One\nseconds: \(seconds)\nsection: Nordic \(step)\n\nText",
        modified: Double(step))
      let summary = try library.refreshed()
      #expect((summary.changed, summary.stories) == (1, 1))
      #expect(try library.facets(.desk) == [FacetCount(Facet(.desk, "Nordic \(step)"), total: 1, unread: 1)])
    }
  }

  @Test func manyStoriesOfOneFileFollowItsChanges() throws {
    let text = { (range: ClosedRange<Int>) in
      range.map { "headline: Part \($0)\n\nText" }.joined(separator: "\n=====\n")
    }
    try newsroom.write("a.slip", text(1...5))
    let library = try newsroom.library()
    #expect(try library.refreshed().added == 5)
    let third = try #require(try library.rows().first { $0.headline == "Part 3" })
    try newsroom.write("a.slip", text(3...4), modified: 9)
    let summary = try library.refreshed()
    #expect((summary.changed, summary.removed, summary.stories) == (0, 3, 2))
    #expect(try library.rows().contains { $0.id == third.id })
    #expect(try library.open(third.id).story.headline == "Part 3")
  }

  @Test func aStoppedRefreshKeepsItsWorkAndContinues() throws {
    for number in 0..<200 { try newsroom.write("\(number).slip", "headline: \(number)\n\nText") }
    let library = try newsroom.library()
    let part = try library.refreshed { $0.filesDone >= 60 ? .stop : .goOn }
    #expect(part.stories == 60)
    #expect(try library.rows().count == 60)
    let whole = try library.refreshed()
    #expect((whole.added, whole.stories) == (140, 200))
  }

  @Test func refreshStoppedAtOnceDoesNothing() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    try newsroom.remove("a.slip")
    #expect(try library.refreshed { _ in .stop }.stories == 1)
  }

  @Test func firstBatchIsSeenWhileTheRestIsRead() throws {
    for number in 0..<300 { try newsroom.write("\(number).slip", "headline: \(number)\n\nText") }
    let library = try newsroom.library()
    let reader = try newsroom.library()
    var seen: [Int] = []
    try library.refreshed {
      if $0.filesDone == 50 { seen.append((try? reader.rows().count) ?? -1) }
      return .goOn
    }
    #expect(seen == [40])
  }

  @Test func oneRefreshAtATime() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    let (library, other) = (try newsroom.library(), try newsroom.library())
    var wasBusy: Bool?
    try library.refreshed { _ in
      if wasBusy == nil { wasBusy = try? other.refresh().wasBusy }
      return .goOn
    }
    #expect(wasBusy == true)
    #expect(try other.refresh().wasBusy == false)
  }

  @Test func marksAreSetWhileABatchIsWritten() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    let (library, other) = (try newsroom.library(), try newsroom.library())
    try library.refreshed()
    let id = try library.row("a.slip").id
    try library.write { db in
      try db.execute(sql: "UPDATE file SET size = size")
      try other.mark(id, read: true)
    }
    #expect(try library.row("a.slip").isRead)
  }
}
