extension MarkupTree {
  /// A copy of an element with everything below it, so that work on it costs no more than its own size.
  func subtree(of top: Index) -> MarkupTree {
    var copy = MarkupTree(nodes: [nodes[top]])
    copy.nodes[0].parent = nil
    copy.nodes[0].children = []
    var waiting = nodes[top].children.reversed().map { (node: $0, parent: 0) }
    while let (node, parent) = waiting.popLast() {
      var new = nodes[node]
      new.parent = parent
      new.children = []
      copy.nodes.append(new)
      let index = copy.nodes.count - 1
      copy.nodes[parent].children.append(index)
      waiting += nodes[node].children.reversed().map { ($0, index) }
    }
    return copy
  }
}
