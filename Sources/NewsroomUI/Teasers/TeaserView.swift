internal import Messages
internal import Screen
internal import Stories

/// Draws the READ MORE pane.
struct TeaserView {
  let teasers: TeaserList
  /// How many rows the story has; nil without a story.
  let related: Int?
  let hints: Hints?
  /// The part of the pane used for the rows.
  let column: Rect?
  /// Whether it is a panel below an article.
  let isAtFoot: Bool
  let catalogue: Catalogue
  let palette: Palette
  let isFocused: Bool

  func draw(in pane: Rect, on frame: inout Frame) {
    drawPanelTitle(in: pane, on: &frame)
    var area = column ?? pane
    area.row += 1
    area.rows = max(0, area.rows - 1)
    guard let related else { return }
    guard related > 0 else {
      NoticeView(lines: [catalogue["This story leads to no other."]], first: .bar, palette: palette)
        .draw(in: area, on: &frame)
      return
    }
    guard let view = teasers.layout else { return }
    for item in view.items where item.line < teasers.top + area.rows && item.line + item.height > teasers.top
    {
      draw(item, of: view, in: area, on: &frame)
    }
  }

  /// Draws the title: ruled below an article, plain above a column.
  private func drawPanelTitle(in pane: Rect, on frame: inout Frame) {
    guard pane.rows > 0 else { return }
    guard isAtFoot else {
      frame.write(
        catalogue["READ MORE"], column: pane.column + 2, row: pane.row, style: palette[.panelTitle],
        clip: pane)
      return
    }
    let rule = String(repeating: "─", count: max(0, pane.columns))
    frame.write(rule, column: pane.column, row: pane.row, style: palette[.separator], clip: pane)
    frame.write(
      " \(catalogue["READ MORE"]) ", column: (column ?? pane).column + 2, row: pane.row,
      style: palette[.panelTitle], clip: pane)
    // How many rows are below the edge.
    guard let view = teasers.layout else { return }
    let below = view.items.filter { $0.line >= teasers.top + view.height }.count
    guard below > 0 else { return }
    let more = " \(catalogue("\(below) more ↓")) "
    frame.write(
      more, column: (column ?? pane).maxColumn - more.count - 1, row: pane.row,
      style: palette[.bar], clip: pane)
  }

  private func draw(_ item: TeaserLayout.Item, of view: TeaserLayout, in area: Rect, on frame: inout Frame) {
    var line = item.line - teasers.top
    let first = line
    func write(_ text: String, indent: Int, role: Role) {
      guard line >= 0, line < area.rows else { return }
      frame.write(text, column: area.column + indent, row: area.row + line, style: palette[role], clip: area)
    }
    let number = String(item.number)
    write(number, indent: max(1, 4 - number.count), role: .linkNumber)
    if view.isWide {
      write(item.reason, indent: area.columns - item.reason.count - 1, role: .teaserReason)
    }
    for title in item.title.isEmpty ? [""] : item.title {
      write(title, indent: TeaserLayout.indent, role: item.leads ? .teaserTitle : .teaserText)
      line += 1
    }
    if !view.isWide {
      write(item.reason, indent: TeaserLayout.indent, role: .teaserReason)
      line += 1
    }
    for text in item.text {
      write(text, indent: TeaserLayout.indent, role: .teaserText)
      line += 1
    }

    let top = max(0, first)
    let bar = Rect(
      column: area.column, row: area.row + top, columns: area.columns, rows: min(line, area.rows) - top)
    if isFocused, item.index == teasers.index {
      frame.patch(bar, style: palette[.selection])
      for row in bar.row..<bar.maxRow {
        frame.write(
          "▌", column: area.column, row: row,
          style: palette[.selection].patched(with: Style(foreground: palette[.unreadMark].foreground)),
          clip: area)
      }
      frame.cursor = Frame.Position(
        column: area.column + min(TeaserLayout.indent, area.columns - 1), row: bar.row)
    }
    if let label = hints?.label(for: .teaser(item.index)), first >= 0 {
      frame.write(
        label, column: area.column + max(0, 4 - label.count), row: area.row + first, style: palette[.hint],
        clip: area)
    }
  }
}
