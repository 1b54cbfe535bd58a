/// A key press, as far as terminals can tell keys apart.
public enum Key: Hashable, Sendable {
  /// A printing character, space included.
  case character(Character)
  /// Control with a lower-case letter or one of `@\]^_`: `.control("r")`.
  case control(Character)
  /// Alt, or Escape just before, with a character: `.alt("x")`.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// F1 is 1.
  case function(Int)
}

/// What the display has to tell the program.
public enum Input: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseAction)
  /// Text pasted at once, between paste brackets; never commands.
  case pasted(String)
  /// The terminal has a new size, or the program is in the foreground again: paint.
  case resized(Size)
  /// The mailbox's descriptor is readable.
  case mail
  /// The program was asked to end: `signal` is SIGTERM, SIGHUP or SIGINT as in signal(7), 0 for a lost
  /// terminal.
  case ended(signal: Int32)
}
