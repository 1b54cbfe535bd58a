internal import Messages
internal import Stories
internal import Typesetting

/// A heading of a story, and its line on the page.
struct Heading: Hashable, Sendable {
  /// From 1 (broadest) to 6.
  let level: Int
  /// Its words.
  let text: String
  /// The line it begins on.
  let line: Int

  /// The headings of a story as it is set on a page, in reading order.
  static func all(of story: Story, on page: Page) -> [Heading] {
    var lines: [Int: Int] = [:]
    for (number, line) in page.lines.enumerated() {
      guard let block = line.block, !line.runs.isEmpty, lines[block] == nil else { continue }
      lines[block] = number
    }
    return story.body.enumerated().compactMap { index, block in
      guard case .heading(let level, let inlines) = block.kind, let line = lines[index] else { return nil }
      let text = inlines.text.squeezed
      return text.isEmpty ? nil : Heading(level: level, text: text, line: line)
    }
  }
}

extension Article {
  /// The index of the heading that the top of the screen is under; nil above the first.
  var section: Int? {
    headings.lastIndex { $0.line <= top }
  }

  /// Goes to a heading by its index; false if it is on the screen already and can't be higher.
  mutating func go(toHeading index: Int) -> Bool {
    guard headings.indices.contains(index) else { return false }
    let before = top
    scroll(to: headings[index].line)
    return top != before
  }
}

extension State {
  /// Lists the headings of the open story.
  mutating func showOutline() -> [Effect] {
    guard let article, focus != .list else {
      message = Message(text: "Open a story first, then \(key("outline")) lists its headings.")
      return []
    }
    let (headings, lines) = (article.headings, max(1, article.page?.lines.count ?? 1))
    guard let highest = headings.map(\.level).min() else { return sayNoHeadings() }
    let items = headings.enumerated().map { index, heading in
      Chooser.Item(
        title: String(repeating: "  ", count: min(5, heading.level - highest)) + heading.text,
        detail: .words("\(heading.line * 100 / lines)%"), choice: .heading(index))
    }
    let count = Numbers.counted(headings.count, "heading", "headings")
    open(.picker(Chooser(title: "Contents · \(count)", items: items, index: article.section ?? 0)))
    return []
  }

  /// Goes to a heading, and remembers the old place for going back.
  mutating func go(toHeading index: Int) -> [Effect] {
    guard let before = article, before.headings.indices.contains(index) else { return [] }
    let effects = enter(.article)
    if article?.go(toHeading: index) == true {
      history.leave(History.Entry(id: before.id, place: before.place))
    } else {
      message = Message(text: "Already on the screen: “\(before.headings[index].text)”")
    }
    return effects
  }

  /// Goes to the next or the previous heading.
  mutating func moveHeading(_ step: Int) -> [Effect] {
    guard let article else {
      message = Message(text: "The story is still opening.")
      return []
    }
    let (headings, top) = (article.headings, article.top)
    guard !headings.isEmpty else { return sayNoHeadings() }
    let next = step > 0 ? headings.firstIndex { $0.line > top } : headings.lastIndex { $0.line < top }
    guard let next else {
      message = Message(text: step > 0 ? "This is the last heading." : "This is above the first heading.")
      return []
    }
    if self.article?.go(toHeading: next) != true { sayEnd(step) }
    return []
  }

  private mutating func sayNoHeadings() -> [Effect] {
    message = Message(text: "This story has no headings.")
    return []
  }
}
