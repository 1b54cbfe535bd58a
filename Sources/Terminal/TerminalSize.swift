public import Screen
internal import System

/// What the system knows about the terminals on the standard descriptors.
public enum TerminalSize {
  /// The size of the terminal on standard output, clamped; nil if there is none.
  public static func ofStandardOutput() -> Size? {
    isTerminal(TerminalDevice.output) ? of(descriptor: TerminalDevice.output) : nil
  }

  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { TerminalDevice.isTerminal(descriptor) }

  /// The size of the terminal on a descriptor, clamped; 80×24 if it does not say.
  static func of(descriptor: Int32) -> Size {
    let size = TerminalDevice.size(of: descriptor) ?? (0, 0)
    return sensible(columns: size.columns, rows: size.rows)
  }

  /// A usable size: 0 means unknown, and huge sizes are clamped.
  static func sensible(columns: Int, rows: Int) -> Size {
    Size(columns: columns == 0 ? 80 : columns, rows: rows == 0 ? 24 : rows).clamped
  }
}
