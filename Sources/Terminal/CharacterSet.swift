internal import System

/// What the terminal's locale can show.
enum CharacterSet {
  case utf8
  /// Only ASCII.
  case ascii

  /// Sets the character locale: the user's if it uses UTF-8, else C.UTF-8, which terminals also show.
  ///
  /// Numbers and messages stay in the C locale.
  static func choose() -> CharacterSet {
    TerminalDevice.chooseUTF8(among: ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"]) ? .utf8 : .ascii
  }

  /// The character to show instead, of the same width.
  func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard self == .ascii, !scalar.isASCII else { return scalar }
    switch scalar {
    case "\u{2018}", "\u{2019}": return "'"
    case "\u{201C}", "\u{201D}": return "\""
    case "\u{2010}"..."\u{2015}", "\u{2500}", "\u{2501}": return "-"
    case "\u{2502}", "\u{2503}", "\u{258C}", "\u{2590}": return "|"
    case "\u{2504}"..."\u{257F}": return "+"
    case "\u{2022}", "\u{25CF}": return "*"
    case "\u{A0}": return " "
    default: return "?"
    }
  }
}
