internal import Screen

/// The sequences that notify the desktop of the reader's terminal, also over ssh.
///
/// OSC 9 is of iTerm2 ("Proprietary Escape Codes"), OSC 777 of rxvt-unicode (urxvt-extensions(1), "notify").
enum DesktopNotice {
  /// The most characters of a title and of a text.
  private static let longest = (title: 80, text: 240)

  /// The bytes to send; none if the terminal is not known to understand any.
  static func sequence(for notice: Notice, _ variable: (String) -> String?) -> [UInt8] {
    let (title, text) = (clean(notice.title, longest.title), clean(notice.text, longest.text))
    let plain: String
    switch notice.manner == .auto ? manner(variable) : notice.manner {
    case .osc9: plain = "\u{1B}]9;\(title): \(text)\u{7}"
    case .osc777: plain = "\u{1B}]777;notify;\(title);\(text)\u{7}"
    case .auto, .off: return []
    }
    return Array(Multiplexer.find(variable).passing(plain).utf8)
  }

  /// What the terminal understands, as far as the environment tells.
  static func manner(_ variable: (String) -> String?) -> Notice.Manner {
    let name = variable("TERM") ?? ""
    let program = variable("TERM_PROGRAM") ?? variable("LC_TERMINAL") ?? ""
    if ["rxvt", "foot"].contains(where: name.hasPrefix) || variable("VTE_VERSION") != nil { return .osc777 }
    let isKnown =
      ["iTerm", "WezTerm", "ghostty"].contains { program.hasPrefix($0) }
      || ["kitty", "ghostty", "wezterm"].contains { name.contains($0) }
    return isKnown || variable("KITTY_WINDOW_ID") != nil ? .osc9 : .off
  }

  /// A text without control characters, and without the sign that parts the words of a sequence.
  private static func clean(_ text: String, _ longest: Int) -> String {
    String(CellText.clean(text).replacing(";", with: ",").prefix(longest))
  }
}
