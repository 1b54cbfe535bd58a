/// What the reader's terminal is told when something happens while nobody looks at it.
public struct Notice: Hashable, Sendable {
  /// How the bell rings.
  public enum Bell: String, Hashable, Sendable, CaseIterable {
    /// As the terminal does, which may be silent.
    case sound
    /// The screen flashes, where the terminal can.
    case flash
    case off
  }

  /// How the desktop is notified, through the terminal.
  public enum Manner: String, Hashable, Sendable, CaseIterable {
    /// In the way that the terminal is known to understand, or not at all.
    case auto
    /// OSC 9 of iTerm2.
    case osc9
    /// OSC 777 of rxvt-unicode.
    case osc777
    case off
  }

  /// Who speaks.
  public var title: String
  /// The sentence.
  public var text: String
  /// How the bell rings.
  public var bell: Bell
  /// How the desktop is notified.
  public var manner: Manner

  /// Makes a notice.
  public init(title: String, text: String, bell: Bell = .sound, manner: Manner = .auto) {
    (self.title, self.text, self.bell, self.manner) = (title, text, bell, manner)
  }
}
