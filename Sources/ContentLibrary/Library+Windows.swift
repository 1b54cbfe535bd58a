internal import GRDB
public import Stories

extension Library {
  /// The rows of the list around a place, never more than were asked for.
  ///
  /// - Parameters:
  ///   - before: at most so many rows before the anchor.
  ///   - after: at most so many rows from the anchor on.
  public func window(_ query: Query, around anchor: Window.Anchor, before: Int, after: Int) throws -> Window {
    try read { db in
      let rows = WindowRows(db: db, query: query)
      let (before, after) = (min(max(before, 0), 10_000), min(max(after, 0), 10_000))
      var listings: [Listing]
      switch anchor {
      case .first: listings = try rows.fetch(.after(nil), limit: before + after)
      case .last: listings = try rows.fetch(.before(nil), limit: before + after)
      case .row(let row): listings = try rows.around(row.position, before: before, after: after)
      case .moment(let seconds):
        let end = Position.first(seconds: seconds + 1)
        listings = try rows.around(
          query.order == .newestFirst ? end - 1 : Position.first(seconds: seconds), before: before, after: after)
      }
      let counts = try Counts(db: db, query: query)
      let rowsBefore = try listings.first.map { try counts.before($0.position) } ?? 0
      return Window(
        query: query, rows: listings, reachesFirst: rowsBefore == 0,
        reachesLast: rowsBefore + listings.count >= counts.total, rowsBefore: rowsBefore, total: counts.total,
        unread: counts.unread)
    }
  }

  /// All rows of a query, one after the other; `each` says whether to go on.
  public func stories(_ query: Query, _ each: (Listing) throws -> Bool) throws {
    var last: Int64?
    while true {
      let rows = try read { db in try WindowRows(db: db, query: query).fetch(.after(last), limit: 500) }
      for row in rows {
        guard try each(row) else { return }
      }
      guard let final = rows.last else { return }
      last = final.position
    }
  }

  /// The facets of a kind by name, with what they hold.
  public func facets(_ kind: Facet.Kind) throws -> [FacetCount] {
    try read { db in
      let read = try Row.fetchAll(
        db,
        sql: """
          SELECT story.section, count(*) FROM marks.mark CROSS JOIN main.story ON story.id = mark.story
          WHERE mark.isRead = 1 GROUP BY story.section
          """
      ).reduce(into: [String: Int]()) { $0[$1.text(0) ?? ""] = $1.int(1) }
      return try Row.fetchAll(
        db, sql: "SELECT section, sum(total) FROM day GROUP BY section HAVING sum(total) > 0 ORDER BY section"
      ).compactMap { row in
        guard let section = row.text(0), !section.isEmpty, let total = row.int(1) else { return nil }
        return FacetCount(Facet(.desk, section), total: total, unread: total - (read[section] ?? 0))
      }
    }
  }

  /// The row of one story; nil when it is not in the index.
  func place(of id: StoryID) throws -> Listing? {
    try read { db in try WindowRows.listing(of: id, in: db) }
  }
}

/// Fetches rows of a query by key.
struct WindowRows {
  /// Which side of a place, in the query's order; nil is the list's own end.
  enum Side {
    case after(Int64?)
    case from(Int64)
    case before(Int64?)
  }

  let db: Database
  let query: Query

  static let columns = """
    story.id, story.position, file.path, story.headline, story.teaser, story.section, story.published,
    story.offset, story.precision, story.words, mark.isRead, mark.isSaved, story.status, story.embargo,
    story.version
    """

  /// The rows around a place.
  func around(_ position: Int64, before: Int, after: Int) throws -> [Listing] {
    let ahead = try fetch(.from(position), limit: after)
    let listings = try fetch(.before(ahead.first?.position ?? position), limit: before) + ahead
    return listings.isEmpty ? try fetch(.before(nil), limit: before + after) : listings
  }

