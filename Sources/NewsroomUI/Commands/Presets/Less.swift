extension KeyPreset {
  static let less = KeyPreset(
    name: "less", counts: true,
    summary: """
      `e` and `y` scroll a line, `f`, `z` and `w` a screen, `d` and `u` half of one, `h` shows the keys, `v` \
      opens the editor, `=` says where you are. A number before a key counts in every pane; with Enter it \
      follows the link of that number. Desks are at `c`, links at `#`, read marks at `m`.
      """,
    rows: [
      row("e", "down"),
      row("y", "up"),
      row("C-k", "up"),
      row("Enter", "down", in: .article),
      row("f", "page-down"),
      row("C-v", "page-down"),
      row("z", "page-down"),
      row("w", "page-up"),
      row("M-v", "page-up"),
      row("d", "half-down"),
      row("u", "half-up"),
      row("M-<", "first"),
      row("M->", "last"),
      row("h", "help"),
      row("H", "help"),
      row("=", "whereabouts"),
      row("v", "edit"),
      row("M-u", "leave"),
      row("&", "find"),
      row("c", "desks"),
      row("#", "follow-hint"),
      row("m", "toggle-read"),
      row("Y", "copy"),
      row("W", "new"),
      row("*", "more-like-this"),
      row("e", "scroll-down", in: .text),
      row("y", "scroll-up", in: .help),
      row("y", "scroll-up", in: .comparison),
      row("Enter", "scroll-down", in: .help),
      row("Enter", "scroll-down", in: .comparison),
      row("f", "text-down", in: .text),
      row("z", "text-down", in: .text),
      row("w", "text-up", in: .text),
      row("d", "text-down", in: .help),
      row("u", "text-up", in: .help),
      row("<", "letter-first", in: .text),
      row(">", "letter-last", in: .text),
      row("Q", "close", in: .text),
    ])
}
