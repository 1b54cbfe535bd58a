internal import Messages
internal import Screen
internal import Stories

/// Draws the versions of a story: full headlines, each with its number, time and length beside it or, if
/// there is no room, below it.
struct VersionsBox {
  let chooser: Chooser
  let palette: Palette

  /// Cells around a version's details.
  private static let margin = 3

  /// The inside of the frame, as wide as the longest line needs.
  static func inside(_ size: Size, _ items: [Chooser.Item], _ catalogue: Catalogue) -> Rect {
    let widest = items.map { width($0, catalogue) }.max() ?? 0
    let columns = min(max(40, widest), max(1, size.columns - 4))
    let rows = items.reduce(0) { $0 + lines(of: $1, columns: columns, catalogue).count }
    return OverlayBox.inside(size, columns: columns, rows: rows)
  }

  /// The cells of headline and details side by side.
  private static func width(_ item: Chooser.Item, _ catalogue: Catalogue) -> Int {
    CellText.width(of: CellText.clean(item.title)) + CellText.width(of: item.detail.text(catalogue)) + 2
      * margin + 1
  }

  /// The lines of a version: the text at the left and at the right.
  private static func lines(
    of item: Chooser.Item, columns: Int, _ catalogue: Catalogue
  ) -> [(text: String, detail: String)] {
    if width(item, catalogue) <= columns {
      return [(Lines.fitted(item.title, columns: columns), item.detail.text(catalogue))]
    }
    let room = max(1, columns - margin)
    let title = Lines.wrapped(item.title, columns: room, limit: 4)
    return title.map { ($0, "") } + [(item.detail.fitted(columns: room, catalogue), "")]
  }

  func draw(on frame: inout Frame) {
    let inside = chooser.inside
    let all = chooser.shown.map {
      Self.lines(of: chooser.items[$0], columns: inside.columns, chooser.catalogue)
    }
    var first = chooser.index
    var height = all.indices.contains(first) ? all[first].count : 0
    // Scroll so that the selected version is in the middle, if there are more than fit.
    while first > 0, height + all[first - 1].count <= max(inside.rows / 2, all[chooser.index].count) {
      first -= 1
      height += all[first].count
    }
    let below = all[first...].reduce(0) { $0 + $1.count }
    var spare = inside.rows - below
    while first > 0, spare >= all[first - 1].count {
      first -= 1
      spare -= all[first].count
    }
    var row = inside.row
    for index in first..<all.count {
      for (number, line) in all[index].enumerated() where row < inside.maxRow {
        draw(line, isFirst: number == 0, row: row, isSelected: index == chooser.index, on: &frame)
        row += 1
      }
    }
  }

  private func draw(
    _ line: (text: String, detail: String), isFirst: Bool, row: Int, isSelected: Bool, on frame: inout Frame
  ) {
    let inside = chooser.inside
    let isDetail = !isFirst && line.detail.isEmpty
    frame.write(
      line.text, column: inside.column + 2, row: row, style: palette[isDetail ? .bar : .text], clip: inside)
    let width = CellText.width(of: line.detail)
    frame.write(
      line.detail, column: inside.maxColumn - width - 1, row: row, style: palette[.bar], clip: inside)
    guard isSelected else { return }
    OverlayBox.select(row: row, in: inside, palette: palette, on: &frame)
    if isFirst {
      frame.cursor = Frame.Position(column: min(inside.column + 2, inside.maxColumn - 1), row: row)
    }
  }
}
