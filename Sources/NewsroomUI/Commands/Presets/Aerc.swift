extension KeyPreset {
  static let aerc = KeyPreset(
    name: "aerc", counts: false,
    summary: """
      `d` and `a` mark a story as read and go on, `c` chooses a desk, `v` begins a range, `\\` searches, \
      `Ctrl-N` and `Ctrl-P` change pane, `T` shows the thread, `o` opens the browser.
      """,
    rows: [
      row("d", ["mark-read", "down"], in: .list),
      row("a", ["mark-read", "down"], in: .list),
      row("D", "mark-read"),
      row("A", "mark-read", in: .article),
      row("c", "desks"),
      row("v", "select-range"),
      row("\\", "find"),
      row("C-n", "next-pane"),
      row("C-p", "previous-pane"),
      row("T", "storyline"),
      row("o", "browse", in: .article),
      row("O", "browse"),
      row("S", "toggle-saved"),
      row("C-l", "follow-hint", in: .article),
      row("H", "whereabouts"),
      row("C-n", "complete", in: .search),
      row("C-p", "complete-previous", in: .search),
      row("M-j", "found-down", in: .search),
      row("M-k", "found-up", in: .search),
      row("o", "browse-address", in: .address),
    ])
}
