/// Any JSON value, for data without a fixed shape.
package enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A member of an object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// A string that isn't blank, or the digits of a whole number.
  package var text: String? {
    switch self {
    case .string(let text):
      let trimmed = text.trimmedASCII
      return trimmed.isEmpty ? nil : trimmed
    case .number(let number): return Int(exactly: number).map(String.init)
    default: return nil
    }
  }

  /// The values of an array, or the single value.
  package var list: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  /// The strings among the values.
  var strings: [String] { list.compactMap(\.text) }
}

/// Bounds nesting, because the reader is recursive.
enum JSONDepth {
  /// The deepest nesting of arrays and objects that is read.
  static let maximum = 128

  /// Whether the text is nested no deeper than `maximum`.
  static func isBounded(_ text: String) -> Bool {
    isBounded(Array(text.utf8)[...])
  }

  /// Whether bytes are nested no deeper than `maximum`.
  static func isBounded(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x5B, 0x7B:
        depth += 1
        if depth > maximum { return false }
      case 0x5D, 0x7D: depth -= 1
      default: break
      }
    }
    return true
  }
}
