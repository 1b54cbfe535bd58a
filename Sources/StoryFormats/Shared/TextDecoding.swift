internal import Glibc

/// Decodes the bytes of a file, whatever their encoding.
public enum TextDecoding {
  /// The encoding that was used.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
    case declared
  }

  /// Text with "\n" line ends, and its encoding.
  public struct Decoded: Sendable {
    /// The text; NUL and invalid bytes are U+FFFD.
    public var text: String
    /// The encoding that was used.
    public var encoding: Encoding
    /// Whether some bytes were invalid.
    public var isDamaged: Bool
  }

  /// Decodes bytes by their byte-order mark, else as UTF-8, else as declared, else as Windows-1252, which
  /// includes Latin-1.
  ///
  /// Text that was encoded twice is repaired (see `undoubled`). UTF-8 with a few invalid places stays UTF-8.
  /// Valid UTF-8 with letters beyond ASCII is hardly ever anything else, whatever is declared; for pure ASCII
  /// a declared shifting set counts (ISO-2022-JP).
  /// - Parameter charset: the character set that the file declares, if any.
  public static func decode(_ bytes: [UInt8], charset: String? = nil) -> Decoded {
    if let wide = utf32(bytes) { return wide }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let isShifted =
      charset.map { $0.lowercased().hasPrefix("iso-2022") || $0.lowercased() == "hz-gb-2312" } ?? false
    if !isShifted, let text = validated(content) {
      return Decoded(text: normalised(undoubled(text)), encoding: .utf8, isDamaged: false)
    }
    if let charset, let text = DeclaredCharset.decode(content, as: charset), isShifted || !isUTF8(charset) {
      return Decoded(text: normalised(text.text), encoding: .declared, isDamaged: text.isDamaged)
    }
    let (sound, broken) = countSequences(content)
    if sound > broken {
      return Decoded(
        text: normalised(String(decoding: content, as: UTF8.self)), encoding: .utf8, isDamaged: true)
    }
    var scalars = String.UnicodeScalarView()
    for byte in content { scalars.append(windows1252(byte)) }
    return Decoded(text: normalised(String(scalars)), encoding: .windows1252, isDamaged: false)
  }

  /// The text of valid UTF-8; nil for anything else.
  ///
  /// Faster than `String(validating:)`, which goes byte by byte.
  private static func validated(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      var text = String(decoding: buffer, as: UTF8.self)
      guard let content = buffer.baseAddress else { return text }
      // Repaired text differs from its bytes.
      let isSound = text.withUTF8 { read in
        read.count == buffer.count && read.baseAddress.map { memcmp($0, content, read.count) == 0 } == true
      }
      return isSound ? text : nil
    }
  }

  private static func isUTF8(_ charset: String) -> Bool {
    ["utf-8", "utf8"].contains(charset.lowercased())
  }

  /// Whether bytes are not text: a NUL, or many control characters, near the beginning.
  public static func looksBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let sample = bytes.prefix(8_192)
    if sample.contains(0) { return true }
    let controls = sample.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    return controls * 20 > sample.count
  }

  /// The character of a byte in Windows-1252 (WHATWG Encoding, section 9); undefined bytes are C1 controls.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte) - 0x80]
  }

  /// The byte of a character in Windows-1252 that is not in Latin-1.
  static func byte(ofWindows1252 scalar: Unicode.Scalar) -> UInt8? {
    upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  private static let upper: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}", "\u{90}",
    "‘", "’",
    "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? two << 8 | one : one << 8 | two)
      index += 2
    }
    let isSound = bytes.count.isMultiple(of: 2) && String(validating: units, as: UTF16.self) != nil
    return Decoded(
      text: normalised(String(decoding: units, as: UTF16.self)), encoding: .utf16, isDamaged: !isSound)
  }

  /// The text of UTF-32 with a byte-order mark (Unicode, section 23.8); nil without one.
  private static func utf32(_ bytes: [UInt8]) -> Decoded? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE, 0, 0])
    guard isLittle || bytes.starts(with: [0, 0, 0xFE, 0xFF]), bytes.count.isMultiple(of: 4),
      let decoded = DeclaredCharset.decode(bytes.dropFirst(4), as: isLittle ? "utf-32le" : "utf-32be")
    else { return nil }
    return Decoded(text: normalised(decoded.text), encoding: .declared, isDamaged: decoded.isDamaged)
  }

  /// The number of valid multi-byte sequences, and of bytes outside them.
  private static func countSequences(_ bytes: ArraySlice<UInt8>) -> (sound: Int, broken: Int) {
    var (sound, broken) = (0, 0)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length =
        byte < 0x80
        ? 1
        : byte >= 0xC2 && byte < 0xE0
          ? 2 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xF0 && byte < 0xF5 ? 4 : 0
      let end = index + max(length, 1)
      if length == 0 {
        broken += 1
      } else if length > 1 {
        let isSound = end <= bytes.endIndex && bytes[(index + 1)..<end].allSatisfy { $0 & 0xC0 == 0x80 }
        guard isSound else {
          broken += 1
          index += 1
          continue
        }
        sound += 1
      }
      index = end
    }
    return (sound, broken)
  }

  /// CRLF and CR as LF, NUL as U+FFFD.
  private static func normalised(_ text: String) -> String {
    var text = text
    let isNormal = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return true }
      return memchr(start, 0x0D, bytes.count) == nil && memchr(start, 0, bytes.count) == nil
    }
    if isNormal { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var lastWasReturn = false
    for byte in text.utf8 {
      switch byte {
      case 0x0D: bytes.append(0x0A)
      case 0x0A where lastWasReturn: break
      case 0: bytes += [0xEF, 0xBF, 0xBD]
      default: bytes.append(byte)
      }
      lastWasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
