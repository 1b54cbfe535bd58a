/// The terminals that this system may know instead of one that it does not.
///
/// A new terminal on a visitor's desk ("xterm-kitty") is often unknown to an older host.
enum NearTerminal {
  /// The beginnings of names, and the terminals whose sequences those understand, the nearest first.
  private static let families: [(beginnings: [String], near: [String])] = [
    (["tmux", "screen"], ["screen-256color", "screen", "xterm-256color", "vt100"]),
    (["rxvt"], ["rxvt-unicode-256color", "rxvt", "xterm-256color", "xterm", "vt100"]),
    (["linux", "fbterm", "jfbterm"], ["linux", "vt100"]),
    (
      [
        "xterm", "kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "mlterm", "konsole", "gnome",
        "vte", "iterm", "Apple_Terminal", "nsterm", "st", "putty", "mintty", "ms-terminal", "rio", "vscode",
      ], ["xterm-256color", "xterm", "vt100"]
    ),
    (["vt", "dec"], ["vt100", "ansi"]),
  ]

  /// The names to try, the nearest first; empty if nothing is known of such a name.
  static func names(for name: String) -> [String] {
    let family = families.first { $0.beginnings.contains(where: name.hasPrefix) }
    return (family?.near ?? []).filter { $0 != name }
  }
}
