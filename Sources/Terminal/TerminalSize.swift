internal import Glibc
public import Screen

/// How large terminals are.
public enum TerminalSize {
  /// The terminal on standard output; nil where there is none, or it doesn't say.
  public static func ofStandardOutput() -> Size? {
    of(STDOUT_FILENO)
  }

  /// The terminal on a descriptor, clamped; nil where there is none, or it doesn't say.
  static func of(_ descriptor: Int32) -> Size? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row)).clamped
  }
}
