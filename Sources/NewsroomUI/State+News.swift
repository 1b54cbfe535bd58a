internal import Stories

// Stories that came in while the reader was open.
extension State {
  /// Takes notice of new stories, quietly.
  mutating func hear(ofNew count: Int) {
    // A reader who has not moved sees them come in at the top.
    let follows = focus == .list && !list.touched
    news = follows ? 0 : min(news, Int.max / 2) + count
    let words = Numbers.counted(max(news, count), "new story", "new stories")
    message = Message(text: follows ? words : "\(words) · . goes to the newest")
  }

  /// Brings in what is new: the list goes to its newest story, and a reader of stories gets the newest unread one.
  mutating func goToNewest() -> [Effect] {
    news = 0
    var query = list.query
    if !query.order.isByTime { query.order = .newestFirst }
    let end = query.order == .newestFirst ? ArticleList.Jump.first : .last
    return [list.show(query, .end(end, reads: focus != .list), reach: reach)]
  }

  /// Reads the newest unread of the rows at hand, once the list has come to its newest.
  mutating func readNewest() -> [Effect] {
    list.readsThere = false
    let rows = list.rows
    let unread =
      list.query.order == .newestFirst
      ? rows.firstIndex { !$0.isRead } : rows.lastIndex { !$0.isRead }
    return rows.isEmpty ? [] : readRow(unread ?? list.index)
  }

  /// Whether the list stands at its newest story.
  var isAtNewest: Bool {
    guard let window = list.window, window.query == list.query else { return false }
    switch list.query.order {
    case .newestFirst: return window.reachesFirst && list.index == 0
    case .oldestFirst: return window.reachesLast && list.index == window.rows.count - 1
    default: return false
    }
  }
}
