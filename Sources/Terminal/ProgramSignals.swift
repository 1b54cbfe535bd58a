internal import CSignals

/// What the program does about signals before and outside a display.
public enum ProgramSignals {
  /// Makes writing to a closed pipe, or beyond the file size limit, fail with an error instead of ending the program.
  ///
  /// Call it first thing in a program that writes files: SQLite then reports a full disk.
  public static func ignoreWriteFaults() { newsroom_signals_ignore_write_faults() }
}
