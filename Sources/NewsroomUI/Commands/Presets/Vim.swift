extension KeyPreset {
  static let vim = KeyPreset(
    name: "vim", counts: true,
    summary: """
      `g g` goes to the beginning, `u` and `Ctrl-R` take a mark back and set it again, `x` marks as read, \
      `y y` copies, `Ctrl-]` and `Ctrl-T` follow a link and come back, and a number before a key counts in \
      every pane; with Enter it follows the link of that number. `Ctrl-N` and `Ctrl-P` complete a search.
      """,
    rows: [
      row("g g", "first"),

      row("H", "screen-top"),
      row("L", "screen-bottom"),
      row("u", "take-back"),
      row("C-r", "repeat-mark"),
      row("x", "toggle-read"),
      row("y y", "copy"),
      row("] ]", "next-heading", in: .article),
      row("[ [", "previous-heading", in: .article),
      row("g f", "follow-hint"),
      row("C-]", "follow-hint"),
      row("C-t", "back"),
      row("C-^", "back"),
      row("' '", "back"),
      row("Tab", "forward"),
      row("g t", "next-story"),
      row("g T", "previous-story"),
      row("*", "more-like-this"),
      row("z Enter", "row-top"),
      row("C-n", "complete", in: .search),
      row("C-p", "complete-previous", in: .search),
      row("M-j", "found-down", in: .search),
      row("M-k", "found-up", in: .search),
      row("g g", "letter-first", in: .text),
      row("g g", "letter-first", in: .versions),
      row("C-e", "scroll-down", in: .text),
      row("C-y", "scroll-up", in: .text),
      row("V", "close", in: .lines),
    ])
}
