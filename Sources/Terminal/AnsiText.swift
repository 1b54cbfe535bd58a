public import Screen

/// Styled text for a terminal that is written to line by line, without curses.
public enum AnsiText {
  /// The runs one after the other, cleaned, each between the sequence for its style and the one that ends it (ECMA-48, SGR).
  public static func encode(_ runs: [(text: String, style: Style)], depth: ColourDepth) -> String {
    runs.map { run in
      let codes = self.codes(of: run.style, depth: depth)
      let text = CellText.clean(run.text)
      return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
    }.joined()
  }

  private static func codes(of style: Style, depth: ColourDepth) -> [String] {
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strike, "9"),
    ]
    var codes = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    if let colour = style.foreground { codes += self.codes(of: colour, depth: depth, isBackground: false) }
    if let colour = style.background { codes += self.codes(of: colour, depth: depth, isBackground: true) }
    return codes
  }

  private static func codes(of colour: Colour, depth: ColourDepth, isBackground: Bool) -> [String] {
    let base = isBackground ? 40 : 30
    switch depth {
    case .none: return []
    case .ansi16:
      let index = Int(Palette.ansi16(colour))
      return ["\(index < 8 ? base + index : base + 52 + index)"]
    case .indexed256: return ["\(base + 8)", "5", "\(Palette.indexed256(colour))"]
    case .trueColour: return ["\(base + 8)", "2", "\(colour.red)", "\(colour.green)", "\(colour.blue)"]
    }
  }
}
