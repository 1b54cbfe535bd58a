internal import FoundationEssentials

/// One object of a file of records, with the members that a story can be made of.
struct JSONRecord: Decodable {
  /// A member that may hold a field.
  private struct Candidate {
    var rank: Int
    var value: JSONValue
  }

  /// The members by the names that they have in the record.
  private var members: [String: JSONValue] = [:]
  private var candidates: [RecordFields.Field: [Candidate]] = [:]
  /// Whether it has members that no field is called by.
  private(set) var hasUnknownMembers = false

  /// The longest record that is read, in bytes.
  static let maximumLength = 16 << 20

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private static let fields = CodingUserInfoKey(rawValue: "fields of records")

  /// Reads an object.
  ///
  /// - Throws: what the decoder says of text that is no JSON object.
  init(_ bytes: some DataProtocol, fields: RecordFields) throws {
    let decoder = JSONDecoder()
    if let key = Self.fields { decoder.userInfo[key] = fields }
    self = try decoder.decode(JSONRecord.self, from: Data(bytes))
  }

  /// The record that an object inside of another is.
  init(_ object: [String: JSONValue], fields: RecordFields) {
    for (name, value) in object where Self.isWanted(name, fields) { add(value, name: name, fields: fields) }
    hasUnknownMembers = members.count < object.count
    sort()
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let fields = Self.fields.flatMap { decoder.userInfo[$0] as? RecordFields } ?? RecordFields()
    for key in container.allKeys {
      guard Self.isWanted(key.stringValue, fields) else {
        hasUnknownMembers = true
        continue
      }
      // Text first: it is what nearly all members are, and every wrong guess costs an error.
      if let text = try? container.decode(String.self, forKey: key) {
        add(.string(text), name: key.stringValue, fields: fields)
      } else {
        add(try container.decode(JSONValue.self, forKey: key), name: key.stringValue, fields: fields)
      }
    }
    sort()
  }

  private static func isWanted(_ name: String, _ fields: RecordFields) -> Bool {
    fields.slots[name] != nil || others.contains(name) || fields.foldedSlots[RecordName.folded(name)] != nil
  }

  /// Members that are no fields: what `newsroom export` writes, and what records are wrapped in.
  private static let others = RecordWrapping.names.union([
    "wire", "generator", "references", "teasers", "notes",
  ])

  private mutating func add(_ value: JSONValue, name: String, fields: RecordFields) {
    guard value.saysSomething else { return }
    members[name] = value
    let exact = fields.slots[name]
    for slot in exact ?? fields.foldedSlots[RecordName.folded(name)] ?? [] {
      var inner: JSONValue? = value
      for part in slot.rest { inner = inner?.member(part) }
      guard let inner, inner.saysSomething else { continue }
      // Of two members whose names differ in case alone, the one that is called as usual comes first.
      candidates[slot.field, default: []].append(
        Candidate(rank: slot.rank * 2 + (exact == nil ? 1 : 0), value: inner))
    }
  }

  private mutating func sort() {
    for field in candidates.keys where (candidates[field]?.count ?? 0) > 1 {
      candidates[field]?.sort { $0.rank < $1.rank }
    }
  }

  /// The record with what another says behind its own.
  func completed(by other: JSONRecord) -> JSONRecord {
    var record = self
    record.hasUnknownMembers = hasUnknownMembers || other.hasUnknownMembers
    record.members.merge(other.members) { own, _ in own }
    record.candidates.merge(other.candidates) { $0 + $1 }
    return record
  }

  /// The values that may be a field's, likeliest first.
  func values(of field: RecordFields.Field) -> [JSONValue] {
    candidates[field]?.map(\.value) ?? []
  }

  /// A member by its very name.
  subscript(name: String) -> JSONValue? { members[name] }
}

extension JSONValue {
  /// A member of an object, whatever the case of its name and the signs in it.
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

  /// The words of a value that is one text: a string, a number, the text in an object of `rendered`, `value` and their
  /// like, the first words of a list.
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
