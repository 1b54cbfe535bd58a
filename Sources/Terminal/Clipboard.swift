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
    let plain = "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
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

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var group: UInt32 = 0
      for place in 0..<3 { group = group << 8 | (place < count ? UInt32(bytes[index + place]) : 0) }
      for place in 0..<4 {
        let digit = alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)]
        digits.append(place <= count ? digit : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
