internal import FoundationEssentials

/// One object of a JSON Lines file, with the members that a story can be made of.
struct JSONRecord: Decodable {
  private var members: [String: JSONValue] = [:]

  /// The longest record that is read, in bytes.
  static let maximumLength = 16 << 20

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  static let wanted = CodingUserInfoKey(rawValue: "wanted members")

  /// Reads an object.
  ///
  /// - Throws: what the decoder says of text that is no JSON object.
  init(_ bytes: some DataProtocol, members wanted: Set<String>) throws {
    let decoder = JSONDecoder()
    if let key = Self.wanted { decoder.userInfo[key] = wanted }
    self = try decoder.decode(JSONRecord.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let wanted = Self.wanted.flatMap { decoder.userInfo[$0] as? Set<String> } ?? []
    for key in container.allKeys where wanted.contains(key.stringValue) {
      // Text first: it is what nearly all members are, and every wrong guess costs an error.
      if let text = try? container.decode(String.self, forKey: key) {
        members[key.stringValue] = .string(text)
      } else {
        members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
      }
    }
  }

  /// The first value that says something, of those that the paths lead to.
  func value(_ paths: [[String]]) -> JSONValue? {
    for path in paths {
      guard let first = path.first, var value = members[first] else { continue }
      for part in path.dropFirst() { value = value[part] ?? .null }
      if value.saysSomething { return value }
    }
    return nil
  }
}

extension JSONValue {
  fileprivate var saysSomething: Bool {
    switch self {
    case .null: false
    case .string(let text): !text.allSatisfy(\.isWhitespace)
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    case .bool, .number: true
    }
  }
}
