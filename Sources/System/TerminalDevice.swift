internal import Glibc

/// What the system knows about terminals (tty_ioctl(4)) and the characters they show.
public enum TerminalDevice {
  /// The number of standard input.
  public static let input = STDIN_FILENO
  /// The number of standard output.
  public static let output = STDOUT_FILENO
  /// The number of standard error.
  public static let errors = STDERR_FILENO

  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ number: Int32) -> Bool { isatty(number) == 1 }

  /// The path of the terminal on a descriptor; nil if there is none.
  public static func path(of number: Int32) -> String? {
    var name = [CChar](repeating: 0, count: 256)
    guard ttyname_r(number, &name, name.count) == 0 else { return nil }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }

  /// The terminal's size, 0 for an unknown part; nil if it does not say.
  public static func size(of number: Int32) -> (columns: Int, rows: Int)? {
    var window = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Sets the character locale to the first of these that exists and uses UTF-8 ("" is the user's own).
  ///
  /// Numbers and messages stay in the C locale.
  /// - Returns: false if there is none.
  public static func chooseUTF8(among names: [String]) -> Bool {
    names.contains { name in
      guard setlocale(LC_CTYPE, name) != nil, let codeset = nl_langinfo(nl_item(CODESET)) else {
        return false
      }
      return strcmp(codeset, "UTF-8") == 0
    }
  }
}
