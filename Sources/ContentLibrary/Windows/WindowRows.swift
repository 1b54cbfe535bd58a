internal import Database
internal import Stories
internal import System

/// Reads rows of a query by key.
struct WindowRows {
  /// A side of a place, in the query's order; nil means the end of the list.
  enum Side {
    case after(Place?)
    case from(Place)
    case before(Place?)
  }

  /// Consecutive rows.
  struct Piece {
    var rows: [Listing]
    var reachesFirst = false
    var reachesLast = false
  }

  let db: Connection
  let query: Query
  let facetList: FacetEntry?
  /// The positions of read and hidden stories, if the others are better found by passing over them.
  var passedOver: [Int64]?
  /// The positions of hidden stories.
  private var hidden: [Int64]

  init(
    db: Connection, query: Query, facetList: FacetEntry?, marked: MarkedPlaces.Places = MarkedPlaces.Places()
  ) {
    (self.db, self.query, self.facetList) = (db, query, facetList)
    passedOver = marked.passedOver(by: query)
    hidden = query.marked == .saved ? [] : marked.hidden
  }

  static let columns = """
    story.id, story.position, file.path, story.headline, story.teaser, story.section, story.published,
    story.offset, story.precision, story.words, \(ReadByMany.isRead()), mark.isSaved, story.status,
    story.embargo, story.version,
    (SELECT count(*) FROM main.story AS other
      WHERE other.newest = ifnull(story.newest, story.position))
    + (SELECT count(*) FROM main.edition AS other WHERE other.story = story.id),
    story.updated, mark.isChanged, story.zone
    """

  /// The rows around an anchor.
  func piece(around anchor: Window.Anchor, before: Int, after: Int) throws -> Piece {
    switch anchor {
    case .first:
      let rows = try fetch(.after(nil), limit: before + after)
      return Piece(rows: rows, reachesFirst: true, reachesLast: rows.count < before + after)
    case .last:
      let rows = try fetch(.before(nil), limit: before + after)
      return Piece(rows: rows, reachesFirst: rows.count < before + after, reachesLast: true)
    case .row(let row): return try piece(around: Place(row), before: before, after: after)
    case .moment(let seconds):
      let place = try query.order == .oldestFirst ? start(of: seconds) : start(of: seconds + 1) - 1
      return try piece(around: Place(position: place), before: before, after: after)
    case .number(let number):
      guard let place = try place(ofRow: number) else {
        return try piece(around: .last, before: before, after: after)
      }
      return try piece(around: place, before: before, after: after)
    }
  }

