/// 24-bit colours on displays with fewer.
public enum Palette {
  /// The nearest of xterm's 240 fixed colours, 16 to 255; the terminal's own colours stay what they are.
  public static func indexed256(_ colour: Colour) -> UInt8 {
    if let own = colour.own { return own }
    let parts = [colour.red, colour.green, colour.blue].map { nearestLevel(Int($0)) }
    let cube = 16 + 36 * parts[0] + 6 * parts[1] + parts[2]
    let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
    let grey = min(max((mean - 3) / 10, 0), 23)
    let shade = UInt8(8 + 10 * grey)
    let inCube = Colour(UInt8(levels[parts[0]]), UInt8(levels[parts[1]]), UInt8(levels[parts[2]]))
    return distance(colour, Colour(shade, shade, shade)) < distance(colour, inCube)
      ? UInt8(232 + grey) : UInt8(cube)
  }

  /// The nearest of the 16 colours of every colour terminal, 0 to 15, as xterm draws them.
  public static func ansi16(_ colour: Colour) -> UInt8 {
    if let own = colour.own { return own }
    let nearest = ansi.indices.min { distance(colour, ansi[$0]) < distance(colour, ansi[$1]) }
    return UInt8(nearest ?? 7)
  }

  /// How xterm draws one of the 16 colours.
  static func xterm(_ number: UInt8) -> Colour { ansi[Int(number & 15)] }

  /// The levels of each channel in xterm's colour cube.
  private static let levels = [0, 95, 135, 175, 215, 255]

  private static let ansi: [Colour] = [
    Colour(0, 0, 0), Colour(205, 0, 0), Colour(0, 205, 0), Colour(205, 205, 0), Colour(0, 0, 238),
    Colour(205, 0, 205), Colour(0, 205, 205), Colour(229, 229, 229), Colour(127, 127, 127), Colour(255, 0, 0),
    Colour(0, 255, 0), Colour(255, 255, 0), Colour(92, 92, 255), Colour(255, 0, 255), Colour(0, 255, 255),
    Colour(255, 255, 255),
  ]

  private static func nearestLevel(_ value: Int) -> Int {
    levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0
  }

  /// How different two colours look: the "redmean" approximation.
  private static func distance(_ one: Colour, _ other: Colour) -> Int {
    let mean = (Int(one.red) + Int(other.red)) / 2
    let (red, green, blue) = (
      Int(one.red) - Int(other.red), Int(one.green) - Int(other.green), Int(one.blue) - Int(other.blue)
    )
    return ((512 + mean) * red * red) / 256 + 4 * green * green + ((767 - mean) * blue * blue) / 256
  }
}
