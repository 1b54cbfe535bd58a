internal import Screen
internal import System

/// Descriptions of terminals with 24-bit colours, which come with the program (`Packaging/newsroom.terminfo`).
///
/// The system's own have at most 256 colours, whatever the terminal says of itself in `COLORTERM`. Those of
/// ncurses-term have more, but with the colons of ITU-T T.416, which fewer terminals read than the semicolons
/// that xterm, Konsole and tmux began with.
public enum DirectColour {
  /// What a reader says of it.
  public enum Wish: String, Sendable, CaseIterable {
    /// 24-bit colours where `COLORTERM` says that the terminal has them.
    case auto
    /// At most 256.
    case indexed = "256"
    /// 24-bit colours also without that word, which ssh rarely passes on.
    case direct
  }

  /// How the descriptions' names begin.
  static let prefix = "newsroom-"

  /// A terminal's own colours, which keep their numbers in these descriptions: see `Pen`.
  static let ownColours = 16

  /// The description for a terminal, by the value of `TERM`; nil if it is better left as it is.
  ///
  /// GNU screen, which passes on the `COLORTERM` of the terminal around it, takes 24-bit colours for blinking
  /// letters.
  /// - Parameter environment: gives a variable's value, nil if unset.
  static func description(of name: String, _ wish: Wish, _ environment: (String) -> String?) -> String? {
    guard wish != .indexed, (environment("NO_COLOR") ?? "").isEmpty,
      wish == .direct || ColourDepth.isClaimedTrue(environment)
    else { return nil }
    return families.first { $0.names.contains(name) }.map { prefix + $0.description }
  }

  /// The terminals that are known to do all that the description says.
  private static let families: [(description: String, names: Set<String>)] = [
    (
      "xterm",
      [
        "xterm", "xterm-256color", "xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour",
        "konsole", "konsole-256color", "vte", "vte-256color", "gnome", "gnome-256color", "mintty",
      ]
    ),
    ("tmux", ["tmux", "tmux-256color"]),
  ]

  /// Lets curses find the descriptions in a folder; only before any thread starts.
  ///
  /// Curses looks for names in the system's folders first, and takes no other path than by `TERMINFO_DIRS`.
  public static func addDescriptions(in folder: String) {
    Environment.set(
      "TERMINFO_DIRS", to: [Environment["TERMINFO_DIRS"], folder].compactMap(\.self).joined(separator: ":"))
  }
}
