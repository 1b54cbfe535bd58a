internal import Database
public import Stories
internal import Synchronization
internal import System
internal import Words

// Windows of search results, and the first answer before them.
extension Library {
  /// The first answer to a search: its newest rows, as soon as there are enough.
  ///
  /// - Parameters:
  ///   - cancellation: checked between steps.
  /// - Returns: nil if cancelled, and if there are no matches among the newest stories; the window then has
  ///   them.
  public func firstRows(of query: Query, count: Int, cancellation: Cancellation = Cancellation())
    throws(LibraryError) -> Window?
  {
    guard query.search != nil, let meant = try meaning(of: query.searched, cancellation: cancellation) else {
      return nil
    }
    return try read { db in
      let statement = try SearchStatement(
        meant, in: db, visit: visit, samples: samples, isQuick: true)
      var places: [Int64] = []
      var newest = Int64.max
      var floors = try SearchSteps(db)
      while newest > 0, places.count < count {
        guard !cancellation.isCancelled else { return nil }
        let floor = try floors.next()
        let span = ["\(statement.place) >= \(floor)", "\(statement.place) < \(newest)"]
        places += try statement.places(also: span, limit: count - places.count, in: db)
        newest = floor
      }
      guard !cancellation.isCancelled, !places.isEmpty else { return nil }
      var window = Window(
        query: query, rows: try WindowRows.listings(at: places, in: db), reachesFirst: true,
        reachesLast: places.count < count, rowsBefore: 0, total: nil, unread: nil)
      if query.isDetailed { window.rows = try WindowRows.detailed(window.rows, in: db) }
      window.findings = Window.Findings(statement)
      window.findings.isFirstAnswer = true
      return window
    }
  }

  /// A window of a search.
  ///
  /// - Parameters:
  ///   - patience: how long to look for more than the newest sixty matches; without limit by default.
  ///   - cancellation: checked between steps.
  /// - Returns: the window; nil if cancelled.
  public func found(
    _ query: Query, around anchor: Window.Anchor, before: Int, after: Int, patience: Duration? = nil,
    cancellation: Cancellation = Cancellation()
  ) throws(LibraryError) -> Window? {
    let (before, after) = (min(max(before, 0), 10_000), min(max(after, 0), 10_000))
    let key = query.inNoOrder
    let kept = lastSearch.withLock { $0?.query == key ? $0?.candidates : nil }
    let meant = try kept == nil ? meaning(of: query.searched, cancellation: cancellation) : nil
    return try read { db in
      let now = WallClock.seconds
      let fresh = try meant.flatMap { meant in
        let statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
        let found = try Candidates(
          statement, now: now, patience: patience, in: db, cancellation: cancellation)
        // The reader is shown similar spellings; a command gets exactly what it asks for.
        guard patience != nil, let found else { return found }
        return try widened(found, meant, now: now, patience: patience, in: db, cancellation: cancellation)
      }
      guard var candidates = kept ?? fresh else { return nil }
      let rows = FoundRows(
        db: db, query: query, places: candidates.places(query.order), candidates: candidates)
      lastSearch.withLock { $0 = LastSearch(query: key, candidates: candidates) }
      var window = try rows.window(around: anchor, before: before, after: after)
      window.total = candidates.stories.count + (query.order == .bestFirst ? candidates.lacking.count : 0)
      window.unread = candidates.isMore ? nil : candidates.unread
      window.findings = Window.Findings(candidates.statement)
      window.findings.isMore = candidates.isMore
      if query.isDetailed { window.rows = try WindowRows.detailed(window.rows, in: db) }
      if window.total == 0, window.findings.notice == nil, !cancellation.isCancelled {
        let words = candidates.statement.compiled.typedWords
        let spelling = try Vocabulary(db: db).spellings(of: words, limit: 1).first
        window.findings.notice = spelling?.sentence
        window.findings.respelling = spelling.flatMap { spelling in
          spelling.words.first.map { Window.Respelling(of: spelling.word, instead: $0) }
        }
      }
      return window
    }
  }

  /// How many stories a kept search finds, counted up to two thousand.
  public func count(_ saved: SavedSearch) throws(LibraryError) -> SearchCount {
    let now = WallClock.seconds
    let query = TypedSearch(saved, now: Timestamp(seconds: now)).query
    guard let meant = try meaning(of: query) else { return SearchCount(saved, total: 0, unread: 0) }
    return try read { db in
      let statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
      guard let found = try Candidates(statement, now: now, in: db) else {
        return SearchCount(saved, total: 0, unread: 0)
      }
      return SearchCount(saved, total: found.stories.count, unread: found.unread, isMore: found.isMore)
    }
  }

  /// Forgets what is known of the stories, because they have changed.
  func forgetSearches() {
    facetTotals.forget()
    markedPlaces.forget()
    forgetMarks()
  }

  /// Forgets the last search, because marks have changed.
  func forgetMarks() {
    lastSearch.withLock { $0 = nil }
    samples.forget()
    likes.withLock { $0 = [:] }
    namedLikes.withLock { $0 = [:] }
  }
}

/// Positions that divide the stories into growing parts, ending with 0: a slow search reads one part after
/// the other, so that it can be cancelled in between.
private struct SearchSteps {
  private let days: RowCursor
  private var (sum, wanted) = (0, 20_000)

  init(_ db: Connection) throws {
    days = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT step, total FROM main.tally WHERE series = ? ORDER BY step DESC"),
      arguments: [ListCounters.Series.days.number])
  }

  mutating func next() throws -> Int64 {
    while let day = try days.next() {
      sum += day.int(1) ?? 0
      guard sum >= wanted else { continue }
      wanted *= 4
      return Position.last(ofStep: (day.integer(0) ?? 0) - 1) + 1
    }
    return 0
  }
}

/// The matches of the last search, for further windows.
struct LastSearch: Sendable {
  var query: Query
  var candidates: Candidates
}

extension Window.Findings {
  /// The findings of a statement.
  init(_ statement: SearchStatement) {
    self.init()
    notice = statement.notice
    compiled = statement.compiled
  }
}

extension Query {
  /// The same in the usual order.
  var inNoOrder: Query {
    var query = self
    query.order = .newestFirst
    return query
  }

  /// The search, combined with the list's other narrowings.
  var searched: SearchQuery {
    var searched = search?.query ?? SearchQuery()
    searched.filters += facets.map { SearchQuery.Filter(.facet($0)) }
    switch marked {
    case .all: break
    case .unread: searched.filters.append(SearchQuery.Filter(.mark(.unread)))
    case .saved: searched.filters.append(SearchQuery.Filter(.mark(.saved)))
    }
    return searched
  }
}
