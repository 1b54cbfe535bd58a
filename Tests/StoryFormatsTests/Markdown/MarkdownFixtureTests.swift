import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures with a recorded description of what was read; `RECORD_SNAPSHOTS=1` writes them again.
@Suite struct MarkdownFixtureTests {
  static let fixtures = RecordedReading("Markdown")

  static let names = fixtures.names

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names)
  func aFixtureIsReadAsRecorded(name: String) throws {
    let bytes = try [UInt8](Data(contentsOf: Self.fixtures.folder.appending(path: name)))
    try Self.fixtures.expect(Markdown().read(Source(path: "news/\(name)", bytes: bytes)), of: name)
  }
}
