import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures beside a recorded description of what was read; `RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct SavedPageFixtureTests {
  static let fixtures = RecordedReading("HTML")

  static let names = fixtures.names

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 12)
  }

  @Test(arguments: names)
  func aFixtureIsReadAsRecorded(name: String) throws {
    let bytes = try [UInt8](Data(contentsOf: Self.fixtures.folder.appending(path: name)))
    try Self.fixtures.expect(SavedPage().read(Source(path: "saved/\(name)", bytes: bytes)), of: name)
  }
}
