internal import Stories

/// Chooses which of an entry's texts is the story's.
extension FeedStory {
  /// A text of the entry, read.
  private struct Candidate {
    var text: FeedText
    var content: HTMLFragment.Content
    var words: FeedComparison.Text

    /// Reads a text, and its words if there are others to compare.
    init(_ text: FeedText, isAlone: Bool) {
      self.text = text
      content = text.content
      words = FeedComparison.Text(isAlone ? [] : content.blocks)
    }

    var comparison: FeedComparison { FeedComparison(words, of: content.blocks) }

    /// Its pictures and films, with their addresses.
    var figures: [Block] {
      content.blocks.filter { if case .figure(_, _?) = $0.kind { true } else { false } }
    }
  }

  /// The most texts of one entry to consider.
  private static let maximumTexts = 12

  /// Takes the longest text as the story's, whichever element contains it.
  ///
  /// Feeds put the whole text into any element, and an excerpt into another (RSS content module; RFC 4287,
  /// sections 4.1.3 and 4.2.13). A shorter text that says something else becomes the standfirst or, if it is
  /// too long for that, follows the text; one that only repeats the body is dropped.
  func takeText(_ story: inout Story) {
    let texts = [entry.content, entry.summary].compactMap { $0 } + entry.otherTexts
    var candidates = texts.prefix(Self.maximumTexts).map { Candidate($0, isAlone: texts.count == 1) }
    guard !candidates.isEmpty else { return }
    var best = 0
    for place in candidates.indices.dropFirst() {
      // If two are about equally long, the one meant to be complete comes first and has better markup.
      guard candidates[place].words.weight > candidates[best].words.weight * 11 / 10 else { continue }
      if !candidates[best].comparison.says(candidates[place].words) { best = place }
    }
    let body = candidates.remove(at: best)
    story.append(body.content)
    story.language = body.text.language
    for index in story.problems.indices where story.problems[index].line == nil {
      story.problems[index].line = body.text.line
    }
    takeShorter(candidates, over: body, into: &story)
  }

  private func takeShorter(_ others: [Candidate], over body: Candidate, into story: inout Story) {
    guard !others.isEmpty else { return }
    var said = body.comparison
    var kept = body.content.blocks
    var hasPictures = !body.figures.isEmpty
    for other in others {
      let words = other.content.blocks.map(\.text).joined(separator: " ")
      if other.words.weight > 0, !said.says(other.words), !TextCues.isBareLabel(words) {
        if story.standfirst == nil, let line = standfirst(of: other.content, headline: story.headline) {
          story.standfirst = line
          // A standfirst is plain words; its links follow the text.
          takeLinks(other.content.references, into: &story)
        } else if !TextMarks.saysTheSame(words, story.headline) {
          if !story.body.isEmpty { story.body.append(Block(.rule, line: other.text.line)) }
          story.append(other.content)
          hasPictures = hasPictures || !other.figures.isEmpty
        }
        kept += other.content.blocks
        said = FeedComparison(FeedComparison.Text(kept), of: kept)
      }
      // The picture of an excerpt belongs to the story, if that has none.
      if !hasPictures, !other.figures.isEmpty {
        hasPictures = true
        for figure in other.figures where !story.body.contains(figure) { story.body.append(figure) }
      }
    }
  }

  private func takeLinks(_ references: [Reference], into story: inout Story) {
    for var reference in references
    where reference.target != entry.link
      && !story.references.contains(where: { $0.target == reference.target })
    {
      reference.label = "Related"
      reference.position = story.body.count
      story.references.append(reference)
    }
  }

  /// A short text above the long one.
  private func standfirst(of content: HTMLFragment.Content, headline: String) -> String? {
    var paragraphs: [String] = []
    for block in content.blocks {
      switch block.kind {
      case .paragraph(let inlines): paragraphs.append(MarkupTree.collapsed(inlines.text))
      case .figure: continue
      default: return nil
      }
    }
    let text = paragraphs.joined(separator: " ")
    guard !text.isEmpty, text.count <= Self.standfirstLength, !TextMarks.saysTheSame(text, headline) else {
      return nil
    }
    return text
  }
}
