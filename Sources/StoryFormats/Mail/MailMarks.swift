/// Removes marks that mail programs add to plain text.
enum MailMarks {
  /// Text without the armour of a signature (RFC 9580, section 7); its lines stay.
  static func withoutArmour(_ text: String) -> String {
    guard text.hasBytes(of: "-----BEGIN PGP SIGNED MESSAGE-----") else { return text }
    var kept: [Substring] = []
    enum Place { case outside, header, inside, signature }
    var place = Place.outside
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch place {
      case .outside where line.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----"): place = .header
      case .outside: kept.append(line)
      case .header: if line.allSatisfy(\.isWhitespace) { place = .inside }
      case .inside where line.hasPrefix("-----BEGIN PGP SIGNATURE-----"): place = .signature
      case .inside: kept.append(line.hasPrefix("- ") ? line.dropFirst(2) : line)
      case .signature: if line.hasPrefix("-----END PGP SIGNATURE-----") { place = .outside }
      }
    }
    return kept.joined(separator: "\n")
  }

  /// Enriched text without its commands (RFC 1896): `<bold>`, `<<` for "<", and single line breaks, which
  /// only join lines.
  static func withoutCommands(_ text: String) -> String {
    var result: [UInt8] = []
    var breaks = 0
    var parameters = 0
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
        result.append(byte)
        index += 2
        continue
      }
      if byte == UInt8(ascii: "<"),
        let end = bytes[index...].prefix(64).firstIndex(of: UInt8(ascii: ">"))
      {
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self).lowercased()
        if name == "param" {
          parameters += 1
        } else if name == "/param" {
          parameters = max(0, parameters - 1)
        }
        index = end + 1
        continue
      }
      index += 1
      guard parameters == 0 else { continue }
      if byte == 0x0A {
        breaks += 1
        result.append(breaks == 1 ? 0x20 : 0x0A)
        if breaks == 2 { result.append(0x0A) }
      } else {
        breaks = 0
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
