import Foundation
import Stories
import StoryFormats
import Testing

/// Reads Markdown from other projects, if it is beside the package.
@Suite struct MarkdownCorporaTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpora")
  static let names = ["markdown-news", "markdown-toml", "markdown-jekyll", "markdown-multilingual"]
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(.enabled(if: isThere, "no ../shared/corpora beside the package"), arguments: names)
  func everyFileGivesOneStoryWithAHeadline(name: String) throws {
    let root = Self.folder.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }
    #expect(paths.count > 50)
    var lines: [String] = []
    for path in paths.sorted() {
      let bytes = try [UInt8](Data(contentsOf: root.appending(path: path)))
      let reading = Markdown().read(Source(path: path, bytes: bytes))
      #expect(reading.stories.count == 1)
      #expect(reading.stories.first?.headline.isEmpty == false, "\(path) has no headline")
      if let story = reading.stories.first {
        let date = story.published.map { "\($0.iso8601)" } ?? "-"
        lines.append(
          "\(path)\t\(story.headline)\t\(date)\t\(story.problems.map(\.reason).joined(separator: "; "))")
      }
    }
    if let out = ProcessInfo.processInfo.environment["MD_DUMP"] {
      try lines.joined(separator: "\n").write(toFile: "\(out)/\(name).tsv", atomically: true, encoding: .utf8)
    }
  }
}
