/// Takes out of a page what its names and roles say is furniture, before the article is looked for.
struct FurnitureRemoval {
  /// The most sentences that are kept of what goes.
  static let mostAsides = 10

  private(set) var tree: MarkupTree
  /// Sentences in which the site spoke for itself.
  private(set) var asides: [String] = []
  /// Elements that hold links to other stories, in document order; nothing but marked yet.
  private(set) var related: [MarkupTree.Index] = []

  /// How much text there is below, in bytes; counted when it is first asked for.
  private var wholeLength: Int?
  private var kinds: [String: Furniture.Kind?] = [:]

  private static let never: Set<String> = ["html", "body", "main", "a", "img", "p"]
  private static let roles: Set<String> = [
    "search", "toolbar", "contentinfo", "dialog", "alertdialog", "menu", "menubar", "navigation",
  ]
  /// The most characters that an element with such a role may hold.
  private static let longestWithRole = 4_000

  /// What goes before the article is looked for, because it may look like one.
  ///
  /// The rest goes from the article alone: the
  /// finder weighs an element by its neighbours as well.
  static let beforehand: Set<Furniture.Kind> = [.consent, .comments, .related]

  /// Goes through a page, or the article in it.
  init(_ page: MarkupTree, below top: MarkupTree.Index, of wanted: Set<Furniture.Kind>) {
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

  /// Elements that hold the headline or say that they hold the article: never furniture, whatever they are called.
  private func elementsAroundTheStory() -> Set<MarkupTree.Index> {
    var keepers: Set<MarkupTree.Index> = []
    for node in tree.nodes.indices
    where tree[node].name == "h1" || tree[node][attribute: "itemprop"] == "articleBody" {
      var current: MarkupTree.Index? = node
      while let index = current, keepers.insert(index).inserted { current = tree[index].parent }
    }
    return keepers
  }

  /// Whether an element is the story's text in spite of its name: marked as text as well, without a word of what it should
  /// be there for, or most of what there is.
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
  /// Leaves an empty element in a box's place: what stands around it is weighed by how much stands there.
  mutating func hollowOut(_ box: Index) {
    for child in self[box].children { detach(child) }
    self[box].name = "aside"
    self[box].attributes = []
  }

  /// Whether the text below has fewer than so many bytes; looks at no more nodes than it needs for that.
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
