internal import CSignals

/// What the program does about signals outside a display.
public enum ProgramSignals {
  /// Makes writing to a closed pipe, or beyond the file size limit, fail with an error instead of ending the program.
  ///
  /// Call it first thing in a program that writes files: SQLite then reports a full disk.
  public static func ignoreWriteFaults() { newsroom_signals_ignore_write_faults() }

  /// Ends the process by a signal, so that whoever started it sees why it ended.
  ///
  /// - Parameter signal: as `Input.ended` gave it; 0, a lost terminal, ends as by SIGHUP.
  public static func end(by signal: Int32) -> Never {
    let hangUp: Int32 = 1
    newsroom_signals_die((1..<64).contains(signal) ? signal : hangUp)
  }
}
