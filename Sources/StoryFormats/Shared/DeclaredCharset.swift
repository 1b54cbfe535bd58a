internal import Glibc

/// Decodes text in declared character sets, through the system's iconv.
enum DeclaredCharset {
  /// Decodes bytes in a named character set; nil if the system does not know the name.
  ///
  /// Invalid bytes become U+FFFD. Latin-1 is read as its superset Windows-1252, as in all browsers (WHATWG
  /// Encoding, section 4.2).
  static func decode(_ bytes: ArraySlice<UInt8>, as name: String) -> (text: String, isDamaged: Bool)? {
    guard let known = label(name) else { return nil }
    if known == "utf-8" {
      let strict = String(validating: bytes, as: UTF8.self)
      return (strict ?? String(decoding: bytes, as: UTF8.self), strict == nil)
    }
    guard let converter = iconv_open("UTF-8", known), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    return convert(Array(bytes), with: converter)
  }

  /// The name by which iconv knows a label; nil if it can't be a character set.
  private static func label(_ name: String) -> String? {
    let label = name.trimmedASCII.lowercased()
    guard !label.isEmpty, label.utf8.count <= 40,
      label.utf8.allSatisfy({ isLetterOrDigit($0) || "-_.:+".utf8.contains($0) })
    else { return nil }
    switch label {
    case "utf8", "utf-8", "unicode-1-1-utf-8": return "utf-8"
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "x-ansi", "cp1252",
      "iso_8859-1":
      return "windows-1252"
    case "shift_jis", "x-sjis", "shift-jis": return "cp932"
    case "gb2312", "gbk", "x-gbk": return "gb18030"
    case "ks_c_5601-1987", "euc-kr": return "cp949"
    case "iso-8859-9": return "windows-1254"
    default: return label
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (0x30...0x39).contains(byte)
  }

  private static func convert(_ bytes: [UInt8], with converter: iconv_t) -> (text: String, isDamaged: Bool) {
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var isDamaged = false
    var buffer = [CChar](repeating: 0, count: 8_192)
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let (status, count) = buffer.withUnsafeMutableBufferPointer { output -> (Int, Int) in
          var place = output.baseAddress
          var room = output.count
          let status = iconv(converter, &next, &left, &place, &room)
          return (status == -1 ? Int(errno) : 0, output.count - room)
        }
        result += buffer.prefix(count).lazy.map { UInt8(bitPattern: $0) }
        guard status != 0, status != Int(E2BIG) else { continue }
        // An invalid byte, or the first byte of a truncated letter.
        isDamaged = true
        result += "\u{FFFD}".utf8
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    return (String(decoding: result, as: UTF8.self), isDamaged)
  }
}
