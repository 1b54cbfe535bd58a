/// The headings of a page that may be its headline.
struct PageHeadings {
  /// A heading as shown.
  struct Heading {
    let node: MarkupTree.Index
    let text: String
    /// At least three words: a headline rather than a section name.
    let isLong: Bool
    /// In `article` or `main`.
    let isInArticle: Bool
    /// Whether class or microdata mark it as the headline.
    let isNamed: Bool
  }

  /// The page's `h1`s, each text once, except those of the site, menus, boxes and comments.
  private(set) var first: [Heading] = []
  /// Lower headings, and other elements marked as the headline by class or microdata.
  private(set) var others: [Heading] = []

  private static let most = 60
  private static let longest = 600
  private static let hidden: Set<String> = ["hidden", "invisible"]
  private static let brands: [Set<String>] = [
    ["logo"], ["brand"], ["masthead"], ["site", "title"], ["site", "name"], ["blog", "title"],
    ["site", "header", "title"],
    ["navbar"],
  ]
  private static let headlineNames: [Set<String>] = [
    ["headline"], ["entry", "title"], ["post", "title"], ["article", "title"], ["story", "title"],
    ["entry", "header"],
    ["overskrift"], ["rubrik"],
  ]

  init(_ tree: MarkupTree, surroundings: PageSurroundings, sites: SiteNames) {
    var outside: [Heading] = []
    for node in tree.nodes.indices where !tree[node].isText {
      let name = tree[node].name
      let isHeading = name == "h1"
      let isLower = ["h2", "h3", "h4"].contains(name)
      guard isHeading || isLower || Self.mayBeNamed(tree[node]), first.count + others.count < Self.most * 2
      else { continue }
      if isHeading ? first.count + outside.count >= Self.most : others.count >= Self.most { continue }
      let words = tree.nameWords(of: node)
      let isNamed = Self.headlineNames.contains { $0.isSubset(of: words) }
      guard isHeading || isLower || isNamed, tree.isShorter(node, than: Self.longest) else { continue }
      let text = Self.text(of: node, tree)
      guard text.contains(where: { $0.isLetter || $0.isNumber }), !Self.isBrand(node, words, tree),
        Self.isVisible(node, tree), !sites.contains(text), Furniture.kind(ofText: text) == nil,
        !LabelledLines.isLabel(text)
      else { continue }
      let heading = Heading(
        node: node, text: text, isLong: Self.isLong(text),
        isInArticle: tree.hasAncestor(node, named: ["article", "main"]), isNamed: isNamed)
      if !isHeading {
        if !surroundings.hold(node, in: tree, beside: []) { others.append(heading) }
      } else if surroundings.hold(node, in: tree, beside: []) {
        outside.append(heading)
      } else if !first.contains(where: { TextMarks.saysTheSame($0.text, text) }) {
        first.append(heading)
      }
    }
    if first.isEmpty, outside.count == 1 { first = outside }
  }

  /// Whether an element that is not a heading has a name worth examining.
  private static func mayBeNamed(_ node: MarkupTree.Node) -> Bool {
    guard ["div", "span", "p", "header", "td", "a", "strong"].contains(node.name) else { return false }
    return node[attribute: "itemprop"] == "headline"
      || ["class", "id"].contains { name in
        node[attribute: name].map { value in
          value.hasBytes(of: "itle") || value.hasBytes(of: "eadline") || value.hasBytes(of: "verskrift")
        } ?? false
      }
  }

  /// Whether a text has three words, or as many letters as three words in scripts without spaces.
  static func isLong(_ text: String) -> Bool {
    if text.split(whereSeparator: \.isWhitespace).count >= 3 { return true }
    return text.unicodeScalars.lazy.filter { $0.value >= 0x0E00 && $0.properties.isAlphabetic }.prefix(6)
      .count == 6
  }

  private static func isBrand(_ node: MarkupTree.Index, _ words: Set<String>, _ tree: MarkupTree) -> Bool {
    if brands.contains(where: { $0.isSubset(of: words) }) { return true }
    if let parent = tree[node].parent, !["body", "html"].contains(tree[parent].name) {
      let around = tree.nameWords(of: parent)
      if around.contains("logo") || around.contains("branding") || tree[parent][attribute: "role"] == "banner"
      {
        return true
      }
    }
    // A heading that links to the front page is the site's name.
    let links =
      tree.elements(of: node, named: ["a"])
      + tree.ancestors(of: node, limit: 1).filter { tree[$0].name == "a" }
    return links.contains { link in
      if tree.nameWords(of: link).contains("logo") { return true }
      let address = tree[link][attribute: "href"]?.trimmedASCII ?? ""
      return address == "/" || WebAddress(address).map { $0.path == "/" && $0.query.isEmpty } == true
    }
  }

  private static func isVisible(_ node: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
    for element in [node] + tree.ancestors(of: node, limit: 8) {
      if !tree.isProbablyVisible(element) { return false }
    }
    return !isForScreenReaders(tree.nameWords(of: node))
  }

  static func isForScreenReaders(_ words: Set<String>) -> Bool {
    [["sr", "only"], ["visually", "hidden"], ["screen", "reader", "text"], ["visuallyhidden"], ["hidden"]]
      .contains {
        Set($0).isSubset(of: words)
      }
  }

  // MARK: Text

  private static let labels: [Set<String>] = [
    ["kicker"], ["eyebrow"], ["overline"], ["category"], ["label"], ["badge"], ["headerlink"], ["anchor"],
    ["tag"],
    ["section", "name"], ["overrubrik"], ["trompet"],
  ]

  /// The words of a heading: lines separated, without buttons, hidden words, and the label above it.
  static func text(of heading: MarkupTree.Index, _ tree: MarkupTree) -> String {
    let bare = text(of: heading, tree, labelled: false)
    return isLong(bare) ? bare : text(of: heading, tree, labelled: true)
  }

  private static func text(of heading: MarkupTree.Index, _ tree: MarkupTree, labelled: Bool) -> String {
    var text = ""
    var waiting = Array(tree[heading].children.reversed())
    while let next = waiting.popLast() {
      if tree[next].isText {
        text += tree[next].text
        continue
      }
      let name = tree[next].name
      let kind = Elements.kind(of: name)
      if kind.contains(.silent) || name == "time" || !tree.isProbablyVisible(next) { continue }
      let words = tree.nameWords(of: next)
      if isForScreenReaders(words) || (!labelled && labels.contains { $0.isSubset(of: words) }) {
        text += " "
        continue
      }
      if !kind.isDisjoint(with: [.block, .breaks]) { text += " " }
      waiting += tree[next].children.reversed()
    }
    let line = MarkupTree.collapsed(text)
    for sign in [" #", " ¶", "¶"] where line.hasSuffix(sign) { return String(line.dropLast(sign.count)) }
    return line
  }
}
