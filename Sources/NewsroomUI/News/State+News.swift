internal import Messages
internal import Screen
internal import Stories

// Stories that arrive or change while the reader is open.
extension State {
  /// Records news without moving anything on the screen, except that a kill removes words.
  mutating func hear(of landing: Landing) -> [Effect] {
    guard !landing.isEmpty else { return [] }
    landed.note(landing)
    news = min(news, Int.max / 2) + landing.count
    for change in landing.changes {
      if change.kind.takesWords { withhold(change) }
      note(change.listing)
    }
    return landing.arrivals.isEmpty ? [] : lookForAlerts()
  }

  /// Reports the news as soon as the bottom line is free.
  mutating func tellWhatLanded() {
    guard landed.isUntold, prompt == nil, hints == nil, message?.isAlert != true else { return }
    let words = landed.sentence(columns: size.columns, key: key("next-unread"), catalogue)
    if message?.isFailure != true { message = Message(text: .verbatim(words), isNews: true) }
  }

  /// Notes that a key was pressed, so the report has been read.
  mutating func hearKey() {
    guard prompt == nil, hints == nil, message?.isNews == true || message == nil else { return }
    (landed.arrived, landed.changes) = (0, [])
  }

  /// Removes the words of a killed or withheld story from the screen and from everything kept for it.
  private mutating func withhold(_ change: News) {
    let ids = Set(change.versions + [change.listing.id])
    if let id = article?.id, ids.contains(id) { article?.withhold(as: change.listing) }
    article?.withholdRelated(ids, as: change.listing)
    for id in ids { snippets?.texts[id] = nil }
    let count = layers.count
    layers.removeAll { layer in
      guard case .sheet(let sheet) = layer, case .comparison(let comparison) = sheet.content else {
        return false
      }
      return ids.contains(comparison.earlier.id) || ids.contains(comparison.later.id)
    }
    if layers.count != count { scene += 1 }
    for place in layers.indices {
      if case .picker(var chooser) = layers[place] {
        chooser.rename(ids, as: change.listing)
        layers[place] = .picker(chooser)
      }
    }
  }

  /// Updates a story's row wherever rows are kept, until they are loaded again.
  private mutating func note(_ listing: Listing) {
    list.note(listing)
    listBeforeSearch?.note(listing)
    if rowBeforeNarrowing?.id == listing.id { rowBeforeNarrowing = listing }
    for place in layers.indices {
      guard case .prompt(.search(var line)) = layers[place] else { continue }
      line.before.note(listing)
      layers[place] = .prompt(.search(line))
    }
  }

  /// Goes to the newest arrivals, then to changed stories, then to the next unread story.
  mutating func goOn() -> [Effect] {
    if article?.newer != nil, focus != .list { return showNewer() }
    if news > 0 { return goToNewest() }
    while let change = landed.queue.popLast() {
      if change.listing.id == article?.id, focus != .list { continue }
      return goTo(change.listing)
    }
    // A story that is only selected has not been read yet.
    if focus == .list, standsByDot, let row = list.selected, !row.isRead { return readRow(list.index) }
    return readNextUnread()
  }

  /// Goes to the newest story of the list; if a story is open, reads the newest unread one.
  private mutating func goToNewest() -> [Effect] {
    news = 0
    standsByDot = true
    var query = list.query
    if !query.order.isByTime { query.order = .newestFirst }
    if query.groupedBy != nil { query.grouping = .dates }
    let end = query.order == .newestFirst ? ArticleList.Jump.first : .last
    return [list.show(query, .end(end, reads: focus != .list), reach: reach)]
  }

  /// Goes to a changed story; if a story is open, reads it.
  private mutating func goTo(_ row: Listing) -> [Effect] {
    standsByDot = true
    let query = list.query.isNarrowed ? list.query.everything : list.query
    if list.query.search != nil { listBeforeSearch = nil }
    let show = list.show(query, .row(row), reach: reach)
    guard focus != .list else { return [show] }
    return leaveArticle() + [show] + read(row.id)
  }

  /// Reads the newest unread story once the newest rows have arrived.
  mutating func readNewest() -> [Effect] {
    list.readsThere = false
    let rows = list.rows
    let unread =
      list.query.order == .newestFirst
      ? rows.firstIndex { !$0.isRead } : rows.lastIndex { !$0.isRead }
    return rows.isEmpty ? [] : readRow(unread ?? list.index)
  }

  /// Whether the newest story of the list is selected.
  var isAtNewest: Bool {
    guard let window = list.window, window.query == list.query, list.query.groupedBy == nil else {
      return false
    }
    switch list.query.order {
    case .newestFirst: return window.reachesFirst && list.index == 0
    case .oldestFirst: return window.reachesLast && list.index == window.rows.count - 1
    default: return false
    }
  }
}
