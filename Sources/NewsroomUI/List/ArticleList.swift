internal import Stories

/// The article list: a window of rows that slides over a list of any length, and the row the reader is on.
///
/// The place on the screen is kept as the selected row's distance from the top, so that rows which come or go
/// above it never move it.
struct ArticleList: Sendable {
  /// Which stories, in which order.
  var query = Query()
  /// The rows at hand; nil until the first came in.
  ///
  /// Its query may lag behind while an answer is under way.
  var window: Window?
  /// The selected row in `window.rows`.
  var index = 0
  /// The screen line, from the pane's top, of the selected row.
  var offset = 0
  /// Whether the reader has moved; until then the list stays at its first row.
  var touched = false
  /// Whether a window was asked for and has not come.
  var asking = false
  /// Whether the library changed meanwhile.
  var stale = false
  /// An end of the list that the reader wants to be at, and whose rows are not here yet.
  var jump: Jump?

  /// A story to stand on as soon as its row comes in.
  var goal: StoryID?

  /// An end of the list.
  enum Jump: Hashable, Sendable { case first, last }

  /// The rows at hand.
  var rows: [Listing] { window?.rows ?? [] }

  /// The row the reader is on.
  var selected: Listing? {
    rows.indices.contains(index) ? rows[index] : nil
  }

  /// Asks for rows around the reader's place.
  mutating func ask(_ anchor: Window.Anchor? = nil, reach: Int) -> Effect {
    asking = true
    stale = false
    let anchor = anchor ?? selected.map { touched ? .row($0) : .first } ?? .first
    switch anchor {
    case .first: return .window(query, around: .first, before: 0, after: reach * 2)
    case .last: return .window(query, around: .last, before: reach * 2, after: 0)
    case .row, .moment: return .window(query, around: anchor, before: reach, after: reach)
    }
  }

  /// Takes an answer, unless it is for another query or another part of the list.
  ///
  /// - Returns: whether the rows changed.
  mutating func take(_ new: Window) -> Bool {
    guard new.query == query else { return false }
    asking = false
    guard !new.rows.isEmpty else {
      window = new
      (index, offset, jump) = (0, 0, nil)
      return true
    }
    switch jump {
    case .first where new.reachesFirst:
      (window, index, offset, jump) = (new, 0, 0, nil)
      return true
    case .last where new.reachesLast:
      (window, index, offset, jump) = (new, new.rows.count - 1, Int.max / 2, nil)
      return true
    default: break
    }
    if let goal, let row = new.rows.firstIndex(where: { $0.id == goal }) {
      (window, index, self.goal) = (new, row, nil)
      return true
    }
    guard touched, let selected else {
      (window, index, offset) = (new, 0, 0)
      return true
    }
    if let same = new.rows.firstIndex(where: { $0.id == selected.id }) {
      (window, index) = (new, same)
      return true
    }
    // The selected story is gone: stand on its neighbour, if these rows are from its neighbourhood at all.
    let newest = query.order == .newestFirst
    func isBefore(_ row: Listing) -> Bool {
      newest ? row.position > selected.position : row.position < selected.position
    }
    let neighbour = new.rows.firstIndex { !isBefore($0) } ?? new.rows.count
    if neighbour == 0, !new.reachesFirst, new.rows[0].position != selected.position { return false }
    if neighbour == new.rows.count, !new.reachesLast { return false }
    (window, index) = (new, min(neighbour, new.rows.count - 1))
    return true
  }

  /// Whether the reader is so near an edge of the rows at hand that more should be asked for.
  func isNearEdge(within count: Int) -> Bool {
    guard let window, !window.rows.isEmpty else { return false }
    return index < count && !window.reachesFirst || index >= window.rows.count - count && !window.reachesLast
  }

  /// Changes the row of a story wherever it is known, and the counts with it.
  mutating func note(_ id: StoryID, read: Bool? = nil, saved: Bool? = nil) {
    guard let row = window?.rows.firstIndex(where: { $0.id == id }) else { return }
    if let read, window?.rows[row].isRead != read {
      window?.rows[row].isRead = read
      window?.unread += read ? -1 : 1
    }
    if let saved { window?.rows[row].isSaved = saved }
  }
}
