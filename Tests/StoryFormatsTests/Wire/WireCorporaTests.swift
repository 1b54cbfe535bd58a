import Foundation
import Stories
import StoryFormats
import Testing

/// Reads the IPTC's own examples and test files, if they are beside the package.
@Suite struct WireCorporaTests {
  static let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpora")
  static let isThere = FileManager.default.fileExists(atPath: corpora.appending(path: "iptc-ninjs").path)

  /// The files below a folder of the corpora.
  static func files(_ folder: String, ending: String) -> [Source] {
    let root = corpora.appending(path: folder)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(ending) }.sorted().compactMap { path in
      (try? Data(contentsOf: root.appending(path: path))).map { Source(path: path, bytes: [UInt8]($0)) }
    }
  }

  static func members(_ source: Source) -> [String: Any] {
    let value = try? JSONSerialization.jsonObject(with: Data(source.bytes))
    return value as? [String: Any] ?? [:]
  }

  @Test(.enabled(if: isThere, "no ../shared/corpora beside the package"))
  func everyValidItemOfNinjsIsAStoryWithItsFields() {
    let files = Self.files("iptc-ninjs/validation/test_suite", ending: ".json").filter {
      $0.path.contains("should_pass")
    }
    #expect(files.count > 100)
    for source in files {
      let members = Dictionary(
        Self.members(source).map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
      let reading = Ninjs().read(source)
      let isOther =
        ["event", "planning"].contains(members["type"] as? String ?? "")
        || (members["type"] == nil && (members["eventdetails"] ?? members["plannedcoverage"]) != nil)
      guard !isOther else {
        #expect(reading.stories.isEmpty && reading.problems.isEmpty, "\(source.path)")
        continue
      }
      guard let story = reading.stories.first else {
        Issue.record("\(source.path) gave no story")
        continue
      }
      #expect(story.headline.isEmpty == false)
      if let version = members["version"] as? String, let number = Int(version) {
        #expect(story.wire.version == number, "\(source.path)")
      }
      if let date = (members["firstcreated"] ?? members["versioncreated"]) as? String, date.hasPrefix("2") {
        #expect(story.published != nil, "\(source.path)")
      }
      if members.keys.contains(where: { $0.hasPrefix("body_") || $0 == "bodies" }) {
        #expect(!story.body.isEmpty, "\(source.path)")
      }
      // A validator that ignores formats accepts dates in words, but they are not dates.
      if !source.path.contains("bad_datetime") {
        #expect((reading.problems + story.problems).isEmpty, "\(source.path): \(story.problems)")
      }
    }
  }

  /// Files of 1.0 and 1.1 that name no version and are valid in 1.2.
  static let goodLater = ["014_type_component", "016_infosource", "001_type_component", "002_infosource"]

  @Test(.enabled(if: isThere, "no ../shared/corpora beside the package"))
  func everyInvalidItemOfNinjsHasAProblem() {
    let files = Self.files("iptc-ninjs/validation/test_suite", ending: ".json").filter {
      $0.path.contains("should_fail")
    }
    #expect(files.count > 60)
    for source in files where !Self.goodLater.contains(String(source.stem)) {
      let reading = Ninjs().read(source)
      #expect(!(reading.problems + reading.stories.flatMap(\.problems)).isEmpty, "\(source.path)")
    }
  }

  @Test(.enabled(if: isThere, "no ../shared/corpora beside the package"))
  func everyItemOfNewsMLIsAStoryAndNoOtherIs() {
    let files = Self.files("iptc-newsml-g2/examples", ending: ".xml")
    #expect(files.count > 30)
    for source in files where NewsML().recognises(source) {
      let text = String(decoding: source.bytes, as: UTF8.self)
      let reading = NewsML().read(source)
      if !text.contains("<newsItem") && !text.contains("<packageItem") {
        #expect(reading.stories.isEmpty && reading.problems.isEmpty, "\(source.path)")
      } else if let start = text.range(of: "<contentMeta"), let end = text.range(of: "</contentMeta>"),
        text[start.lowerBound..<end.lowerBound].contains("<headline")
      {
        #expect(!reading.stories.isEmpty, "\(source.path)")
      }
      for story in reading.stories {
        #expect(!story.headline.isEmpty)
        #expect(story.published != nil, "\(source.path)")
        if text.contains("versionCreated") { #expect(story.wire.version != nil, "\(source.path)") }
        if text.contains("<remoteContent") || text.contains("<p>") {
          #expect(!story.body.isEmpty, "\(source.path)")
        }
      }
    }
  }
}
