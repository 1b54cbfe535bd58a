extension MarkupTree {
  /// Makes a page ready for the article finder: no scripts, pictures out of `noscript`, paragraphs instead of line breaks.
  ///
  /// - Parameter siblings: pages with more children of one element than that are left as they are.
  mutating func prepare(within siblings: Int) {
    guard !nodes.contains(where: { $0.children.count > siblings }) else { return }
    for node in elements(of: root, named: ["script", "noscript", "style", "template"]) { remove(node) }
    makeParagraphsOfLineBreaks(below: root)
    for node in elements(of: root, named: ["font"]) { self[node].name = "span" }
  }
}
