internal import Glibc

/// What the system knows of terminals (tty_ioctl(4)) and of the characters they show.
public enum TerminalDevice {
  /// The number of standard input.
  public static let input = STDIN_FILENO
  /// The number of standard output.
  public static let output = STDOUT_FILENO
  /// The number of standard error.
  public static let errors = STDERR_FILENO

  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ number: Int32) -> Bool { isatty(number) == 1 }

  /// What a terminal says of its size, 0 for what it does not know; nil where it says nothing.
  public static func size(of number: Int32) -> (columns: Int, rows: Int)? {
    var window = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Chooses the locale of characters, the first of these that is there and writes UTF-8 ("" is the user's
  /// own); false where none does.
  ///
  /// Numbers and messages stay those of the C locale.
  public static func chooseUTF8(among names: [String]) -> Bool {
    names.contains { name in
      guard setlocale(LC_CTYPE, name) != nil, let codeset = nl_langinfo(nl_item(CODESET)) else {
        return false
      }
      return strcmp(codeset, "UTF-8") == 0
    }
  }
}
