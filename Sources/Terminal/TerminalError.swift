/// Why the reader can't be shown here, with what to do.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard output is no terminal.
  case noTerminal
  /// TERM is not set, or names a terminal that nothing is known of.
  case unknownTerminal
  /// The terminal can't move its cursor.
  case poorTerminal
  /// A system call failed.
  case failed(String)

  /// What is wrong and what to do, without the value of TERM: over ssh it comes from the other side.
  public var description: String {
    switch self {
    case .noTerminal:
      "the reader needs a terminal, and standard output is none. `newsroom list` and `newsroom show` write to pipes."
    case .unknownTerminal:
      "TERM names no terminal that is known here. Try TERM=xterm-256color, or install ncurses-term."
    case .poorTerminal:
      "the terminal that TERM names can't show full screens. Try TERM=xterm-256color, or `newsroom list`."
    case .failed(let reason): "the terminal can't be used: \(reason)"
    }
  }
}
