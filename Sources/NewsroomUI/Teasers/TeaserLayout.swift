internal import Messages
internal import Screen
internal import Stories

/// The rows of READ MORE, broken into lines for their pane.
struct TeaserLayout: Sendable {
  /// A row.
  struct Item: Sendable {
    /// Its index in the panel.
    var index: Int
    /// The number that follows it.
    var number: Int
    /// The title's lines.
    var title: [String]
    /// The reason.
    var reason: String
    /// Whether it leads to a story of the library.
    var leads: Bool
    /// Its first lines.
    var text: [String]
    /// The line it begins on, counted from the first row.
    var line: Int
    /// Its height in lines.
    var height: Int
  }

  /// All rows.
  private(set) var items: [Item] = []
  /// Their height in lines.
  private(set) var lines = 0
  /// The height of the pane in lines.
  let height: Int
  /// Whether the reason is to the right of the title, not below it.
  let isWide: Bool
  /// Cells before the titles: the number and the bar.
  static let indent = 5

  /// Breaks the rows into lines for their pane.
  init(_ article: Article, pane: Rect, atFoot: Bool, _ catalogue: Catalogue) {
    height = max(0, pane.rows - 1)
    isWide = pane.columns >= 58
    let columns = max(1, pane.columns - Self.indent - 1)
    let gap = atFoot || pane.rows < 16 ? 0 : 1
    let links = article.opened.related
    for (index, row) in article.panel.rows.enumerated() {
      let related: Related
      var reason: String?
      switch row {
      case .entry(let place): related = links[place]
      case .linksOut(let places): related = Related(linksOut: places.map { links[$0] }, catalogue)
      case .contents(let headings):
        related = Related(
          reason: .readMore, title: catalogue["Contents"], text: headings.joined(separator: " · "))
        reason = catalogue(Numbers.counted(headings.count, "heading", "headings"))
      }
      let label = reason ?? related.label(columns: columns, catalogue)
      let room = isWide ? columns - label.count - 2 : columns
      let title = Lines.wrapped(related.title, columns: max(1, room), limit: isWide ? 1 : 2)
      let words = related.text.isEmpty ? related.listing?.teaser ?? "" : related.text
      let tight = pane.rows < 8
      var text = Lines.wrapped(words, columns: columns, limit: tight ? 1 : 2)
      if text.isEmpty, related.reason == .outside, let target = related.target {
        text = [Lines.fitted(target, columns: columns)]
      }
      let tall = max(1, title.count) + text.count + (isWide ? 0 : 1)
      items.append(
        Item(
          index: index, number: index + 1, title: title, reason: label,
          leads: related.listing != nil || reason != nil,
          text: text, line: lines, height: tall))
      lines += tall + gap
    }
    lines = max(0, lines - gap)
  }

  /// The rows whose first line is visible.
  func visible(from top: Int) -> [Item] {
    items.filter { $0.line >= top && $0.line < top + height }
  }
}
