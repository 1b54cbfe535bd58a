internal import Stories

/// Checks a document against the rules of its version of ninjs.
struct NinjsCheck {
  /// The most faults to report for one item.
  private static let most = 20

  /// The version whose rules apply.
  let version: NinjsRules.Version
  private let rules: NinjsRecord
  private(set) var faults: [(reason: String, line: Int)] = []

  /// Checks an item by the version it names, or else by the major version whose rules it breaks least.
  static func check(_ item: WireJSON) -> NinjsCheck {
    if NinjsSuperdesk(item).isItem {
      return NinjsCheck(item, version: NinjsRules.latest[0], rules: NinjsSuperdesk.rules)
    }
    let named = Self.named(by: item)
    if let version = named.version { return NinjsCheck(item, version: version) }
    let counts = NinjsRules.latest.map { strangers(in: item, $0) }
    let fewest = counts.min() ?? 0
    var best: NinjsCheck?
    for (version, count) in zip(NinjsRules.latest, counts) where count == fewest {
      let check = NinjsCheck(item, version: version)
      if check.faults.count < best?.faults.count ?? Int.max { best = check }
    }
    var check = best ?? NinjsCheck(item, version: NinjsRules.latest[0])
    if let unknown = named.unknown {
      check.add(
        "“\(unknown.prefix(60))” is not a ninjs version; the item is read as \(check.version.name)", item.line
      )
    }
    return check
  }

  private init(_ item: WireJSON, version: NinjsRules.Version, rules: NinjsRecord? = nil) {
    self.version = version
    self.rules = rules ?? NinjsRules.item(in: version)
    check(item, record: self.rules, at: "")
  }

  private mutating func add(_ reason: String, _ line: Int) {
    guard faults.count < Self.most, !faults.contains(where: { $0.reason == reason }) else { return }
    faults.append((reason, line))
  }

  // MARK: The version

  /// The version that `standard` names, unless the document follows another major version.
  private static func named(by item: WireJSON) -> (version: NinjsRules.Version?, unknown: String?) {
    let standard = item["standard"] ?? item["$standard"]
    let version: NinjsRules.Version
    if let name = standard?["version"]?.text {
      guard let known = NinjsRules.version(named: name) else { return (nil, name) }
      version = known
    } else {
      let address = standard?["schema"]?.text.flatMap(versionInAddress)
      guard let known = address.flatMap(NinjsRules.version(named:)) else { return (nil, nil) }
      version = known
    }
    let own = strangers(in: item, NinjsRules.latest[version.line - 1])
    let isOther = NinjsRules.latest.contains { $0.line != version.line && strangers(in: item, $0) < own }
    return (isOther ? nil : version, nil)
  }

  /// The version at the end of a schema's address, "…/ninjs-schema_1.3.json".
  private static func versionInAddress(_ address: String) -> String? {
    guard let mark = address.lastIndex(of: "_"), address.hasSuffix(".json") else { return nil }
    return String(address[address.index(after: mark)...].dropLast(5))
  }

  /// The number of members that a version does not know.
  private static func strangers(in item: WireJSON, _ version: NinjsRules.Version) -> Int {
    let record = NinjsRules.item(in: version)
    return item.members?.list.count { shape(of: $0.name, in: record) == nil } ?? 0
  }

