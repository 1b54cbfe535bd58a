internal import Screen
internal import Stories

extension Chooser {
  /// The keys that it takes.
  fileprivate var foot: String {
    if isOfVersions { return "Enter reads · d what it changed · Esc closes" }
    if case .search(let saved)? = selected?.choice, saved != .new, !saved.isSetByHand {
      return "type to narrow · Del drops the search · Esc closes"
    }
    return "type to narrow · \(kind == nil ? "Enter chooses" : "Tab turns over") · Esc closes"
  }
}

extension State {
  func drawChooser(_ chooser: Chooser, on frame: inout Frame) {
    // Lists of facets keep their size, so that going from one to the other moves nothing.
    let rows = chooser.kind == nil ? chooser.items.count + 2 : max(10, size.rows / 2)
    let inside = OverlayBox.inside(size, columns: 60, rows: rows)
    drawBox(inside, title: chooser.title, foot: chooser.foot, on: &frame)
    let list = Rect(
      column: inside.column, row: inside.row + 2, columns: inside.columns, rows: max(0, inside.rows - 2))
    if let kind = chooser.kind { drawKinds(kind, in: inside, on: &frame) }
    if chooser.shown.isEmpty {
      let words =
        chooser.isLoading ? "Looking up the \(chooser.kind?.plural ?? "list") …" : "Nothing fits."
      frame.write(words, column: list.column + 2, row: list.row, style: palette[.bar], clip: list)
    }
    let top = clamp(chooser.index - list.rows / 2, 0, max(0, chooser.shown.count - list.rows))
    for index in top..<min(chooser.shown.count, top + list.rows) {
      let item = chooser.items[chooser.shown[index]]
      let row = list.row + index - top
      let detail = Lines.fitted(item.detail.text, columns: max(0, list.columns / 2))
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
    guard !chooser.isOfVersions else { return }
    drawPrompt(
      "› ", chooser.field,
      in: Rect(column: inside.column - 1, row: inside.row, columns: inside.columns, rows: 1), on: &frame)
  }

  /// What else the list can be narrowed by, where there is room to say so: as many of the kinds around this one as fit.
  private func drawKinds(_ kind: Facet.Kind, in inside: Rect, on frame: inout Frame) {
    let titles = Facet.Kind.listed.map(\.title)
    guard inside.rows > 3, let here = titles.firstIndex(of: kind.title) else { return }
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
      let style = palette[title == kind.title ? .overlayTitle : .bar]
      column = frame.write(title, column: column, row: inside.row + 1, style: style, clip: inside) + gap
    }
  }
}
