internal import Stories

/// The IPTC's controlled vocabularies, as far as they matter to a reader.
enum WireCodes {
  /// A code with the alias of its scheme ("medtop:20000002"), from the scheme's address and a code.
  static func code(scheme: String?, code: String?) -> String? {
    guard let code = code?.trimmedASCII, !code.isEmpty else { return nil }
    guard let alias = scheme.flatMap(alias) else { return code }
    return "\(alias):\(code)"
  }

  /// The same from a concept's address, `http://cv.iptc.org/newscodes/mediatopic/20000002`.
  static func code(uri: String?) -> String? {
    guard let uri = uri?.trimmedASCII, !uri.isEmpty else { return nil }
    guard let slash = uri.lastIndex(of: "/"), let alias = alias(String(uri[..<slash])) else { return uri }
    return "\(alias):\(uri[uri.index(after: slash)...])"
  }

  /// The alias of a scheme in the IPTC's catalogue.
  private static func alias(_ scheme: String) -> String? {
    let name = scheme.lowercased()
    guard name.contains("cv.iptc.org/newscodes/") else { return nil }
    let parts = name.split(separator: "/")
    switch parts.last {
    case "mediatopic": return "medtop"
    case "subjectcode": return "subj"
    case "genre": return "genre"
    default: return nil
    }
  }

  /// The code without its scheme's alias or address: "usable" for "stat:usable".
  static func local(_ code: String) -> String {
    let trimmed = code.trimmedASCII
    guard let mark = trimmed.lastIndex(where: { $0 == ":" || $0 == "/" || $0 == "#" }) else { return trimmed }
    return String(trimmed[trimmed.index(after: mark)...])
  }

  /// Whether a scheme's name or address is for desks or sections rather than subjects.
  static func isSection(scheme: String?) -> Bool {
    guard let scheme else { return false }
    let words = scheme.prefix(500).lowercased().split { !$0.isLetter }
    return words.contains { sectionWords.contains(String($0)) }
  }

  private static let sectionWords: Set<String> = [
    "desk", "desks", "section", "sections", "department", "sector", "ressort", "ressorts", "rubrik",
    "rubrikk",
    "sektion", "seksjon", "rubrique",
  ]

  /// A publishing status in any of its spellings (IPTC NewsCodes, "Publishing Status"; NITF
  /// `management-status`).
  static func status(_ text: String) -> Wire.Status? {
    switch local(text).lowercased() {
    case "usable": .usable
    case "withheld", "hold", "withhold": .withheld
    case "canceled", "cancelled", "killed", "kill", "recalled": .canceled
    default: nil
    }
  }
}