  /// The place of a row by its number, from 0; nil if there are fewer rows.
  func place(ofRow number: Int) throws -> Place? {
    let narrowing = Narrowing(query: query, facetList: facetList)
    let direction = query.order.ascends ? "ASC" : "DESC"
    let order = narrowing.order.map { "\($0) \(direction)" }.joined(separator: ", ")
    // Hidden rows are passed over one by one; without any, SQLite does so.
    let offset = hidden.isEmpty ? max(0, number) : 0
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT story.position, story.key, story.words FROM \(narrowing.tables) \(narrowing.filter)
          ORDER BY \(order) \(hidden.isEmpty ? "LIMIT 1 OFFSET \(offset)" : "")
          """),
      arguments: StatementArguments(narrowing.arguments))
    var left = max(0, number) - offset
    while let row = try rows.next() {
      var place = Place(position: row.integer(0) ?? 0)
      if hidden.hasPlace(place.position) { continue }
      guard left == 0 else {
        left -= 1
        continue
      }
      (place.key, place.words) = (row.text(1) ?? "", row.int(2) ?? 0)
      return place
    }
    return nil
  }

  /// The position of the first story published at a second or later; stories of earlier seconds may come
  /// after it.
  private func start(of seconds: Int64) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT position FROM story WHERE position >= ? AND published >= ? ORDER BY position LIMIT 1"),
      arguments: [Position.first(seconds: seconds), seconds]) ?? .max
  }

  private func piece(around place: Place, before: Int, after: Int) throws -> Piece {
    let ahead = try fetch(.from(place), limit: after)
    let behind = try fetch(.before(ahead.first.map(Place.init) ?? place), limit: before)
    if ahead.isEmpty, behind.isEmpty { return try piece(around: .last, before: before, after: after) }
    return Piece(
      rows: behind + ahead, reachesFirst: behind.count < before, reachesLast: ahead.count < after)
  }

  /// At most `limit` rows on a side, in the query's order.
  func fetch(_ side: Side, limit: Int) throws -> [Listing] {
    guard limit > 0 else { return [] }
    if let passedOver { return try fetchPassingOver(passedOver, side, limit: limit) }
    var narrowing = Narrowing(query: query, facetList: facetList)
    let ascends = query.order.ascends
    let isReversed: Bool
    switch side {
    case .after(let place):
      narrowing.compare(ascends ? ">" : "<", place)
      isReversed = false
    case .from(let place):
      narrowing.compare(ascends ? ">=" : "<=", place)
      isReversed = false
    case .before(let place):
      narrowing.compare(ascends ? "<" : ">", place)
      isReversed = true
    }
    let direction = ascends != isReversed ? "ASC" : "DESC"
    let order = narrowing.order.map { "\($0) \(direction)" }.joined(separator: ", ")
    let found = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Self.columns) FROM \(narrowing.tables) JOIN main.file ON file.id = story.file
          \(narrowing.filter) ORDER BY \(order) LIMIT ?
          """),
      arguments: StatementArguments(narrowing.arguments + [hidden.isEmpty ? limit : -1]))
    var rows: [Listing] = []
    while rows.count < limit, let row = try found.next() {
      if hidden.isEmpty || !hidden.hasPlace(row.integer(1) ?? 0) { rows.append(Self.listing(row)) }
    }
    return isReversed ? rows.reversed() : rows
  }

  /// The rows at some positions, in that order; positions without a story are left out.
  static func listings(at places: some Sequence<Int64>, in db: Connection) throws -> [Listing] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns) FROM main.story LEFT JOIN marks.mark ON mark.story = story.id
        JOIN main.file ON file.id = story.file WHERE story.position = ?
        """)
    return try places.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(listing) }
  }

  /// The row of a story or of an earlier version.
  static func listing(of id: StoryID, in db: Connection) throws -> Listing? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT \(columns) FROM main.story LEFT JOIN marks.mark ON mark.story = story.id
        JOIN main.file ON file.id = story.file WHERE story.id = ?
        """,
      arguments: [id.databaseValue]
    ).map(listing) ?? editions("edition.id = ?", id.databaseValue, in: db).first
  }

  /// The earlier versions of a story, newest first.
  static func editions(of story: StoryID, in db: Connection) throws -> [Listing] {
    try editions("edition.story = ?", story.databaseValue, in: db)
  }

  private static func editions(_ condition: String, _ argument: Int64, in db: Connection) throws -> [Listing]
  {
    try Row.fetchAll(
      db,
      sql: """
        SELECT edition.id, ifnull(story.position, 0), file.path,
          iif(story.status IS NULL, edition.headline, story.headline),
          iif(story.status IS NULL, edition.teaser, ''), edition.section,
          edition.published, edition.offset, edition.precision, edition.words,
          \(ReadByMany.isRead("edition.id")), mark.isSaved,
          ifnull(story.status, edition.status), edition.embargo, edition.version, 0,
          edition.updated, mark.isChanged, edition.zone
        FROM main.edition JOIN main.file ON file.id = edition.file
        LEFT JOIN main.story ON story.id = edition.story
        LEFT JOIN marks.mark ON mark.story = edition.id WHERE \(condition)
        ORDER BY edition.version DESC, ifnull(edition.updated, edition.published) DESC, file.modified DESC,
          file.path DESC LIMIT 100
        """,
      arguments: [argument]
    ).map(listing)
  }

  private static func listing(_ row: Row) -> Listing {
    let section = row.text(5) ?? ""
    let (offset, position) = (row.int(7) ?? 0, row.integer(1) ?? 0)
    var listing = Listing(
      id: StoryID(databaseValue: row.integer(0) ?? 0), position: position, path: row.text(2) ?? "",
      headline: row.text(3) ?? "", teaser: row.text(4) ?? "",
      section: section.isEmpty ? nil : section,
      published: row.integer(6).map {
        Timestamp(seconds: $0, offset: offset, precision: row.int(8), zone: row.int(18))
      },
      words: row.int(9) ?? 0, isRead: row.int(10) == 1, isSaved: row.int(11) == 1,
      status: row.text(12).flatMap(Wire.Status.init) ?? .usable,
      embargo: row.integer(13).map { Timestamp(seconds: $0) }, version: row.int(14),
      versions: row.int(15) ?? 0)
    // The words of an embargoed story are shown only in the story itself.
    if listing.isEarly(at: WallClock.seconds) { listing.teaser = "" }
    listing.updated = row.integer(16).map { Timestamp(seconds: $0, offset: offset) }
    if listing.published?.zone == .assumed { listing.updated?.zone = .assumed }
    listing.isChanged = row.int(17) == 1
    if let updated = listing.updated?.seconds, updated > listing.published?.seconds ?? .min {
      listing.standsByChange = position >= Position.first(seconds: updated)
    }
    return listing
  }
}

