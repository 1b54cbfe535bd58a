extension MarkupTree {
  /// Makes a page ready for the article finder: no scripts, paragraphs instead of line breaks.
  mutating func prepare() {
    for node in elements(of: root, named: ["script", "noscript", "style", "template"]) { detach(node) }
    compact()
    makeParagraphsOfLineBreaks(below: root)
    for node in elements(of: root, named: ["font"]) { self[node].name = "span" }
  }
}
