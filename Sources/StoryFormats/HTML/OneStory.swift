internal import Stories

/// Reduces a page to one story: an `article` below or beside it is another story or a teaser.
///
/// Endless pages load the next story below the first, and blogs show several on the front page. They are
/// removed before facts and text are sought. It keeps parts of one story that are `article` elements
/// themselves, entries of a live blog, comments and boxes (which are recognised later), and pages on which no
/// `article` is the story.
struct OneStory {
  /// The page without the other stories, whose nodes are empty and detached.
  private(set) var tree: MarkupTree
  /// The removed stories: headline, link and first lines, and whether it was more than a teaser.
  private(set) var others: [(title: String, address: String?, text: String, isWhole: Bool)] = []

  private let surroundings: PageSurroundings
  private let articles: [MarkupTree.Index]
  private let members: Set<MarkupTree.Index>

  /// The most elements to examine, the shortest text of a story and the longest of a teaser, in bytes.
  private static let most = 200
  private static let least = 250
  private static let longestTeaser = 600
  /// How much of an article a teaser may lack before a problem is reported, in bytes.
  private static let unseen = 150
  /// This many articles with a time and without a link are entries of one story.
  private static let entries = 3

  private static let next: Set<String> = [
    "next", "infinite", "upnext", "readnext", "recirc", "recirculation",
  ]
  private static let strange: Set<String> = [
    "teaser", "related", "promo", "card", "recommended", "recommendation", "more", "latest", "trending",
    "popular", "tease",
    "preview",
  ]
  private static let live: Set<String> = [
    "live", "liveblog", "updates", "ticker", "minute", "timeline", "comment", "comments",
  ]

  init(_ page: MarkupTree, surroundings: PageSurroundings) {
    tree = page
    self.surroundings = surroundings
    articles = Array(page.nodes.indices.lazy.filter { Self.isArticle($0, page) }.prefix(Self.most))
    members = Set(articles)
    guard articles.count > 1, !page.nodes.contains(where: Self.saysLive), let main = main() else { return }
    let around = page.chain(of: main.article)
    let candidates = articles.compactMap {
      article -> (article: MarkupTree.Index, heading: MarkupTree.Index, text: String)? in
      guard !around.contains(article), !surroundings.hold(article, in: page, beside: around),
        let heading = heading(of: article, ["h1", "h2", "h3", "h4"])
      else { return nil }
      return TextMarks.saysTheSame(heading.text, main.heading) ? nil : (article, heading.node, heading.text)
    }
    let signed = candidates.filter { link(of: $0.heading) == nil && isSigned($0.article) }.count
    for (article, heading, text) in candidates where tree.isAttached(article) && !tree[article].isText {
      if isOther(article, heading, main: main.article, isSigned: signed < Self.entries && isSigned(article)) {
        take(article, heading, text)
      }
    }
    if !others.isEmpty { tree.compact() }
  }

  /// Teasers for the removed stories.
  func teasers(base: WebAddress?) -> [Teaser] {
    others.prefix(RelatedStories.mostTeasers).map { other in
      let reference = other.address.map { LinkTarget.reference(text: other.title, address: $0, base: base) }
      return Teaser(
        title: other.title, text: other.text, target: reference?.target,
        naming: reference?.naming ?? .headline)
    }
  }

  private static let articleNames: [Substring] = ["article", "hentry", "post", "story"]
  private static let articlePieces = PieceList(articleNames.map(String.init))

  private static func isArticle(_ node: MarkupTree.Index, _ page: MarkupTree) -> Bool {
    if page[node].isText { return false }
    if page[node].name == "article" || page[node][attribute: "role"] == "article" { return true }
    guard page[node].name == "div" || page[node].name == "section" else { return false }
    if let type = page[node][attribute: "itemtype"],
      type.hasSuffix("Article") || type.hasSuffix("BlogPosting")
    {
      return true
    }
    guard let names = page[node][attribute: "class"], articlePieces.isPart(of: names) else { return false }
    return names.utf8.split { $0 <= 0x20 }.contains { articleNames.contains(Substring($0)) }
  }

  /// Whether JSON-LD declares a live blog, whose entries are articles of one story.
  private static func saysLive(_ node: MarkupTree.Node) -> Bool {
    node.isText && node.text.utf8.count > 40 && node.text.hasBytes(of: "\"LiveBlogPosting\"")
  }

