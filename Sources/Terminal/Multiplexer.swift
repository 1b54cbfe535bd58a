/// What stands between the program and the terminal.
enum Multiplexer {
  case none, tmux, screen

  /// As the environment tells.
  static func find(_ variable: (String) -> String?) -> Multiplexer {
    if variable("TMUX") != nil { return .tmux }
    return variable("STY") != nil ? .screen : .none
  }

  /// screen(1) passes on strings of at most 768 bytes, older releases of 256.
  private static let screenPiece = 240

  /// A sequence that is passed on to the terminal outside; tmux(1) does so where `allow-passthrough` is on.
  func passing(_ plain: String) -> String {
    switch self {
    case .none: return plain
    case .tmux:
      return "\u{1B}Ptmux;"
        + plain.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        .joined(separator: "\u{1B}\u{1B}") + "\u{1B}\\"
    case .screen:
      var (wrapped, piece) = ("", "")
      for scalar in plain.unicodeScalars {
        piece.unicodeScalars.append(scalar)
        guard piece.utf8.count >= Self.screenPiece else { continue }
        wrapped += "\u{1B}P" + piece + "\u{1B}\\"
        piece = ""
      }
      if !piece.isEmpty { wrapped += "\u{1B}P" + piece + "\u{1B}\\" }
      return wrapped
    }
  }
}
