import Database
import Stories
import TestSupport
import Testing

@testable import ContentLibrary

/// The words that a reader has read are kept, and compared with the story of today.
@Suite struct SinceReadTests {
  private func write(_ newsroom: TemporaryNewsroom, _ words: String, status: String = "usable") throws {
    try newsroom.write(
      "1.slip", "headline: One\nguid: one\nseconds: 1459000000\nstatus: \(status)\n\n\(words)")
  }

  private func told(_ since: Library.SinceRead) -> String {
    switch since {
    case .unknown: return "unknown"
    case .same: return "same"
    case .changed(let read, let now):
      return Stories.Difference(from: read, to: now).paragraphs.joined().filter { $0.change != .kept }
        .map { "\($0.change) \($0.text)" }.joined(separator: ", ")
    }
  }

  @Test func theVersionThatWasReadIsRemembered() throws {
    let newsroom = try TemporaryNewsroom()
    try write(newsroom, "The boat sails.")
    let library = try newsroom.library()
    try library.refreshed()
    let id = try library.row("1.slip").id
    #expect(told(try library.sinceRead(id)) == "unknown")
    try library.keepReading(id)
    #expect(told(try library.sinceRead(id)) == "same")
    try write(newsroom, "The boat sank.")
    try library.refreshed()
    #expect(told(try library.sinceRead(id)) == "removed sails., added sank.")
    // While the changed story is read, the words read before it are still known.
    try library.keepReading(id)
    #expect(told(try library.sinceRead(id)) == "removed sails., added sank.")
    try library.keepReading(id)
    #expect(told(try library.sinceRead(id)) == "removed sails., added sank.")
    try write(newsroom, "The boat was raised.")
    try library.refreshed()
    #expect(told(try library.sinceRead(id)) == "removed sank., added was raised.")
    // They are kept outside the index, and read by the next program.
    try newsroom.removeIndex()
    let next = try newsroom.library()
    try next.refreshed()
    #expect(told(try next.sinceRead(id)) == "removed sank., added was raised.")
  }

  /// The words of a killed story are forgotten.
  @Test func aKilledStoryIsNotCompared() throws {
    let newsroom = try TemporaryNewsroom()
    try write(newsroom, "The boat sails.")
    let library = try newsroom.library()
    try library.refreshed()
    let id = try library.row("1.slip").id
    try library.keepReading(id)
    try write(newsroom, "The boat sank.", status: "canceled")
    try library.refreshed()
    #expect(told(try library.sinceRead(id)) == "unknown")
    #expect(try library.marks.readings(of: id) == [])
  }

  @Test func onlySoManyTextsAreKept() throws {
    let newsroom = try TemporaryNewsroom()
    try write(newsroom, "x")
    let library = try newsroom.library()
    func story(_ number: Int, _ words: String) -> Story {
      var story = Story(id: StoryID(content: "\(number)".utf8), path: "", format: "slip", headline: "H")
      story.body = [Block(.paragraph([Inline(words)]))]
      return story
    }
    for number in 0..<2_100 { try library.marks.keepReading(story(number, "words \(number)")) }
    let count = try library.marks.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM reading") }
    #expect(count == 2_000)
    #expect(try library.marks.readings(of: story(99, "").id) == [])
    #expect(try library.marks.readings(of: story(100, "").id).count == 1)
    // What can't be compressed to 64 kB is not kept.
    var random = SystemRandomNumberGenerator()
    let noise = String(
      (0..<200_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 33...126, using: &random))) })
    try library.marks.keepReading(story(9_000, noise))
    #expect(try library.marks.readings(of: story(9_000, "").id) == [])
  }

  @Test func strangersReadingsAreNotKept() throws {
    let newsroom = try TemporaryNewsroom()
    try write(newsroom, "The boat sails.")
    let library = try newsroom.library()
    try library.refreshed()
    try library.publishForAll()
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, formats: [Slip()])
    (configuration.keepsMarks, configuration.audience) = (false, .everybody)
    let guest = try Library(configuration)
    let id = try #require(try guest.rows().first).id
    try guest.keepReading(id)
    #expect(try guest.marks.readings(of: id) == [])
    #expect(told(try guest.sinceRead(id)) == "unknown")
  }
}
