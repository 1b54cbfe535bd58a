internal import Stories

/// The names of parts that links lead to.
extension HTMLBlocks {
  /// The blocks of an element, the first with the names that the element and what it begins with give.
  func named(_ blocks: [Block], _ node: MarkupTree.Index) -> [Block] {
    guard keepsParts, !blocks.isEmpty else { return blocks }
    var names: [String] = []
    // Deep down the block within has its own.
    for index in [node] + tree.elementChildren(of: node).prefix(64) {
      let name =
        tree[index][attribute: "id"] ?? (tree[index].name == "a" ? tree[index][attribute: "name"] : nil)
      if let name, !name.isEmpty, name.utf8.count <= 400 { names.append(name) }
    }
    guard !names.isEmpty else { return blocks }
    var blocks = blocks
    blocks[0].anchors = names + (blocks[0].anchors ?? [])
    return blocks
  }
}
