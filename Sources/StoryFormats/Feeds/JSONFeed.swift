public import Stories

/// JSON Feed 1.0 and 1.1 (jsonfeed.org), and XML feeds written as JSON.
public struct JSONFeed: StoryFormat {
  /// "jsonfeed".
  public let name = "jsonfeed"
  /// The line for `newsroom formats`.
  public let summary = "JSON Feed, 1.0 and 1.1; RSS and Atom written as JSON"
  /// None: several formats use ".json".
  public let fileExtensions: [String] = []
  /// How the words are written: in JSON strings.
  public let writing = SourceWriting.json

  /// Raised whenever feeds are read differently.
  public let edition = "3"

  /// Feeds drop old items, which the library keeps.
  public let keepsWhatLeaves = true

  /// Makes the format.
  public init() {}

  /// How many bytes from each end of a file to search for the version.
  private static let window = 65_536

  /// Whether it is a JSON object whose "version" names the format.
  public func recognises(_ source: Source) -> Bool {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard source.bytes[start...].first(where: { !isSpace($0) }) == UInt8(ascii: "{") else { return false }
    // Programs that sort an object's names put "version" last.
    return Self.namesVersion(source.bytes.prefix(Self.window)) || Self.holdsXMLFeed(source.bytes)
      || Self.looksLikeFeed(source.bytes.prefix(Self.window))
      || (source.bytes.count > Self.window && Self.namesVersion(source.bytes.suffix(4_096)))
  }

  /// Whether the first members are "rss" with a "channel", or "feed" with an "entry", with anything between.
  private static func holdsXMLFeed(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).filter { !$0.isWhitespace }
    let text = { String(decoding: bytes.prefix(window), as: UTF8.self) }
    if head.hasBytes(of: "\"rss\":{") || head.hasPrefix("{\"channel\":{") {
      return head.hasBytes(of: "\"channel\"") || text().hasBytes(of: "\"channel\"")
    }
    guard head.hasBytes(of: "\"feed\":{") else { return false }
    return text().hasBytes(of: "\"entry\"")
  }

  private static func namesVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Slashes may be escaped: "https:\/\/jsonfeed.org\/version\/1".
    let address = Array("jsonfeed.org".utf8)
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(of: address[0]) {
      index = start + 1
      guard bytes[start...].starts(with: address) else { continue }
      let before = String(decoding: bytes[..<start].suffix(60), as: UTF8.self).filter { !$0.isWhitespace }
      let after = String(decoding: bytes[start...].prefix(32), as: UTF8.self)
      if after.hasBytes(of: "version"),
        ["\"version\":\"https:", "\"version\":\"http:"].contains(where: {
          before.hasSuffix($0 + "//") || before.hasSuffix($0 + "\\/\\/")
        })
      {
        return true
      }
    }
    return false
  }

  /// Whether the version is only a number, as some write it, and names unique to JSON Feed are near it.
  private static func looksLikeFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasBytes(of: "\"items\""), let name = text.firstBytes(of: "\"version\"") else { return false }
    let value = text[name.upperBound...].prefix(20).filter { !$0.isWhitespace }
    guard [":\"1\"", ":\"1.0\"", ":\"1.1\""].contains(where: { value.hasPrefix($0) }) else { return false }
    return ["home_page_url", "feed_url", "content_html", "content_text"].contains {
      text.hasBytes(of: "\"\($0)\"")
    }
  }

  /// Reads each item as a story.
  public func read(_ source: Source) -> Reading {
    let decoded = TextDecoding.decode(source.bytes)
    var problems: [Problem] = []
    if decoded.isDamaged {
      problems.append(
        Problem(path: source.path, reason: "some bytes are not valid text and are shown as �"))
    }
    guard JSONDepth.isBounded(decoded.text) else {
      problems.append(
        Problem(
          path: source.path, reason: "its values are nested more than \(JSONDepth.maximum) levels deep"))
      return Reading(problems: problems)
    }
    let feed: JSONValue
    let items: [JSONValue]
    if let whole = JSONReader.value(of: decoded.text) {
      if whole["items"] == nil, let tree = JSONMarkup.tree(of: whole) {
        var reading = XMLFeed.read(tree, path: source.path, format: name)
        reading.problems = problems + reading.problems
        return reading
      }
      (feed, items) = (whole, whole["items"]?.list ?? whole.bareList)
    } else {
      let pieces = JSONPieces(decoded.text)
      problems.append(
        Problem(
          path: source.path, line: pieces.line,
          reason: "the JSON is broken or cut short; complete items are read"))
      (feed, items) = (pieces.head, pieces.items)
    }
    let info = JSONFeedFields.info(of: feed)
    let home = info.home.flatMap { WebAddress($0) } ?? info.address.flatMap { WebAddress($0) }
    var reading = FeedStories(path: source.path, format: name, info: info)
      .reading(of: items.prefix(XMLFeed.maximumEntries).map { JSONFeedFields.entry(of: $0, home: home) })
    if reading.stories.isEmpty, problems.isEmpty, feed["items"] == nil {
      problems.append(
        Problem(path: source.path, reason: "the file has no JSON Feed list of items"))
    }
    reading.problems = problems + reading.problems
    return reading
  }
}

extension JSONValue {
  /// The values of an array in place of an object.
  fileprivate var bareList: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }
}
