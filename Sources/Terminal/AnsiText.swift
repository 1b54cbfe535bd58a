public import Screen

/// Styled text for commands that print to a terminal without a screen.
public enum AnsiText {
  /// The runs in order, cleaned, each between the control sequences of its style (ECMA-48, SGR).
  ///
  /// Only what `Style` says becomes a control sequence; with a depth of `.none`, only its attributes. A line
  /// break can't be part of a run: cleaning makes it a space.
  public static func encode(_ runs: [(text: String, style: Style)], depth: ColourDepth) -> String {
    var text = ""
    for (content, style) in runs {
      let parameters = sgr(style, depth: depth)
      let content = CellText.clean(content)
      text += parameters.isEmpty ? content : "\u{1B}[\(parameters.joined(separator: ";"))m\(content)\u{1B}[0m"
    }
    return text
  }

  private static func sgr(_ style: Style, depth: ColourDepth) -> [String] {
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strike, "9"),
    ]
    var parameters = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    if let colour = style.foreground { parameters += sgr(colour, depth: depth, background: false) }
    if let colour = style.background { parameters += sgr(colour, depth: depth, background: true) }
    return parameters
  }

  private static func sgr(_ colour: Colour, depth: ColourDepth, background: Bool) -> [String] {
    let shift = background ? 10 : 0
    switch depth {
    case .none: return []
    case .ansi16,
      .indexed256 where colour.own != nil, .trueColour where colour.own != nil:
      let index = Int(Palette.ansi16(colour))
      return [String((index < 8 ? 30 + index : 82 + index) + shift)]
    case .indexed256: return [String(38 + shift), "5", String(Palette.indexed256(colour))]
    case .trueColour:
      return [String(38 + shift), "2"] + [colour.red, colour.green, colour.blue].map { String($0) }
    }
  }
}
