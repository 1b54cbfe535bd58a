import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures with a recorded description of what was read; `RECORD_SNAPSHOTS=1` writes them again.
@Suite struct FeedFixtureTests {
  static let formats: [any StoryFormat] = [RSS(), Atom(), JSONFeed()]
  static let fixtures = RecordedReading("Feeds")

  static let names = fixtures.names

  static func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: fixtures.folder.appending(path: name)))
  }

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 12)
  }

  @Test(arguments: names)
  func aFixtureIsReadAsRecorded(name: String) throws {
    let bytes = try Self.bytes(of: name)
    let source = Source(path: "feeds/\(name)", bytes: bytes)
    let format = Self.formats.first { $0.fileExtensions.contains(source.fileExtension) }
    let reading = try #require(format ?? Self.formats.first { $0.recognises(source) }).read(source)
    #expect(reading.stories.map(\.place) == reading.stories.indices.map { .item($0) })
    #expect(
      Set(reading.stories.map(\.id)).count == reading.stories.count, "two stories of one file share a name")
    try Self.fixtures.expect(reading, of: name)
  }
}
