/// Finds the article in a page and cuts the furniture away.
///
/// The scoring is that of Mozilla's Readability, in its published order of steps: take away what is unlikely,
/// score paragraphs and hand their points to the elements around them, choose the best element, add the
/// neighbours that read like it, and clean the result. Where too little text is left, the next try is gentler.
struct ArticleFinder {
  /// How hard a try is.
  struct Strictness: OptionSet {
    let rawValue: Int
    static let dropsUnlikely = Strictness(rawValue: 1)
    static let weighsClasses = Strictness(rawValue: 2)
    static let cleansConditionally = Strictness(rawValue: 4)
    static let all: Strictness = [.dropsUnlikely, .weighsClasses, .cleansConditionally]
  }

  /// An article as it was found: an element of its own tree that holds it, and the byline that stood in it.
  struct Article {
    var tree: MarkupTree
    var top: MarkupTree.Index
    var byline: String?
  }

  /// The least text, in characters, that a try has to find to be the last.
  static let enough = 500

  let title: String
  /// Whether the page's metadata already name the author; then no byline is looked for in the text.
  let hasByline: Bool

  /// The most nodes of a page that are weighed against each other; a larger one is taken whole, less its furniture.
  static let maximumNodes = 150_000

  /// Finds the article; nil when the page has no text at all, or is too large to be weighed.
  func find(in page: MarkupTree) -> Article? {
    guard page.nodes.count <= Self.maximumNodes else { return nil }
    let words = PageWords(page)
    let summaries = page.nodes.map { $0.isText ? SubtreeSummary(text: $0.text) : nil }
    var best: (article: Article, length: Int)?
    for strictness in [
      Strictness.all, [.weighsClasses, .cleansConditionally], [.cleansConditionally], [],
    ] {
      var attempt = ArticleAttempt(
        tree: page, words: words, summaries: summaries, strictness: strictness, title: title,
        hasByline: hasByline)
      guard let (article, length) = attempt.run() else { continue }
      if length >= Self.enough { return article }
      if length > best?.length ?? 0 { best = (article, length) }
    }
    return best?.article
  }
}
