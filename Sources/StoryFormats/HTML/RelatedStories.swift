internal import Stories

/// Boxes with links to other stories: they become teasers, and a single link in the middle of the story
/// becomes a labelled line.
struct RelatedStories {
  /// The most boxes to read, and the most teasers of a page.
  static let mostBoxes = 60
  static let mostTeasers = 40
  /// The most links in an `aside` without a label; with more, it is a site index.
  static let mostUnnamed = 12
  /// The shortest and longest link text that can be a headline, in characters.
  static let headline = 12...220

  private(set) var tree: MarkupTree
  /// The stories that boxes lead to; those of labelled lines with the paragraph that replaces them.
  private(set) var found: [(line: MarkupTree.Index?, teaser: Teaser)] = []
  private let base: WebAddress?

  /// Removes the boxes from a page: those with such names, those with such labels, and `aside` elements full
  /// of links.
  init(_ page: consuming MarkupTree, named: [MarkupTree.Index], base: WebAddress?) {
    tree = page
    self.base = base
    let named = Set(named)
    var boxes = 0
    var waiting = [tree.root]
    while let node = waiting.popLast(), boxes < Self.mostBoxes {
      if tree[node].isText || ["nav", "header"].contains(tree[node].name) { continue }
      let isNamed = named.contains(node)
      if isNamed || tree[node].name == "aside" || hasLabel(node),
        let entries = entries(of: node, isNamed: isNamed)
      {
        boxes += 1
        take(node, entries)
        continue
      }
      waiting += tree[node].children.reversed()
    }
    tree.compact()
  }

  private static let holders: Set<String> = ["div", "section", "ul", "aside"]
  private static let longestBox = 4_000

  /// Whether the first words in an element are a label ("Read also").
  private func hasLabel(_ node: MarkupTree.Index) -> Bool {
    Self.holders.contains(tree[node].name) && label(of: node) != nil
  }

  private func label(of node: MarkupTree.Index) -> String? {
    var waiting = Array(tree[node].children.reversed())
    var looked = 0
    while let next = waiting.popLast(), looked < 40 {
      looked += 1
      if tree[next].isText, !tree.isBlank(next) {
        guard tree[next].text.utf8.count < 80, tree[next].parent.map({ tree[$0].name }) != "a" else {
          return nil
        }
        let text = MarkupTree.collapsed(tree[next].text)
        let words = text.last == ":" ? String(text.dropLast()) : text
        return LabelledLines.isLabel(words) ? words : nil
      }
      waiting += tree[next].children.prefix(40).reversed()
    }
    return nil
  }

  /// The stories that a box leads to; nil if it is a text with links.
  private func entries(of node: MarkupTree.Index, isNamed: Bool) -> [Teaser]? {
    guard tree.isShorter(node, than: Self.longestBox) else { return nil }
    let links = tree.elements(of: node, named: ["a"])
    guard !links.isEmpty, links.count <= 100, !isProse(node, links) else { return nil }
    if links.contains(where: { isBought($0) }) { return isNamed ? [] : nil }
    var entries: [Teaser] = []
    for link in links {
      guard let address = tree[link][attribute: "href"]?.trimmedASCII, !address.isEmpty,
        !address.hasPrefix("#")
      else { continue }
      let heading = tree.elements(of: link, named: ["h1", "h2", "h3", "h4", "h5", "h6", "strong"]).first
      let title = tree.text(of: heading ?? link)
      guard Self.headline.contains(title.count), Furniture.kind(ofText: title) == nil,
        !LabelledLines.isLabel(title)
      else { continue }
      let reference = LinkTarget.reference(text: title, address: address, base: base)
      guard reference.naming == .path || reference.target.flatMap({ WebAddress($0) }) != nil else { continue }
      if entries.contains(where: { $0.target == reference.target }) { continue }
      entries.append(
        Teaser(
          title: title, text: text(beside: link, title, in: node), target: reference.target,
          naming: reference.naming))
    }
    if entries.isEmpty { return isNamed ? [] : nil }
    if isNamed || label(of: node) != nil { return entries }
    return (2...Self.mostUnnamed).contains(entries.count) ? entries : nil
  }

  /// Whether a link is an advertisement of companies that sell links between stories.
  private func isBought(_ link: MarkupTree.Index) -> Bool {
    let address = tree[link][attribute: "href"] ?? ""
    return ["taboola", "outbrain", "doubleclick", "/sponsor"].contains { address.hasBytes(of: $0) }
      || tree[link][attribute: "rel"]?.hasBytes(of: "sponsored") == true
  }

  /// Whether it has more than a line or two outside links: a fact box, with its own words.
  private func isProse(_ node: MarkupTree.Index, _ links: [MarkupTree.Index]) -> Bool {
    let linked = links.reduce(0) { $0 + tree.text(of: $1).utf8.count }
    let all = tree.text(of: node).utf8.count
    return all - linked > max(60, linked * 3)
  }

  /// The lines that belong to a link: the rest of the item, if it contains no other link.
  private func text(beside link: MarkupTree.Index, _ title: String, in box: MarkupTree.Index) -> String {
    var item = link
    let address = tree[link][attribute: "href"]
    for _ in 0..<6 {
      guard let parent = tree[item].parent, parent != box, item != box else { break }
      let others = tree.elements(of: parent, named: ["a"]).contains { tree[$0][attribute: "href"] != address }
      if others { break }
      item = parent
    }
    let paragraphs = tree.elements(of: item, named: ["p"]).map { tree.text(of: $0) }
    return paragraphs.filter { $0 != title && $0.count > 20 }.joined(separator: " ")
  }

  private mutating func take(_ node: MarkupTree.Index, _ entries: [Teaser]) {
    let label = label(of: node)
    if entries.count == 1, let teaser = entries.first, teaser.text.isEmpty, let label,
      let target = teaser.target
    {
      let line = tree.make("p", line: tree[node].line)
      let (words, link) = (tree.make(""), tree.make("a"))
      tree[words].text = label + ": "
      tree[link].attributes = [("href", target)]
      let title = tree.make("")
      tree[title].text = teaser.title
      tree.append(title, to: link)
      tree.append(words, to: line)
      tree.append(link, to: line)
      if let parent = tree[node].parent, let place = tree[parent].children.firstIndex(of: node) {
        tree[parent].children[place] = line
        tree[line].parent = parent
        found.append((line, teaser))
      }
    } else {
      found += entries.map { (nil, $0) }
      tree.hollowOut(node)
      return
    }
    tree.detach(node)
  }

  /// The teasers in order, each once, except those whose labelled line is in the article.
  func teasers(outside top: MarkupTree.Index, of article: MarkupTree) -> [Teaser] {
    var teasers: [Teaser] = []
    for (line, teaser) in found where teasers.count < Self.mostTeasers {
      if let line, line < article.nodes.count, article.ancestors(of: line).contains(top) { continue }
      if !teasers.contains(where: { $0.target == teaser.target || $0.title == teaser.title }) {
        teasers.append(teaser)
      }
    }
    return teasers
  }
}
