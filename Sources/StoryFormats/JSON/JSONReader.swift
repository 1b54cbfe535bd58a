/// The program's only JSON reader (RFC 8259), in one pass over the bytes.
///
/// A name that appears twice has its last value. Half of a surrogate pair and invalid UTF-8 become U+FFFD, a
/// number that is too large becomes null; anything else against the rules makes the text invalid.
package struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// The value of a text; nil if it is not JSON, or nested deeper than `JSONDepth.maximum`.
  package static func value(of text: String) -> JSONValue? {
    var text = text
    return text.withUTF8 { value(of: $0) }
  }

  /// The value of bytes in UTF-8.
  static func value(of bytes: some Sequence<UInt8>) -> JSONValue? {
    if let found = bytes.withContiguousStorageIfAvailable({ value(of: $0) }) { return found }
    return Array(bytes).withUnsafeBufferPointer { value(of: $0) }
  }

  private static func value(of bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.index == bytes.count ? value : nil
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard index < bytes.count, depth <= JSONDepth.maximum else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "{"): return object(depth: depth + 1)
    case UInt8(ascii: "["): return array(depth: depth + 1)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) -> JSONValue? {
    guard ByteSearch.stands(text, in: bytes, at: index) else { return nil }
    index += text.utf8CodeUnitCount
    return value
  }

  /// Skips a sign if it comes next.
  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func array(depth: Int) -> JSONValue? {
    guard depth <= JSONDepth.maximum else { return nil }
    index += 1
    var values: [JSONValue] = []
    if takes("]") { return .array(values) }
    repeat {
      guard let value = value(depth: depth) else { return nil }
      values.append(value)
    } while takes(",")
    return takes("]") ? .array(values) : nil
  }

  private mutating func object(depth: Int) -> JSONValue? {
    guard depth <= JSONDepth.maximum else { return nil }
    index += 1
    var members: [String: JSONValue] = [:]
    if takes("}") { return .object(members) }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let name = string(), takes(":"),
        let value = value(depth: depth)
      else { return nil }
      members[name] = value
    } while takes(",")
    return takes("}") ? .object(members) : nil
  }

  // MARK: Numbers

  private mutating func number() -> JSONValue? {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let isZero = index < bytes.count && bytes[index] == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, whole == 1 || !isZero else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return nil }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard digits() > 0 else { return nil }
    }
    guard index - start <= 400, let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)),
      number.isFinite
    else { return .null }
    return .number(number)
  }

  private mutating func digits() -> Int {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index - start
  }

  // MARK: Strings

  /// Reads the string that begins here.
  private mutating func string() -> String? {
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return escapedString(from: start) }
      guard byte >= 0x20 else { return nil }
      index += 1
    }
    return nil
  }

  private mutating func escapedString(from start: Int) -> String? {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape(into: &text) else { return nil }
      case 0x20...: text.append(byte)
      default: return nil
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard index < bytes.count else { return false }
    let sign = bytes[index]
    index += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = unit(at: index) else { return false }
      index += 4
      var value = unit
      if unit & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u"), let low = self.unit(at: index + 2), low & 0xFC00 == 0xDC00
      {
        index += 6
        value = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
      }
      text += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
    default: return false
    }
    return true
  }

  private func unit(at place: Int) -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[place..<(place + 4)] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
