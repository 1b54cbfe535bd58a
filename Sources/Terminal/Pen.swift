internal import CNcurses
internal import Screen

/// Turns styles into curses attributes and colour pairs.
struct Pen {
  /// How many colours there are.
  let depth: ColourDepth
  /// How many colours curses has, 0 for none: some terminals have 8 and show the light ones by bold letters.
  private let colours: Int
  /// How many of the terminal's own colours keep their numbers among direct ones.
  private let ownColours: Int
  private var known: [Style: Ink] = [:]

  /// An attribute set and colour pair of curses.
  struct Ink {
    var attributes: attr_t
    var pair: Int32
  }

  /// Turns colours on, as far as `depth` allows; call it after `newterm`.
  ///
  /// - Parameter ownColours: how many numbers mean the terminal's own colours where `depth` is true colour.
  init(depth: ColourDepth, ownColours: Int = 8) {
    self.ownColours = ownColours
    guard depth != .none, start_color() == OK else {
      self.depth = .none
      colours = 0
      return
    }
    self.depth = depth
    use_default_colors()
    colours = Int(newsroom_colours())
  }

  /// The ink for a style; strike-through is ignored, because curses doesn't have it.
  mutating func ink(for style: Style) -> Ink {
    // Some terminals have few pairs, and curses reuses the oldest: what was known about it is then wrong.
    if let ink = known[style], colours >= 256 { return ink }
    var ink = Ink(attributes: attributes(style.attributes), pair: 0)
    if depth != .none, style.foreground != nil || style.background != nil {
      let foreground = style.foreground.map { number($0) } ?? -1
      let background = style.background.map { number($0) } ?? -1
      if colours < 16, foreground >= 8 { ink.attributes |= newsroom_bold() }
      ink.pair = max(0, alloc_pair(folded(foreground), folded(background)))
    }
    if known.count >= 1_000 { known = [:] }
    known[style] = ink
    return ink
  }

  private func attributes(_ attributes: Style.Attributes) -> attr_t {
    var result = attr_t(0)
    if attributes.contains(.bold) { result |= newsroom_bold() }
    if attributes.contains(.dim) { result |= newsroom_dim() }
    if attributes.contains(.italic) { result |= newsroom_italic() }
    if attributes.contains(.underline) { result |= newsroom_underline() }
    if attributes.contains(.reverse) { result |= newsroom_reverse() }
    return result
  }

  private func number(_ colour: Colour) -> Int {
    switch depth {
    case .none: -1
    case .ansi16: Int(Palette.ansi16(colour))
    case .indexed256: Int(Palette.indexed256(colour))
    case .trueColour: direct(colour)
    }
  }

  /// The lowest numbers mean the terminal's own colours, so black becomes the darkest blue that does not.
  private func direct(_ colour: Colour) -> Int {
    if let own = colour.own { return Int(own) % ownColours }
    let number = Int(colour.red) << 16 | Int(colour.green) << 8 | Int(colour.blue)
    return max(ownColours, number)
  }

  private func folded(_ number: Int) -> Int32 { Int32(colours < 16 && number >= 8 ? number - 8 : number) }
}
