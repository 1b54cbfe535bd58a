internal import Stories
internal import Words

/// The article list: a window of rows that slides over a list of any length, and the row the reader is on.
///
/// The place on the screen is the selected row's distance from the top, so rows that come or go above never
/// move it.
struct ArticleList: Sendable {
  /// Whether a story takes one line.
  var isCompact = false
  /// The stories to show, and their order.
  var query = Query()
  /// The loaded rows; nil until the first arrive.
  ///
  /// They may still belong to the previous query while an answer is awaited.
  var window: Window? {
    didSet {
      let compiled = window?.findings.compiled ?? CompiledQuery()
      guard compiled != oldValue?.findings.compiled else { return }
      let words = Highlighter(compiled)
      found = words.isEmpty ? nil : words
    }
  }
  /// The words to mark in the rows; nil without a search.
  private(set) var found: Highlighter?
  /// The selected row in `window.rows`.
  var index = 0
  /// The screen line, from the pane's top, of the selected row.
  var offset = 0
  /// Whether the reader has moved; until then the list stays at its first row.
  var touched = false
  /// Whether the reader has seen the selected row, so that it stays selected whatever arrives.
  private(set) var stands = false
  /// Whether rows were asked for and have not arrived.
  var asking = false
  /// Whether the library has changed since they were asked for.
  var stale = false
  /// The end of the list to go to when its rows arrive.
  var jump: Jump?
  /// Whether to read the story there.
  var readsThere = false
  /// Whether the library had no stories when the list was first shown, and is being read for the first time.
  var isFirstReading = false
  /// The story to select when its row arrives.
  var goal: StoryID?
  /// The date to go to when its rows arrive.
  var date: DateGoal?
  /// The number of the row to select when it arrives, from 0.
  var number: Int?
  /// The list in which the next unread story is being looked for, beyond the loaded rows.
  var seeking: Query?

  /// An end of the list.
  enum Jump: Hashable, Sendable { case first, last }

  /// A date to go to.
  struct DateGoal: Hashable, Sendable {
    /// The period.
    var period: DatePeriod
    /// The end of the period that comes first in the list, in seconds since 1970.
    var moment: Int64
    /// The current time, for its zone.
    var now: Timestamp
  }

  /// Which row to select when a list is shown.
  enum Aim: Hashable, Sendable {
    /// The first row, whichever it is.
    case top
    /// The current row.
    case here
    /// A row.
    case row(Listing)
    /// An end of the list; `reads` says whether to read the story there.
    case end(Jump, reads: Bool = false)
    /// A row of a date.
    case date(DateGoal)
    /// A row by its number, from 0.
    case number(Int)
  }

  /// Shows other stories, another order, or another place in the list.
  ///
  /// - Returns: the request for the rows.
  mutating func show(_ query: Query, _ aim: Aim, reach: Int) -> Effect {
    if query != self.query { stands = false }
    self.query = query
    forgetGoals()
    seeking = nil
    switch aim {
    case .here: break
    case .top: (touched, stands) = (false, false)
    case .row, .end, .date, .number: touched = true
    }
    switch aim {
    case .top: return ask(.first, reach: reach)
    case .here: return ask(reach: reach)
    case .row(let row):
      if row.id != selected?.id { goal = row.id }
      return ask(.row(row), reach: reach)
    case .end(let end, let reads):
      (jump, readsThere) = (end, reads)
      return ask(end == .first ? .first : .last, reach: reach)
    case .date(let goal):
      date = goal
      return ask(.moment(goal.moment), reach: reach)
    case .number(let number):
      self.number = number
      return ask(.number(number), reach: reach)
    }
  }

  /// The loaded rows.
  var rows: [Listing] { window?.rows ?? [] }

  /// The selected row.
  var selected: Listing? {
    rows.indices.contains(index) ? rows[index] : nil
  }

  /// Cancels any pending move, because the reader has done something else.
  mutating func forgetGoals() {
    (jump, readsThere, goal, date, number) = (nil, false, nil, nil, nil)
  }

  /// Asks for rows around the selected one.
  mutating func ask(_ anchor: Window.Anchor? = nil, reach: Int) -> Effect {
    asking = true
    stale = false
    let aim = date.map { Window.Anchor.moment($0.moment) } ?? number.map { Window.Anchor.number($0) }
    let place = aim ?? selected.map { touched || stands ? .row($0) : .first }
    let anchor = anchor ?? place ?? .first
    switch anchor {
    // Ranking a search takes a moment, so the newest matches are asked for first.
    case .first where query.search != nil && query.order == .bestFirst: return .firstRows(query)
    case .first: return .window(query, around: .first, before: 0, after: reach * 2)
    case .last: return .window(query, around: .last, before: reach * 2, after: 0)
    case .row, .moment, .number: return .window(query, around: anchor, before: reach, after: reach)
    }
  }

  /// Asks for the ranked rows of a search, after its first answer.
  mutating func askInOrder(reach: Int) -> Effect {
    asking = true
    return .window(query, around: .first, before: 0, after: reach * 2)
  }

