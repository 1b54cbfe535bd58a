internal import Stories

/// One object of a file of records, with the members that can be a story's fields.
struct JSONRecord {
  /// A member that may be a field.
  private struct Candidate {
    var rank: Int
    var value: JSONValue
    /// Whether its name says that its times are in UTC: `date_gmt`, `created_utc`.
    var isUTC: Bool
  }

  /// The members by their own names.
  private var members: [String: JSONValue] = [:]
  private var candidates: [RecordFields.Field: [Candidate]] = [:]
  /// Whether it has members that are not known as fields.
  private(set) var hasUnknownMembers = false

  /// The longest record, in bytes.
  static let maximumLength = 16 << 20

  /// Reads an object; nil for anything else.
  init?(_ bytes: some Sequence<UInt8>, fields: RecordFields) {
    guard case .object(let object)? = JSONReader.value(of: bytes) else { return nil }
    self.init(object, fields: fields)
  }

  /// Makes a record of an object inside another.
  init(_ object: [String: JSONValue], fields: RecordFields) {
    for (name, value) in object {
      if Self.isWanted(name, fields) {
        add(value, name: name, fields: fields)
      } else {
        hasUnknownMembers = true
      }
    }
    sort()
  }

  private static func isWanted(_ name: String, _ fields: RecordFields) -> Bool {
    fields.slots[name] != nil || others.contains(name) || fields.foldedSlots[RecordName.folded(name)] != nil
  }

  /// Members that are not fields: those of `newsroom export`, and wrappers of records.
  private static let others = RecordWrapping.names.union([
    "wire", "generator", "references", "teasers", "notes",
  ])

  private mutating func add(_ value: JSONValue, name: String, fields: RecordFields) {
    guard value.saysSomething else { return }
    members[name] = value
    let exact = fields.slots[name]
    let isUTC = ["gmt", "utc"].contains(name.suffix(3).lowercased())
    for slot in exact ?? fields.foldedSlots[RecordName.folded(name)] ?? [] {
      var inner: JSONValue? = value
      for part in slot.rest { inner = inner?.member(part) }
      guard let inner, inner.saysSomething else { continue }
      // Of two members whose names differ only in case, the one with the usual spelling comes first.
      candidates[slot.field, default: []].append(
        Candidate(rank: slot.rank * 2 + (exact == nil ? 1 : 0), value: inner, isUTC: isUTC))
    }
  }

  private mutating func sort() {
    for field in candidates.keys where (candidates[field]?.count ?? 0) > 1 {
      candidates[field]?.sort { $0.rank < $1.rank }
    }
  }

  /// This record, completed with another's values after its own.
  func completed(by other: JSONRecord) -> JSONRecord {
    var record = self
    record.hasUnknownMembers = hasUnknownMembers || other.hasUnknownMembers
    record.members.merge(other.members) { own, _ in own }
    record.candidates.merge(other.candidates) { $0 + $1 }
    return record
  }

  /// The values that may be a field's, most likely first.
  func values(of field: RecordFields.Field) -> [JSONValue] {
    candidates[field]?.map(\.value) ?? []
  }

  /// The first moment that a field's values name.
  func moment(of field: RecordFields.Field) -> Timestamp? {
    for candidate in candidates[field] ?? [] {
      guard var moment = RecordDates.moment(candidate.value) else { continue }
      if candidate.isUTC { moment.zone = .written }
      return moment
    }
    return nil
  }

  /// Whether newsroom wrote it.
  var isOurs: Bool { self["generator"]?.text == "newsroom" }

  /// A member by its exact name.
  subscript(name: String) -> JSONValue? { members[name] }
}

extension JSONValue {
  /// A member by its name, ignoring case and signs.
  func member(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    if let value = members[name] { return value }
    let folded = RecordName.folded(name)
    return members.first { RecordName.folded($0.key) == folded }?.value
  }

  var saysSomething: Bool {
    switch self {
    case .null: false
    case .string(let text): !text.allSatisfy(\.isWhitespace)
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    case .bool, .number: true
    }
  }

  /// The words of a single text: a string, a number, the text in an object with `rendered`, `value` or
  /// similar, the first words of a list.
  var words: String? {
    switch self {
    case .string, .number: text
    case .array(let values): values.lazy.compactMap(\.words).first
    case .object: Self.textNames.lazy.compactMap { member($0)?.text }.first
    case .null, .bool: nil
    }
  }

  private static let textNames = [
    "rendered", "main", "text", "value", "plain", "plaintext", "html", "content", "body", "raw", "name",
    "default",
    "#text", "$t", "en", "@id", "url", "$oid",
  ]
}
