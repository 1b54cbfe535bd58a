internal import Messages
internal import Stories

/// The rows of READ MORE: first the stories that can be read, then those that can't, and one row for all the
/// text's links outside the library.
///
/// Rows are numbered 1, 2, 3 … from the top; links of the text without a row continue the numbers, so that a
/// number means the same in the text and in READ MORE.
struct Panel: Hashable, Sendable {
  /// A row.
  enum Row: Hashable, Sendable {
    /// A related story, by its index.
    case entry(Int)
    /// The text's links outside the library in one row, by their indexes.
    case linksOut([Int])
    /// The headings of a long story in one row.
    case contents([String])
  }

  /// The rows from the top.
  let rows: [Row]
  /// The number of each link, by its index among the story's references.
  let numbers: [Int: Int]

  /// The rows and numbers of a story.
  init(_ opened: OpenedStory) {
    let (related, references) = (opened.related, opened.story.references)
    let out = related.indices.filter { index in
      guard related[index].reason == .outside, related[index].listing == nil else { return false }
      let reference = related[index].reference.flatMap { references.indices.contains($0) ? $0 : nil }
      return reference.map { references[$0].label == nil } ?? true
    }
    let folded = out.count > 1 ? Set(out) : []
    let stories = related.indices.filter { related[$0].listing != nil }
    let others = related.indices.filter { related[$0].listing == nil && !folded.contains($0) }
    rows =
      (stories + others).map(Row.entry) + (folded.isEmpty ? [] : [.linksOut(out)])
      + Self.contents(of: opened.story)
    numbers = Self.numbers(of: references, related, rows)
  }

  /// The fewest words and headings of a story that is long.
  private static let (longWords, longHeadings) = (1_000, 3)

  private static func contents(of story: Story) -> [Row] {
    let headings = story.body.compactMap { block -> String? in
      guard case .heading(_, let inlines) = block.kind else { return nil }
      let text = inlines.text.squeezed
      return text.isEmpty ? nil : text
    }
    return headings.count >= longHeadings && story.words >= longWords ? [.contents(headings)] : []
  }

  private static func numbers(of references: [Reference], _ related: [Related], _ rows: [Row]) -> [Int: Int] {
    var byAim: [Aim: Int] = [:]
    for (place, row) in rows.enumerated() {
      guard case .entry(let index) = row else { continue }
      let entry = related[index]
      if let reference = entry.reference, references.indices.contains(reference) {
        byAim[Aim(references[reference], reference), default: place + 1] = place + 1
      } else if let id = entry.listing?.id {
        byAim[Aim(story: id), default: place + 1] = place + 1
      }
    }
    var last = rows.count
    var numbers: [Int: Int] = [:]
    for (index, reference) in references.enumerated() {
      let aim = Aim(reference, index)
      if byAim[aim] == nil {
        last += 1
        byAim[aim] = last
      }
      numbers[index] = byAim[aim]
    }
    return numbers
  }

  /// Where a link leads: links to the same place share a number.
  private struct Aim: Hashable {
    var story: StoryID?
    var target: String?
    var anchor: String?
    /// Its index, if nothing else distinguishes it.
    var index: Int?

    init(_ reference: Reference, _ index: Int) {
      story = reference.story ?? reference.probably
      anchor = reference.anchor
      target = story == nil ? reference.target : nil
      self.index = story == nil && target == nil && anchor == nil ? index : nil
    }

    init(story: StoryID) {
      self.story = story
    }
  }
}

extension State {
  /// Lists the text's links outside the library, to choose one.
  mutating func showLinksOut(_ links: [Int]) {
    guard let related = article?.opened.related else { return }
    let items = links.filter(related.indices.contains).map { index in
      Chooser.Item(
        title: related[index].title, detail: related[index].target.map { .words($0) } ?? .none,
        choice: related[index].reference.map(Chooser.Choice.link)
          ?? .outside(title: related[index].title, target: related[index].target))
    }
    open(.picker(Chooser(title: Numbers.counted(items.count, "outside link", "outside links"), items: items)))
  }
}
