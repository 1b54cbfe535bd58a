import Foundation
import Stories
import StoryFormats
import Testing

/// Reads the feeds that other projects use to test their readers, if they are beside the package.
@Suite struct FeedCorporaTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpora")
  static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "feeds-gofeed").path)

  private static func files(in corpus: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: corpus).path).sorted()
      .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }.map { "\(corpus)/\($0)" }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: path)))
  }

  @Test(
    .enabled(if: isThere, "no ../shared/corpora beside the package"),
    arguments: ["feeds-gofeed", "feeds-validator"])
  func everyFileIsReadAndEveryStoryHasAHeadline(corpus: String) throws {
    var stories = 0
    for path in try Self.files(in: corpus) {
      let source = Source(path: path, bytes: try Self.bytes(of: path))
      let format = FeedFixtureTests.formats.first { $0.recognises(source) }
      guard let reading = format?.read(source) else { continue }
      stories += reading.stories.count
      #expect(reading.stories.allSatisfy { !$0.headline.isEmpty }, "\(path) has a story without a headline")
      #expect(Set(reading.stories.map(\.id)).count == reading.stories.count, "\(path) has a story twice")
    }
    #expect(stories > 100)
  }

  /// Compares an item field by field with what the JSON file beside its fixture expects.
  @Test(.enabled(if: isThere, "no ../shared/corpora beside the package"))
  func theFieldsAreAsExpected() throws {
    var shares: [String: (met: Int, all: Int)] = [:]
    for path in try Self.files(in: "feeds-gofeed") where !path.hasSuffix("_expected.json") {
      let neighbour = path.replacing(".xml", with: ".json").replacing(
        ".json", with: path.hasSuffix(".json") ? "_expected.json" : ".json")
      guard neighbour != path, let data = try? Self.bytes(of: neighbour),
        let expected = try? JSONSerialization.jsonObject(with: Data(data)) as? [String: Any],
        let items = (expected["items"] ?? expected["entries"]) as? [[String: Any]]
      else { continue }
      let source = Source(path: path, bytes: try Self.bytes(of: path))
      guard let format = FeedFixtureTests.formats.first(where: { $0.recognises(source) }) else { continue }
      for (item, story) in zip(items, format.read(source).stories) {
        for (field, met) in Self.compare(item, story) {
          shares[field, default: (0, 0)].all += 1
          if met { shares[field, default: (0, 0)].met += 1 }
        }
      }
    }
    for (field, share) in shares {
      #expect(share.met * 10 >= share.all * 9, "\(field): \(share.met) of \(share.all)")
    }
    #expect(shares.count >= 7)
    if let file = ProcessInfo.processInfo.environment["FEED_SHARES"] {
      let lines = shares.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value.met)\t\($0.value.all)\n" }
      try lines.joined().write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  private static func compare(_ item: [String: Any], _ story: Story) -> [(String, Bool)] {
    func text(_ names: String...) -> String? {
      let value = names.lazy.compactMap { item[$0] }.first
      let text = (value as? [String: Any])?["value"] ?? value
      return (text as? String).flatMap { words($0).isEmpty ? nil : $0 }
    }
    var results: [(String, Bool)] = []
    if let title = text("title") { results.append(("title", words(title) == words(story.headline))) }
    if let link = text("link", "url") { results.append(("link", link == story.url)) }
    if let guid = text("guid", "id") {
      results.append(("guid", words(story.identifier ?? "").hasSuffix(words(guid))))
    }
    if let date = text("published", "pubDate", "date_published", "updated") {
      let moment = DateReading.read(date)?.seconds
      results.append(
        ("date", moment != nil && [story.published?.seconds, story.updated?.seconds].contains(moment)))
    }
    let people = (item["authors"] ?? item["author"].map { [$0] } as Any) as? [Any] ?? []
    let names = people.compactMap { ($0 as? [String: Any])?["name"] as? String }
    if !names.isEmpty {
      results.append(
        ("authors", names.allSatisfy { name in story.bylines.contains { words($0) == words(name) } }))
    }
    let categories = (item["categories"] ?? item["tags"]) as? [Any] ?? []
    let labels = categories.compactMap { category in
      let fields = category as? [String: Any]
      return category as? String ?? fields?["label"] as? String ?? fields?["term"] as? String
    }
    if !labels.isEmpty {
      results.append(
        ("categories", labels.allSatisfy { label in story.tags.contains { words($0) == words(label) } }))
    }
    if let content = text("content", "content_html", "content_text", "description", "summary") {
      results.append(("text", words((story.standfirst ?? "") + story.text).contains(words(content))))
    }
    return results
  }

  /// The letters and digits of a text, without its tags and common references.
  private static func words(_ text: String) -> String {
    var plain = text
    for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'")]
    {
      plain = plain.replacing(reference, with: sign)
    }
    var isInTag = false
    return plain.lowercased().filter { character in
      if character == "<" { isInTag = true }
      defer { if character == ">" { isInTag = false } }
      return !isInTag && (character.isLetter || character.isNumber)
    }
  }
}
