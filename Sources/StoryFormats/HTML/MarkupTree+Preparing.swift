extension MarkupTree {
  /// Scripts, and the choices of forms: not words of a story.
  private static let tools = Elements.names(.choice).union(["script", "noscript", "style", "template"])

  /// Prepares a page for both readings: no scripts, choices or hover cards; paragraphs instead of line
  /// breaks; figures for pictures; quotations for embedded posts.
  mutating func prepare() {
    for node in elements(of: root, named: Self.tools) { detach(node) }
    compact()
    dropChoices()
    makeParagraphsOfLineBreaks(below: root)
    for node in elements(of: root, named: ["font"]) { self[node].name = "span" }
    freeEmbeddedPosts()
    dropHoverCards()
    dropConsentDialogs()
    dropContents()
    PageFigures.make(in: &self)
  }

  /// Removes lists that scripts draw in place of a `select`.
  private mutating func dropChoices() {
    var dropped = false
    for node in nodes.indices where self[node][attribute: "role"] == "listbox" && isAttached(node) {
      detach(node)
      dropped = true
    }
    if dropped { compact() }
  }

  private static let contents: Set<String> = [
    "toc", "tableofcontents", "eztoccontainer", "wpblocktableofcontents", "toccontainer", "lwptoc",
    "contentstable",
    "articletoc", "posttoc", "pagetoc",
  ]
  private static let contentsHolders: [String] = [
    "div", "nav", "ul", "ol", "section", "aside", "table", "details",
  ]

  private static func namesContents(_ names: String, _ known: inout [String: Bool]) -> Bool {
    if names.isEmpty { return false }
    if let before = known[names] { return before }
    let isNamed = namesContents(names)
    known[names] = isNamed
    return isNamed
  }

  private static func namesContents(_ names: String) -> Bool {
    !names.isEmpty
      && names.split(separator: " ").contains { contents.contains(Furniture.words(of: $0).joined()) }
  }

  /// The longest table of contents, in bytes.
  private static let longestContents = 20_000

  /// Removes tables of contents: boxes with that name whose words are links within the page.
  private mutating func dropContents() {
    var dropped = false
    var known: [String: Bool] = [:]
    for node in nodes.indices where !self[node].isText && Self.contentsHolders.contains(self[node].name) {
      let (id, name) = (self[node][attribute: "id"] ?? "", self[node][attribute: "class"] ?? "")
      guard id.utf8.count + name.utf8.count < 400, Self.namesContents(id) || Self.namesContents(name, &known),
        isAttached(node), isShorter(node, than: Self.longestContents)
      else { continue }
      let links = elements(of: node, named: ["a"])
      guard links.count > 1, links.allSatisfy({ self[$0][attribute: "href"]?.contains("#") == true }),
        links.reduce(0, { $0 + text(of: $1).utf8.count }) * 5 > text(of: node).utf8.count * 3
      else { continue }
      detach(node)
      dropped = true
    }
    if dropped { compact() }
  }
}
