/// Headlines from the title element, without the site's name.
enum PageTitle {
  private static let separators: Set<Character> = ["|", "-", "–", "—", "\\", "/", ">", "»", "·", ":"]

  /// How many headings to compare with the title, and the longest text to examine, in bytes.
  private static let mostHeadings = 200
  private static let longest = 1_000

  /// The title element's text without the site's name, by Readability's rules.
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
    let shortened = withoutSectionAndSite(title) ?? withoutLastPart(title) ?? title
    let words = shortened.split(separator: " ").count
    return words <= 4 && words != title.split(separator: " ").count - 1 && shortened == title
      ? title : words < 3 ? title : shortened
  }

  private static let partings = [
    " | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « ", " • ", " / ", " ‹ ", " › ", " ~ ", ": ", "｜",
    "| ",
  ]

  /// The title without the names of its site at either end.
  static func dropping(_ sites: SiteNames, from title: String) -> String {
    guard title.utf8.count <= longest else { return title }
    var rest = title
    for _ in 0..<4 {
      guard let shorter = withoutEnd(sites, rest) ?? withoutBeginning(sites, rest) else { break }
      rest = shorter
    }
    return rest
  }

  private static func withoutEnd(_ sites: SiteNames, _ title: String) -> String? {
    for parting in partings {
      guard let range = title.lastBytes(of: parting) else { continue }
      let before = title[..<range.lowerBound].trimmingBlanks
      guard !before.isEmpty, sites.containsNearly(String(title[range.upperBound...])) else { continue }
      // "Headline | News | The Courier": the middle is the section.
      if let inner = before.lastBytes(of: parting) {
        let head = before[..<inner.lowerBound].trimmingBlanks
        let section = before[inner.upperBound...].split(separator: " ")
        if section.count <= 2, head.split(separator: " ").count >= 3 { return head }
      }
      return before
    }
    return nil
  }

  private static func withoutBeginning(_ sites: SiteNames, _ title: String) -> String? {
    for parting in partings {
      guard let range = title.firstBytes(of: parting) else { continue }
      let after = title[range.upperBound...].trimmingBlanks
      if !after.isEmpty, sites.containsNearly(String(title[..<range.lowerBound])) { return after }
    }
    return nil
  }

  /// Whether a text ends in dots because it was cut.
  static func isCut(_ text: String) -> Bool {
    text.hasSuffix("…") || text.hasSuffix("...") || text.hasSuffix("[…]")
  }

  /// Whether a complete text begins like a cut one, or continues it.
  static func completes(_ whole: String, _ cut: String) -> Bool {
    let stem = folded(
      String(cut.drop(while: \.isWhitespace)).replacing("...", with: "").replacing("…", with: ""))
    let all = folded(whole)
    return stem.utf8.count >= 12 && all.utf8.count > stem.utf8.count && all.hasPrefix(stem) && !isCut(whole)
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The first of three parts, if it is the only one that reads as a headline: "Ferry vote put off - The
  /// Courier - News".
  private static func withoutSectionAndSite(_ title: String) -> String? {
    for parting in partings {
      guard let first = title.firstBytes(of: parting), let last = title.lastBytes(of: parting),
        first.upperBound <= last.lowerBound
      else { continue }
      let rest = [title[first.upperBound..<last.lowerBound], title[last.upperBound...]]
      guard title[..<first.lowerBound].split(separator: " ").count >= 4,
        rest.allSatisfy({ $0.firstBytes(of: parting) == nil && $0.split(separator: " ").count <= 3 })
      else { continue }
      return title[..<first.lowerBound].trimmingBlanks
    }
    return nil
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
