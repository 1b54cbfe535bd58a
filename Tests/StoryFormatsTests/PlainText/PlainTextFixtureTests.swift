import Foundation
import Stories
import StoryFormats
import Testing

/// Files of plain text beside recorded descriptions of what was read from them.
///
/// A missing description is written and the test is red; `RECORD_SNAPSHOTS=1` writes all of them anew.
struct PlainTextFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/PlainText")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test(arguments: names)
  func readsAsRecorded(name: String) throws {
    let file = Self.folder.appending(path: name)
    let source = Source(path: "news/\(name)", bytes: [UInt8](try Data(contentsOf: file)))
    let description = StoryDescription.of(PlainText().read(source))
    let recorded = file.deletingPathExtension().appendingPathExtension("expected")
    let expected = try? String(contentsOf: recorded, encoding: .utf8)
    if expected == nil || ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try description.write(to: recorded, atomically: true, encoding: .utf8)
    }
    #expect(description == expected)
  }

  @Test func fixturesAreFound() {
    #expect(Self.names.count >= 10)
  }
}
