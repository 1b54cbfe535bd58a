/// Base 64 (RFC 4648, section 4), as mail and feeds use it.
enum Base64 {
  /// The decoded bytes; signs that are no digits are skipped.
  static func bytes(_ encoded: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in encoded {
      guard let value = digit(byte) else {
        // Another group begins after "=", since pieces may be concatenated.
        if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }
        continue
      }
      bits = (bits << 6 | UInt32(value)) & 0xFFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return result
  }

  /// The decoded text; nil if it is not base 64, or not UTF-8.
  static func text(_ encoded: String) -> String? {
    let isBase64 = encoded.utf8.allSatisfy {
      digit($0) != nil || [0x3D, 0x20].contains($0) || (0x09...0x0D).contains($0)
    }
    guard isBase64 else { return nil }
    let bytes = bytes(encoded.utf8)
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.value < 0x20 && !(0x09...0x0D).contains($0.value) })
    else { return nil }
    return text
  }

  /// The value of a digit, including those of the alphabet for addresses and file names (RFC 4648, section
  /// 5).
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