/// The SQL conditions that leave out rows which a query does not show.
struct Narrowing {
  let tables: String
  /// The columns of the order; the last one is unique.
  let order: [String]
  private(set) var arguments: [any DatabaseValueConvertible] = []
  private var conditions: [String] = []
  private let query: Query

  /// - Parameter mark: the mark that the rows must have, if it differs from the query's.
  init(query: Query, facetList: FacetEntry?, mark: String? = nil) {
    self.query = query
    let mark = mark ?? (query.marked == .saved ? "isSaved" : nil)
    // The full text search returns the rows of a facet in the order of time. In another order, a small
    // facet is sorted; a large one is filtered from the index of that order, most rows of which match.
    let isByFacet = facetList.map { query.order.isByTime || $0.total <= FacetEntry.small } ?? false
    let place = isByFacet && mark == nil ? "facetList.rowid" : "story.position"
    switch query.order {
    case .newestFirst, .oldestFirst, .bestFirst: order = [place]
    case .headline: order = ["story.key", "story.position"]
    case .longestFirst, .shortestFirst: order = ["story.words", "story.position"]
    }
    let marks = "LEFT JOIN marks.mark ON mark.story = story.id"
    if let mark {
      tables = "marks.mark CROSS JOIN main.story ON story.id = mark.story"
      conditions.append("mark.\(mark) = 1")
      // A saved story stays listed after a newer version has arrived.
      if query.marked != .saved { conditions.append("story.newest IS NULL") }
    } else {
      tables =
        isByFacet
        ? "main.facetList CROSS JOIN main.story ON story.position = facetList.rowid \(marks)"
        : "main.story \(marks)"
      if !isByFacet { conditions.append("story.newest IS NULL") }
      if query.marked == .unread { conditions.append("\(ReadByMany.isRead()) = 0") }
    }
    guard let facetList else { return }
    if isByFacet, mark == nil {
      conditions.append("facetList MATCH ?")
      arguments.append(facetList.match)
    } else {
      for word in facetList.words {
        conditions.append("instr(story.facets, ?) > 0")
        arguments.append(" \(word) ")
      }
    }
  }

  /// Leaves out the rows without a property.
  mutating func require(_ condition: String) { conditions.append(condition) }

  /// Leaves out the rows outside a part of the list.
  mutating func narrow(to span: ListSpan) {
    let (before, after) = query.order.ascends ? ("<", ">") : (">", "<")
    switch span {
    case .all: break
    case .above(let row): compare(before, Place(row))
    case .below(let row): compare(after, Place(row))
    case .between(let one, let other):
      let isInOrder = query.order.ascends == Place(one).isBelow(Place(other), query.order)
      compare(after + "=", Place(isInOrder ? one : other))
      compare(before + "=", Place(isInOrder ? other : one))
    }
  }

  /// Leaves out the rows on the other side of a place.
  mutating func compare(_ sign: String, _ place: Place?) {
    guard let place else { return }
    switch query.order {
    case .newestFirst, .oldestFirst, .bestFirst:
      conditions.append("\(order[0]) \(sign) ?")
      arguments.append(place.position)
    case .headline:
      conditions.append("(story.key, story.position) \(sign) (?, ?)")
      arguments += [place.key, place.position] as [any DatabaseValueConvertible]
    case .longestFirst, .shortestFirst:
      conditions.append("(story.words, story.position) \(sign) (?, ?)")
      arguments += [place.words, place.position] as [any DatabaseValueConvertible]
    }
  }

  var filter: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }
}

extension Place {
  /// Whether its values in an order are smaller than those of another place.
  fileprivate func isBelow(_ other: Place, _ order: Query.Order) -> Bool {
    switch order {
    case .newestFirst, .oldestFirst, .bestFirst: position < other.position
    case .headline:
      // As SQLite compares text: by its bytes.
      key == other.key
        ? position < other.position : key.utf8.lexicographicallyPrecedes(other.key.utf8)
    case .longestFirst, .shortestFirst: (words, position) < (other.words, other.position)
    }
  }
}

extension Query.Order {
  /// Whether small values come first.
  var ascends: Bool {
    switch self {
    case .newestFirst, .longestFirst, .bestFirst: false
    case .oldestFirst, .headline, .shortestFirst: true
    }
  }
}
