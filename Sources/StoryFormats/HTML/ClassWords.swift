/// What the names of classes and ids say about an element; word lists of Readability, and a news desk's own.
///
/// All take lower-case text and look for pieces of names.
enum ClassWords {
  static func unlikely(_ names: String) -> Bool {
    contains(names, unlikelyPieces)
  }

  static func maybe(_ names: String) -> Bool {
    contains(names, ["and", "article", "body", "column", "content", "main", "mathjax", "shadow"])
  }

  static func positive(_ names: String) -> Bool {
    contains(
      names,
      [
        "article", "body", "content", "entry", "hentry", "h-entry", "main", "page", "pagination", "post",
        "text", "blog",
        "story",
      ])
  }

  static func negative(_ names: String) -> Bool {
    if names.split(whereSeparator: \.isWhitespace).contains("hid") { return true }
    return contains(names, negativePieces)
  }

  static func byline(_ names: String) -> Bool {
    contains(names, ["byline", "author", "dateline", "writtenby", "p-author"])
  }

  static func sharing(_ names: String) -> Bool {
    let words = names.split { !($0.isLetter || $0.isNumber) }
    return words.contains("share") || words.contains("sharedaddy")
  }

  private static let unlikelyPieces = [
    "-ad-", "ai2html", "banner", "breadcrumbs", "combx", "comment", "community", "cover-wrap", "disqus",
    "extra",
    "footer", "gdpr", "header", "legends", "menu", "related", "remark", "replies", "rss", "shoutbox",
    "sidebar",
    "skyscraper", "social", "sponsor", "supplemental", "ad-break", "agegate", "pagination", "pager", "popup",
    "yom-remote",
  ]

  private static let negativePieces = [
    "-ad-", "hidden", " hid ", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead",
    "media",
    "meta", "outbrain", "promo", "related", "scroll", "share", "shoutbox", "sidebar", "skyscraper", "sponsor",
    "shopping", "tags", "widget",
  ]

  private static func contains(_ names: String, _ pieces: [String]) -> Bool {
    !names.isEmpty && pieces.contains { names.hasBytes(of: $0) }
  }
}

/// Small measures on words.
enum Words {
  /// Commas of the scripts that news is written in.
  static let commas: Set<Unicode.Scalar> = [
    ",", "\u{60C}", "\u{FE50}", "\u{FE10}", "\u{FE11}", "\u{2E41}", "\u{2E34}", "\u{2E32}", "\u{FF0C}",
  ]

  /// How much of the second text stands in the first, 0 to 1, by letters of shared words.
  static func similarity(_ one: String, _ other: String) -> Double {
    let first = Set(split(one))
    let second = split(other)
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let strange = second.filter { !first.contains($0) }
    let length = { (words: [Substring]) in Double(words.reduce(max(0, words.count - 1)) { $0 + $1.count }) }
    return 1 - length(strange) / max(1, length(second))
  }

  private static func split(_ text: String) -> [Substring] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
