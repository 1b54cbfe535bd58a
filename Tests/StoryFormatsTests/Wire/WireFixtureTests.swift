import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures beside a recorded description of what was read; `RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct WireFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Wire")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !$0.hasSuffix(".expected") }.sorted()
  }()

  static func format(of name: String) -> any StoryFormat {
    if name.hasSuffix(".nitf") { return NITF() }
    return name.hasSuffix(".json") ? Ninjs() : NewsML()
  }

  static func source(_ name: String) throws -> Source {
    try Source(path: "wire/\(name)", bytes: [UInt8](Data(contentsOf: folder.appending(path: name))))
  }

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names)
  func aFixtureIsReadAsRecorded(name: String) throws {
    let found = StoryDescription.of(Self.format(of: name).read(try Self.source(name)))
    let record = Self.folder.appending(path: name + ".expected")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: record, encoding: .utf8) else {
      try Data(found.utf8).write(to: record)
      if !isRecording { Issue.record("\(name) had no description; it was written and wants to be looked at") }
      return
    }
    #expect(found == expected)
  }

  @Test(arguments: names)
  func aFixtureIsKnownByItsBytes(name: String) throws {
    let source = try Self.source(name)
    let format = Self.format(of: name)
    #expect(format.recognises(source))
    let others: [any StoryFormat] = [NITF(), NewsML(), Ninjs()]
    for other in others where other.name != format.name { #expect(!other.recognises(source)) }
  }
}
