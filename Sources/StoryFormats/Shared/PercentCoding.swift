/// Percent-encoding (RFC 3986, section 2.1).
package enum PercentCoding {
  /// The text with "A" for `%41`; invalid sequences, and those that are not UTF-8, stay unchanged.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    return String(validating: bytes(text), as: UTF8.self) ?? text
  }

  /// The bytes of a text with "A" for `%41`; invalid sequences stay unchanged.
  static func bytes(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = bytes[index + 1].hexadecimal,
        let low = bytes[index + 2].hexadecimal
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimal: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
