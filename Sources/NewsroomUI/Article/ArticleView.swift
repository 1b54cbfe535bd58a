internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

/// Draws the open story.
struct ArticleView {
  /// The story; nil while another one is being opened.
  let article: Article?
  let hints: Hints?
  /// The selected lines of the page.
  let selected: ClosedRange<Int>?
  /// The headline of the one being opened, if known.
  let coming: String?
  /// The keys that begin to read and that show the others.
  let keys: (read: String, help: String)
  /// Whether no story has been asked for yet.
  let isIdle: Bool
  let catalogue: Catalogue
  let palette: Palette
  let isFocused: Bool

  func draw(in pane: Rect, on frame: inout Frame) {
    guard let article, let page = article.page else {
      drawComing(in: pane, on: &frame)
      return
    }
    let visible = article.top..<min(page.lines.count, article.top + pane.rows)
    for number in visible {
      let line = page.lines[number]
      var column = pane.column + line.indent
      for run in line.runs where column < pane.maxColumn {
        column = frame.write(
          run.text, column: column, row: pane.row + number - article.top, style: palette[run.role], clip: pane
        )
      }
    }
    for number in visible where article.clipLines.contains(number) {
      let column = pane.column + max(0, page.lines[number].indent - 2)
      frame.write(
        "│", column: column, row: pane.row + number - article.top, style: palette[.savedMark], clip: pane)
    }
    if let selected {
      for number in visible where selected.contains(number) {
        let row = Rect(
          column: pane.column, row: pane.row + number - article.top, columns: pane.columns, rows: 1)
        frame.patch(row, style: palette[.selection])
      }
    }
    for (stretch, isCurrent) in article.find?.stretches(in: visible) ?? [] {
      let column = pane.column + stretch.column
      let area = Rect(
        column: column, row: pane.row + stretch.line - article.top,
        columns: min(stretch.columns, pane.maxColumn - column), rows: 1)
      frame.patch(area, style: palette[isCurrent ? .currentMatch : .match])
    }
    if let hints {
      for link in article.visibleLinks {
        guard let label = hints.label(for: .link(reference: link.reference, number: link.number)) else {
          continue
        }
        frame.write(
          label, column: pane.column + link.column, row: pane.row + link.line - article.top,
          style: palette[.hint], clip: pane)
      }
    }
    if isFocused {
      let match = article.find?.line.map { $0 - article.top } ?? 0
      let row = (0..<pane.rows).contains(match) ? match : 0
      frame.cursor = Frame.Position(column: pane.column, row: pane.row + row)
    }
  }

  private func drawComing(in pane: Rect, on frame: inout Frame) {
    if isFocused { frame.cursor = Frame.Position(column: pane.column, row: pane.row) }
    if isIdle {
      let lines = [
        catalogue("Press \(keys.read) to read a story."), "",
        catalogue("Press \(keys.help) to see every key."),
      ]
      NoticeView(lines: lines, first: .bar, palette: palette).draw(in: pane, on: &frame)
    }
    guard let coming else { return }
    let lines = Lines.wrapped(coming, columns: max(1, min(68, pane.columns - 6)), limit: 3)
    for (index, line) in lines.enumerated() {
      frame.write(
        line, column: pane.column + min(3, pane.columns / 8), row: pane.row + 1 + index,
        style: palette[.headline],
        clip: pane)
    }
  }
}
