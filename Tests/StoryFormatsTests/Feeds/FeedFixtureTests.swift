import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures beside a recorded description of what was read; `RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct FeedFixtureTests {
  static let formats: [any StoryFormat] = [RSS(), Atom(), JSONFeed()]
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Feeds")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !$0.hasSuffix(".expected") && !$0.hasPrefix(".") }.sorted()
  }()

  static func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
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
    #expect(reading.stories.map(\.ordinal) == Array(reading.stories.indices))
    #expect(
      Set(reading.stories.map(\.id)).count == reading.stories.count, "two stories of one file share a name")
    let found = StoryDescription.of(reading)
    let record = Self.folder.appending(path: name + ".expected")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: record, encoding: .utf8) else {
      try Data(found.utf8).write(to: record)
      if !isRecording { Issue.record("\(name) had no description; it was written and wants to be looked at") }
      return
    }
    #expect(found == expected)
  }
}
