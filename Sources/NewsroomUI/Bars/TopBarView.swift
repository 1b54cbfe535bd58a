internal import Messages
internal import Screen
internal import Stories

/// Draws the library's name, what the list shows, and the number of stories.
struct TopBarView {
  let name: String
  let list: ArticleList
  let catalogue: Catalogue
  let palette: Palette

  func draw(in bar: Rect, on frame: inout Frame) {
    let name = Lines.fitted(self.name, columns: max(1, bar.columns - 2))
    let nameEnd = frame.write(
      name, column: bar.column + 1, row: bar.row, style: palette[.barTitle], clip: bar)
    let query = Lines.fitted(catalogue(list.query.sentence), columns: max(1, bar.maxColumn - nameEnd - 3))
    let queryWidth = CellText.width(of: query)
    let counts = counts
    // If only one of them fits, what a narrowed list shows matters more.
    let isTight = nameEnd + 2 + queryWidth + 2 + CellText.width(of: counts) >= bar.maxColumn
    let right = isTight && list.query != list.query.with(Query()) ? query : counts
    let rightColumn = bar.maxColumn - CellText.width(of: right) - 1
    guard rightColumn >= nameEnd + 2 else { return }
    frame.write(right, column: rightColumn, row: bar.row, style: palette[.bar], clip: bar)
    guard !isTight else { return }
    let middle = clamp((bar.columns - queryWidth) / 2, nameEnd + 2, rightColumn - queryWidth - 2)
    frame.write(query, column: middle, row: bar.row, style: palette[.bar], clip: bar)
  }

  private var counts: String {
    guard let window = list.window, let total = window.total else { return "" }
    if total == 0, window.hidden.isEmpty { return catalogue["no stories"] }
    if window.findings.isMore { return catalogue("\(Numbers.grouped(total))+ stories") }
    let left = window.hidden.values.reduce(0, +)
    let all = Numbers.counted(total, "story", "stories")
    let stories: Phrase = left > 0 ? "\(all) · \(Numbers.grouped(left)) hidden" : all
    switch window.unread {
    case nil: return catalogue(stories)
    case 0?: return catalogue("\(stories) · all read")
    case let unread?: return catalogue("\(stories) · \(Numbers.grouped(unread)) unread")
    }
  }
}
