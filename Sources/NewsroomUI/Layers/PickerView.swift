internal import Messages
internal import Screen
internal import Stories

/// Draws a list to choose from.
struct PickerView {
  let chooser: Chooser
  /// The text in the frame's lower edge.
  let foot: String
  let palette: Palette

  func draw(on frame: inout Frame) {
    let inside = chooser.inside
    OverlayBox.draw(
      around: inside, title: chooser.catalogue(chooser.title), foot: foot, palette: palette, on: &frame)
    guard !chooser.isOfVersions else {
      return VersionsBox(chooser: chooser, palette: palette).draw(on: &frame)
    }
    let list = Rect(
      column: inside.column, row: inside.row + 2, columns: inside.columns, rows: chooser.height)
    if let kind = chooser.kind { drawKinds(kind, in: inside, on: &frame) }
    if chooser.shown.isEmpty {
      let words: Phrase =
        chooser.isLoading
        ? "Looking up the \(Phrase(words: chooser.kind?.plural ?? "list")) …" : "No matches."
      frame.write(
        chooser.catalogue(words), column: list.column + 2, row: list.row, style: palette[.bar], clip: list)
    }
    let top = clamp(chooser.index - list.rows / 2, 0, max(0, chooser.shown.count - list.rows))
    for index in top..<min(chooser.shown.count, top + list.rows) {
      let item = chooser.items[chooser.shown[index]]
      draw(item, row: list.row + index - top, isSelected: index == chooser.index, in: list, on: &frame)
    }
    let line = Rect(column: inside.column - 1, row: inside.row, columns: inside.columns, rows: 1)
    PromptView(sign: "› ", field: chooser.field, palette: palette).draw(in: line, on: &frame)
  }

  private func draw(_ item: Chooser.Item, row: Int, isSelected: Bool, in list: Rect, on frame: inout Frame) {
    let detail = item.detail.fitted(columns: max(0, list.columns / 2), chooser.catalogue)
    let width = CellText.width(of: detail)
    let title = Lines.fitted(item.title, columns: max(0, list.columns - width - 4))
    frame.write(title, column: list.column + 2, row: row, style: palette[.text], clip: list)
    frame.write(detail, column: list.maxColumn - width - 1, row: row, style: palette[.bar], clip: list)
    if isSelected { OverlayBox.select(row: row, in: list, palette: palette, on: &frame) }
  }

  /// Draws the names of the neighbouring lists, as many as fit.
  private func drawKinds(_ kind: Facet.Kind, in inside: Rect, on frame: inout Frame) {
    let titles = Facet.Kind.listed.map { chooser.catalogue[$0.title] }
    let own = chooser.catalogue[kind.title]
    guard inside.rows > 3, let here = titles.firstIndex(of: own) else { return }
    func columns(_ shown: ClosedRange<Int>, gap: Int) -> Int {
      titles[shown].reduce(0) { $0 + $1.count } + gap * (shown.count - 1)
    }
    let all = 0...titles.count - 1
    let gap = columns(all, gap: 3) <= inside.columns - 2 ? 3 : columns(all, gap: 1) <= inside.columns ? 1 : 2
    var shown = columns(all, gap: gap) <= inside.columns ? all : here...here
    guard columns(shown, gap: gap) <= inside.columns else { return }
    var grew = shown != all
    while grew {
      grew = false
      for wider in [shown.lowerBound...shown.upperBound + 1, shown.lowerBound - 1...shown.upperBound]
      where all.contains(wider.lowerBound) && all.contains(wider.upperBound)
        && columns(wider, gap: gap) <= inside.columns - 4
      {
        (shown, grew) = (wider, true)
        break
      }
    }
    var column = inside.column + (gap > 1 ? 2 : 0)
    for title in titles[shown] {
      let style = palette[title == own ? .overlayTitle : .bar]
      column = frame.write(title, column: column, row: inside.row + 1, style: style, clip: inside) + gap
    }
  }
}