  private static func shape(of name: String, in record: NinjsRecord) -> NinjsShape? {
    if let shape = record.members[name] { return shape }
    for (beginning, shape) in record.families where name.hasPrefix(beginning) {
      // The name continues with a letter, a digit or an underscore, and then freely.
      let next = name.utf8.dropFirst(beginning.utf8.count).first
      if let next, isNameByte(next) { return shape }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Values

  private mutating func check(_ value: WireJSON, record: NinjsRecord, at path: String) {
    guard let members = value.members else {
      add("\(Self.name(path)) is \(value.kindName), not an object", value.line)
      return
    }
    var strangers: [String] = []
    var strangersLine = value.line
    for (name, member) in members.list {
      guard faults.count < Self.most else { return }
      if let shape = Self.shape(of: name, in: record) {
        check(member, shape, at: path.isEmpty ? name : "\(path).\(name)")
      } else if !record.isOpen {
        if strangers.isEmpty { strangersLine = member.line }
        if strangers.count < 12 { strangers.append("“\(name.prefix(60))”") }
      }
    }
    if !strangers.isEmpty {
      let place = path.isEmpty ? "" : " in \(path)"
      let noun = strangers.count == 1 ? "member" : "members"
      add(
        "ninjs \(version.name) has no \(noun) \(strangers.joined(separator: ", "))\(place)", strangersLine)
    }
    let missing = record.required.filter { members[$0.lowercased()] == nil }
    if !missing.isEmpty {
      add("\(Self.name(path)) has no \(missing.joined(separator: " and no "))", value.line)
    }
    if !record.oneOf.isEmpty, record.oneOf.count(where: { members[$0.lowercased()] != nil }) != 1 {
      add(
        "\(Self.name(path)) must have exactly one of \(record.oneOf.joined(separator: " and "))", value.line)
    }
    if members["expectedstartdate"] != nil || members["expectedenddate"] != nil {
      checkDates(value, at: path)
    }
  }

  private static func name(_ path: String) -> String { path.isEmpty ? "the item" : "“\(path)”" }

  private mutating func check(_ value: WireJSON, _ shape: NinjsShape, at path: String) {
    switch shape {
    case .text:
      if value.string == nil { wrong(value, "a string", path) }
    case .identifier:
      guard let text = value.string else { return wrong(value, "a string", path) }
      if text.trimmedASCII.isEmpty { add("“\(path)” is empty", value.line) }
    case .date, .shortDate: checkDate(value, shape, path)
    case .number:
      if case .number = value.kind { return }
      wrong(value, "a number", path)
    case .whole(let range):
      guard case .number = value.kind else { return wrong(value, "a number", path) }
      guard let number = value.whole else { return wrong(value, "a whole number", path) }
      guard let range, !range.contains(number) else { return }
      add("“\(path)” is \(number), not between \(range.lowerBound) and \(range.upperBound)", value.line)
    case .word(let words):
      guard let text = value.string else { return wrong(value, "a string", path) }
      guard !words.contains(text) else { return }
      add("“\(path)” is “\(text.prefix(60))”, not one of \(words.joined(separator: ", "))", value.line)
    case .list(let inner):
      guard case .array(let values) = value.kind else { return wrong(value, "a list", path) }
      for element in values where faults.count < Self.most { check(element, inner, at: path) }
    case .object(let record): check(value, record: record, at: path)
    case .named(let inner): checkNamed(value, inner, path)
    case .item(let required): checkItem(value, required, path)
    case .anyObject:
      if value.members == nil { wrong(value, "an object", path) }
    case .geometry: checkGeometry(value, path)
    }
  }

  private mutating func wrong(_ value: WireJSON, _ wanted: String, _ path: String) {
    add("“\(path)” is \(value.kindName), not \(wanted)", value.line)
  }

  private mutating func checkDate(_ value: WireJSON, _ shape: NinjsShape, _ path: String) {
    guard let text = value.string else { return wrong(value, "a date in a string", path) }
    guard let date = DateReading.read(text), text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false
    else {
      return add("the date “\(text.prefix(60))” of “\(path)” can't be read as ISO 8601", value.line)
    }
    if case .date = shape, date.precision < .day {
      add("the date “\(text)” of “\(path)” is not a day of the calendar", value.line)
    }
  }

  private mutating func checkNamed(_ value: WireJSON, _ shape: NinjsShape, _ path: String) {
    guard let members = value.members else { return wrong(value, "an object", path) }
    for (name, member) in members.list where faults.count < Self.most {
      let inner = "\(path).\(name.prefix(60))"
      guard let first = name.utf8.first, Self.isNameByte(first) else {
        add("“\(inner)” is not a name that ninjs \(version.name) allows", member.line)
        continue
      }
      check(member, shape, at: inner)
    }
  }

  /// Checks an associated item, which follows the rules of an item and, from 2.0, has a name.
  private mutating func checkItem(_ value: WireJSON, _ required: [String], _ path: String) {
    var record = rules
    if version.line > 1 { record.members["name"] = .text }
    if version.line > 2 { record.members["rel"] = .text }
    // In 2.0 a name alone is an association, whatever else is there.
    if version == NinjsRules.Version(line: 2, minor: 0) {
      if value["name"]?.string != nil { return }
    } else if version.line > 1 {
      record.required = required
    }
    check(value, record: record, at: path)
  }

  /// Checks GeoJSON (RFC 7946): a type, and the members that the type requires.
  private mutating func checkGeometry(_ value: WireJSON, _ path: String) {
    let needed = [
      "Point": "coordinates", "MultiPoint": "coordinates", "LineString": "coordinates",
      "MultiLineString": "coordinates", "Polygon": "coordinates", "MultiPolygon": "coordinates",
      "GeometryCollection": "geometries", "Feature": "geometry", "FeatureCollection": "features",
    ]
    guard value.members != nil else { return wrong(value, "an object", path) }
    guard let type = value["type"]?.string, let member = needed[type] else {
      return add("“\(path)” does not have a GeoJSON type", value.line)
    }
    if value[member] == nil { add("“\(path)” is a \(type) without \(member)", value.line) }
  }

  /// Checks dates: a start is known or expected, not both, and so is an end; one of them is enough.
  private mutating func checkDates(_ value: WireJSON, at path: String) {
    let start = (value["startdate"] != nil) != (value["expectedstartdate"] != nil)
    let end = (value["enddate"] != nil) != (value["expectedenddate"] != nil)
    if !start, !end {
      add("“\(path)” has both a date and an expected date for the same end of the event", value.line)
    }
  }
}
