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

  /// The most nodes of a page, and the most children of one of them, that are weighed against each other.
  static let maximumNodes = 100_000
  static let maximumSiblings = 3_000

  /// Finds the article; nil when the page has no text at all, or is too large to be weighed.
  func find(in page: MarkupTree) -> Article? {
    guard page.nodes.count <= Self.maximumNodes,
      !page.nodes.contains(where: { $0.children.count > Self.maximumSiblings })
    else { return nil }
    var attempts: [(article: Article, length: Int)] = []
    for strictness in [
      Strictness.all, [.weighsClasses, .cleansConditionally], [.cleansConditionally], [],
    ] {
      var attempt = ArticleAttempt(tree: page, strictness: strictness, title: title, hasByline: hasByline)
      guard let article = attempt.run() else { continue }
      let length = article.tree.measure(of: article.top).length
      if length >= Self.enough { return article }
      attempts.append((article, length))
    }
    guard let best = attempts.max(by: { $0.length < $1.length }), best.length > 0 else { return nil }
    return best.article
  }
}

/// One try at finding the article.
struct ArticleAttempt {
  var tree: MarkupTree
  let strictness: ArticleFinder.Strictness
  let title: String
  var hasByline: Bool
  var byline: String?
  var scores: [MarkupTree.Index: Double] = [:]
  var isDataTable: Set<MarkupTree.Index> = []

  init(tree: MarkupTree, strictness: ArticleFinder.Strictness, title: String, hasByline: Bool) {
    self.tree = tree
    self.strictness = strictness
    self.title = title
    self.hasByline = hasByline
  }

  mutating func run() -> ArticleFinder.Article? {
    guard let body = tree.first("body", in: tree.root) else { return nil }
    let paragraphs = takeAwayTheUnlikely(from: tree.root)
    score(paragraphs)
    guard let top = chooseTop(body: body) else { return nil }
    let article = gather(around: top)
    clean(article)
    return ArticleFinder.Article(tree: tree, top: article, byline: byline)
  }

  // MARK: Taking away

  private static let scored: Set<String> = ["section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"]
  private static let hollow: Set<String> = ["div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6"]
  private static let unlikelyRoles: Set<String> = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
  ]

  /// Goes through the page once, takes unlikely elements out, makes paragraphs of loose text, and lists what to score.
  private mutating func takeAwayTheUnlikely(from start: MarkupTree.Index) -> [MarkupTree.Index] {
    var toScore: [MarkupTree.Index] = []
    var looksForTitle = true
    var next: MarkupTree.Index? = start
    while let node = next {
      if tree[node].isText {
        next = following(node)
        continue
      }
      let match = tree.matchString(node)
      if !tree.isProbablyVisible(node) || isModal(node) {
        next = takeOut(node)
        continue
      }
      if !hasByline, byline == nil, isByline(node, match) {
        byline = tree.text(of: node)
        next = takeOut(node)
        continue
      }
      if looksForTitle, ["h1", "h2"].contains(tree[node].name),
        Words.similarity(title, tree.text(of: node)) > 0.75
      {
        looksForTitle = false
        next = takeOut(node)
        continue
      }
      if strictness.contains(.dropsUnlikely) {
        if ClassWords.unlikely(match), !ClassWords.maybe(match), !["body", "a"].contains(tree[node].name),
          !tree.hasAncestor(node, named: ["table"]), !tree.hasAncestor(node, named: ["code"])
        {
          next = takeOut(node)
          continue
        }
        if let role = tree[node][attribute: "role"], Self.unlikelyRoles.contains(role) {
          next = takeOut(node)
          continue
        }
      }
      if Self.hollow.contains(tree[node].name), tree.isWithoutContent(node) {
        next = takeOut(node)
        continue
      }
      if Self.scored.contains(tree[node].name) { toScore.append(node) }
      if tree[node].name == "div" {
        tree.wrapLooseText(in: node)
        if let only = tree.singleChild(of: node, named: "p"), tree.linkDensity(node) < 0.25 {
          tree.replace(node, with: only)
          toScore.append(only)
          next = following(only, from: only)
          continue
        } else if !tree.hasBlockChild(node) {
          tree[node].name = "p"
          toScore.append(node)
        }
      }
      next = following(node)
    }
    return toScore
  }

  private func following(_ node: MarkupTree.Index, from: MarkupTree.Index? = nil) -> MarkupTree.Index? {
    tree[node].children.first ?? afterSubtree(node)
  }

  private func afterSubtree(_ node: MarkupTree.Index) -> MarkupTree.Index? {
    var current = node
    while let parent = tree[current].parent {
      if let place = tree[parent].children.firstIndex(of: current), place + 1 < tree[parent].children.count {
        return tree[parent].children[place + 1]
      }
      current = parent
    }
    return nil
  }

  private mutating func takeOut(_ node: MarkupTree.Index) -> MarkupTree.Index? {
    let next = afterSubtree(node)
    tree.remove(node)
    return next
  }

  private func isModal(_ node: MarkupTree.Index) -> Bool {
    tree[node][attribute: "aria-modal"] == "true" && tree[node][attribute: "role"] == "dialog"
  }

  private func isByline(_ node: MarkupTree.Index, _ match: String) -> Bool {
    let says =
      tree[node][attribute: "rel"] == "author"
      || tree[node][attribute: "itemprop"]?.contains("author") == true
      || ClassWords.byline(match)
    guard says else { return false }
    let length = tree.measure(of: node).length
    return length > 0 && length < 100
  }
}
