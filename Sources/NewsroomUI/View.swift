public import Screen
internal import Stories

extension State {
  /// The screen as it should look now.
  ///
  /// A pure function; its time depends on the size of the screen, not of the list or the story.
  public func view() -> Frame {
    var frame = Frame(size: size, style: palette[.text])
    if let bar = plan.topBar {
      TopBarView(name: libraryName, list: list, catalogue: catalogue, palette: palette).draw(
        in: bar, on: &frame)
    }
    if let pane = plan.list { listView.draw(in: pane, on: &frame) }
    if let pane = pagePane { articleView.draw(in: pane, on: &frame) }
    drawArticleNotice(on: &frame)
    if let pane = plan.teasers { teaserView.draw(in: pane, on: &frame) }
    for separator in plan.separators {
      for row in separator.row..<separator.maxRow {
        frame.write("│", column: separator.column, row: row, style: palette[.separator])
      }
    }
    if let bar = plan.bottomBar ?? lineWhenNeeded {
      if plan.bottomBar == nil { frame.fill(bar, style: palette[.text]) }
      bottomBarView.draw(in: bar, on: &frame)
    }
    for layer in layers { draw(layer, on: &frame) }
    // A prompt over a box is also shown in the bottom line.
    if layers.count > 1, prompt != nil, let bar = plan.bottomBar ?? lineWhenNeeded {
      frame.fill(bar, style: palette[.text])
      bottomBarView.draw(in: bar, on: &frame)
    }
    if let cursor = frame.cursor,
      cursor.column < 0 || cursor.row < 0 || cursor.column >= size.columns || cursor.row >= size.rows
    {
      frame.cursor = nil
    }
    return frame
  }

  /// Draws a layer over the panes; prompts and hints are drawn with the bottom line and the panes.
  private func draw(_ layer: Layer, on frame: inout Frame) {
    switch layer {
    case .picker(let chooser):
      let foot = layer.foot(columns: chooser.inside.columns - 2, keymap, catalogue)
      PickerView(chooser: chooser, foot: foot, palette: palette).draw(on: &frame)
    case .sheet(let sheet):
      let foot = layer.foot(columns: sheet.inside.columns - 2, keymap, catalogue)
      SheetView(sheet: sheet, foot: foot, palette: palette).draw(on: &frame)
    case .prompt, .hints, .lines: break
    }
  }

  private var listView: ListView {
    ListView(
      list: list, range: rangeRows, landed: landed, snippets: snippets,
      notice: list.rows.isEmpty ? emptyListNotice : nil,
      catalogue: catalogue, palette: palette,
      now: now, isFocused: focus == .list, columns: listColumns)
  }

  private var articleView: ArticleView {
    let reading = wanted.flatMap { $0.forReading ? $0.id : nil }
    let isHere = reading == nil || reading == article?.id
    // A pane without a story shows the headline of the one to come, or how to begin.
    let coming = reading.flatMap { id in list.rows.first { $0.id == id } }?.headline
    return ArticleView(
      article: isHere ? article : nil, hints: hints, selected: selectedLines, coming: coming,
      keys: (keymap.label(of: "read", in: .list), key("help")),
      isIdle: wanted == nil && article == nil && !list.rows.isEmpty, catalogue: catalogue,
      palette: palette,
      isFocused: focus == .article)
  }

  private var teaserView: TeaserView {
    TeaserView(
      teasers: teasers, related: article?.panel.rows.count, hints: hints,
      column: plan.teaserColumn, isAtFoot: plan.teasersAtFoot, catalogue: catalogue, palette: palette,
      isFocused: focus == .teasers)
  }
}

/// Draws lines in the middle of a pane: the first in the role `first`, the others dimmed.
struct NoticeView {
  let lines: [String]
  let first: Role
  let palette: Palette

  func draw(in pane: Rect, on frame: inout Frame) {
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
