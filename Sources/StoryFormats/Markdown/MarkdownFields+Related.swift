internal import Stories

extension MarkdownFields {
  private static let mostRelated = 100

  /// The references in `related:` and similar fields: paths, slugs, addresses or headlines, or tables with a
  /// title and one of those.
  func related(position: Int) -> [Reference] {
    var references: [Reference] = []
    for name in ["related", "see_also", "related_posts", "related_stories", "read_more"] {
      guard let value = matter.entry(name)?.value else { continue }
      let values = if case .list(let values) = value { values } else { [value] }
      references += values.prefix(Self.mostRelated).compactMap { reference($0, position: position) }
    }
    return references
  }

  private func reference(_ value: FrontMatter.Value, position: Int) -> Reference? {
    var reference: Reference
    switch value {
    case .list: return nil
    case .text:
      guard let text = value.text else { return nil }
      reference = named(text)
    case .table(let table):
      let title = ["title", "headline", "text", "name"].lazy.compactMap { table[$0]?.value.text }.first
      let target = ["path", "url", "link", "href", "slug", "permalink"].lazy.compactMap {
        table[$0]?.value.text
      }.first
      guard let words = title ?? target else { return nil }
      reference = target.map(named) ?? Reference(kind: .story, text: words, target: words, naming: .headline)
      reference.text = MarkdownBody.read(Array(words.utf8), options: .init()).blocks.map(\.text).joined(
        separator: " ")
      if reference.text.isEmpty { reference.text = words }
    }
    reference.label = "Related"
    reference.position = position
    return reference
  }

  /// The meaning of one text: an address, a path (with "/" or an extension), a slug (without spaces), else a
  /// headline.
  private func named(_ text: String) -> Reference {
    var reference: Reference
    let isWiki = text.hasPrefix("[[") && text.hasSuffix("]]")
    let isPath =
      !text.contains(" ") && (text.contains("/") || text.hasSuffix(".md") || text.hasSuffix(".markdown"))
    if isWiki {
      let inside = text.dropFirst(2).dropLast(2).split(separator: "|", maxSplits: 1).map(String.init)
      reference = MarkdownTarget.wiki(inside.first ?? "", on: source.path)
      reference.text = inside.last ?? text
      return reference
    }
    if MarkdownTarget.isAbsolute(text) || isPath {
      reference = MarkdownTarget.reference(to: text, on: source.path)
    } else {
      let isSlug = !text.contains(" ") && text.utf8.contains(0x2D)
      reference = Reference(kind: .story, text: text, target: text, naming: isSlug ? .slug : .headline)
    }
    reference.text = text
    return reference
  }
}
