internal import Screen
internal import Stories
internal import Typesetting

extension State {
  func drawArticle(in pane: Rect, on frame: inout Frame) {
    let coming = wanted.flatMap { $0.forReading ? $0.id : nil }
    guard let article, let page = article.page, coming == nil || coming == article.id else {
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
    for (stretch, isCurrent) in article.find?.stretches(in: visible) ?? [] {
      let column = pane.column + stretch.column
      let area = Rect(
        column: column, row: pane.row + stretch.line - article.top,
        columns: min(stretch.columns, pane.maxColumn - column), rows: 1)
      frame.patch(area, style: palette[isCurrent ? .currentMatch : .match])
    }
    if case .hinting(let hints) = mode {
      for link in article.visibleLinks {
        guard let label = hints.label(for: .link(reference: link.reference, number: link.number)) else {
          continue
        }
        frame.write(
          label, column: pane.column + link.column, row: pane.row + link.line - article.top,
          style: palette[.hint], clip: pane)
      }
    }
    if focus == .article {
      let match = article.find?.line.map { $0 - article.top } ?? 0
      let row = (0..<pane.rows).contains(match) ? match : 0
      frame.cursor = Frame.Position(column: pane.column, row: pane.row + row)
    }
  }

  /// The pane before a story came in: its headline when it is known, else a word on how to begin.
  private func drawComing(in pane: Rect, on frame: inout Frame) {
    if focus == .article { frame.cursor = Frame.Position(column: pane.column, row: pane.row) }
    guard let wanted else {
      if article == nil, !list.rows.isEmpty {
        drawNotice(["Enter reads a story.", "", "? shows every key."], in: pane, first: .bar, on: &frame)
      }
      return
    }
    guard wanted.forReading, let row = list.rows.first(where: { $0.id == wanted.id }) else { return }
    let lines = Lines.wrapped(row.headline, columns: max(1, min(68, pane.columns - 6)), limit: 3)
    for (index, line) in lines.enumerated() {
      frame.write(
        line, column: pane.column + min(3, pane.columns / 8), row: pane.row + 1 + index,
        style: palette[.headline],
        clip: pane)
    }
  }
}
