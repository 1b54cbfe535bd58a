/// Consent dialogs that no name gives away, told by their headings.
extension MarkupTree {
  /// How many headings are looked at, and how much text a dialog has at most, in bytes.
  private static let mostHeadings = 400
  private static let longestDialog = 30_000
  /// How many of them may be a dialog's, and how many boxes around one are looked at.
  private static let mostDialogs = 40
  private static let mostBoxes = 12

  /// Takes out the boxes around headings such as "Strictly Necessary Cookies", as far as they hold no headline and no article.
  mutating func dropConsentDialogs() {
    var headings: [Index] = []
    for node in elements(of: root, named: ["h1", "h2", "h3", "h4", "h5", "h6", "legend"]).prefix(
      Self.mostHeadings)
    where isShorter(node, than: 100) {
      let text = text(of: node)
      if self[node].name == "h1" {
        let lower = text.lowercased()
        if lower.hasBytes(of: "cookie") || lower.hasBytes(of: "privacy") { return }
      } else if Furniture.section(openedBy: text) == .consent {
        headings.append(node)
      }
    }
    guard !headings.isEmpty else { return }
    for heading in headings.prefix(Self.mostDialogs) {
      var box = heading
      for _ in 0..<Self.mostBoxes {
        guard let parent = self[box].parent,
          !["html", "body", "main", "article"].contains(self[parent].name),
          isShorter(parent, than: Self.longestDialog),
          elements(of: parent, named: ["h1", "article"]).isEmpty
        else { break }
        box = parent
      }
      if box != heading { detach(box) }
    }
    compact()
  }
}