  /// Takes an answer, unless it is for another query or another part of the list.
  ///
  /// - Returns: whether the rows changed.
  mutating func show(_ new: Window) -> Bool {
    guard new.query == query else { return false }
    if new.findings.isFirstAnswer {
      // The ranked rows follow; until then these are better than those of another search.
      guard window?.query != query, jump == nil, goal == nil, date == nil, !touched else { return false }
      (window, index, offset) = (new, 0, 0)
      return true
    }
    asking = false
    // While a library is read for the first time, its newest rows come first as they arrive.
    defer { stands = !new.rows.isEmpty && !(isFirstReading && !touched) }
    guard !new.rows.isEmpty else {
      if window == nil, !query.isNarrowed { isFirstReading = true }
      window = new
      (index, offset) = (0, 0)
      forgetGoals()
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
    if let date, let row = date.row(in: new) {
      // Leave a line for the heading; the rows before it are out of sight.
      (window, index, offset, self.date) = (new, row, 1, nil)
      return true
    }
    if let number, let before = new.rowsBefore {
      let row = clamp(number - before, 0, new.rows.count - 1)
      (window, index, offset, self.number) = (new, row, 1, nil)
      return true
    }
    if let goal, let row = new.rows.firstIndex(where: { $0.id == goal }) {
      (window, index, self.goal) = (new, row, nil)
      return true
    }
    guard touched || stands, let selected else {
      (window, index, offset) = (new, 0, 0)
      return true
    }
    if let same = new.rows.firstIndex(where: { $0.id == selected.id }) {
      (window, index) = (new, same)
      return true
    }
    if query.order == .bestFirst, window?.query != query {
      // The new results are ranked afresh, so the old row has no place among them.
      (window, index, offset, touched) = (new, 0, 0, false)
      return true
    }
    if let row = neighbour(of: selected, in: new) {
      (window, index) = (new, row)
      return true
    }
    // Rows of another query are no longer of use.
    guard window?.query != query else { return false }
    (window, index, goal) = (new, min(index, new.rows.count - 1), nil)
    return true
  }

  /// The row to select if the selected story is gone; nil if these rows are from elsewhere in the list.
  private func neighbour(of selected: Listing, in new: Window) -> Int? {
    let last = new.rows.count - 1
    guard query.isByTime else {
      // Its place is taken by the next row after it that remains, or else by the one before it.
      let places = Dictionary(new.rows.enumerated().map { ($1.id, $0) }) { first, _ in first }
      let next = rows[index...].lazy.compactMap { places[$0.id] }.first
      let before = rows[..<index].reversed().lazy.compactMap { places[$0.id] }.first
      return next ?? before.map { min($0 + 1, last) } ?? min(index, last)
    }
    let newest = query.order == .newestFirst
    let neighbour =
      new.rows.firstIndex { newest ? $0.position <= selected.position : $0.position >= selected.position }
    if neighbour == 0, !new.reachesFirst, new.rows[0].position != selected.position { return nil }
    if neighbour == nil, !new.reachesLast { return nil }
    return neighbour ?? last
  }

  /// Whether the selected row is so near an edge of the loaded rows that more are needed.
  func isNearEdge(within count: Int) -> Bool {
    guard let window, !window.rows.isEmpty else { return false }
    return index < count && !window.reachesFirst || index >= window.rows.count - count && !window.reachesLast
  }

  /// Updates the row of a story that has changed.
  mutating func note(_ listing: Listing) {
    guard let row = window?.rows.firstIndex(where: { $0.id == listing.id }) else { return }
    var listing = listing
    // The library decides its new place.
    if let before = window?.rows[row] {
      (listing.position, listing.published) = (before.position, before.published)
      (listing.updated, listing.standsByChange) = (before.updated, before.standsByChange)
      if before.isRead, !listing.isRead, let unread = window?.unread {
        window?.unread = unread + 1
      }
    }
    window?.rows[row] = listing
  }

  /// Changes the marks of a story's row, and the counts.
  mutating func note(_ id: StoryID, read: Bool? = nil, saved: Bool? = nil) {
    guard let row = window?.rows.firstIndex(where: { $0.id == id }) else { return }
    if let read, window?.rows[row].isRead != read {
      window?.rows[row].isRead = read
      if read { window?.rows[row].isChanged = false }
      if let unread = window?.unread { window?.unread = max(0, unread + (read ? -1 : 1)) }
    }
    if let saved { window?.rows[row].isSaved = saved }
  }
}

extension ArticleList.DateGoal {
  /// The row of the date's first story, or the row in its place; nil if these rows are from elsewhere.
  func row(in window: Window) -> Int? {
    let newest = window.query.order == .newestFirst
    let place = window.rows.firstIndex { row in
      let seconds = row.time?.seconds ?? .min
      return newest ? seconds <= moment : seconds >= moment
    }
    guard let place else { return window.reachesLast ? window.rows.count - 1 : nil }
    guard place > 0 || window.reachesFirst else { return nil }
    // A date without an hour is stored as midnight UTC, but is the same day everywhere.
    return window.rows[place...].firstIndex { row in
      guard let day = row.time?.day(for: now) else { return newest }
      return newest ? period.last.map { day <= $0 } != false : period.first.map { day >= $0 } != false
    } ?? place
  }
}

extension Query {
  /// Whether a row can come after another, as far as the two rows show.
  func mayPut(_ row: Listing, after other: Listing) -> Bool {
    guard groupedBy == nil else { return true }
    return switch order {
    case .newestFirst: row.position < other.position
    case .oldestFirst: row.position > other.position
    case .longestFirst: row.words <= other.words
    case .shortestFirst: row.words >= other.words
    case .headline, .bestFirst: true
    }
  }
}
