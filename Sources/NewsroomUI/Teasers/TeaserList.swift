internal import Messages
internal import Screen

/// The READ MORE pane's selection and scroll.
struct TeaserList: Sendable {
  /// The selected row.
  var index = 0
  /// The pane's first line, counted from the first row.
  var top = 0
  /// The rows broken into lines for the pane.
  private(set) var layout: TeaserLayout?
  /// What `layout` was made from.
  private var made: Made?

  private struct Made: Hashable {
    var revision: Int
    var pane: Rect
    var atFoot: Bool
  }

  /// Moves, stopping at the ends.
  mutating func move(by step: Int, count: Int) {
    index = clamp(index + step, 0, max(0, count - 1))
  }

  /// Breaks the rows into lines anew, because their words are in another language.
  mutating func layoutAgain() { made = nil }

  /// Scrolls so that the selected row is visible.
  mutating func settle(_ article: Article, pane: Rect, atFoot: Bool, _ catalogue: Catalogue) {
    let made = Made(revision: article.revision, pane: pane, atFoot: atFoot)
    if made != self.made {
      layout = TeaserLayout(article, pane: pane, atFoot: atFoot, catalogue)
      self.made = made
    }
    guard let layout else { return }
    index = clamp(index, 0, max(0, layout.items.count - 1))
    guard layout.items.indices.contains(index) else {
      top = 0
      return
    }
    let item = layout.items[index]
    if item.line + item.height > top + layout.height { top = item.line + item.height - layout.height }
    if item.line < top { top = item.line }
    top = clamp(top, 0, max(0, layout.lines - layout.height))
  }
}
