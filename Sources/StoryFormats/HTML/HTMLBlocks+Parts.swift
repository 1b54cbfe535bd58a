internal import Stories

/// Keeps the names of parts that links lead to.
extension HTMLBlocks {
  /// Which names to keep.
  enum Parts {
    /// None, and no links to parts.
    case none
    /// Those that links in the text lead to, since a page has thousands of names.
    case linked(Set<String>)
    /// All of them.
    case all

    func keeps(_ name: String) -> Bool {
      switch self {
      case .none: false
      case .linked(let names): names.contains(name)
      case .all: true
      }
    }
  }

  /// The most parts of a page to keep.
  private static let mostParts = 2_000

  /// Keeps the parts that links with words below an element lead to.
  mutating func keepLinkedParts(below top: MarkupTree.Index) {
    var linked: Set<String> = []
    var named: Set<String> = []
    for node in tree.descendants(of: top) where !tree[node].isText {
      for name in names(of: node) { named.insert(name) }
      guard tree[node].name == "a", let address = tree[node][attribute: "href"]?.trimmedASCII,
        address.hasPrefix("#"), linked.count < Self.mostParts, hasWords(node)
      else { continue }
      linked.insert(PercentCoding.decoded(String(address.dropFirst())))
    }
    linked.formIntersection(named)
    parts = linked.isEmpty ? .none : .linked(linked)
  }

  /// Whether a link to a part of the page has words and leads to a part that is kept.
  func keepsLink(_ link: MarkupTree.Index, to address: String) -> Bool {
    if case .all = parts { return true }
    return parts.keeps(PercentCoding.decoded(String(address.dropFirst()))) && hasWords(link)
  }

  /// Whether a link has words, unlike the marks of footnotes and their back links.
  private func hasWords(_ link: MarkupTree.Index) -> Bool {
    tree.text(of: link).unicodeScalars.lazy.filter(\.properties.isAlphabetic).prefix(2).count == 2
  }

  /// The names of an element (HTML Living Standard, sections 3.2.6 and 16.2).
  private func names(of node: MarkupTree.Index) -> [String] {
    let given = [tree[node][attribute: "id"], tree[node].name == "a" ? tree[node][attribute: "name"] : nil]
    return given.compactMap { $0 }.filter { !$0.isEmpty && $0.utf8.count <= 400 }
  }

  /// The kept names of an element and its children.
  func keptNames(of node: MarkupTree.Index) -> [String] {
    if case .none = parts { return [] }
    if tree[node].isText { return [] }
    return ([node] + tree.elementChildren(of: node).prefix(64)).flatMap(names).filter(parts.keeps)
  }

  /// The blocks of an element, the first with the names of the element and its children; deeper blocks have
  /// their own.
  func named(_ blocks: [Block], _ node: MarkupTree.Index) -> [Block] {
    var names = keptNames(of: node).filter { blocks.first?.anchors?.contains($0) != true }
    return Self.named(blocks, by: &names)
  }

  /// The blocks, the first with the pending names.
  static func named(_ blocks: [Block], by names: inout [String]) -> [Block] {
    guard !names.isEmpty, !blocks.isEmpty else { return blocks }
    var blocks = blocks
    blocks[0].anchors = names + (blocks[0].anchors ?? [])
    names = []
    return blocks
  }
}
