/// Finds the article in a page and removes the furniture.
///
/// The scoring is that of Mozilla's Readability, in the published order of its steps: remove what is
/// unlikely, score paragraphs and pass the points to the elements around them, choose the best element, add
/// neighbours that read like it, and clean the result. If too little text is left, the next attempt is
/// gentler.
struct ArticleFinder {
  /// How strict an attempt is.
  struct Strictness: OptionSet {
    let rawValue: Int
    static let dropsUnlikely = Strictness(rawValue: 1)
    static let weighsClasses = Strictness(rawValue: 2)
    static let cleansConditionally = Strictness(rawValue: 4)
    static let all: Strictness = [.dropsUnlikely, .weighsClasses, .cleansConditionally]
  }

  /// A found article: an element of its own tree, and the byline inside it.
  struct Article {
    var tree: MarkupTree
    var top: MarkupTree.Index
    var byline: String?
  }

  /// The text, in characters, that makes further attempts unnecessary.
  static let enough = 500

  let title: String
  /// Whether the page's metadata name the author, so that no byline is sought in the text.
  let hasByline: Bool

  /// The most nodes of a page that are scored; a larger page is used whole, without its furniture.
  static let maximumNodes = 150_000

  /// Finds the article; nil if the page has no text, or is too large to score.
  func find(in page: MarkupTree) -> Article? {
    guard page.nodes.count <= Self.maximumNodes else { return nil }
    let words = PageWords(page)
    var best: (article: Article, length: Int)?
    for strictness in [
      Strictness.all, [.weighsClasses, .cleansConditionally], [.cleansConditionally], [],
    ] {
      var attempt = ArticleAttempt(
        tree: page, words: words, strictness: strictness, title: title, hasByline: hasByline)
      guard let (article, length) = attempt.run() else { continue }
      if length >= Self.enough { return article }
      if length > best?.length ?? 0 { best = (article, length) }
    }
    return best?.article
  }
}
