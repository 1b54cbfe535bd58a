internal import CNcurses
internal import Glibc
internal import Screen

/// Styles as curses has them: attributes, and colour pairs that are made on demand.
struct CursesPalette {
  let depth: ColourDepth
  /// Whether colours are given as 24 bits: terminals whose name ends in "-direct".
  private let isDirect: Bool
  private let hasBright: Bool

  /// Asks the terminal and the environment.
  init() {
    let wanted = ColourDepth.detect { name in getenv(name).map { String(cString: $0) } }
    guard wanted != .none, has_colors(), start_color() == OK, use_default_colors() == OK else {
      (depth, isDirect, hasBright) = (.none, false, false)
      return
    }
    let count = newsroom_colours()
    isDirect = count >= 1 << 24 && tigetflag("RGB") > 0
    hasBright = count >= 16
    depth = isDirect ? .trueColour : count >= 256 ? .indexed256 : .ansi16
  }

  /// The attributes and the pair that show a style.
  func pen(for style: Style) -> (attributes: UInt32, pair: Int32) {
    var attributes: UInt32 = 0
    if style.attributes.contains(.bold) { attributes |= newsroom_bold() }
    if style.attributes.contains(.dim) { attributes |= newsroom_dim() }
    if style.attributes.contains(.italic) { attributes |= newsroom_italic() }
    if style.attributes.contains(.underline) { attributes |= newsroom_underline() }
    if style.attributes.contains(.reverse) { attributes |= newsroom_reverse() }
    guard depth != .none, style.foreground != nil || style.background != nil else { return (attributes, 0) }
    let pair = alloc_pair(number(of: style.foreground), number(of: style.background))
    return (attributes, max(0, pair))
  }

  /// The number of a colour on this terminal; -1 is its own.
  private func number(of colour: Colour?) -> Int32 {
    guard let colour else { return -1 }
    if isDirect { return Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue) }
    if depth == .indexed256 { return Int32(Palette.indexed256(colour)) }
    let index = Int32(Palette.ansi16(colour))
    return hasBright ? index : index % 8
  }
}
