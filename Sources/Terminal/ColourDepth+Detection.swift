public import Screen

extension ColourDepth {
  /// How many colours to use, from the environment alone.
  ///
  /// `NO_COLOR` (no-color.org) ends the matter; then COLORTERM and TERM are asked.
  /// - Parameter environment: gives a variable's value, nil where it isn't set.
  public static func detect(_ environment: (String) -> String?) -> ColourDepth {
    if let value = environment("NO_COLOR"), !value.isEmpty { return .none }
    let term = environment("TERM") ?? ""
    if term.isEmpty || term == "dumb" || term.hasPrefix("vt") { return .none }
    if ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "") || term.hasSuffix("-direct") {
      return .trueColour
    }
    return term.contains("256color") || term.contains("kitty") ? .indexed256 : .ansi16
  }
}
