/// Why the terminal could not be opened.
///
/// The descriptions never quote the environment: over ssh, the client chooses `TERM`.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard output is a pipe, a file, or closed.
  case outputIsNoTerminal
  /// Neither standard input nor `/dev/tty` can be read for keys.
  case noKeyboard
  /// `TERM` is unset or empty.
  case unnamed
  /// The terminal's description is not installed, or `TERM` is not a terminal's name.
  case unknown
  /// The terminal can't place its cursor (`TERM=dumb`, paper).
  case tooSimple
  /// The system refused a call, with its number as in errno(3).
  case refused(errno: Int32)

  /// One line for people.
  public var description: String {
    switch self {
    case .outputIsNoTerminal: "standard output is not a terminal"
    case .noKeyboard: "there is no keyboard: standard input is not a terminal"
    case .unnamed: "TERM is not set, so newsroom can't tell what this terminal can do"
    case .unknown: "this system does not know the terminal that TERM names (try TERM=xterm-256color)"
    case .tooSimple: "the terminal that TERM names can't show full screens (try TERM=xterm-256color)"
    case .refused(let errno): "can't set up the terminal (error \(errno))"
    }
  }
}
