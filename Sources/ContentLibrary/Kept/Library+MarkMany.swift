internal import Database
public import Stories
internal import Synchronization

// Marks of a whole list or a part of it, and taking them back.
extension Library {
  /// The most stories that a stranger can mark at once, because their marks take space on the host.
  private static let mostForStrangers = 10_000

  /// Marks the rows of a part of a list, all of them or none.
  ///
  /// - Parameter step: a number by which it can be taken back, larger than those before.
  public func mark(_ change: MarkChange, _ span: ListSpan = .all, of query: Query, step: Int = 0) throws
    -> MarkOutcome
  {
    try marks.checkTag(of: change)
    var stories = try unmarked(change, span, of: query)
    if audience == .everybody { stories = Array(stories.prefix(Self.mostForStrangers)) }
    stories.sort()
    return try set(MarkSteps.Step(change: change, stories: stories), step)
  }

  /// Takes the change of a step back; nothing changes if it was forgotten.
  public func takeBack(step: Int) throws -> MarkOutcome? {
    guard let done = markSteps[step] else { return nil }
    _ = try marks.set(
      done.change.opposite, stories: done.stories, paths: [:], library: identity,
      byRow: haveRows(done.stories))
    try marks.setChanged(done.changed)
    forgetMarks()
    return MarkOutcome(step: step, change: done.change.opposite, count: done.stories.count)
  }

  /// Does the change of a step again; nothing changes if it was forgotten.
  public func repeatMarks(step: Int) throws -> MarkOutcome? {
    guard let done = markSteps[step] else { return nil }
    return try set(done, step)
  }

  private func set(_ step: MarkSteps.Step, _ number: Int) throws -> MarkOutcome {
    var step = step
    if !step.stories.isEmpty {
      step.changed = try marks.set(
        step.change, stories: step.stories, paths: try paths(of: step.stories), library: identity,
        byRow: haveRows(step.stories))
      markSteps.keep(step, as: number)
      forgetMarks()
    }
    return MarkOutcome(step: number, change: step.change, count: step.stories.count)
  }

  /// Whether marks of stories that are made at once have a row each.
  private func haveRows(_ stories: [Int64]) -> Bool { stories.count <= mostMarkRows }

