internal import Stories
internal import Words

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
  var window: Window? {
    didSet {
      let compiled = window?.findings.compiled ?? CompiledQuery()
      guard compiled != oldValue?.findings.compiled else { return }
      let words = Highlighter(compiled)
      found = words.isEmpty ? nil : words
    }
  }
  /// What was looked for, for marking it in the rows; nil where nothing was.
  private(set) var found: Highlighter?
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
  /// Whether the story there is to be read.
  var readsThere = false
  /// A story to stand on as soon as its row comes in.
  var goal: StoryID?
  /// A date to stand on as soon as its rows come in.
  var date: DateGoal?
  /// The number of the row to stand on as soon as it comes in, counted from 0.
  var number: Int?
  /// The list in which the next unread story is looked for, beyond the rows at hand.
  var seeking: Query?

  /// An end of the list.
  enum Jump: Hashable, Sendable { case first, last }

  /// A date that the reader wants to be at.
  struct DateGoal: Hashable, Sendable {
    /// The days.
    var period: DatePeriod
    /// Its end that comes first in the list's order, in seconds since 1970.
    var moment: Int64
    /// For the zone.
    var now: Timestamp
  }

  /// Where to stand in a list that is shown.
  enum Aim: Hashable, Sendable {
    /// At its top, whatever comes in there.
    case top
    /// Where the reader stands.
    case here
    /// On a row.
    case row(Listing)
    /// At an end; `reads` says whether the story there is to be read.
    case end(Jump, reads: Bool = false)
    /// At a date.
    case date(DateGoal)
    /// On the row of a number, counted from 0.
    case number(Int)
  }

  /// Shows other stories, the same in another order, or another place of the same.
  ///
  /// - Returns: the question for its rows.
  mutating func show(_ query: Query, _ aim: Aim, reach: Int) -> Effect {
    self.query = query
    forgetGoals()
    seeking = nil
    switch aim {
    case .here: break
    case .top: touched = false
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

  /// The rows at hand.
  var rows: [Listing] { window?.rows ?? [] }

  /// The row the reader is on.
  var selected: Listing? {
    rows.indices.contains(index) ? rows[index] : nil
  }

  /// Gives up going anywhere: the reader has another wish.
  mutating func forgetGoals() {
    (jump, readsThere, goal, date, number) = (nil, false, nil, nil, nil)
  }

  /// Asks for rows around the reader's place.
  mutating func ask(_ anchor: Window.Anchor? = nil, reach: Int) -> Effect {
    asking = true
    stale = false
    let aim = date.map { Window.Anchor.moment($0.moment) } ?? number.map { Window.Anchor.number($0) }
    let place = aim ?? selected.map { touched ? .row($0) : .first }
    let anchor = anchor ?? place ?? .first
    switch anchor {
    // The best of what is found takes a moment; the newest come first.
    case .first where query.search != nil && query.order == .bestFirst: return .firstRows(query)
    case .first: return .window(query, around: .first, before: 0, after: reach * 2)
    case .last: return .window(query, around: .last, before: reach * 2, after: 0)
    case .row, .moment, .number: return .window(query, around: anchor, before: reach, after: reach)
    }
  }

  /// Asks for the rows of a search in their order, after its first answer.
  mutating func askInOrder(reach: Int) -> Effect {
    asking = true
    return .window(query, around: .first, before: 0, after: reach * 2)
  }

  /// Takes an answer, unless it is for another query or another part of the list.
  ///
  /// - Returns: whether the rows changed.
  mutating func take(_ new: Window) -> Bool {
    guard new.query == query else { return false }
    if new.findings.isFirstAnswer {
      // The order follows; until then these rows are better than those of another search.
      guard window?.query != query, jump == nil, goal == nil, date == nil, !touched else { return false }
      (window, index, offset) = (new, 0, 0)
      return true
    }
    asking = false
    guard !new.rows.isEmpty else {
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
      // Under the heading, with the rows before it out of sight.
      (window, index, offset, self.date) = (new, row, 1, nil)
      return true
    }
    if let number, new.rowsBefore >= 0 {
      let row = clamp(number - new.rowsBefore, 0, new.rows.count - 1)
      (window, index, offset, self.number) = (new, row, 1, nil)
      return true
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
    if query.order == .bestFirst, window?.query != query {
      // What is found now stands in no order that the row before had a place in.
      (window, index, offset, touched) = (new, 0, 0, false)
      return true
    }
    if let row = neighbour(of: selected, in: new) {
      (window, index) = (new, row)
      return true
    }
    // Rows of another query are no use any more, whatever came for this one.
    guard window?.query != query else { return false }
    (window, index, goal) = (new, min(index, new.rows.count - 1), nil)
    return true
  }

  /// The row to stand on where the selected story is gone; nil when these rows are not from its
  /// neighbourhood.
  private func neighbour(of selected: Listing, in new: Window) -> Int? {
    let last = new.rows.count - 1
    guard query.order.isByTime else {
      // The next of the rows that stood after it, else before it, is where it was.
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
      if let unread = window?.unread, unread >= 0 { window?.unread = max(0, unread + (read ? -1 : 1)) }
    }
    if let saved { window?.rows[row].isSaved = saved }
  }
}

extension ArticleList.DateGoal {
  /// The row of the date's first story, or the one that stands where it would; nil when these rows are not
  /// from there.
  func row(in window: Window) -> Int? {
    let newest = window.query.order == .newestFirst
    let place = window.rows.firstIndex { row in
      let seconds = row.published?.seconds ?? .min
      return newest ? seconds <= moment : seconds >= moment
    }
    guard let place else { return window.reachesLast ? window.rows.count - 1 : nil }
    guard place > 0 || window.reachesFirst else { return nil }
    // A bare date stands by midnight in Greenwich, and yet is the same day everywhere.
    return window.rows[place...].firstIndex { row in
      guard let day = row.published?.day(for: now) else { return newest }
      return newest ? period.last.map { day <= $0 } != false : period.first.map { day >= $0 } != false
    } ?? place
  }
}

extension Query.Order {
  /// Whether a row can stand after another, as far as the two themselves tell.
  func mayPut(_ row: Listing, after other: Listing) -> Bool {
    switch self {
    case .newestFirst: row.position < other.position
    case .oldestFirst: row.position > other.position
    case .longestFirst: row.words <= other.words
    case .shortestFirst: row.words >= other.words
    case .headline, .bestFirst: true
    }
  }
}
