/// A 24-bit colour, 0 to 255 per channel, or one of the terminal's own.
public struct Colour: Hashable, Sendable {
  /// The channels.
  public var red, green, blue: UInt8
  /// The number of one of the terminal's own 16 colours, whose look its user chose; the channels are xterm's.
  public private(set) var own: UInt8?

  /// Makes a colour.
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// One of the terminal's own colours, by its number from 0 to 15.
  public init(own number: UInt8) {
    self = Palette.xterm(number)
    own = number & 15
  }
}

/// How a cell looks; a nil colour is the terminal's own.
public struct Style: Hashable, Sendable {
  /// Attributes of letters; they can be combined.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit per attribute.
    public let rawValue: UInt8
    /// Takes the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted.
    public static let italic = Attributes(rawValue: 4)
    /// With a line under it.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background swapped.
    public static let reverse = Attributes(rawValue: 16)
    /// With a line through it.
    public static let strike = Attributes(rawValue: 32)
  }

  /// The colour of the letters.
  public var foreground: Colour?
  /// The colour behind them.
  public var background: Colour?
  /// The attributes of the letters.
  public var attributes: Attributes

  /// Makes a style.
  public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style overridden by `other`; attributes add up.
  public func patched(with other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }
}