  /// The paths of stories; none for very many.
  private func paths(of stories: [Int64]) throws(LibraryError) -> [Int64: String] {
    guard haveRows(stories) else { return [:] }
    return try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT file.path FROM main.story JOIN main.file ON file.id = story.file WHERE story.id = ?")
      var paths: [Int64: String] = [:]
      for story in stories { paths[story] = try String.fetchOne(statement, arguments: [story]) }
      return paths
    }
  }

  /// The ids of the rows that a change would change.
  private func unmarked(_ change: MarkChange, _ span: ListSpan, of query: Query) throws -> [Int64] {
    guard query.search == nil else { return try unmarkedFound(change, span, of: query) }
    let totals = facetTotals.view
    return try read { db in
      let hidden = query.marked == .saved ? [] : try hiddenPlaces.groups(in: db, self).all
      if span == .all, query.facets.isEmpty, query.marked == .all, hidden.isEmpty {
        return try Self.unmarkedOfAll(change, in: db)
      }
      let facetList = try FacetEntry(query.facets, in: db, totals)
      if let kind = query.groupedBy, span != .all {
        let marked = try markedPlaces.places(in: db).hiding(hidden)
        let grouped = try GroupedRows(
          db: db, query: query, kind: kind, facetList: facetList, marked: marked)
        let condition = try change.condition(in: db)
        return try grouped.spans(span).flatMap { group, spans in
          try Self.ids(group.query, group.facetList, [condition], spans, without: hidden, in: db)
        }
      }
      return try Self.ids(
        query, facetList, [try change.condition(in: db)], [span], without: hidden, in: db)
    }
  }

  /// The ids of the rows of a list that meet conditions and are in all of some parts.
  private static func ids(
    _ query: Query, _ facetList: FacetEntry?, _ conditions: [String], _ spans: [ListSpan],
    without hidden: [Int64], in db: Connection
  ) throws -> [Int64] {
    var narrowing = Narrowing(query: query, facetList: facetList)
    for condition in conditions { narrowing.require(condition) }
    for span in spans { narrowing.narrow(to: span) }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT story.id, story.position FROM \(narrowing.tables) \(narrowing.filter)",
      arguments: StatementArguments(narrowing.arguments))
    var ids: [Int64] = []
    while let row = try rows.next() {
      // What the list does not show is not marked.
      if !hidden.hasPlace(row.integer(1) ?? 0) { ids.append(row.integer(0) ?? 0) }
    }
    return ids
  }

  /// The same for all stories, from the index of their ids: no row is read.
  private static func unmarkedOfAll(_ change: MarkChange, in db: Connection) throws -> [Int64] {
    let all = try Int64.fetchAll(db, sql: "SELECT id FROM main.story ORDER BY id")
    func rows(_ condition: String) throws -> [Int64] {
      try Int64.fetchAll(db, sql: "SELECT story FROM marks.mark WHERE \(condition) ORDER BY story")
    }
    let ids: [Int64]
    switch change {
    case .read: ids = try all.without(rows("isRead = 1")).without(ReadByMany.stories(in: db))
    case .unread: ids = try all.shared(with: rows("isRead = 1").merged(with: ReadByMany.stories(in: db)))
    case .saved: ids = try all.without(rows("isSaved = 1"))
    case .unsaved: ids = try all.shared(with: rows("isSaved = 1"))
    case .tagged, .untagged:
      ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT story.id FROM main.story LEFT JOIN marks.mark ON mark.story = story.id
          WHERE \(try change.condition(in: db)) ORDER BY story.id
          """)
    }
    let older = try Int64.fetchAll(db, sql: "SELECT id FROM main.story WHERE newest IS NOT NULL").sorted()
    return ids.without(older)
  }

  /// The same for the results of a search, as they are listed.
  private func unmarkedFound(_ change: MarkChange, _ span: ListSpan, of query: Query) throws -> [Int64] {
    let key = query.inNoOrder
    if lastSearch.withLock({ $0?.query != key }) { _ = try found(query, around: .first, before: 0, after: 1) }
    guard var candidates = lastSearch.withLock({ $0?.query == key ? $0?.candidates : nil }) else { return [] }
    return try read { db in
      var places = candidates.places(query.order)
      if candidates.isMore, query.order.isByTime {
        places = try candidates.statement.places(
          ascending: query.order == .oldestFirst, limit: .max, in: db)
      } else if candidates.isMore, query.order == .bestFirst {
        let older = "\(candidates.statement.place) < \(candidates.oldest)"
        places += try candidates.statement.places(also: [older], limit: .max, in: db)
      }
      let condition = try change.condition(in: db)
      let statement = try db.cachedStatement(
        sql: """
          SELECT story.id FROM main.story LEFT JOIN marks.mark ON mark.story = story.id
          WHERE story.position = ? AND \(condition)
          """)
      return try places.part(span).compactMap { try Int64.fetchOne(statement, arguments: [$0]) }
    }
  }
}

extension MarkChange {
  /// The SQL condition for stories that it changes.
  fileprivate func condition(in db: Connection) throws -> String {
    switch self {
    case .read: "\(ReadByMany.isRead()) = 0"
    case .unread: "\(ReadByMany.isRead()) = 1"
    case .saved: "ifnull(mark.isSaved, 0) = 0"
    case .unsaved: "ifnull(mark.isSaved, 0) = 1"
    case .tagged(let name): try Marks.isUntagged(name, in: db)
    case .untagged(let name): try Marks.isTagged(name, in: db)
    }
  }
}

extension [Int64] {
  /// The positions in a part of a list; none if it is between rows that are no longer listed.
  fileprivate func part(_ span: ListSpan) -> ArraySlice<Int64> {
    switch span {
    case .all: return self[...]
    case .above(let row): return firstIndex(of: row.position).map { self[..<$0] } ?? []
    case .below(let row): return firstIndex(of: row.position).map { self[($0 + 1)...] } ?? []
    case .between(let one, let other):
      guard let first = firstIndex(of: one.position), let last = firstIndex(of: other.position) else {
        return []
      }
      return self[Swift.min(first, last)...Swift.max(first, last)]
    }
  }
}
