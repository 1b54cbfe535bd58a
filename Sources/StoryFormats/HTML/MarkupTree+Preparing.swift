extension MarkupTree {
  /// What a page runs, and what its forms let a reader choose from: no words of a story.
  private static let tools: Set<String> = [
    "script", "noscript", "style", "template", "select", "datalist", "option", "optgroup",
  ]

  /// Makes a page ready for its two readings: no scripts and choices, paragraphs instead of line breaks, figures where pictures
  /// stand, quotations where posts are embedded, no cards that show on a pointer.
  mutating func prepare() {
    for node in elements(of: root, named: Self.tools) { detach(node) }
    compact()
    dropChoices()
    makeParagraphsOfLineBreaks(below: root)
    for node in elements(of: root, named: ["font"]) { self[node].name = "span" }
    freeEmbeddedPosts()
    dropHoverCards()
    dropConsentDialogs()
    PageFigures.make(in: &self)
  }

  /// Takes out lists that stand for a `select`, as scripts draw them.
  private mutating func dropChoices() {
    var dropped = false
    for node in nodes.indices where self[node][attribute: "role"] == "listbox" && isAttached(node) {
      detach(node)
      dropped = true
    }
    if dropped { compact() }
  }
}
