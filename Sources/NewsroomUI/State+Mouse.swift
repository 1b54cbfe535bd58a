import Screen
import Stories
import Typesetting

// The mouse does what keys do: a click selects or follows, a double click opens, the wheel scrolls.
extension State {
  /// How far a step of the wheel scrolls, in lines.
  private static let wheelStep = 3

  mutating func handle(_ action: MouseAction) -> [Effect] {
    if action.kind != .drag || layer != nil { grip = nil }
    guard layer == nil else { return scrollLayer(action.kind) }
    switch action.kind {
    case .drag: return drag(to: action.place)
    case .release: return []
    case .click: grip = border(at: action.place)
    case .doubleClick: if let border = border(at: action.place) { return putBack(border) }
    case .wheelUp, .wheelDown: break
    }
    guard grip == nil, let pane = Pane.allCases.first(where: { plan[$0]?.holds(action.place) == true }) else {
      return []
    }
    hearKey()
    dropPending()
    message = nil
    switch action.kind {
    case .click: return click(pane, at: action.place)
    case .doubleClick: return doubleClick(pane, at: action.place)
    case .wheelUp: return scroll(pane, by: -1)
    case .wheelDown: return scroll(pane, by: 1)
    case .drag, .release: return []
    }
  }

  // MARK: Borders

  /// A column between two panes, which can be dragged.
  enum Border: Hashable, Sendable {
    /// At the right of the list.
    case list
    /// At the left of READ MORE.
    case panel
  }

  /// The border under a cell.
  private func border(at place: Frame.Position) -> Border? {
    guard let separator = plan.separators.first(where: { $0.holds(place) }) else { return nil }
    return separator.column == plan.list?.maxColumn ? .list : .panel
  }

  /// Gives the pane at a border its usual width.
  private mutating func putBack(_ border: Border) -> [Effect] {
    switch border {
    case .list: look.listColumns = nil
    case .panel: look.panelColumns = nil
    }
    return []
  }

  /// Takes the border that is held to the mouse.
  private mutating func drag(to place: Frame.Position) -> [Effect] {
    switch grip {
    case .list?: return plan.list.map { setListWidth(place.column - $0.column) } ?? []
    case .panel?: return plan.teasers.map { setPanelWidth($0.maxColumn - 1 - place.column) } ?? []
    case nil: return []
    }
  }

  // MARK: Panes

  /// The wheel moves in a box as the arrows do; clicks wait until it is closed.
  private mutating func scrollLayer(_ kind: MouseAction.Kind) -> [Effect] {
    guard kind == .wheelUp || kind == .wheelDown else { return [] }
    return (0..<Self.wheelStep).flatMap { _ in press(kind == .wheelUp ? .up : .down) }
  }

  private mutating func scroll(_ pane: Pane, by step: Int) -> [Effect] {
    switch pane {
    case .list:
      guard focus != .list else { return move(by: step) }
      // The list beside the story moves without taking the focus.
      let row = clamp(list.index + step, 0, max(0, list.rows.count - 1))
      select(row)
      return askNearEdge()
    case .article:
      article?.scroll(by: step * Self.wheelStep)
      return []
    case .teasers:
      teasers.move(by: step, count: article?.panel.rows.count ?? 0)
      return []
    }
  }

  private mutating func click(_ pane: Pane, at place: Frame.Position) -> [Effect] {
    switch pane {
    case .list:
      let row = row(at: place)
      let effects = enter(.list)
      guard let row, row != list.index else { return effects }
      return effects + moveInList(to: row)
    case .article:
      if let reference = reference(at: place) { return follow(reference: reference) }
      return enter(.article)
    case .teasers:
      let item = teaser(at: place)
      let effects = enter(.teasers)
      if let item { teasers.index = item }
      return effects
    }
  }

  private mutating func doubleClick(_ pane: Pane, at place: Frame.Position) -> [Effect] {
    switch pane {
    case .list: return row(at: place).map { _ in enter(.article) } ?? []
    case .article: return []
    case .teasers: return teaser(at: place).map { follow(teaser: $0) } ?? []
    }
  }

  /// The row of the list under a cell.
  private func row(at place: Frame.Position) -> Int? {
    guard let pane = plan.list else { return nil }
    return ListGeometry(list, pane: pane, now: now).row(atLine: place.row - pane.row)
  }

  /// The link of the story under a cell.
  private func reference(at place: Frame.Position) -> Int? {
    guard let article, let page = article.page, let pane = plan.page else { return nil }
    let number = article.top + place.row - pane.row
    guard page.lines.indices.contains(number) else { return nil }
    var column = pane.column + page.lines[number].indent
    for run in page.lines[number].runs {
      let end = column + CellText.width(of: run.text)
      if (column..<end).contains(place.column) { return run.reference }
      column = end
    }
    return nil
  }

  /// The row of READ MORE under a cell.
  private func teaser(at place: Frame.Position) -> Int? {
    guard let area = plan.teaserColumn, let layout = teasers.layout else { return nil }
    let line = teasers.top + place.row - area.row - 1
    return layout.items.first { ($0.line..<($0.line + $0.height)).contains(line) }?.index
  }
}

extension Rect {
  /// Whether a cell lies in it.
  fileprivate func holds(_ place: Frame.Position) -> Bool {
    (column..<maxColumn).contains(place.column) && (row..<maxRow).contains(place.row)
  }
}
