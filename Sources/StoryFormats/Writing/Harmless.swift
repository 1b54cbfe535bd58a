/// Which characters may be written as they are, so that a file that is looked at on a terminal does no harm.
///
/// All others are written as what the format has for them, `&#8238;` or `\u202e`, and come back when it is read.
enum Harmless {
  /// Whether a character is neither a control nor invisible; line feed and tab are left to the caller.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
    default: true
    }
  }

  /// Text for HTML and XML: markup escaped, harmful characters as numbers, those that XML forbids as U+FFFD.
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

  /// An address that may stand in a page: http, https, mailto, or a path; nil for all others, javascript: among them.
  static func address(_ address: String?) -> String? {
    guard let address, !address.isEmpty else { return nil }
    guard WebAddress.hasScheme(address) else {
      // A colon before the first slash would be taken for a scheme by somebody.
      return address.prefix { $0 != "/" }.contains(":") ? nil : address
    }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? address : nil
  }
}
