public import Screen
public import System

/// The size of a terminal.
public enum TerminalSize {
  /// The size of a terminal, clamped; nil if the descriptor is none.
  public static func of(terminal: Descriptor) -> Size? {
    TerminalDevice.isTerminal(terminal.number) ? of(descriptor: terminal.number) : nil
  }

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
