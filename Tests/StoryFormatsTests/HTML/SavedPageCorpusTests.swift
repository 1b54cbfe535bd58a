import Foundation
import Stories
import StoryFormats
import Testing

/// Reads pages whose articles are known, if they are beside the package.
@Suite struct SavedPageCorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpora/html-articles")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// Words in lower case, with their counts.
  private func words(_ text: String) -> [Substring: Int] {
    var counts: [Substring: Int] = [:]
    for word in text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
      counts[word, default: 0] += 1
    }
    return counts
  }

  /// A page's text without tags; expected articles are complete and plain.
  private func text(ofMarkup markup: String) -> String {
    let inline = [
      "a", "b", "i", "em", "strong", "span", "sup", "sub", "code", "u", "s", "small", "font", "abbr", "mark",
    ]
    var text = ""
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      let tag = rest[start...].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if !inline.contains(tag.lowercased()) { text += "\n" }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    for (name, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(name, with: sign)
    }
    return text
  }

  @Test(.enabled(if: isThere, "no ../shared/corpora beside the package"))
  func theArticlesAreFound() throws {
    var scores: [Double] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted() {
      let page = Self.folder.appending(path: name)
      guard let data = try? Data(contentsOf: page.appending(path: "source.html")) else { continue }
      let expected = words(
        text(ofMarkup: try String(contentsOf: page.appending(path: "expected.html"), encoding: .utf8)))
      let reading = SavedPage().read(Source(path: "\(name)/source.html", bytes: [UInt8](data)))
      let story = try #require(reading.stories.first, "\(name) gives no story")
      #expect(!story.headline.isEmpty)
      #expect(story.bylines.allSatisfy { !$0.contains("://") && $0.count <= 80 })
      let found = words(story.body.map(\.text).joined(separator: "\n"))
      let common = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
      let all = found.values.reduce(0, +) + expected.values.reduce(0, +)
      scores.append(all == 0 ? 1 : 2 * Double(common) / Double(all))
    }
    #expect(scores.count > 50)
    #expect(scores.reduce(0, +) / Double(scores.count) >= 0.97)
  }
}
