internal import Stories

/// Combines the two readings of a page into its text.
extension PageReader {
  /// Removes from the body what is not the story: lines of the site, headlines of other stories, text that
  /// only one reading has.
  ///
  /// - Parameter second: the page's second reading; nil if the body does not come from the page's elements.
  func sift(_ story: inout Story, second: SecondReading?, articleBody: Shingles?, base: WebAddress?) {
    story.body = CreditLines.take(story.body, writers: story.bylines)
    let lines = FurnitureLines(story.body, writers: story.bylines)
    story.body = lines.blocks
    keep(lines.asides, in: &story)
    let texts = second.map { [$0.shingles.all] + (articleBody.map { [$0.all] } ?? []) }
    let sections = SiteSections(
      story.body, headline: story.headline, isKnown: texts.map { texts in { Vote.stands($0, in: texts) } })
    story.body = sections.blocks
    keep(sections.left, in: &story, base)
    guard let second, let texts else { return }
    let vote = Vote(story.body, texts: texts, holdsHeadline: second.holdsHeadline)
    story.body = vote.blocks
    keep(vote.left, in: &story, base)
  }

  private func keep(_ left: LeftOut, in story: inout Story, _ base: WebAddress?) {
    keep(left.asides, in: &story)
    for teaser in left.teasers(of: story.references, base: base) {
      if !story.teasers.contains(where: { $0.target == teaser.target || $0.title == teaser.title }) {
        story.teasers.append(teaser)
      }
    }
  }

  private func keep(_ asides: [String], in story: inout Story) {
    var known = Set(story.asides)
    for aside in asides where known.insert(aside).inserted { story.asides.append(aside) }
  }

  /// The shortest JSON-LD text that may replace a page's, in letters.
  private static let leastBody = 120

  /// The body in the page's JSON-LD, if it is the longer honest one: the page shows less than half of it, or
  /// something else.
  func bodyOfData(_ metadata: PageMetadata, against body: [Block]) -> (
    content: HTMLFragment.Content, words: Shingles
  )? {
    guard let text = metadata.articleBody, text.utf8.count >= Self.leastBody else { return nil }
    let content: HTMLFragment.Content
    if HTMLFragment.looksLikeHTML(text) {
      content = HTMLFragment.read(text, base: metadata.base)
    } else {
      content = Self.plain(text)
    }
    let words = Shingles(content.blocks.map(\.text).joined(separator: "\n"))
    return content.blocks.isEmpty ? nil : (content, words)
  }

  /// Whether the page shows so little of this body that the body replaces it.
  func stands(_ data: Shingles, for body: [Block]) -> Bool {
    let shown = Shingles(body.map(\.text).joined(separator: "\n"))
    let (shared, all) = data.shared(with: [shown.all])
    guard all > 0 else { return false }
    return shown.words * 2 < data.words || (shared * 5 < all && data.words >= 60)
  }

  /// Plain text in JSON-LD: without blank lines, every line is a paragraph.
  private static func plain(_ text: String) -> HTMLFragment.Content {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let isParted = lines.contains { MarkupTree.isBlank(String($0)) }
    return PlainBody.content(of: isParted ? text : lines.joined(separator: "\n\n"))
  }
}
