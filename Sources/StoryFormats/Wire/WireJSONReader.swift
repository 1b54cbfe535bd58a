/// Reads JSON (RFC 8259), including faulty JSON: it keeps lines, and continues after a fault.
///
/// Values are nested at most `JSONDepth.maximum` deep, and there are at most `maximumValues` of them;
/// anything beyond is dropped and reported.
struct WireJSONReader {
  static let maximumValues = 1_000_000
  private static let maximumFaults = 20

  /// The faults, in sentences, with lines.
  private(set) var faults: [(reason: String, line: Int)] = []
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var count = 0
  private var isTooLarge = false

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The value of a document, nil if there is none, and its faults.
  static func read(_ text: String) -> (value: WireJSON?, faults: [(reason: String, line: Int)]) {
    var reader = WireJSONReader(text)
    reader.skipBlanks()
    guard reader.index < reader.bytes.count else { return (nil, [("the file is empty", 1)]) }
    let value = reader.value(depth: 0)
    reader.skipBlanks()
    if reader.index < reader.bytes.count, !reader.isTooLarge {
      reader.fault("there is more after the end of the JSON")
    }
    return (value, reader.faults)
  }

  private mutating func fault(_ reason: String) {
    if faults.count < Self.maximumFaults { faults.append((reason, line)) }
  }

  private var current: UInt8? { index < bytes.count && !isTooLarge ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) -> WireJSON? {
    let start = line
    count += 1
    if count > Self.maximumValues {
      if !isTooLarge { fault("the JSON has more than \(Self.maximumValues) values; the others are left out") }
      isTooLarge = true
      return nil
    }
    switch current {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < JSONDepth.maximum else {
        fault("values are nested more than \(JSONDepth.maximum) levels deep; the deeper ones are left out")
        skipNested()
        return nil
      }
      let isObject = current == UInt8(ascii: "{")
      return WireJSON(kind: isObject ? object(depth: depth) : array(depth: depth), line: start)
    case UInt8(ascii: "\""): return WireJSON(kind: .string(string()), line: start)
    case nil:
      if !isTooLarge { fault("the JSON ends before it is complete") }
      return nil
    default: return word().map { WireJSON(kind: $0, line: start) }
    }
  }

  private mutating func object(depth: Int) -> WireJSON.Kind {
    var members = WireJSON.Members()
    // A list's end also closes the object: the fault is where the object should have ended.
    let brackets = Brackets(
      closing: UInt8(ascii: "}"), wrong: UInt8(ascii: "]"),
      mismatch: "an object ends with “]” instead of “}”",
      missingComma: "a comma is missing before this member")
    elements(within: brackets) { reader in
      guard reader.current == UInt8(ascii: "\"") else {
        reader.skipUnexpected()
        return false
      }
      let name = reader.string()
      reader.skipBlanks()
      if reader.current == UInt8(ascii: ":") {
        reader.index += 1
      } else {
        reader.fault("“:” is missing after the member “\(name.prefix(60))”")
      }
      reader.skipBlanks()
      if let value = reader.value(depth: depth + 1) { members.append(name, value) }
      return true
    }
    return .object(members)
  }

  private mutating func array(depth: Int) -> WireJSON.Kind {
    var values: [WireJSON] = []
    let brackets = Brackets(
      closing: UInt8(ascii: "]"), wrong: UInt8(ascii: "}"), mismatch: "a list ends with “}” instead of “]”",
      missingComma: "a comma is missing before this value")
    elements(within: brackets) { reader in
      let before = reader.index
      if let value = reader.value(depth: depth + 1) { values.append(value) }
      if reader.index == before { reader.skipUnexpected() }
      return true
    }
    return .array(values)
  }

  /// The differences between an object and a list.
  private struct Brackets {
    var closing: UInt8
    var wrong: UInt8
    var mismatch: String
    var missingComma: String
  }

  /// Reads everything between brackets; `take` reads one element and returns whether a comma must follow.
  private mutating func elements(within brackets: Brackets, take: (inout Self) -> Bool) {
    index += 1
    var needsComma = false
    while true {
      skipBlanks()
      guard let byte = current else {
        if !isTooLarge { fault("the JSON ends before it is complete") }
        return
      }
      if byte == brackets.closing {
        index += 1
        return
      }
      if byte == UInt8(ascii: ",") {
        index += 1
        takeComma(needsComma, closing: brackets.closing)
        needsComma = false
        continue
      }
      guard byte != brackets.wrong else { return fault(brackets.mismatch) }
      if needsComma { fault(brackets.missingComma) }
      if take(&self) { needsComma = true }
    }
  }

  /// Reads a comma, which must be between two values: not first, not twice, not last.
  private mutating func takeComma(_ isExpected: Bool, closing: UInt8) {
    let place = line
    skipBlanks()
    if !isExpected || current == closing {
      if faults.count < Self.maximumFaults { faults.append(("no value follows a comma", place)) }
    }
  }

  /// Skips what is not JSON, to the end of its line or the next sign that ends a value.
  private mutating func skipUnexpected() {
    let rest = bytes[index...].prefix(24).prefix { $0 != 0x0A }
    fault("“\(String(decoding: rest, as: UTF8.self))” is not JSON")
    skipToEndOfValue()
  }

  private mutating func skipToEndOfValue() {
    let start = index
    while let byte = current, !",]}\n".utf8.contains(byte) || index == start {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  private mutating func skipNested() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        _ = string()
        continue
      case 0x0A: line += 1
      default: break
      }
      index += 1
      if depth <= 0 { return }
    }
  }

  // MARK: Words and strings

  private mutating func word() -> WireJSON.Kind? {
    let end = bytes[index...].firstIndex { ",]} \t\r\n:".utf8.contains($0) } ?? bytes.endIndex
    let text = String(decoding: bytes[index..<min(end, index + 400)], as: UTF8.self)
    switch text {
    case "":
      fault("a value is missing")
      return nil
    case "true", "false":
      index = end
      return .bool(text == "true")
    case "null":
      index = end
      return .null
    default:
      guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
        let number = Double(text), number.isFinite
      else {
        skipUnexpected()
        return nil
      }
      index = end
      return .number(number)
    }
  }

  private mutating func string() -> String {
    index += 1
    let start = line
    var text: [UInt8] = []
    var hasControl = false
    while let byte = current {
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        escape(into: &text)
        continue
      }
      if byte < 0x20, !hasControl {
        hasControl = true
        fault("a string contains a line break or control character that must be escaped")
      }
      if byte == 0x0A { line += 1 }
      text.append(byte)
    }
    if faults.count < Self.maximumFaults { faults.append(("a string never ends", start)) }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard let byte = current else { return }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text += String(scalar()).utf8
    default:
      fault("“\\” is followed by a character that can't be escaped")
      text.append(byte)
    }
  }

  /// The character of a `\u` escape, or of the two that form one outside the basic plane; U+FFFD if there is
  /// none.
  private mutating func scalar() -> Unicode.Scalar {
    guard let first = hexadecimal() else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    index += 2
    guard let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      fault("“\\u” is not followed by four hexadecimal digits")
      return nil
    }
    index += 4
    return value
  }
}
