/// Headlines of pages: the title element without the site's name.
enum PageTitle {
  private static let separators: Set<Character> = ["|", "-", "–", "—", "\\", "/", ">", "»", "·", ":"]

  /// How many headings are compared with the title, and the longest text that is looked at, in bytes.
  private static let mostHeadings = 200
  private static let longest = 1_000

  /// The title element's text without what names the site; as Readability's rules have it.
  static func withoutSite(_ title: String, page: MarkupTree) -> String {
    let headings = page.elements(of: page.root, named: ["h1", "h2"]).prefix(mostHeadings)
      .filter { page.isShorter($0, than: longest) }.map { page.text(of: $0) }
    guard title.utf8.count <= longest else { return title }
    if headings.contains(title) { return title }
    if let inTitle = headings.filter({ $0.count > 14 && title.contains($0) }).max(by: { $0.count < $1.count }
    ),
      inTitle.split(separator: " ").count > 2
    {
      return inTitle
    }
    let shortened = withoutLastPart(title) ?? title
    let words = shortened.split(separator: " ").count
    return words <= 4 && words != title.split(separator: " ").count - 1 && shortened == title
      ? title : words < 3 ? title : shortened
  }

  /// The title without a beginning or an end that is the site's name.
  static func dropping(site: String, from title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", ": ", " · ", " » "] {
      if title.hasSuffix(separator + site) { return String(title.dropLast((separator + site).count)) }
      if title.hasPrefix(site + separator) { return String(title.dropFirst((site + separator).count)) }
    }
    return title
  }

  private static func withoutLastPart(_ title: String) -> String? {
    let characters = Array(title)
    for index in characters.indices.reversed().dropFirst() where index > 0 {
      guard separators.contains(characters[index]), characters[index - 1] == " ", characters[index + 1] == " "
      else {
        continue
      }
      let before = MarkupTree.collapsed(String(characters[..<index]))
      if before.split(separator: " ").count >= 3 { return before }
      let after = MarkupTree.collapsed(String(characters[(index + 1)...]))
      return after.split(separator: " ").count >= 3 ? after : nil
    }
    return nil
  }
}
