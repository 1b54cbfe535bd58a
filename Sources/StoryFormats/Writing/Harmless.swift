/// Decides which characters may be written unchanged, so that a file viewed in a terminal does no harm.
///
/// All others are written in the format's own notation, `&#8238;` or `\u202e`, and are restored by reading.
enum Harmless {
  /// Whether a character is neither a control nor invisible; line feed and tab are the caller's concern.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
    default: true
    }
  }

  /// Text without any notation, such as code, with its harmful characters replaced by U+FFFD.
  static func verbatim(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\n" || $0 == "\t" || isHarmless($0) ? $0 : "\u{FFFD}" }))
  }

  /// Text for HTML and XML: markup escaped, harmful characters as numbers, characters forbidden in XML as
  /// U+FFFD.
  static func markup(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default:
        if isHarmless(scalar) { result.unicodeScalars.append(scalar) } else { result += "&#\(scalar.value);" }
      }
    }
    return result
  }

  /// An address that a page may contain: http, https, mailto, or a path; nil for all others, such as
  /// javascript:.
  static func address(_ address: String?) -> String? {
    guard let address, !address.isEmpty else { return nil }
    guard WebAddress.hasScheme(address) else {
      // Some programs would take a colon before the first slash for a scheme.
      return address.prefix { $0 != "/" }.contains(":") ? nil : address
    }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? address : nil
  }
}
