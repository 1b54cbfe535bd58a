public import Stories

/// The IPTC's News in JSON (ninjs 1.0 to 1.6, 2.0 to 2.2, 3.0 and 3.1): one item per file, or a list of them.
///
/// Events and coverage plans (3.0) are not stories; they are checked but give none.
public struct Ninjs: StoryFormat {
  /// "ninjs".
  public let name = "ninjs"
  /// The line for `newsroom formats`.
  public let summary = "agency items in the IPTC's News in JSON (ninjs 1 to 3)"
  /// Raised whenever items are read differently.
  public let edition = "3"
  /// None: the items come as .json.
  public let fileExtensions: [String] = []
  /// How the words are written: in JSON strings.
  public let writing = SourceWriting.json

  /// The most items of one list.
  static let maximumItems = 20_000

  /// Makes the format.
  public init() {}

  /// Whether the bytes are an item, or a list that begins with one.
  public func recognises(_ source: Source) -> Bool {
    NinjsSniffing.isNinjs(source.bytes)
  }

  /// Reads the items.
  public func read(_ source: Source) -> Reading {
    var reading = Reading()
    let (value, faults) = WireJSONReader.read(TextDecoding.decode(source.bytes).text)
    reading.problems = faults.map {
      Problem(path: source.path, line: $0.line, reason: "the JSON is broken: \($0.reason)")
    }
    guard let value else { return reading }
    var items = [value]
    if let list = value[NinjsSuperdesk.list], value["uri"] == nil, value["guid"] == nil {
      items = list.values
    }
    if case .array(let values) = value.kind { items = values }
    if items.count > Self.maximumItems {
      reading.problems.append(
        Problem(
          path: source.path,
          reason: "the list has more than \(Self.maximumItems) items; the others are left out"))
    }
    for item in items.prefix(Self.maximumItems) {
      guard item.members != nil else {
        if reading.problems.count < 40 {
          reading.problems.append(
            Problem(
              path: source.path, line: item.line, reason: "\(item.kindName) is in the place of an item"))
        }
        continue
      }
      read(item, isAlone: items.count == 1, path: source.path, into: &reading)
    }
    return reading
  }

  private func read(_ value: WireJSON, isAlone: Bool, path: String, into reading: inout Reading) {
    var item = WireItem(path: path)
    for fault in NinjsCheck.check(value).faults { item.note(fault.reason, line: fault.line) }
    let reader = NinjsItem(value)
    guard reader.isStory else {
      reading.problems += item.problems
      return
    }
    reader.read(into: &item)
    NinjsBody(value).read(into: &item)
    let own = NinjsSuperdesk(value)
    if own.isItem { own.readExtra(into: &item) }
    guard reader.hasNews(item) else {
      if item.problems.isEmpty { item.note("the item is empty", line: value.line) }
      reading.problems += item.problems
      return
    }
    reading.stories.append(item.story(format: name, ordinal: reading.stories.count, isAlone: isAlone))
  }
}
