internal import Stories

/// The words of a template tag: its name, then values with or without names.
struct TagWords {
  /// Everything between the tag's delimiters.
  let text: String
  /// The first word.
  private(set) var name = ""
  /// Everything after it.
  private(set) var rest = ""
  /// Values without a name, without quotation marks.
  private(set) var positional: [String] = []
  /// Values by name.
  private(set) var named: [String: String] = [:]

  /// Splits a tag.
  init(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    var at = bytes.firstIndex(where: \.isSpace) ?? bytes.count
    name = String(decoding: bytes[..<at], as: UTF8.self)
    rest = String(decoding: bytes[at...], as: UTF8.self).trimmed
    while at < bytes.count, positional.count + named.count < 64 {
      if bytes[at].isSpace || bytes[at] == 0x3D || bytes[at] == 0x2C { at += 1; continue }
      let value = Self.value(bytes, &at)
      if at < bytes.count, bytes[at] == 0x3D {
        at += 1
        let content = at < bytes.count && !bytes[at].isSpace ? Self.value(bytes, &at) : ""
        named[value.lowercased()] = named[value.lowercased()] ?? content
      } else {
        positional.append(value)
      }
    }
  }

  private static func value(_ bytes: [UInt8], _ at: inout Int) -> String {
    let quote = bytes[at]
    guard quote == 0x22 || quote == 0x27 || quote == 0x60 else {
      let start = at
      while at < bytes.count, !bytes[at].isSpace, bytes[at] != 0x3D { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    at += 1
    var value: [UInt8] = []
    while at < bytes.count, bytes[at] != quote {
      if bytes[at] == 0x5C, quote != 0x60, at + 1 < bytes.count { at += 1 }
      value.append(bytes[at])
      at += 1
    }
    at = min(at + 1, bytes.count)
    return String(decoding: value, as: UTF8.self)
  }
}
