/// Removes furniture from a page by names and roles, before the article is sought.
struct FurnitureRemoval {
  /// The most sentences to keep of what is removed.
  static let mostAsides = 10

  private(set) var tree: MarkupTree
  /// Sentences in which the site spoke for itself.
  private(set) var asides: [String] = []
  /// Elements with links to other stories, in document order; only listed so far.
  private(set) var related: [MarkupTree.Index] = []

  /// The length of the text below in bytes; counted when first needed.
  private var wholeLength: Int?
  private var kinds: [String: Furniture.Kind?] = [:]

  private static let never: Set<String> = ["html", "body", "main", "a", "img", "p"]
  private static let roles: Set<String> = [
    "search", "toolbar", "contentinfo", "dialog", "alertdialog", "menu", "menubar", "navigation",
  ]
  /// The most characters that an element with such a role may contain.
  private static let longestWithRole = 4_000

  /// Kinds removed before the article is sought, because they may look like one.
  ///
  /// The rest is removed from the article alone, since the finder also weighs an element by its neighbours.
  static let beforehand: Set<Furniture.Kind> = [.consent, .comments, .related]

  /// Walks through a page, or through the article in it.
  init(_ page: consuming MarkupTree, below top: MarkupTree.Index, of wanted: Set<Furniture.Kind>) {
    tree = page
    let keepers = elementsAroundTheStory()
    var waiting = [top]
    while let node = waiting.popLast() {
      if tree[node].isText { continue }
      if node != top, let kind = kind(of: node), wanted.contains(kind), !keepers.contains(node),
        !holdsText(node, kind, of: top)
      {
        if kind == .related {
          related.append(node)
          continue
        }
        keepAsides(of: node, kind)
        tree.hollowOut(node)
        continue
      }
      waiting += tree[node].children.reversed()
    }
    tree.compact()
  }

  /// Elements that contain the headline or are marked as the article: never furniture, whatever their names.
  private func elementsAroundTheStory() -> Set<MarkupTree.Index> {
    var keepers: Set<MarkupTree.Index> = []
    for node in tree.nodes.indices
    where tree[node].name == "h1" || tree[node][attribute: "itemprop"] == "articleBody" {
      var current: MarkupTree.Index? = node
      while let index = current, keepers.insert(index).inserted { current = tree[index].parent }
    }
    return keepers
  }

  /// Whether an element is the story's text despite its name: it is also marked as text, has no word of such
  /// furniture, or contains most of the text.
  private mutating func holdsText(_ node: MarkupTree.Index, _ kind: Furniture.Kind, of top: MarkupTree.Index)
    -> Bool
  {
    guard ![.consent, .comments, .related].contains(kind) else { return false }
    if Furniture.namesText(tree[node][attribute: "class"] ?? ""), !tree.isSpace(below: node) { return true }
    let text = tree.text(of: node)
    if kind == .paywall, !text.isEmpty, !Furniture.asksForMoney(text) { return true }
    let all = wholeLength ?? tree.rawText(of: top).utf8.count
    wholeLength = all
    return text.utf8.count > all / 2 && text.utf8.count > 60
  }

  private mutating func kind(of node: MarkupTree.Index) -> Furniture.Kind? {
    guard !Self.never.contains(tree[node].name) else { return nil }
    for name in ["id", "class"] {
      guard let value = tree[node][attribute: name], let kind = kind(named: value) else { continue }
      if tree.isShorter(node, than: Furniture.longest(kind)) { return kind }
    }
    guard let role = tree[node][attribute: "role"], Self.roles.contains(role),
      tree.isShorter(node, than: Self.longestWithRole)
    else { return nil }
    return .tools
  }

  /// Gives the page away, so that it need not be copied to be changed further.
  consuming func taken() -> (tree: MarkupTree, related: [MarkupTree.Index]) { (tree, related) }

  private mutating func kind(named value: String) -> Furniture.Kind? {
    if let known = kinds[value] { return known }
    let kind = Furniture.kind(ofNames: value)
    kinds[value] = .some(kind)
    return kind
  }

  private mutating func keepAsides(of node: MarkupTree.Index, _ kind: Furniture.Kind) {
    guard Furniture.isPromotion(kind), asides.count < Self.mostAsides else { return }
    let paragraphs = tree.elements(of: node, named: ["p"])
    for text in (paragraphs.isEmpty ? [node] : paragraphs).prefix(Self.mostAsides).map({ tree.text(of: $0) })
    where Furniture.isSentence(text) && !asides.contains(text) && asides.count < Self.mostAsides {
      asides.append(text)
    }
  }
}

extension MarkupTree {
  /// Leaves an empty element in a box's place, since neighbours count in the scoring.
  mutating func hollowOut(_ box: Index) {
    for child in self[box].children { detach(child) }
    self[box].name = "aside"
    self[box].attributes = []
  }

  /// Whether the text below is shorter than `limit` bytes; examines no more nodes than needed.
  func isShorter(_ top: Index, than limit: Int) -> Bool {
    var length = 0
    var looked = 0
    var waiting = [top]
    while let next = waiting.popLast() {
      looked += 1
      length += isBlank(next) ? 0 : self[next].text.utf8.count
      if length >= limit || looked > limit + 1_000 { return false }
      waiting.append(contentsOf: self[next].children)
    }
    return true
  }
}
