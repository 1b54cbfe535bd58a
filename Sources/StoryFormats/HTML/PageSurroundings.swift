/// The elements of a page outside its story: menus, asides, comments, lists of other stories.
struct PageSurroundings {
  private var isOwn: [Bool]

  private static let names = Elements.names([.around, .unseen]).union(["noscript", "select"])
  private static let roles: Set<String> = ["complementary", "navigation", "contentinfo", "dialog", "search"]
  private static let kinds: Set<Furniture.Kind> = [
    .comments, .related, .mostRead, .consent, .newsletter, .advert, .breadcrumb,
  ]

  init(_ tree: MarkupTree) {
    var known: [String: Bool] = [:]
    // By index: a node taken out of the tree is a copy of all its parts.
    isOwn = tree.nodes.indices.map { index in
      if tree[index].isText { return false }
      if Self.names.contains(tree[index].name) { return true }
      if tree[index].attributes.isEmpty || ["html", "body", "main", "h1"].contains(tree[index].name) {
        return false
      }
      if let role = tree[index][attribute: "role"], Self.roles.contains(role) { return true }
      if tree[index][attribute: "itemprop"] == "comment" { return true }
      for attribute in ["class", "id"] {
        guard let value = tree[index][attribute: attribute], !value.isEmpty else { continue }
        if let isNamed = known[value] {
          if isNamed { return true }
          continue
        }
        let isNamed = Self.isNamed(value)
        known[value] = isNamed
        if isNamed { return true }
      }
      return false
    }
  }

  private static func isNamed(_ value: String) -> Bool {
    value.hasPrefix("comment") || value.hasPrefix("sidebar")
      || Furniture.kind(ofNames: value).map(kinds.contains) == true
  }

  /// Whether a node is in such an element, unless the element also contains the story's headline.
  func hold(_ node: MarkupTree.Index, in tree: MarkupTree, beside headline: Set<MarkupTree.Index>) -> Bool {
    var current: MarkupTree.Index? = node
    while let index = current {
      if isOwn[index], !headline.contains(index) { return true }
      current = tree[index].parent
    }
    return false
  }
}

extension MarkupTree {
  /// The last node below another in document order, in a tree as parsed; the node itself if it is empty.
  func end(of top: Index) -> Index {
    var last = top
    while let child = self[last].children.last(where: { self[$0].parent == last }) { last = child }
    return last
  }

  /// A node and all its ancestors.
  func chain(of node: Index?) -> Set<Index> {
    guard let node else { return [] }
    return Set(ancestors(of: node) + [node])
  }

  /// The words of an element's class, id, microdata and link relation, in lower case.
  func nameWords(of node: Index) -> Set<String> {
    var words: Set<String> = []
    for name in ["class", "id", "itemprop", "rel"] {
      guard let value = self[node][attribute: name], value.utf8.count <= 400 else { continue }
      for part in value.utf8.split(whereSeparator: { $0 <= 0x20 }).prefix(12) {
        words.formUnion(Furniture.words(of: Substring(part)))
      }
    }
    return words
  }
}
