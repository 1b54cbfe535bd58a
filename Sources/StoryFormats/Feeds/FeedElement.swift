/// An element of a feed with its children sorted by name.
struct FeedElement {
  /// Its place in the tree.
  let index: MarkupTree.Index
  /// Its children by `FeedVocabulary.name(of:)`, each list in the order of the file.
  private(set) var children: [String: [MarkupTree.Index]] = [:]

  init(_ index: MarkupTree.Index, in tree: MarkupTree, _ vocabulary: inout FeedVocabulary) {
    self.index = index
    add(childrenOf: index, in: tree, &vocabulary)
  }

  /// Takes in the children of another element as if they were its own: those of a channel or a group.
  mutating func add(
    childrenOf index: MarkupTree.Index, in tree: MarkupTree, _ vocabulary: inout FeedVocabulary
  ) {
    for child in tree[index].children where !tree[child].isText {
      if let name = vocabulary.name(of: tree[child]) { children[name, default: []].append(child) }
    }
  }

  /// The children of those names: all of the first name, then all of the next.
  func all(_ names: String...) -> [MarkupTree.Index] {
    names.flatMap { children[$0] ?? [] }
  }
}