  /// At most `limit` rows on that side, in the query's order.
  func fetch(_ side: Side, limit: Int) throws -> [Listing] {
    guard limit > 0 else { return [] }
    let isNewestFirst = query.order == .newestFirst
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    func compare(_ sign: String, _ position: Int64?) {
      guard let position else { return }
      conditions.append("story.position \(sign) ?")
      arguments.append(position)
    }
    var descends = isNewestFirst
    var isReversed = false
    switch side {
    case .after(let position): compare(isNewestFirst ? "<" : ">", position)
    case .from(let position): compare(isNewestFirst ? "<=" : ">=", position)
    case .before(let position):
      compare(isNewestFirst ? ">" : "<", position)
      descends.toggle()
      isReversed = true
    }
    if let section = query.facet?.value {
      conditions.append("story.section = ?")
      arguments.append(section)
    }
    switch query.marked {
    case .all: break
    case .unread: conditions.append("(mark.isRead IS NULL OR mark.isRead = 0)")
    case .saved: conditions.append("mark.isSaved = 1")
    }
    let tables =
      query.marked == .saved
      ? "marks.mark CROSS JOIN main.story ON story.id = mark.story"
      : "main.story LEFT JOIN marks.mark ON mark.story = story.id"
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.columns) FROM \(tables) JOIN main.file ON file.id = story.file \(filter)
          ORDER BY story.position \(descends ? "DESC" : "ASC") LIMIT ?
          """),
      arguments: StatementArguments(arguments + [limit])
    ).map(Self.listing)
    return isReversed ? rows.reversed() : rows
  }

  /// The row of a story, or of an earlier edition of one.
  static func listing(of id: StoryID, in db: Database) throws -> Listing? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT \(columns) FROM main.story LEFT JOIN marks.mark ON mark.story = story.id
        JOIN main.file ON file.id = story.file WHERE story.id = ?
        """,
      arguments: [id.databaseValue]
    ).map(listing) ?? editions("edition.id = ?", id.databaseValue, in: db).first
  }

  /// The editions that stand behind a story, newest first.
  static func editions(of story: StoryID, in db: Database) throws -> [Listing] {
    try editions("edition.story = ?", story.databaseValue, in: db)
  }

  private static func editions(_ condition: String, _ argument: Int64, in db: Database) throws -> [Listing] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT edition.id, ifnull(story.position, 0), file.path, edition.headline, edition.teaser, edition.section,
          edition.published, edition.offset, edition.precision, edition.words, mark.isRead, mark.isSaved,
          edition.status, edition.embargo, edition.version
        FROM main.edition JOIN main.file ON file.id = edition.file LEFT JOIN main.story ON story.id = edition.story
        LEFT JOIN marks.mark ON mark.story = edition.id WHERE \(condition)
        ORDER BY edition.version DESC, ifnull(edition.updated, edition.published) DESC, file.modified DESC LIMIT 100
        """,
      arguments: [argument]
    ).map(listing)
  }

  private static func listing(_ row: Row) -> Listing {
    let section = row.text(5) ?? ""
    return Listing(
      id: StoryID(databaseValue: row.integer(0) ?? 0), position: row.integer(1) ?? 0, path: row.text(2) ?? "",
      headline: row.text(3) ?? "", teaser: row.text(4) ?? "", section: section.isEmpty ? nil : section,
      published: row.integer(6).map { seconds in
        let precision = Timestamp.Precision(rawValue: UInt8(clamping: row.int(8) ?? 4)) ?? .second
        return Timestamp(seconds: seconds, offset: row.int(7) ?? 0, precision: precision)
      },
      words: row.int(9) ?? 0, isRead: row.int(10) == 1, isSaved: row.int(11) == 1,
      status: row.text(12).flatMap(Wire.Status.init) ?? .usable,
      embargo: row.integer(13).map { Timestamp(seconds: $0) }, version: row.int(14))
  }
}

/// How many rows a query has, from counters kept a day and a desk and from the marks; never from all the rows.
struct Counts {
  private let db: Database
  private let query: Query
  /// All rows of the query.
  let total: Int
  /// The unread ones among them.
  let unread: Int

  init(db: Database, query: Query) throws {
    (self.db, self.query) = (db, query)
    let all = try Self.days(db, query.facet?.value, newerThan: nil)
    let read = try Self.marked("isRead", db, query.facet?.value, newerThan: nil)
    switch query.marked {
    case .all: (total, unread) = (all, all - read)
    case .unread: (total, unread) = (all - read, all - read)
    case .saved:
      total = try Self.marked("isSaved", db, query.facet?.value, newerThan: nil)
      unread = total - (try Self.marked("isSaved = 1 AND mark.isRead", db, query.facet?.value, newerThan: nil))
    }
  }

  /// How many rows stand before the row at `position`.
  func before(_ position: Int64) throws -> Int {
    let newer = try newer(than: position)
    return query.order == .newestFirst ? newer : max(0, total - newer - 1)
  }

  private func newer(than position: Int64) throws -> Int {
    switch query.marked {
    case .all: try Self.days(db, query.facet?.value, newerThan: position)
    case .unread:
      try Self.days(db, query.facet?.value, newerThan: position)
        - Self.marked("isRead", db, query.facet?.value, newerThan: position)
    case .saved: try Self.marked("isSaved", db, query.facet?.value, newerThan: position)
    }
  }

  private static func days(_ db: Database, _ section: String?, newerThan position: Int64?) throws -> Int {
    let desk = section == nil ? "" : "AND section = :section"
    let table = section == nil ? "calendar" : "day"
    let day = position.map(Position.day(of:)) ?? -1
    let sum =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT ifnull(sum(total), 0) FROM \(table) WHERE day > :day \(desk)"),
        arguments: section.map { ["day": day, "section": $0] } ?? ["day": day]) ?? 0
    guard let position else { return sum }
    let rest =
      try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM main.story WHERE position > :position AND position < :end \(desk)"),
        arguments: (section.map { ["section": $0] } ?? [:])
          + ["position": position, "end": Position.first(ofDay: day + 1)]) ?? 0
    return sum + rest
  }

  private static func marked(
    _ mark: String, _ db: Database, _ section: String?, newerThan position: Int64?
  ) throws -> Int {
    let desk = section == nil ? "" : "AND story.section = :section"
    return try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM marks.mark CROSS JOIN main.story ON story.id = mark.story
          WHERE mark.\(mark) = 1 AND story.position > :position \(desk)
          """),
      arguments: (section.map { ["section": $0] } ?? [:]) + ["position": position ?? -1]) ?? 0
  }
}
