/// What classes and ids say about an element: Readability's word lists, and a news desk's own.
///
/// All functions take lower-case text and look for parts of names.
enum ClassWords {
  static func unlikely(_ names: String) -> Bool {
    unlikelyPieces.isPart(of: names)
  }

  static func maybe(_ names: String) -> Bool {
    likelyPieces.isPart(of: names)
  }

  static func positive(_ names: String) -> Bool {
    positivePieces.isPart(of: names)
  }

  static func negative(_ names: String) -> Bool {
    if names.hasBytes(of: "hid"), names.split(separator: " ").contains("hid") { return true }
    return negativePieces.isPart(of: names)
  }

  static func byline(_ names: String) -> Bool {
    bylinePieces.isPart(of: names)
  }

  static func sharing(_ names: String) -> Bool {
    guard names.hasBytes(of: "share") else { return false }
    let words = names.split { !($0.isLetter || $0.isNumber) }
    return words.contains("share") || words.contains("sharedaddy")
  }

  private static let likelyPieces = PieceList([
    "and", "article", "body", "column", "content", "main", "mathjax", "shadow",
  ])

  private static let positivePieces = PieceList([
    "article", "body", "content", "entry", "hentry", "h-entry", "main", "page", "pagination", "post", "text",
    "blog", "story",
  ])

  private static let bylinePieces = PieceList(["byline", "author", "dateline", "writtenby", "p-author"])

  private static let unlikelyPieces = PieceList([
    "-ad-", "ai2html", "banner", "breadcrumbs", "combx", "comment", "community", "cover-wrap", "disqus",
    "extra",
    "footer", "gdpr", "header", "legends", "menu", "related", "remark", "replies", "rss", "shoutbox",
    "sidebar",
    "skyscraper", "social", "sponsor", "supplemental", "ad-break", "agegate", "pagination", "pager", "popup",
    "yom-remote",
  ])

  private static let negativePieces = PieceList([
    "-ad-", "hidden", " hid ", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead",
    "media",
    "meta", "outbrain", "promo", "related", "scroll", "share", "shoutbox", "sidebar", "skyscraper", "sponsor",
    "shopping", "tags", "widget",
  ])
}
