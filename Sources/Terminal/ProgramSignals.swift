internal import CSignals

/// The program's handling of signals outside a display.
public enum ProgramSignals {
  /// Makes a write to a closed pipe, or beyond the file size limit, fail instead of ending the program.
  ///
  /// Call it first in a program that writes files: SQLite then reports a full disk.
  public static func ignoreWriteFaults() { newsroom_signals_ignore_write_faults() }
}
