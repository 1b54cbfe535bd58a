internal import Words

/// Finds commands by the words typed after ":".
enum CommandFinder {
  /// Other names of a command, from other programs.
  static func synonyms(of name: String) -> String { table[name] ?? "" }

  private static let table = [
    "theme": "colours colors colorscheme scheme dark light background", "help": "keys bindings manual ?",
    "quit": "exit leave close bye", "quit-at-once": "exit", "toggle-read": "mark seen unseen new old n",
    "mark-many": "all read catchup above below clear", "take-back": "undo revert", "repeat-mark": "redo",
    "select-range": "visual lines", "toggle-saved": "star flag bookmark keep favourite",
    "desks": "sections folders feeds categories",
    "narrow": "filter limit tags authors", "new": "unseen recent", "filter": "show limit",
    "unread-only": "hide read", "saved-only": "starred flagged", "order": "sort", "reverse-order": "sort",
    "date": "goto day calendar jump", "refresh": "reload update rescan sync", "repaint": "redraw",
    "alerts": "notifications notices bell watch", "alert": "notify notification bell watch",
    "mute": "hide ignore kill filter", "show-hidden": "muted unmute ignored",
    "export-list": "save write file", "group": "headings desks sources sections feeds",
    "find": "search grep filter", "more-like-this": "similar related", "back": "previous history",
    "forward": "history", "versions": "history diff changes corrections", "storyline": "thread timeline",
    "follow-hint": "links urls open", "read-more": "related links", "read": "open", "first": "top home",
    "last": "bottom end", "next-unread": "next", "leave": "escape back", "suspend": "shell stop",
    "copy": "yank clipboard link cite", "pipe": "print mail speak aloud program", "browse": "browser web url",
    "edit": "editor vim", "since-read": "diff changes corrections",
    "outline": "contents headings toc sections", "next-heading": "section", "previous-heading": "section",
    "keep-search": "save search bookmark", "next-pane": "window", "previous-pane": "window",
  ]

  /// The indexes of the items that match, best first; all items if nothing was typed.
  ///
  /// Every typed word must be a word of the item, or its beginning or part. Scattered letters don't match.
  static func places(of typed: String, among items: [Chooser.Item]) -> [Int] {
    let needles = words(typed)
    guard !needles.isEmpty else { return Array(items.indices) }
    return items.enumerated().compactMap { place, item in
      rank(needles, of: item).map { ($0, place) }
    }.sorted { $0 < $1 }.map(\.1)
  }

  /// How badly an item matches (0 is best), by its worst word and by all; nil if it doesn't.
  private static func rank(_ needles: [[UInt8]], of item: Chooser.Item) -> Int? {
    var name = ""
    if case .command(let command) = item.choice { name = command }
    let haystacks = [words(name), words(item.title), words(item.synonyms)]
    var (worst, sum) = (0, 0)
    for needle in needles {
      var best: Int?
      for (place, haystack) in haystacks.enumerated() {
        for word in haystack {
          guard let fit = fit(needle, word) else { continue }
          best = min(best ?? .max, fit * 4 + place)
        }
      }
      guard let best else { return nil }
      worst = max(worst, best)
      sum += best
    }
    // A command of exactly that name comes before those that only contain the word.
    let isName = haystacks[0] == needles
    return isName ? -1 : worst * 1_000 + min(sum, 999)
  }

  /// 0 for a whole word, 1 for its beginning, 2 for a part of it; nil for no match.
  private static func fit(_ needle: [UInt8], _ word: [UInt8]) -> Int? {
    if word == needle { return 0 }
    if word.starts(with: needle) { return 1 }
    guard needle.count > 2, word.count > needle.count else { return nil }
    for start in 1...(word.count - needle.count) where word[start...].starts(with: needle) { return 2 }
    return nil
  }

  private static func words(_ text: String) -> [[UInt8]] {
    PlainLetters.bytes(text).split { !(0x30...0x39).contains($0) && !(0x61...0x7A).contains($0) && $0 < 0x80 }
      .map { Array($0) }
  }
}
