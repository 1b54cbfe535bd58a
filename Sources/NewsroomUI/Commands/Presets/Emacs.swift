extension KeyPreset {
  static let emacs = KeyPreset(
    name: "emacs", counts: false,
    summary: """
      `Ctrl-V` and `Alt-v` turn pages, `Alt-<` and `Alt->` go to the ends, `Ctrl-S` searches, `Alt-x` finds \
      a command, `Ctrl-X` begins the sequences that emacs has, `Ctrl-G` leaves. Letters do what they usually \
      do.
      """,
    rows: [
      row("C-v", "page-down"),
      row("M-v", "page-up"),
      row("M-<", "first"),
      row("M->", "last"),
      row("C-x [", "first"),
      row("C-x ]", "last"),
      row("C-f", "pane-right"),
      row("C-b", "pane-left"),
      row("C-s", "find"),
      row("C-r", "find"),
      row("M-x", "commands"),
      row("C-x C-c", "quit-at-once"),
      row("C-x C-s", "toggle-saved"),
      row("C-x s", "toggle-saved"),
      row("C-x o", "next-pane"),
      row("C-x b", "desks"),
      row("C-x C-b", "desks"),
      row("C-x k", "leave"),
      row("C-x C-f", "find"),
      row("C-x u", "take-back"),
      row("C-_", "take-back"),
      row("C-g", "leave"),
      row("C-k", "mark-read"),
      row("C-@", "select-range"),
      row("M-w", "copy"),
      row("M-{", "previous-stretch"),
      row("M-}", "next-stretch"),
      row("M-.", "follow-hint"),
      row("M-,", "back"),
      row("M-n", "next-story"),
      row("M-p", "previous-story"),
      row("M-|", "pipe"),
      row("M-?", "help"),
    ])
}
