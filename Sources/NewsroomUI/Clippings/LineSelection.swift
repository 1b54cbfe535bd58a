internal import Stories
internal import Typesetting

/// Lines of the story that are selected, by their places in the text, so that they survive a change of
/// width.
struct LineSelection: Hashable, Sendable {
  /// Where the selection began.
  var anchor: PagePosition
  /// The end that moves.
  var end: PagePosition
}

extension Article {
  /// The lines of the body that have text.
  private var textLines: [Int] {
    page?.lines.indices.filter { page?.lines[$0].block != nil && page?.lines[$0].runs.isEmpty == false } ?? []
  }

  /// The first line of the body on the screen, or else the last one above; nil without a body.
  var firstTextLine: PagePosition? {
    let lines = textLines
    guard let line = lines.first(where: { $0 >= top }) ?? lines.last else { return nil }
    return page?.anchor(atLine: line)
  }

  /// The lines of a selection.
  func lines(of selection: LineSelection) -> ClosedRange<Int>? {
    guard let page else { return nil }
    let (one, other) = (page.line(of: selection.anchor), page.line(of: selection.end))
    return min(one, other)...max(one, other)
  }

  /// Moves the end of a selection by lines of text, and keeps it on the screen.
  mutating func move(_ selection: LineSelection, by step: Int) -> LineSelection {
    guard let page else { return selection }
    let lines = textLines
    let line = page.line(of: selection.end)
    guard let index = lines.firstIndex(where: { $0 >= line }) ?? lines.indices.last else { return selection }
    let next = lines[clamp(index + step, 0, lines.count - 1)]
    if next < top { scroll(to: next) }
    if next >= top + height { scroll(to: next - height + 1) }
    return LineSelection(anchor: selection.anchor, end: page.anchor(atLine: next))
  }

  /// The words of a selection, with blank lines between blocks.
  func words(of selection: LineSelection) -> String {
    guard let page, let lines = lines(of: selection) else { return "" }
    let body = opened.story.body
    let start = page.anchor(atLine: lines.lowerBound)
    let after = textLines.first { $0 > lines.upperBound }.map { page.anchor(atLine: $0) }
    guard let first = start.block, let last = page.anchor(atLine: lines.upperBound).block, first <= last,
      body.indices.contains(last)
    else { return "" }
    return (first...last).map { block -> String in
      let from = block == first ? start.offset : 0
      let to = block == last && after?.block == block ? after?.offset : nil
      return body[block].text.letters(from: from, to: to)
    }
    .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Page {
  /// The lines with the words of a clip; none if the story does not have them any more.
  func lines(of clip: Clip, in story: Story) -> Set<Int> {
    let near = anchor(atLine: line(forPlace: clip.share))
    guard !clip.place.words.isEmpty, clip.isIn(story.text),
      var place = PlaceInText.find(clip.place, near: near, in: story), var block = place.block
    else { return [] }
    let first = line(of: place)
    var left = PlaceInText.letters(clip.words).count
    while left > 0, story.body.indices.contains(block) {
      let here = min(left, PlaceInText.letters(story.body[block].text).count - place.offset)
      if here > 0 { place = PagePosition(block: block, offset: place.offset + here - 1) }
      left -= max(0, here)
      if left > 0 {
        block += 1
        // The next block begins anew.
        if story.body.indices.contains(block), !story.body[block].text.isEmpty {
          place = PagePosition(block: block, offset: 0)
        }
      }
    }
    return Set((first...max(first, line(of: place))).filter { !lines[$0].runs.isEmpty })
  }
}

extension String {
  /// The text from a number of letters and signs to another, spaces not counted, on one line.
  fileprivate func letters(from start: Int, to end: Int?) -> String {
    var (count, text) = (0, "")
    for character in self {
      if !character.isWhitespace {
        if let end, count >= end { break }
        count += 1
      }
      if count > start { text.append(character) }
    }
    return text.squeezed
  }
}
