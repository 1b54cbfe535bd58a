/// Splits a message into lines and decodes its bytes.
enum MailBytes {
  /// The line at a position, and the position after its end; LF, CRLF and a lone CR end a line.
  static func line(_ bytes: ArraySlice<UInt8>, at start: Int) -> (text: ArraySlice<UInt8>, next: Int) {
    var end = start
    while end < bytes.endIndex, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    guard end < bytes.endIndex else { return (bytes[start..<end], end) }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A
    return (bytes[start..<end], end + (isPair ? 2 : 1))
  }

  /// Decodes quoted-printable (RFC 2045, section 6.7); invalid codes stay unchanged.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "="), index + 2 < bytes.endIndex, let high = bytes[index + 1].hexadecimal,
        let low = bytes[index + 2].hexadecimal
      {
        result.append(high << 4 | low)
        index += 3
      } else if byte == UInt8(ascii: "="), !isHeader, let next = softBreak(bytes, after: index) {
        index = next
      } else {
        result.append(isHeader && byte == UInt8(ascii: "_") ? 0x20 : byte)
        index += 1
      }
    }
    return result
  }

  /// Decoded bytes, and what was among them without belonging to them.
  struct Unpacked {
    var bytes: [UInt8]
    /// Lines that a mailing list added after the encoded ones.
    var rest: ArraySlice<UInt8> = []
    /// Whether invalid characters were skipped.
    var isDamaged = false
  }

  /// Decodes base 64 line by line (RFC 2045, section 6.8); text after its end is not part of it, and text
  /// alone is not base 64.
  static func base64(_ bytes: ArraySlice<UInt8>) -> Unpacked {
    var unpacked = Unpacked(bytes: [])
    var encoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (line, next) = self.line(bytes, at: index)
      let strangers = line.count { !isBase64($0) && $0 != 0x20 && $0 != 0x09 }
      let blanks = line.drop { $0 == 0x20 }.split(separator: 0x20).count - 1
      if strangers > 0 || blanks > 0 {
        let isProse = blanks > 0 || line.starts(with: "--".utf8) || line.starts(with: "__".utf8)
        if isProse, encoded.isEmpty {
          return Unpacked(bytes: Array(bytes), isDamaged: true)
        }
        if isProse, encoded.last == UInt8(ascii: "=") || encoded.count.isMultiple(of: 4) {
          unpacked.rest = bytes[index...]
          break
        }
        unpacked.isDamaged = true
      }
      encoded += line.lazy.filter(isBase64)
      index = next
    }
    if !encoded.count.isMultiple(of: 4) { unpacked.isDamaged = true }
    unpacked.bytes = Base64.bytes(encoded)
    return unpacked
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Where the text continues after a "=" at the end of its line, ignoring spaces.
  private static func softBreak(_ bytes: ArraySlice<UInt8>, after index: Int) -> Int? {
    var next = index + 1
    while next < bytes.endIndex, next < index + 80, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next < bytes.endIndex else { return next }
    if bytes[next] == 0x0D {
      return next + 1 < bytes.endIndex && bytes[next + 1] == 0x0A ? next + 2 : next + 1
    }
    return bytes[next] == 0x0A ? next + 1 : nil
  }
}
