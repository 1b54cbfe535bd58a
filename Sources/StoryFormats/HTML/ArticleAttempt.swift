/// One attempt to find the article.
///
/// Removed elements are only detached, and child lists are repaired at the end. The content of subtrees is
/// summed up once, and again after a change. So each step costs only the nodes it examines, and an attempt
/// costs a few walks through the page.
struct ArticleAttempt {
  var tree: MarkupTree
  let words: PageWords
  let strictness: ArticleFinder.Strictness
  let title: String
  var hasByline: Bool
  var byline: String?
  var scores: [MarkupTree.Index: Double] = [:]
  private var summaries: [SubtreeSummary?]

  init(
    tree: MarkupTree, words: PageWords, strictness: ArticleFinder.Strictness, title: String, hasByline: Bool
  ) {
    self.tree = tree
    self.words = words
    summaries = Array(repeating: nil, count: tree.nodes.count)
    self.strictness = strictness
    self.title = title
    self.hasByline = hasByline
  }

  /// The article, and its number of characters.
  mutating func run() -> (article: ArticleFinder.Article, length: Int)? {
    guard let body = tree.first("body", in: tree.root) else { return nil }
    let paragraphs = takeAwayTheUnlikely(from: tree.root)
    score(paragraphs)
    guard let top = chooseTop(body: body) else { return nil }
    let article = gather(around: top)
    clean(article)
    let length = summary(of: article).length
    tree.compact()
    return (ArticleFinder.Article(tree: tree, top: article, byline: byline), length)
  }

  // MARK: Summaries

  /// A summary of a node and everything below it.
  mutating func summary(of top: MarkupTree.Index) -> SubtreeSummary {
    if top < summaries.count, let known = summaries[top] { return known }
    if summaries.count < tree.nodes.count {
      summaries.append(contentsOf: repeatElement(nil, count: tree.nodes.count - summaries.count))
    }
    var waiting = [(node: top, isExpanded: false)]
    while let (node, isExpanded) = waiting.popLast() {
      if summaries[node] != nil { continue }
      if tree[node].isText {
        summaries[node] = SubtreeSummary(text: tree[node].text)
      } else if isExpanded {
        var sum = SubtreeSummary()
        for child in tree[node].children where tree[child].parent == node {
          if let part = summaries[child] { sum.append(part) }
        }
        sum.enclose(in: tree[node])
        summaries[node] = sum
      } else {
        waiting.append((node, true))
        for child in tree[node].children where tree[child].parent == node && summaries[child] == nil {
          waiting.append((child, false))
        }
      }
    }
    return summaries[top] ?? SubtreeSummary()
  }

  /// The latest summary of a node.
  func known(_ node: MarkupTree.Index) -> SubtreeSummary {
    node < summaries.count ? summaries[node] ?? SubtreeSummary() : SubtreeSummary()
  }

  /// Forgets the summaries that a change of this node makes wrong.
  mutating func invalidate(_ node: MarkupTree.Index) {
    var current: MarkupTree.Index? = node
    while let index = current, index >= summaries.count || summaries[index] != nil {
      if index < summaries.count { summaries[index] = nil }
      current = tree[index].parent
    }
  }

  /// Removes a node.
  mutating func remove(_ node: MarkupTree.Index) {
    if let parent = tree[node].parent { invalidate(parent) }
    tree.detach(node)
  }

  /// Renames an element.
  mutating func rename(_ node: MarkupTree.Index, to name: String) {
    invalidate(node)
    tree[node].name = name
  }

  // MARK: Removal

  private static let scored: Set<String> = ["section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"]
  private static let hollow: Set<String> = ["div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6"]
  private static let unlikelyRoles: Set<String> = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
  ]
  /// The longest byline, in characters.
  private static let longestByline = 100

  /// Walks through the page once: removes unlikely elements, makes paragraphs of loose text, and lists what
  /// to score.
  private mutating func takeAwayTheUnlikely(from start: MarkupTree.Index) -> [MarkupTree.Index] {
    var toScore: [MarkupTree.Index] = []
    var looksForTitle = true
    var frames = [(parent: start, next: 0)]
    while let (parent, place) = frames.last {
      guard place < tree[parent].children.count else {
        frames.removeLast()
        continue
      }
      frames[frames.count - 1].next += 1
      let node = tree[parent].children[place]
      guard tree[node].parent == parent, !tree[node].isText else { continue }
      if isUnlikely(node, looksForTitle: &looksForTitle) {
        remove(node)
        continue
      }
      if Self.scored.contains(tree[node].name) { toScore.append(node) }
      // Everything in code is code, line by line.
      if tree[node].name == "pre" { continue }
      var next = node
      if tree[node].name == "div" {
        if tree.wrapLooseText(in: node) { invalidate(node) }
        if let only = tree.singleChild(of: node, named: "p"), summary(of: node).linkDensity < 0.25 {
          invalidate(node)
          tree[parent].children[place] = only
          tree[only].parent = parent
          tree.detach(node)
          toScore.append(only)
          next = only
        } else if !tree.hasBlockChild(node) {
          rename(node, to: "p")
          toScore.append(node)
        }
      }
      frames.append((next, 0))
    }
    return toScore
  }

  /// Whether to remove an element; a byline found this way is kept.
  private mutating func isUnlikely(_ node: MarkupTree.Index, looksForTitle: inout Bool) -> Bool {
    if !tree.isProbablyVisible(node) || isModal(node) { return true }
    let said = words[node]
    if !hasByline, byline == nil, isByline(node, said) {
      byline = tree.text(of: node)
      return true
    }
    let name = tree[node].name
    if looksForTitle, name == "h1" || name == "h2", isTitle(node) {
      looksForTitle = false
      return true
    }
    if strictness.contains(.dropsUnlikely) {
      if said.isUnlikely, name != "body", name != "a", !tree.hasAncestor(node, named: ["table", "code"]) {
        return true
      }
      if let role = tree[node][attribute: "role"], Self.unlikelyRoles.contains(role) { return true }
    }
    return Self.hollow.contains(name) && tree.isWithoutContent(node)
  }

  /// Whether a heading repeats the title.
  mutating func isTitle(_ heading: MarkupTree.Index) -> Bool {
    guard summary(of: heading).length <= 2 * title.utf8.count else { return false }
    return Words.similarity(title, tree.text(of: heading)) > 0.75
  }

  private func isModal(_ node: MarkupTree.Index) -> Bool {
    tree[node][attribute: "aria-modal"] == "true" && tree[node][attribute: "role"] == "dialog"
  }

  private mutating func isByline(_ node: MarkupTree.Index, _ said: PageWords.Said) -> Bool {
    let says =
      said.isByline || tree[node][attribute: "rel"] == "author"
      || tree[node][attribute: "itemprop"]?.hasBytes(of: "author") == true
    guard says else { return false }
    let length = summary(of: node).length
    return length > 0 && length < Self.longestByline
  }

  /// The evidence of class and id, from -50 to 50.
  func classWeight(_ node: MarkupTree.Index) -> Double {
    strictness.contains(.weighsClasses) ? words[node].weight : 0
  }
}
