internal import Messages
internal import Screen
internal import Stories

// Rows by number, the view under the row, and other habits from vim.
extension State {
  /// Goes to a row of the list by its number, from 1, asking the library beyond the loaded rows.
  mutating func goToRow(_ number: Int) -> [Effect] {
    guard let window = list.window, !window.rows.isEmpty else { return sayNoStory() }
    let number = max(0, number - 1)
    if let total = window.total, !window.findings.isMore, number >= total {
      message = Message(text: "The list has only \(Numbers.counted(total, "row", "rows")).")
      return moveToEnd(.last)
    }
    if let row = window.rowsBefore.map({ number - $0 }), window.rows.indices.contains(row) {
      guard row != list.index else {
        message = Message(text: "This is row \(Numbers.grouped(number + 1)).")
        return []
      }
      return move(by: row - list.index)
    }
    return [list.show(list.query, .number(number), reach: reach)]
  }

  /// A place on the screen.
  enum RowPlace { case top, middle, bottom }

  /// Scrolls the selected row, or the current match, to a place on the screen.
  mutating func putRow(_ place: RowPlace) -> [Effect] {
    switch focus {
    case .list:
      guard let pane = plan.list, !list.rows.isEmpty else { break }
      let height = ListGeometry(list, pane: pane, now: now).rowHeight
      let before = list.offset
      list.touched = true
      list.offset = place == .top ? 0 : place == .middle ? (pane.rows - height) / 2 : pane.rows - height
      list.offset = ListGeometry(list, pane: pane, now: now).settled(list.offset)
      if list.offset == before { message = Message(text: "The row can't be scrolled any further that way.") }
      return []
    case .article:
      guard let article, let line = article.find?.line else { break }
      let above = place == .top ? 0 : place == .middle ? article.height / 2 : article.height - 1
      self.article?.scroll(to: line - above)
      return []
    case .teasers: break
    }
    message = Message(text: "There is no row to scroll here.")
    return []
  }

  /// Scrolls by rows or lines; the selection stays while it is visible.
  mutating func scrollView(_ step: Int) -> [Effect] {
    guard focus == .list, let pane = plan.list, !list.rows.isEmpty else { return move(by: step) }
    let geometry = ListGeometry(list, pane: pane, now: now)
    let offset = geometry.settled(list.offset - step * geometry.rowHeight)
    guard offset != list.offset else { return move(by: step) }
    list.touched = true
    list.offset = offset
    return []
  }

  /// Goes to the row at a place on the screen.
  mutating func move(to place: RowPlace) -> [Effect] {
    if focus == .list, list.rows.isEmpty { return sayNoStory() }
    guard focus == .list, let pane = plan.list else {
      message = Message(
        text: """
          \(key("middle")) goes to the middle row of the list; in a story, \(key("page-down")) and \
          \(key("page-up")) turn pages.
          """)
      return []
    }
    let geometry = ListGeometry(list, pane: pane, now: now)
    let height = place == .top ? 0 : place == .middle ? pane.rows / 2 : pane.rows
    var (row, line) = geometry.firstVisible()
    while row + 1 < list.rows.count, line + geometry.rowHeight <= height {
      // The last row that is on the screen as a whole.
      let next = line + geometry.rowHeight + geometry.lead(row + 1)
      if place == .bottom, next + geometry.rowHeight > pane.rows { break }
      line = next
      row += 1
    }
    guard row != list.index else {
      message = Message(
        text: place == .top
          ? "The first row on the screen is already selected."
          : place == .middle
            ? "The middle row is already selected." : "The last row on the screen is already selected.")
      return []
    }
    return move(by: row - list.index)
  }

  /// Goes to the next paragraph of a story, or the next heading of the list.
  mutating func moveStretch(_ step: Int) -> [Effect] {
    switch focus {
    case .teasers: return move(by: step)
    case .article:
      for _ in 0..<min(times, 1_000) where article?.moveParagraph(step) != true {
        sayEnd(step)
        break
      }
      return []
    case .list:
      guard let pane = plan.list, !list.rows.isEmpty else { return move(by: step) }
      let geometry = ListGeometry(list, pane: pane, now: now)
      let here = geometry.group(list.index)
      var row = list.index
      while list.rows.indices.contains(row), geometry.group(row) == here { row += step }
      guard list.rows.indices.contains(row) else { return moveToEnd(step > 0 ? .last : .first) }
      if step < 0 {
        // Go to the first row of that group.
        let group = geometry.group(row)
        while row > 0, geometry.group(row - 1) == group { row -= 1 }
      }
      return move(by: row - list.index)
    }
  }

  /// Says that there is nothing further in a direction.
  mutating func sayEnd(_ step: Int) {
    let words: Phrase
    switch focus {
    case .list:
      words =
        list.rows.isEmpty
        ? noStories : step > 0 ? "This is the last story." : "This is the first story."
    case .article where article == nil: words = "The story is still opening."
    case .article where article?.lastTop == 0: words = "The whole story is on the screen."
    case .article:
      words =
        step > 0
        ? "This is the end of the story; \(key(goOnKey)) reads the next unread."
        : "This is the beginning of the story."
    case .teasers:
      words = step > 0 ? "This is the last row of READ MORE." : "This is the first row of READ MORE."
    }
    message = Message(text: words)
  }

  /// The command whose key reads the next unread story at the end of one.
  private var goOnKey: String { keymap.goesOn(key("page-down")) ? "page-down" : "next-unread" }

  /// Says that there is no story to act on.
  mutating func sayNoStory() -> [Effect] {
    message = Message(text: noStories)
    return []
  }

  /// Why no story is listed: the list is empty, or the library has not been read so far.
  var noStories: Phrase {
    let isReading = list.window?.query != list.query || list.isFirstReading || progress != nil
    return isReading && list.query.search == nil
      ? "The library is still being read: its stories appear here soon." : "No stories are listed."
  }

  /// Says the row's number and the story's file.
  mutating func sayWhere() {
    guard let story = current else {
      _ = sayNoStory()
      return
    }
    var parts: [Phrase] = [.verbatim(story.path)]
    if let before = list.window?.rowsBefore, let total = list.window?.total {
      parts.append("row \(Numbers.grouped(before + list.index + 1)) of \(Numbers.grouped(total))")
    }
    if focus != .list, let article { parts.append("\(article.percent)%") }
    message = Message(text: .joined(parts))
  }
}
