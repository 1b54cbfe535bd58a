internal import Screen
internal import Stories

extension State {
  /// The library's name, what the list shows, and how much there is.
  func drawTopBar(in bar: Rect, on frame: inout Frame) {
    let counts = self.counts
    let countsColumn = bar.maxColumn - CellText.width(of: counts) - 1
    let name = CellText.fitted(CellText.clean(libraryName), columns: max(1, bar.columns - 2))
    let nameEnd = frame.write(
      name, column: bar.column + 1, row: bar.row, style: palette[.barTitle], clip: bar)
    var right = bar.maxColumn
    if countsColumn >= nameEnd + 2 {
      frame.write(counts, column: countsColumn, row: bar.row, style: palette[.bar], clip: bar)
      right = countsColumn
    }
    let query = CellText.clean(list.query.sentence)
    let width = CellText.width(of: query)
    let middle = max(nameEnd + 3, (bar.columns - width) / 2)
    guard middle + width + 2 <= right else { return }
    frame.write(query, column: middle, row: bar.row, style: palette[.bar], clip: bar)
  }

  private var counts: String {
    guard let window = list.window else { return "" }
    let unread = window.unread == 0 ? "all read" : "\(Numbers.grouped(window.unread)) unread"
    return window.total == 0
      ? "no stories" : "\(Numbers.counted(window.total, "story", "stories")) · \(unread)"
  }
}

extension Query {
  /// "All desks · newest first".
  var sentence: String {
    let desk = section.map { $0.isEmpty ? "No desk" : $0 } ?? "All desks"
    let mark = marked == .all ? "" : " · \(marked.rawValue)"
    return "\(desk)\(mark) · \(order == .newestFirst ? "newest first" : "oldest first")"
  }
}
