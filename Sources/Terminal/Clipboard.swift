internal import System

/// The sequence that puts text on the clipboard of the reader's own terminal, also over ssh: OSC 52 of
/// xterm's "Control Sequences" (ctlseqs).
enum Clipboard {
  /// What stands between the program and the terminal.
  enum Multiplexer {
    case none, tmux, screen

    /// As the environment tells.
    static func find(_ variable: (String) -> String?) -> Multiplexer {
      if variable("TMUX") != nil { return .tmux }
      return variable("STY") != nil ? .screen : .none
    }
  }

  /// screen(1) passes on strings of at most 768 bytes, older releases of 256.
  private static let screenPiece = 240

  /// The bytes to send.
  static func sequence(for text: String, through multiplexer: Multiplexer) -> [UInt8] {
    let plain = "\u{1B}]52;c;\(Base64.encoded(Array(text.utf8)))\u{7}"
    switch multiplexer {
    case .none: return Array(plain.utf8)
    case .tmux:
      // tmux(1) takes the plain sequence where `set-clipboard` is on, and passes the wrapped one on where
      // `allow-passthrough` is.
      return Array(
        (plain + "\u{1B}Ptmux;"
          + plain.split(separator: "\u{1B}", omittingEmptySubsequences: false)
          .joined(separator: "\u{1B}\u{1B}") + "\u{1B}\\").utf8)
    case .screen:
      var rest = plain[...]
      var wrapped = ""
      while !rest.isEmpty {
        wrapped += "\u{1B}P" + rest.prefix(screenPiece) + "\u{1B}\\"
        rest = rest.dropFirst(screenPiece)
      }
      return Array(wrapped.utf8)
    }
  }
}
