public import Screen

extension ColourDepth {
  /// How many colours to use for text printed without curses, from the environment alone.
  ///
  /// A non-empty `NO_COLOR` (https://no-color.org) means none; `COLORTERM` of `truecolor` or `24bit` means
  /// all; otherwise the name in `TERM` decides.
  /// - Parameter environment: gives a variable's value, nil if unset.
  public static func detect(_ environment: (String) -> String?) -> ColourDepth {
    guard (environment("NO_COLOR") ?? "").isEmpty else { return .none }
    let name = environment("TERM") ?? ""
    if name.isEmpty || monochrome.contains(name) || name.hasPrefix("vt") || name.hasSuffix("-mono") {
      return .none
    }
    if isClaimedTrue(environment) || isDirect(name) {
      return .trueColour
    }
    return name.contains("256color") || name.contains("kitty") ? .indexed256 : .ansi16
  }

  /// How many colours curses can show on a terminal whose description claims `described`.
  ///
  /// Only descriptions of direct colour let curses send 24-bit colours: see `DirectColour`. Others get the
  /// nearest of the fixed 256, because changing the palette would change the terminal for every other program
  /// in it.
  public static func detect(described: Int, _ environment: (String) -> String?) -> ColourDepth {
    guard (environment("NO_COLOR") ?? "").isEmpty else { return .none }
    switch described {
    case ..<8: return .none
    case ..<256: return .ansi16
    case ..<(1 << 24): return .indexed256
    default: return .trueColour
    }
  }

  /// Whether the terminal says that it has 24-bit colours.
  static func isClaimedTrue(_ environment: (String) -> String?) -> Bool {
    ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "")
  }

  private static let monochrome = ["dumb", "unknown", "lp", "network"]

  private static func isDirect(_ name: String) -> Bool { name.hasSuffix("-direct") }
}
