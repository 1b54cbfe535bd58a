internal import Stories

/// Reads marks that lead to footnotes, and recognises links that are not part of the text.
extension HTMLBlocks {
  /// The longest mark of a footnote, in bytes.
  private static let longestMark = 24
  private static let noteClasses = ["footnote", "noteref", "fnref", "endnote", "sidenote-ref", "cite_ref"]

  /// The label of a footnote, if an element is its mark: a superscript link within the page.
  func noteLabel(of node: MarkupTree.Index) -> String? {
    let name = tree[node].name
    guard name == "sup" || name == "a", tree.isShorter(node, than: Self.longestMark) else { return nil }
    let link = name == "a" ? node : tree.elements(of: node, named: ["a"]).first
    guard let link, let address = tree[link][attribute: "href"], let hash = address.lastIndex(of: "#"),
      address.index(after: hash) < address.endIndex, !isBackLink(link)
    else { return nil }
    let words = tree.text(of: node)
    let label = words.hasPrefix("[") && words.hasSuffix("]") ? String(words.dropFirst().dropLast()) : words
    guard !label.isEmpty, label.count <= 12 else { return nil }
    if name == "sup" { return label }
    let hints = ["class", "role", "rel", "id", "epub:type"].compactMap { tree[node][attribute: $0] }
      .joined(separator: " ").lowercased()
    let isNamed = Self.noteClasses.contains { hints.hasBytes(of: $0) }
    // "[1]" that leads to a part of the page: a citation without a class.
    return isNamed || (label != words && label.allSatisfy(\.isNumber)) ? label : nil
  }

  /// Whether a link leads from a footnote back to its mark: an arrow or a letter.
  func isBackLink(_ node: MarkupTree.Index) -> Bool {
    guard ["a", "span", "sup"].contains(tree[node].name), tree.isShorter(node, than: 40) else { return false }
    let names = ["class", "role", "rev"].compactMap { tree[node][attribute: $0] }.joined(separator: " ")
    if ["backref", "backlink", "reversefootnote", "footnote-back", "mw-cite-back"].contains(where: {
      names.hasBytes(of: $0)
    }) {
      return true
    }
    guard tree[node].name == "a", tree[node][attribute: "href"]?.contains("#") == true else { return false }
    return ["^", "↑", "↩", "↩︎", "↵", "⏎", "¶"].contains(tree.text(of: node))
  }

  /// Whether a link edits a section of a wiki page.
  func isWikiEdit(_ node: MarkupTree.Index) -> Bool {
    guard let names = tree[node][attribute: "class"] else { return false }
    return names.split(separator: " ").contains {
      ["mw-editsection", "mw-editsection-like", "secedit"].contains($0)
    }
  }
}
