/// The character set that a page declares (HTML Living Standard, section 13.2.3.2, "prescan a byte stream").
enum PageCharset {
  /// How many bytes to search.
  ///
  /// More than the 1024 of the prescan, because parsers switch if they find a declaration later (section
  /// 13.2.3.4), and programs that save pages put long comments before it.
  static let prescanned = 65_536

  /// Decodes a page by its byte-order mark, zero bytes, or declaration.
  static func decode(_ bytes: [UInt8]) -> TextDecoding.Decoded {
    // UTF-16 without a mark: every second byte of "<!", "<h" or "<?" is zero.
    if bytes.count >= 4, bytes[0] == 0x3C, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 {
      return TextDecoding.decode([0xFF, 0xFE] + bytes)
    }
    if bytes.count >= 4, bytes[0] == 0, bytes[1] == 0x3C, bytes[2] == 0, bytes[3] != 0 {
      return TextDecoding.decode([0xFE, 0xFF] + bytes)
    }
    return TextDecoding.decode(bytes, charset: XMLDecoding.encoding(in: bytes) ?? declared(in: bytes))
  }

  /// The name in the first `<meta>` that gives one; nil if none does.
  static func declared(in bytes: [UInt8]) -> String? {
    var scan = Scan(bytes: Array(bytes.prefix(prescanned)))
    while let start = scan.bytes[scan.at...].firstIndex(of: UInt8(ascii: "<")) {
      scan.at = start
      if scan.starts(with: "<!--") {
        scan.at += 2
        scan.skip(past: "-->")
      } else if scan.starts(with: "<meta"), scan.isEndOfName(start + 5) {
        scan.at += 5
        if let name = scan.charsetOfMeta() { return name }
      } else if scan.isLetter(start + 1) || (scan.starts(with: "</") && scan.isLetter(start + 2)) {
        scan.at += 1
        while !scan.isEndOfName(scan.at) { scan.at += 1 }
        while scan.attribute() != nil {}
      } else {
        scan.at += 1
      }
    }
    return nil
  }
}

/// A position near the beginning of a page.
private struct Scan {
  let bytes: [UInt8]
  var at = 0

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  func isLetter(_ index: Int) -> Bool {
    byte(index).map { (0x61...0x7A).contains($0 | 0x20) } ?? false
  }

  func isEndOfName(_ index: Int) -> Bool {
    byte(index).map { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") } ?? true
  }

  /// Whether the text is here, ignoring case.
  func starts(with text: String) -> Bool {
    var index = at
    for wanted in text.utf8 {
      guard let found = byte(index), found == wanted || (isLetter(index) && found | 0x20 == wanted) else {
        return false
      }
      index += 1
    }
    return true
  }

  mutating func skip(past text: String) {
    while at < bytes.count, !starts(with: text) { at += 1 }
    at = min(at + text.utf8.count, bytes.count)
  }

  /// The next attribute of the tag, with its name in lower case; nil at the tag's end.
  mutating func attribute() -> (name: String, value: String)? {
    while let next = byte(at), next <= 0x20 || next == UInt8(ascii: "/") { at += 1 }
    guard let first = byte(at), first != UInt8(ascii: ">") else { return nil }
    let start = at
    at += 1
    while !isEndOfName(at), byte(at) != UInt8(ascii: "=") { at += 1 }
    let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    while let next = byte(at), next <= 0x20 { at += 1 }
    guard byte(at) == UInt8(ascii: "=") else { return (name, "") }
    at += 1
    while let next = byte(at), next <= 0x20 { at += 1 }
    guard let quote = byte(at) else { return (name, "") }
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { at += 1 }
    let valueStart = at
    while let next = byte(at),
      isQuoted ? next != quote : next > 0x20 && next != UInt8(ascii: ">")
    {
      at += 1
    }
    let value = String(decoding: bytes[valueStart..<at], as: UTF8.self)
    if isQuoted { at = min(at + 1, bytes.count) }
    return (name, value)
  }

  /// The charset of a meta element: its `charset`, or the one in the `content` of an `http-equiv`.
  mutating func charsetOfMeta() -> String? {
    var charset: String?
    var fromContent: String?
    var isContentType = false
    while let (name, value) = attribute() {
      switch name {
      case "charset": charset = charset ?? value
      case "content": fromContent = fromContent ?? Self.charset(inContent: value)
      case "http-equiv": isContentType = value.lowercased() == "content-type"
      default: break
      }
    }
    guard let found = charset ?? (isContentType ? fromContent : nil)?.trimmedASCII, !found.isEmpty else {
      return nil
    }
    // A declaration readable as ASCII can't be in UTF-16 (section 13.2.3.2, step 15).
    return found.lowercased().hasPrefix("utf-16") ? "utf-8" : found
  }

  /// "text/html; charset=windows-1251".
  private static func charset(inContent content: String) -> String? {
    let lower = content.lowercased()
    guard let start = lower.firstBytes(of: "charset") else { return nil }
    let value = lower[start.upperBound...].drop { $0 == " " }
    guard value.first == "=" else { return nil }
    let name = value.dropFirst().drop { " \"'".contains($0) }.prefix { !" \"';".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
