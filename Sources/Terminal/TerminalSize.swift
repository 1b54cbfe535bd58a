internal import Glibc
public import Screen

/// What the system knows of the terminals on the standard descriptors.
public enum TerminalSize {
  /// The size of the terminal on standard output, clamped; nil where that is none.
  public static func ofStandardOutput() -> Size? {
    isTerminal(STDOUT_FILENO) ? of(descriptor: STDOUT_FILENO) : nil
  }

  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The size of the terminal on a descriptor, clamped; 24 lines of 80 where it says nothing.
  static func of(descriptor: Int32) -> Size {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 else { return Size(columns: 80, rows: 24) }
    return sensible(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// A size that a program can work with: what is 0 is unknown, what is huge is cut.
  static func sensible(columns: Int, rows: Int) -> Size {
    Size(columns: columns == 0 ? 80 : columns, rows: rows == 0 ? 24 : rows).clamped
  }
}
