/// A JSON value with its line, as far as a broken document could be read.
struct WireJSON {
  /// An object: its members in order, and by their names in lower case.
  struct Members {
    var list: [(name: String, value: WireJSON)] = []
    private var places: [String: Int] = [:]

    /// The member of that name in any case; of several, the last.
    subscript(name: String) -> WireJSON? {
      places[name].map { list[$0].value }
    }

    mutating func append(_ name: String, _ value: WireJSON) {
      list.append((name, value))
      places[name.lowercased()] = list.count - 1
    }
  }

  enum Kind {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([WireJSON])
    case object(Members)
  }

  var kind: Kind
  /// The line it begins on, from 1.
  var line: Int

  /// A member of an object by its name in lower case.
  subscript(name: String) -> WireJSON? {
    guard case .object(let members) = kind else { return nil }
    return members[name]
  }

  /// A string that is not blank, or the digits of a whole number.
  var text: String? {
    switch kind {
    case .string(let text):
      let trimmed = text.trimmedASCII
      return trimmed.isEmpty ? nil : trimmed
    case .number(let number): return Int(exactly: number).map(String.init)
    default: return nil
    }
  }

  /// A string, unchanged.
  var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// A whole number.
  var whole: Int? {
    if case .number(let number) = kind { Int(exactly: number) } else { nil }
  }

  /// The values of an array, or the single value.
  var values: [WireJSON] {
    switch kind {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  /// The members of an object.
  var members: Members? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The kind of value, for messages.
  var kindName: String {
    switch kind {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
