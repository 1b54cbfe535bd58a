internal import Stories

/// The READ MORE panel of a story as it is shown: what can be read first, then what can't, and the text's
/// links out of the library in one row.
///
/// Its rows have the numbers 1, 2, 3 … from the top; the links of the text that no row stands for have those
/// after them. So one number means one thing in text and panel.
struct Panel: Hashable, Sendable {
  /// One row.
  enum Row: Hashable, Sendable {
    /// An entry: its place among the story's related ones.
    case entry(Int)
    /// The links of the text that lead out of the library, folded into one: their places among the related
    /// ones.
    case linksOut([Int])
  }

  /// The rows from the top.
  let rows: [Row]
  /// The number of each link, by its place in the story's references.
  let numbers: [Int: Int]

  /// Lines up what is related to a story.
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
    rows = (stories + others).map(Row.entry) + (folded.isEmpty ? [] : [.linksOut(out)])
    numbers = Self.numbers(of: references, related, rows)
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

  /// Where a link leads: links to one place have one number.
  private struct Aim: Hashable {
    var story: StoryID?
    var target: String?
    var anchor: String?
    /// Its place, where nothing else tells it from others.
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
  /// Shows where the text's links out of the library lead, to choose one.
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
