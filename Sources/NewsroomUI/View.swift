public import Screen

extension State {
  /// The screen as it should look now.
  ///
  /// Pure, and by the screen's size alone however long list and story are.
  public func view() -> Frame {
    var frame = Frame(size: size, style: palette[.text])
    if let bar = plan.topBar { drawTopBar(in: bar, on: &frame) }
    if let pane = plan.list { drawList(in: pane, on: &frame) }
    if let pane = plan.page { drawArticle(in: pane, on: &frame) }
    if let pane = plan.teasers { drawTeasers(in: pane, on: &frame) }
    for separator in plan.separators {
      for row in separator.row..<separator.maxRow {
        frame.write("│", column: separator.column, row: row, style: palette[.separator])
      }
    }
    drawBottomBar(on: &frame)
    switch mode {
    case .help(let top): drawHelp(top: top, on: &frame)
    case .choosing(let chooser): drawChooser(chooser, on: &frame)
    case .comparing(let comparison, let top): drawComparison(comparison, top: top, on: &frame)
    case .address(let sheet): draw(sheet, on: &frame)
    default: break
    }
    if let cursor = frame.cursor,
      cursor.column < 0 || cursor.row < 0 || cursor.column >= size.columns || cursor.row >= size.rows
    {
      frame.cursor = nil
    }
    return frame
  }

  /// Writes lines in the middle of a pane: the first in `first`, the rest quietly.
  func drawNotice(_ lines: [String], in pane: Rect, first: Role, on frame: inout Frame) {
    let room = max(1, pane.columns - 4)
    let broken = lines.enumerated().flatMap { index, line in
      line.isEmpty
        ? [("", Role.bar)]
        : Lines.wrapped(line, columns: room, limit: 4).map { ($0, index == 0 ? first : Role.bar) }
    }
    var row = pane.row + max(0, (pane.rows - broken.count) / 3)
    for (line, role) in broken.prefix(pane.rows) {
      let column = pane.column + max(0, (pane.columns - CellText.width(of: line)) / 2)
      frame.write(line, column: column, row: row, style: palette[role], clip: pane)
      row += 1
    }
  }
}
