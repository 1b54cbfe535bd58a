internal import Screen

/// A framed sheet over the panes.
enum OverlayBox {
  /// The inside of the help's frame.
  static func help(_ size: Size) -> Rect { inside(size, columns: 74, rows: 200) }

  /// The inside of a frame in the middle of the screen; the whole screen where there is no room for a frame.
  static func inside(_ size: Size, columns: Int, rows: Int) -> Rect {
    guard size.columns >= 24, size.rows >= 8 else { return Rect(size) }
    let columns = min(columns, size.columns - 4)
    let rows = min(rows, size.rows - 4)
    return Rect(
      column: (size.columns - columns) / 2, row: max(2, (size.rows - rows) / 3), columns: columns, rows: rows)
  }

  /// The first line of a sheet that is longer than its frame, after a key: of keys that don't scroll, the same.
  static func scrolled(_ top: Int, by key: Key, page: Int, last: Int) -> Int {
    let top = min(top, last)
    let next =
      switch key {
      case .down, .character("j"): top + 1
      case .up, .character("k"): top - 1
      case .pageDown, .character(" "), .control("f"), .control("d"): top + page
      case .pageUp, .character("b"), .control("b"), .control("u"): top - page
      case .home, .character("g"): 0
      case .end, .character("G"): last
      default: top
      }
    return clamp(next, 0, last)
  }
}

extension State {
  /// Clears the place of an overlay and draws its frame.
  func drawBox(_ inside: Rect, title: String, foot: String, on frame: inout Frame) {
    frame.cursor = nil
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
}
