/// The headline of a page: the heading above the story, else what the head says.
///
/// A single `h1` of three words or more is the headline, whatever the head says: titles there are written for
/// search engines and cut to their length. Among several, the one that agrees with the head is chosen.
struct PageHeadline {
  /// The headline; nil if there is none.
  private(set) var text: String?
  /// The heading that contains it, or that is above the story.
  private(set) var heading: MarkupTree.Index?

  private let headings: PageHeadings
  private let sites: SiteNames
  /// The titles in the head, most reliable first, without the site's name.
  private let said: [String]

  init(_ headings: PageHeadings, said: [String], sites: SiteNames) {
    self.headings = headings
    self.sites = sites
    self.said = said.map { PageTitle.dropping(sites, from: $0) }.filter { !$0.isEmpty }
    let chosen = choose()
    heading = chosen?.node ?? headings.first.first?.node ?? agreeing(headings.others)?.node
    text = chosen.map { PageTitle.dropping(sites, from: $0.text) } ?? self.said.first
    if let whole = uncut() { text = whole }
    if let mixed = withSmallLetters() { text = mixed }
  }

  private func choose() -> PageHeadings.Heading? {
    let long = headings.first.filter(\.isLong)
    if long.count == 1, let only = long.first {
      // A site's motto above a story that has its own heading.
      if !resembles(only.text), let own = agreeing(headings.others.filter(\.isLong)) { return own }
      return only
    }
    if long.count > 1 {
      if let exact = agreeing(long) { return exact }
      let named = long.filter(\.isNamed)
      if named.count == 1 { return named.first }
      let inside = long.filter(\.isInArticle)
      if inside.count == 1 { return inside.first }
      return long.first { resembles($0.text) } ?? (said.isEmpty ? long.first : nil)
    }
    if let short = headings.first.first(where: { isTitleWithSite($0.text) }) { return short }
    let named = headings.others.filter(\.isNamed)
    if let own = agreeing(named) ?? agreeing(headings.others.filter(\.isLong)) { return own }
    guard said.isEmpty else { return nil }
    return named.count == 1 ? named.first : headings.first.first
  }

  /// The first heading that agrees with the head, or completes a title that the head gives in part.
  private func agreeing(_ headings: [PageHeadings.Heading]) -> PageHeadings.Heading? {
    headings.first { heading in
      let text = PageTitle.dropping(sites, from: heading.text)
      return said.contains { title in
        TextMarks.saysTheSame(text, title) || (PageTitle.isCut(title) && PageTitle.completes(text, title))
      }
    }
      ?? headings.first { heading in
        heading.isLong && said.contains { beginsOrEnds($0, with: heading.text) }
      }
  }

  /// Whether a heading shares words with the head.
  private func resembles(_ text: String) -> Bool {
    said.isEmpty
      || said.contains { title in
        title.utf8.count < 1_000 && max(Words.similarity(text, title), Words.similarity(title, text)) > 0.3
      }
  }

  /// Whether a title is the heading with something else set apart at one end.
  private func beginsOrEnds(_ title: String, with text: String) -> Bool {
    let marks = "|-–—:·»/•"
    if title.hasPrefix(text) {
      return title.dropFirst(text.count).trimmingBlanks.first.map { marks.contains($0) } ?? true
    }
    return title.hasSuffix(text)
      && title.dropLast(text.count).trimmingBlanks.last.map { marks.contains($0) } ?? true
  }

  /// Whether a heading of one or two words is the title without a short ending: "Lazy pictures - Site".
  private func isTitleWithSite(_ text: String) -> Bool {
    said.contains { title in
      if TextMarks.saysTheSame(title, text) { return true }
      guard title.hasPrefix(text), beginsOrEnds(title, with: text) else { return false }
      let rest = title.dropFirst(text.count).split { !($0.isLetter || $0.isNumber) }
      return rest.count <= 3 && !title.dropFirst(text.count).trimmingBlanks.hasPrefix(":")
    }
  }

  /// The full form of a headline that ends in dots, from another place on the page.
  private func uncut() -> String? {
    guard let text, PageTitle.isCut(text) else { return nil }
    let places = (headings.first + headings.others).map { PageTitle.dropping(sites, from: $0.text) } + said
    return places.filter { $0.utf8.count < 600 }.first { PageTitle.completes($0, text) }
  }

  /// The head's lower-case form of a headline in capitals.
  private func withSmallLetters() -> String? {
    guard let text, text == text.uppercased(), text != text.lowercased() else { return nil }
    return said.first { TextMarks.saysTheSame($0, text) && $0 != $0.uppercased() }
  }
}
