internal import Messages
internal import Screen
internal import Stories

// Moving within panes and between them.
extension State {
  /// Selects a row, scrolling as little as possible.
  ///
  /// Beside a story, where a terminal can't scroll the list by itself, it moves by half a pane, and then
  /// stands still for as many keys.
  mutating func select(_ row: Int) {
    guard list.rows.indices.contains(row), row != list.index else { return }
    if let pane = plan.list {
      let geometry = ListGeometry(list, pane: pane, now: now)
      list.offset += geometry.distance(from: list.index, to: row)
      if plan.article != nil { list.offset = geometry.halfwayBack(list.offset) }
    }
    list.index = row
  }

  /// Moves by rows, lines or teasers in the focused pane.
  mutating func move(by step: Int) -> [Effect] {
    switch focus {
    case .list: return moveInList(to: list.index + step)
    case .article:
      let before = article?.top
      article?.scroll(by: step)
      if article?.top == before { sayEnd(step) }
      return []
    case .teasers:
      let before = teasers.index
      teasers.move(by: step, count: article?.panel.rows.count ?? 0)
      if teasers.index == before { sayEnd(step) } else { sayTarget() }
      return []
    }
  }

  /// Says where the selected row of READ MORE leads, if its words do not: the file or the address.
  mutating func sayTarget() {
    guard let article, article.panel.rows.indices.contains(teasers.index),
      case .entry(let index) = article.panel.rows[teasers.index]
    else { return }
    let related = article.opened.related[index]
    if let path = related.listing?.path {
      message = Message(text: "→ \(path)")
    } else if let target = related.target {
      message = Message(text: "→ \(CopyText.line(target))")
    }
  }

  /// Moves by half screens in the focused pane.
  mutating func movePage(_ halves: Int) -> [Effect] {
    switch focus {
    case .list:
      guard let pane = plan.list else { return [] }
      let rows = max(1, pane.rows / ListGeometry(list, pane: pane, now: now).rowHeight - 1)
      return moveInList(to: list.index + halves * max(1, rows / 2))
    case .article:
      // Two lines stay on the screen, so that the reader finds the place again.
      let height = article?.height ?? 0
      let whole = max(1, height - 2)
      let before = article?.top
      let isWhole = halves.isMultiple(of: 2)
      article?.scroll(by: isWhole ? halves / 2 * whole : halves * max(1, height / 2))
      if article?.top == before { sayEnd(halves) }
      return []
    case .teasers: return move(by: halves * 2)
    }
  }

  /// Goes to an end of the focused pane.
  mutating func moveToEnd(_ end: ArticleList.Jump) -> [Effect] {
    switch focus {
    case .list:
      list.touched = true
      guard let window = list.window else { return [] }
      if end == .first ? window.reachesFirst : window.reachesLast {
        return moveInList(to: end == .first ? 0 : window.rows.count - 1)
      }
      return [list.show(list.query, .end(end), reach: reach)]
    case .article:
      let before = article?.top
      article?.scroll(to: end == .first ? 0 : Int.max / 2)
      if article?.top == before { sayEnd(end == .first ? -1 : 1) }
      return []
    case .teasers: return move(by: end == .first ? -1_000_000 : 1_000_000)
    }
  }

  /// Selects a row of the list as a key of the reader does, and shows its story.
  mutating func moveInList(to row: Int) -> [Effect] {
    guard !list.rows.isEmpty else {
      sayEnd(1)
      return []
    }
    list.touched = true
    list.forgetGoals()
    let step = row == list.index ? row > 0 ? 1 : -1 : row - list.index
    let row = clamp(row, 0, list.rows.count - 1)
    guard row != list.index else {
      if step > 0 ? list.window?.reachesLast == true : list.window?.reachesFirst == true { sayEnd(step) }
      return askNearEdge()
    }
    select(row)
    return askNearEdge() + preview()
  }

  /// Asks for more rows when the reader comes within a screen of the last loaded ones.
  mutating func askNearEdge() -> [Effect] {
    guard !list.asking, list.isNearEdge(within: size.rows + 10) else { return [] }
    return [list.ask(reach: reach)]
  }

  /// The panes that have something to show.
  var reachable: [Pane] {
    var panes: [Pane] = [.list]
    if article != nil || wanted != nil || list.selected != nil { panes.append(.article) }
    if let article, !article.panel.rows.isEmpty { panes.append(.teasers) }
    return panes
  }

  /// Goes `step` panes further; at the ends it wraps around or stays, by `wraps`.
  mutating func movePane(_ step: Int, wraps: Bool) -> [Effect] {
    let panes = reachable
    guard let here = panes.firstIndex(of: focus) else { return enter(.list) }
    let next = here + step
    guard panes.count > 1, wraps || panes.indices.contains(next) else {
      message = Message(
        text: panes.count == 1
          ? noStories
          : step > 0 ? "There is no pane further right." : "There is no pane further left.")
      return []
    }
    return enter(panes[((next % panes.count) + panes.count) % panes.count])
  }

  /// Goes to a pane.
  mutating func enter(_ pane: Pane) -> [Effect] {
    guard pane != focus else { return [] }
    switch pane {
    case .list:
      focus = .list
      let effects = keepPlace()
      leaveGone()
      return effects + previewIfNone()
    case .teasers:
      guard let article, !article.panel.rows.isEmpty else {
        message = Message(text: "This story leads to no other.")
        return []
      }
      focus = .teasers
      return wanted == nil && article.id != reading ? beginReading() : []
    case .article:
      if focus == .teasers {
        focus = .article
        return []
      }
      // The reader means the story beside the list, or the selected row if there is none.
      let beside = plan.article == nil ? nil : article?.id
      guard let id = wanted?.id ?? beside ?? list.selected?.id ?? article?.id else { return [] }
      return read(id)
    }
  }

  /// Shows the selected row's story if none is open yet.
  mutating func previewIfNone() -> [Effect] {
    article == nil && wanted == nil ? preview() : []
  }

  /// Steps back: clears the matches, then leaves READ MORE, then the story, then the last narrowing.
  mutating func stepBack() -> [Effect] {
    if let find = article?.find, !find.isOfSearch {
      article?.find = nil
      lastFind = nil
      return []
    }
    switch focus {
    case .list where range != nil:
      range = nil
      return []
    case .list: return widen()
    case .teasers: return enter(.article)
    case .article: return enter(.list)
    }
  }
}
