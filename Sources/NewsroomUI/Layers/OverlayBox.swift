internal import Screen

/// A framed box over the panes.
enum OverlayBox {
  /// The inside of a frame in the middle of the screen, or the whole screen if a frame does not fit.
  static func inside(_ size: Size, columns: Int, rows: Int) -> Rect {
    guard size.columns >= 24, size.rows >= 8 else { return Rect(size) }
    let columns = min(columns, size.columns - 4)
    let rows = min(rows, size.rows - 4)
    return Rect(
      column: (size.columns - columns) / 2, row: max(2, (size.rows - rows) / 3), columns: columns, rows: rows)
  }

  /// Clears the box and draws its frame.
  static func draw(
    around inside: Rect, title: String, foot: String, palette: Palette, on frame: inout Frame
  ) {
    frame.cursor = nil
    let size = frame.size
    guard inside.columns + 4 <= size.columns, inside.rows + 4 <= size.rows else {
      frame.fill(Rect(size), style: palette[.overlay])
      return
    }
    let box = Rect(
      column: inside.column - 2, row: inside.row - 1, columns: inside.columns + 4, rows: inside.rows + 2)
    frame.fill(box, style: palette[.overlay])
    let rule = String(repeating: "─", count: box.columns - 2)
    let style = palette[.separator]
    frame.write("╭\(rule)╮", column: box.column, row: box.row, style: style)
    for row in inside.row..<inside.maxRow {
      frame.write("│", column: box.column, row: row, style: style)
      frame.write("│", column: box.maxColumn - 1, row: row, style: style)
    }
    frame.write("╰\(rule)╯", column: box.column, row: box.maxRow - 1, style: style)
    frame.write(" \(title) ", column: box.column + 2, row: box.row, style: palette[.overlayTitle], clip: box)
    let fitted = CellText.fitted(foot, columns: box.columns - 6)
    frame.write(
      " \(fitted) ", column: box.maxColumn - CellText.width(of: fitted) - 4, row: box.maxRow - 1,
      style: palette[.bar], clip: box)
  }

  /// Marks the selected row of the box.
  static func select(row: Int, in inside: Rect, palette: Palette, on frame: inout Frame) {
    let style = palette[.selection]
    frame.patch(Rect(column: inside.column, row: row, columns: inside.columns, rows: 1), style: style)
    frame.write("▌", column: inside.column, row: row, style: style, clip: inside)
  }
}
