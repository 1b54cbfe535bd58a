extension KeyPreset {
  static let newsboat = KeyPreset(
    name: "newsboat", counts: false,
    summary: """
      `r` looks for changes, `n` and `p` read the next and the last unread story, `N` marks as read, `A` \
      marks all, `o` opens the browser, `u` puts letters on links, `l` shows unread stories only, `g` and \
      `G` change the order. READ MORE is at `m`, matches in a story at `Alt-n` and `Alt-p`.
      """,
    rows: [
      row("r", "refresh"),
      row("A", "mark-all-read"),
      row("C", "mark-all-read", in: .list),
      row("N", "toggle-read"),
      row("n", "next-unread"),
      row("p", "previous-unread"),
      row("M-n", "next-match"),
      row("M-p", "previous-match"),
      row("o", "browse"),
      row("O", ["mark-read", "browse"]),
      row("g", "order"),
      row("G", "reverse-order"),
      row("l", "unread-only"),
      row("u", "follow-hint"),
      row("#", "follow-hint"),
      row("t", "narrow"),
      row("C-f", "leave"),
      row("C-t", "leave"),
      row("e", "toggle-saved"),
      row("C-b", "toggle-saved"),
      row("D", ["mark-read", "down"], in: .list),
      row("m", "read-more"),
      row("U", "since-read"),
      row("o", "browse-address", in: .address),
    ])
}
