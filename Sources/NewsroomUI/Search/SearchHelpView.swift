internal import Screen

/// Draws the line above a search: the choices of Tab, what was not understood, or what can be typed.
struct SearchHelpView {
  let choices: SearchLine.Choices?
  let words: String
  let palette: Palette

  func draw(over bar: Rect, on frame: inout Frame) {
    guard frame.size.rows >= 8 else { return }
    let row = Rect(column: bar.column, row: bar.row - 1, columns: bar.columns, rows: 1)
    frame.fill(row, style: palette[.bar])
    let inside = Rect(column: bar.column + 1, row: row.row, columns: max(0, bar.columns - 2), rows: 1)
    if let choices, choices.names.count > 1 {
      var column = inside.column
      for (index, name) in choices.names.enumerated().dropFirst(max(0, choices.index - 2)) {
        guard column < inside.maxColumn else { break }
        let style = palette[index == choices.index ? .overlayTitle : .bar]
        let shown = Lines.fitted(name, columns: 30)
        column = frame.write(shown, column: column, row: row.row, style: style, clip: inside) + 2
      }
      return
    }
    frame.write(
      Lines.fitted(words, columns: inside.columns), column: inside.column, row: row.row, style: palette[.bar],
      clip: inside)
  }
}
