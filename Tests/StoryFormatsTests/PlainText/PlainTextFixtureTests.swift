import Foundation
import Stories
import StoryFormats
import Testing

/// Scraped articles with a recorded description of what was read.
@Test(arguments: Fixtures.plainText)
func aScrapedArticleIsReadAsRecorded(name: String) throws {
  let fixtures = RecordedReading("PlainText")
  try fixtures.expect(PlainText().read(try fixtures.source(name, in: "news")), of: name)
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
