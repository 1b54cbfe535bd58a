internal import Stories

/// Reads the attributes of blocks.
extension HTMLBlocks {
  /// The children of a quote without the final `footer` or `cite`, and the name in that.
  func speaker(of quote: MarkupTree.Index) -> (children: [MarkupTree.Index], name: String?) {
    let children = tree[quote].children
    guard let last = children.lastIndex(where: { !tree[$0].isText || !tree.isSpace(below: $0) }),
      ["footer", "cite"].contains(tree[children[last]].name), last > 0
    else { return (children, nil) }
    var name = tree.text(of: children[last])[...]
    while let first = name.first, "—–-― ".contains(first) { name = name.dropFirst() }
    guard !name.isEmpty, name.utf8.count <= 200 else { return (children, nil) }
    return (Array(children[..<last]), String(name))
  }

  /// Whether a task is done; nil unless the item begins with a checkbox.
  func isDone(_ item: MarkupTree.Index) -> Bool? {
    guard let first = tree.elementChildren(of: item).first, tree[first].name == "input",
      tree[first][attribute: "type"]?.lowercased() == "checkbox"
    else { return nil }
    return tree[first][attribute: "checked"] != nil
  }

  /// The language of code: `<code class="language-swift">` (HTML Living Standard, section 4.5.15).
  func codeLanguage(of block: MarkupTree.Index) -> String? {
    let element = tree.first("code", in: block) ?? block
    let words = (tree[element][attribute: "class"] ?? "").split(separator: " ")
    return words.lazy.compactMap { word in
      ["language-", "lang-"].first { word.hasPrefix($0) }.map { String(word.dropFirst($0.count)) }
    }.first { !$0.isEmpty && $0.utf8.count <= 40 }
  }
}
