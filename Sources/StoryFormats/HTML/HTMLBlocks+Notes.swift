internal import Stories

/// Marks that lead to notes, and links that are no part of the text.
extension HTMLBlocks {
  /// The longest mark of a note, in bytes.
  private static let longestMark = 24
  private static let noteClasses = ["footnote", "noteref", "fnref", "endnote", "sidenote-ref", "cite_ref"]

  /// The label of a note, where an element is its mark in the text: a raised link within the page, as wikis and notes have it.
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
    let hints = ["class", "role", "rel", "id"].compactMap { tree[node][attribute: $0] }
      .joined(separator: " ").lowercased()
    let isNamed = Self.noteClasses.contains { hints.hasBytes(of: $0) }
    // "[1]" that leads to a place of the page: a citation without a class.
    return isNamed || (label != words && label.allSatisfy(\.isNumber)) ? label : nil
  }

  /// A link from a note back to its mark: an arrow or a letter.
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

  /// The link that edits a part of a wiki's page.
  func isWikiEdit(_ node: MarkupTree.Index) -> Bool {
    guard let names = tree[node][attribute: "class"] else { return false }
    return names.split(separator: " ").contains {
      ["mw-editsection", "mw-editsection-like", "secedit"].contains($0)
    }
  }
}
