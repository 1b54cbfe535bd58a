public import Stories

/// A JSON file of records that no other format claims: one, a list, or a news API's answer with a list in it.
public struct JSONRecords: StoryFormat {
  /// "json".
  public let name = "json"
  /// The line for `newsroom formats`.
  public let summary = "JSON: a record, a list of records, a news API's answer"
  /// None: several formats use ".json".
  public let fileExtensions: [String] = []
  /// How the words are written: in JSON strings.
  public let writing = SourceWriting.json

  /// Changes with the names of fields, which change what is read.
  public var edition: String { "2 " + fields.signature }

  private let fields: RecordFields

  /// Makes the format, with a directory's own names for the fields.
  public init(fields: RecordFields = RecordFields()) {
    self.fields = fields
  }

  /// How many bytes of a file to examine to recognise it.
  private static let window = 4 << 20

  /// Whether it is named as JSON and has records with a headline and a text, or a date.
  public func recognises(_ source: Source) -> Bool {
    guard ["json", ""].contains(source.fileExtension) else { return false }
    let outline = JSONOutline(bytes: source.bytes.prefix(Self.window))
    guard let top = outline.top, outline.isObject(top) || outline.isList(top) else { return false }
    // Almost anything has a name.
    let strict = fields.without(["name", "subject"], for: .headline)
    return RecordFinder(outline: outline, fields: strict).find(in: top) != nil
  }

  /// Reads every record.
  public func read(_ source: Source) -> Reading {
    var reading = Reading()
    let outline = JSONOutline(bytes: source.bytes[...])
    guard let top = outline.top else {
      return Reading(problems: [Problem(path: source.path, reason: "the file has no text")])
    }
    let records = RecordFinder(outline: outline, fields: fields).find(in: top) ?? [top]
    let reader = RecordReader(
      fields: fields, format: name, path: source.path, isAlone: records.count == 1)
    var (line, place) = (1, source.bytes.startIndex)
    for record in records {
      line += source.bytes[place..<record.lowerBound].count { $0 == 0x0A }
      place = record.lowerBound
      guard outline.isObject(record) else { continue }
      let found = reader.read(source.bytes[record], at: record.lowerBound, line: line)
      reading.stories += found.stories
      reading.problems += found.problems
    }
    if !outline.isWhole(top) {
      let reason = "the JSON is cut short; complete records are read"
      reading.problems.append(Problem(path: source.path, line: line, reason: reason))
    }
    return reading
  }
}

/// Finds the records in a JSON file.
struct RecordFinder {
  let outline: JSONOutline
  let fields: RecordFields

  /// The members that contain lists of records in the answers of news APIs and search engines.
  private static let ways: Set<String> = [
    "articles", "items", "results", "docs", "hits", "response", "data", "posts", "stories", "news", "records",
    "entries", "documents", "rows", "list", "value", "article", "result", "body", "feed", "collection",
  ]

  /// The records: the value itself, or the items of its list; nil if none looks like a story's record.
  func find(in value: Range<Int>) -> [Range<Int>]? {
    find(in: value, depth: 0)
  }

  private func find(in value: Range<Int>, depth: Int) -> [Range<Int>]? {
    guard depth < 4 else { return nil }
    if outline.isList(value) {
      let elements = outline.elements(of: value)
      let objects = elements.prefix(20).filter { outline.isObject($0) }
      return objects.contains { isStory($0, isListed: true, unwraps: true) } ? elements : nil
    }
    guard outline.isObject(value) else { return nil }
    if isStory(value, isListed: false, unwraps: false) { return [value] }
    for member in outline.containers(of: value) where Self.ways.contains(member.name) {
      if let found = find(in: member.value, depth: depth + 1) { return found }
    }
    return isStory(value, isListed: false, unwraps: true) ? [value] : nil
  }

  /// Whether an object has what only a story's record has: a headline and a text or, in a list of such
  /// objects, a headline with a date and a summary.
  private func isStory(_ value: Range<Int>, isListed: Bool, unwraps: Bool) -> Bool {
    let bytes = outline.bytes[value]
    guard bytes.count <= JSONRecord.maximumLength, JSONDepth.isBounded(bytes),
      var record = JSONRecord(bytes, fields: fields)
    else { return false }
    if unwraps { record = RecordWrapping.unwrapped(record, fields: fields) }
    if record.isOurs { return true }
    func has(_ field: RecordFields.Field) -> Bool {
      record.values(of: field).contains { value in
        if case .bool = value { false } else { value.words != nil || !value.list.isEmpty }
      }
    }
    guard record.values(of: .headline).contains(where: { $0.words != nil }) else { return false }
    let texts = record.values(of: .text) + record.values(of: .html)
    if texts.contains(where: { ($0.text?.utf8.count ?? 0) >= 280 }) { return true }
    if has(.text) || has(.html) {
      return has(.published) || has(.updated) || has(.url) || has(.bylines) || has(.id)
    }
    return isListed && has(.published) && (has(.standfirst) || has(.url))
  }
}
