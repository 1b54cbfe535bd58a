internal import System

/// The sequence that puts text on the clipboard of the reader's own terminal, also over ssh: OSC 52 of
/// xterm's "Control Sequences" (ctlseqs).
enum Clipboard {
  /// The bytes to send.
  static func sequence(for text: String, through multiplexer: Multiplexer) -> [UInt8] {
    let plain = "\u{1B}]52;c;\(Base64.encoded(Array(text.utf8)))\u{7}"
    // tmux(1) takes the plain sequence itself where `set-clipboard` is on.
    return Array(((multiplexer == .tmux ? plain : "") + multiplexer.passing(plain)).utf8)
  }
}
