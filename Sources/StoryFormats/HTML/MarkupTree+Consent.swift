/// Removes consent dialogs that only their headings reveal.
extension MarkupTree {
  /// The most headings to examine, and the longest text of a dialog, in bytes.
  private static let mostHeadings = 400
  private static let longestDialog = 30_000
  /// The most dialogs, and the most enclosing boxes of each to examine.
  private static let mostDialogs = 40
  private static let mostBoxes = 12

  /// Removes the boxes around headings such as "Strictly Necessary Cookies", unless they contain a headline
  /// or an article.
  mutating func dropConsentDialogs() {
    var headings: [(node: Index, isSure: Bool)] = []
    for node in elements(of: root, named: ["h1", "h2", "h3", "h4", "h5", "h6", "legend"]).prefix(
      Self.mostHeadings)
    where isShorter(node, than: 100) {
      let text = text(of: node)
      if self[node].name == "h1" {
        let lower = text.lowercased()
        if lower.hasBytes(of: "cookie") || lower.hasBytes(of: "privacy") { return }
      } else if Furniture.section(openedBy: text) == .consent {
        headings.append((node, true))
      } else if Furniture.mayAskForConsent(heading: text) {
        headings.append((node, false))
      }
    }
    guard !headings.isEmpty else { return }
    for (heading, isSure) in headings.prefix(Self.mostDialogs) {
      var box = heading
      for _ in 0..<Self.mostBoxes {
        guard let parent = self[box].parent,
          !["html", "body", "main", "article"].contains(self[parent].name),
          isShorter(parent, than: Self.longestDialog),
          elements(of: parent, named: ["h1", "article"]).isEmpty
        else { break }
        box = parent
      }
      guard box != heading else { continue }
      if isSure || Furniture.asksForConsent(text(of: box)) { detach(box) }
    }
    compact()
  }
}
