/// An element of a feed, with its children grouped by name.
struct FeedElement {
  /// Its index in the tree.
  let index: MarkupTree.Index
  /// Its children by `FeedVocabulary.name(of:)`, in the order of the file.
  private(set) var children: [String: [MarkupTree.Index]] = [:]

  init(_ index: MarkupTree.Index, in tree: MarkupTree, _ vocabulary: inout FeedVocabulary) {
    self.index = index
    add(childrenOf: index, in: tree, &vocabulary)
  }

  /// Adds the children of another element, such as a channel or a group, as its own.
  mutating func add(
    childrenOf index: MarkupTree.Index, in tree: MarkupTree, _ vocabulary: inout FeedVocabulary
  ) {
    for child in tree[index].children where !tree[child].isText {
      if let name = vocabulary.name(of: tree[child]) { children[name, default: []].append(child) }
    }
  }

  /// The children with these names: all of the first name, then all of the next.
  func all(_ names: String...) -> [MarkupTree.Index] {
    names.flatMap { children[$0] ?? [] }
  }
}
