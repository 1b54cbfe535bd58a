import Foundation
import Stories
import StoryFormats
import Testing

/// Scraped articles beside a recorded description of what was read.
///
/// A missing description is written and fails;
/// `RECORD_SNAPSHOTS=1` writes all of them anew, to be read in the difference.
@Test(arguments: Fixtures.plainText)
func aScrapedArticleIsReadAsRecorded(name: String) throws {
  let file = Fixtures.folder("PlainText").appending(path: name)
  let record = file.appendingPathExtension("expected")
  let bytes = [UInt8](try Data(contentsOf: file))
  let description = StoryDescription.of(PlainText().read(Source(path: "news/\(name)", bytes: bytes)))
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard !isRecording, let recorded = try? String(contentsOf: record, encoding: .utf8) else {
    try description.write(to: record, atomically: true, encoding: .utf8)
    if !isRecording {
      Issue.record("\(record.lastPathComponent) was missing and is written; read it and run again")
    }
    return
  }
  #expect(description == recorded)
}

/// The files of the fixture folders.
enum Fixtures {
  static func folder(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Fixtures/\(name)")
  }

  static let plainText: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder("PlainText").path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()
}

@Test func thereAreScrapedArticles() {
  #expect(Fixtures.plainText.count >= 30)
}
