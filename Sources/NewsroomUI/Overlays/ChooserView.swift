internal import Screen

extension State {
  func drawChooser(_ chooser: Chooser, on frame: inout Frame) {
    let inside = OverlayBox.inside(size, columns: 60, rows: chooser.items.count + 2)
    drawBox(inside, title: chooser.title, foot: "type to narrow · Enter chooses · Esc closes", on: &frame)
    let list = Rect(
      column: inside.column, row: inside.row + 2, columns: inside.columns, rows: max(0, inside.rows - 2))
    if chooser.shown.isEmpty {
      frame.write("Nothing fits.", column: list.column, row: list.row, style: palette[.bar], clip: list)
    }
    let top = clamp(chooser.index - list.rows / 2, 0, max(0, chooser.shown.count - list.rows))
    for (index, item) in chooser.shown.enumerated().dropFirst(top).prefix(list.rows) {
      let row = list.row + index - top
      let detail = Lines.fitted(item.detail, columns: max(0, list.columns / 2))
      let width = CellText.width(of: detail)
      let title = Lines.fitted(item.title, columns: max(0, list.columns - width - 4))
      frame.write(title, column: list.column + 2, row: row, style: palette[.text], clip: list)
      frame.write(detail, column: list.maxColumn - width - 1, row: row, style: palette[.bar], clip: list)
      if index == chooser.index {
        frame.patch(
          Rect(column: list.column, row: row, columns: list.columns, rows: 1), style: palette[.selection])
        frame.write("▌", column: list.column, row: row, style: palette[.selection], clip: list)
      }
    }
    drawPrompt(
      "› ", chooser.field,
      in: Rect(column: inside.column - 1, row: inside.row, columns: inside.columns, rows: 1), on: &frame)
  }
}
