/// Decodes the bytes of an XML document (XML 1.0, appendix F).
enum XMLDecoding {
  /// Decodes the bytes by their byte-order mark, their zero bytes, or the encoding in the XML declaration.
  static func decode(_ bytes: [UInt8]) -> TextDecoding.Decoded {
    // UTF-16 without a mark: every second byte of "<?" is zero.
    if bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00]) { return TextDecoding.decode([0xFF, 0xFE] + bytes) }
    if bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F]) { return TextDecoding.decode([0xFE, 0xFF] + bytes) }
    return TextDecoding.decode(bytes, charset: encoding(in: bytes))
  }

  /// The name in `<?xml … encoding="…"?>`; nil if there is none.
  static func encoding(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(512), as: UTF8.self)
    guard let start = head.firstBytes(of: "<?xml"), let end = head[start.upperBound...].firstBytes(of: "?>")
    else {
      return nil
    }
    let declaration = head[start.upperBound..<end.lowerBound]
    guard let name = declaration.firstBytes(of: "encoding") else { return nil }
    let value = declaration[name.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" || $0 == "\n" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}
