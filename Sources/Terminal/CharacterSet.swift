internal import System

/// What the terminal's locale lets it show.
enum CharacterSet {
  case utf8
  /// Nothing but ASCII.
  case ascii

  /// Chooses the locale of characters: the user's where it is UTF-8, else C.UTF-8, which terminals show as well.
  ///
  /// Only characters are affected; numbers and messages stay those of the C locale.
  static func choose() -> CharacterSet {
    TerminalDevice.chooseUTF8(among: ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"]) ? .utf8 : .ascii
  }

  /// Text as it can be shown, in as many cells.
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