  /// The story's article: the first with a heading that matches the title, else the first that contains an
  /// `h1`.
  private func main() -> (article: MarkupTree.Index, heading: String)? {
    let title = tree.first("title", in: tree.root).map { tree.text(of: $0) } ?? ""
    let agreeing = articles.lazy.compactMap { article in
      heading(of: article, ["h1", "h2"]).map { (article, $0.text) }
    }.first { title.utf8.count < 1_000 && $0.1.utf8.count > 12 && title.hasBytes(of: $0.1) }
    let first = articles.lazy.compactMap { article in heading(of: article, ["h1"]).map { (article, $0.text) }
    }.first
    if let found = agreeing ?? first { return tree.isShorter(found.0, than: Self.least) ? nil : found }
    // If the headline is above the articles, the first with text and without a headline is the story.
    guard let own = tree.first("h1", in: tree.root), tree.isShorter(own, than: 600),
      let story = articles.first(where: { !tree.isShorter($0, than: Self.longestTeaser) }), own < story,
      heading(of: story, ["h1", "h2"]) == nil
    else { return nil }
    return (story, tree.text(of: own))
  }

  /// The heading that opens an article and belongs to no article inside it.
  private func heading(of article: MarkupTree.Index, _ names: Set<String>) -> (
    node: MarkupTree.Index, text: String
  )? {
    for heading in tree.elements(of: article, named: names).prefix(3)
    where tree.ancestors(of: heading).first(where: members.contains) == article
      && tree.isShorter(heading, than: 600)
    {
      var before = 0
      for node in (article + 1)..<heading where tree[node].isText && !tree.isBlank(node) {
        before += tree[node].text.utf8.count
        if before > Self.least { return nil }
      }
      let text = tree.text(of: heading)
      if !text.isEmpty { return (heading, text) }
    }
    return nil
  }

  /// Whether an article with its own heading is another story, rather than part of the one around or beside
  /// it.
  private func isOther(
    _ article: MarkupTree.Index, _ heading: MarkupTree.Index, main: MarkupTree.Index, isSigned: Bool
  ) -> Bool {
    let words = tree.nameWords(of: article)
    let around = tree.ancestors(of: article, limit: 2).reduce(into: words) {
      $0.formUnion(tree.nameWords(of: $1))
    }
    if !around.isDisjoint(with: Self.live) { return false }
    if !words.isDisjoint(with: Self.next) { return true }
    let isLinked = link(of: heading) != nil
    if tree.ancestors(of: article).contains(main) {
      return isLinked && tree.isShorter(article, than: Self.longestTeaser)
    }
    return isLinked || isSigned || (tree[heading].name == "h1" && !tree.isShorter(article, than: Self.least))
      || (!words.isDisjoint(with: Self.strange) && tree.isShorter(article, than: Self.longestTeaser))
  }

  /// The target of a heading that is a link, contains one, or is inside one.
  private func link(of heading: MarkupTree.Index) -> String? {
    let link =
      tree.first("a", in: heading) ?? tree.ancestors(of: heading, limit: 4).first { tree[$0].name == "a" }
    let address = link.flatMap { tree[$0][attribute: "href"]?.trimmedASCII } ?? ""
    return address.isEmpty || address.hasPrefix("#") ? nil : address
  }

  /// Whether it has its own byline or time.
  private func isSigned(_ article: MarkupTree.Index) -> Bool {
    tree.descendants(of: article).prefix(400).contains { node in
      tree[node].name == "time"
        || !tree.nameWords(of: node).isDisjoint(with: [
          "byline", "author", "published", "timestamp", "dateline",
        ])
    }
  }

  private mutating func take(_ article: MarkupTree.Index, _ heading: MarkupTree.Index, _ title: String) {
    let paragraph = tree.elements(of: article, named: ["p"]).first.map { tree.text(of: $0) } ?? ""
    others.append(
      (
        title, link(of: heading), paragraph.count <= 400 ? paragraph : "",
        !tree.isShorter(article, than: title.utf8.count + min(paragraph.utf8.count, 400) + Self.unseen)
      ))
    let last = tree.end(of: article)
    tree.detach(article)
    for node in article...last { tree[node] = MarkupTree.Node(name: "", line: tree[node].line) }
  }
}
