internal import Database
internal import Stories
internal import Words

/// A search as SQL.
///
/// Typed text is only in `match` and `without`, written by `MatchExpression`, and is passed to SQLite as an
/// argument.
struct SearchStatement: Sendable {
  /// Whether anything can be found.
  private(set) var isPossible = true
  /// The words searched for.
  private(set) var compiled = CompiledQuery()
  /// A message about parts of the query that were not understood.
  var notice: String?
  /// The weights of its phrases; nil without words.
  private(set) var weights: PhraseWeights?
  /// The column with the position of a story.
  private(set) var place = "story.position"
  /// The similarity of stories to those named by `like:`, by position.
  private var likes: [String: [Int64: Float]] = [:]
  private var tables = "main.story"
  private var marks = "LEFT JOIN marks.mark ON mark.story = story.id"
  private var conditions: [String] = []
  private(set) var arguments: [String] = []

  /// - Parameters:
  ///   - visit: the reader's last visit, if any.
  ///   - isQuick: whether it is for a first answer, which may leave out some words with the typed beginning.
  init(
    _ meant: ResolvedSearch, in db: Connection, visit: Visit?, samples: HeadlineSamples, isQuick: Bool = false
  )
    throws
  {
    let query = meant.query
    likes = meant.likes
    notice = query.notice
    let completion = WordCompletion(db: db, samples: samples, isQuick: isQuick)
    let facets = Facets(db: db)
    let (vocabulary, stemmer) = (Vocabulary(db: db), Stemmer())
    // One or two letters alone are searched in headlines, which are indexed by them.
    if let beginning = Self.shortBeginning(of: query), try completion.words(beginning) != nil {
      compiled = CompiledQuery(
        .group(CompiledQuery.Group([CompiledQuery.Run([beginning], isBeginning: true)])))
      (tables, place) = ("main.title CROSS JOIN main.story ON story.position = title.rowid", "title.rowid")
      conditions = ["title MATCH ?"]
      arguments = ["\"\(beginning)\"*"]
      try add(query, nil, nil, facets, visit)
      return
    }
    var longer: Set<String> = []
    compiled = try CompiledQuery(
      query, shelved: facets.words(of:),
      forms: {
        let found = try vocabulary.forms(of: $0, stemmer)
        longer.formUnion(found.compounds)
        return found.forms + found.compounds
      },
      completions: completion.words)
    compounds = longer
    try complete(query, facets, visit)
  }

  /// Longer words that begin with a typed one.
  private var compounds: Set<String> = []

  /// The same search with other words.
  init(
    _ other: SearchStatement, asking compiled: CompiledQuery, _ meant: ResolvedSearch, in db: Connection,
    visit: Visit?
  ) throws {
    (likes, notice, compounds, self.compiled) = (other.likes, other.notice, other.compounds, compiled)
    try complete(meant.query, Facets(db: db), visit)
  }

  private mutating func complete(_ query: SearchQuery, _ facets: Facets, _ visit: Visit?) throws {
    switch MatchExpression(compiled).stories {
    case .none: isPossible = false
    case .all: try add(query, nil, nil, facets, visit)
    case .matching(let words): try add(query, words, nil, facets, visit)
    case .notMatching(let words): try add(query, nil, words, facets, visit)
    }
  }

  /// The similarity of a story to the named ones; 0 if none was named.
  func likeness(_ position: Int64) -> Float {
    likes.values.reduce(0) { $0 + ($1[position] ?? 0) }
  }

  /// The word, if the search is only one or two letters that are still being typed.
  private static func shortBeginning(of query: SearchQuery) -> String? {
    let asksText = query.filters.contains { filter in
      switch filter.condition {
      case .mark, .published, .like: false
      case .facet, .number, .path, .embargoed: true
      }
    }
    guard !asksText, case .word(let word)? = query.root,
      word.isPrefix || word.isLast && query.lastWordIsPrefix
    else { return nil }
    let words = SearchText.words(word.text)
    guard words.count == 1, words[0].unicodeScalars.count <= 2 else { return nil }
    return words[0]
  }

  private mutating func add(
    _ query: SearchQuery, _ words: String?, _ others: String?, _ facets: Facets, _ visit: Visit?
  ) throws {
    var (match, without) = (words, others)
    func combine(_ either: String, isNegated: Bool) {
      if isNegated {
        without = without.map { "\($0) OR \(either)" } ?? either
      } else {
        match = match.map { "(\($0)) AND \(either)" } ?? either
      }
    }
    for filter in query.filters {
      switch filter.condition {
      case .facet(let facet) where facet.kind == .mine || facet.kind == .tag:
        guard let places = try ownTags(facet, facets) else {
          combine(try facets.expression(facet), isNegated: filter.isNegated)
          continue
        }
        conditions.append("story.position \(filter.isNegated ? "NOT IN" : "IN") (\(places))")
      case .facet(let facet): combine(try facets.expression(facet), isNegated: filter.isNegated)
      case .number(let measure, let from, let to):
        let numbers = NumberFilter(measure: measure, from: from, to: to, isNegated: filter.isNegated)
        if let either = try numbers.expression(facets) { combine(either, isNegated: numbers.isLeftOut) }
        conditions += numbers.conditions
      case .embargoed(let moment):
        if filter.isNegated {
          conditions.append("ifnull(story.embargo, 0) <= \(moment)")
        } else {
          combine(try facets.expression(.state, [Wire.State.embargoed.rawValue]), isNegated: false)
          conditions.append("story.embargo > \(moment)")
        }
      case .path(let path):
        switch try PathFilter(db: facets.db).meaning(of: path) {
        case .folder(let folder): combine(try facets.expression(folder), isNegated: filter.isNegated)
        case .files(let files):
          if files.isEmpty, !filter.isNegated { isPossible = false }
          let condition = try PathFilter(db: facets.db).condition(files)
          conditions.append(filter.isNegated ? "NOT (\(condition))" : condition)
        }
      case .mark(let mark):
        try add(mark, isNegated: filter.isNegated, visit, isAlone: match == nil, in: facets.db)
      case .published(let from, let until):
        let span = [
          from.map { "story.published >= \(Self.bound($0))" },
          until.map { "story.published < \(Self.bound($0))" },
        ].compactMap(\.self)
        guard !span.isEmpty else { continue }
        conditions.append((filter.isNegated ? "NOT " : "") + "(" + span.joined(separator: " AND ") + ")")
      case .like(let name):
        let places = likes[name, default: [:]].keys.sorted().map(String.init).joined(separator: ", ")
        conditions.append("story.position \(filter.isNegated ? "NOT IN" : "IN") (\(places))")
      }
    }
    if let match {
      (tables, place) = ("main.search CROSS JOIN main.story ON story.position = search.rowid", "search.rowid")
      conditions.insert("search MATCH ?", at: 0)
      arguments.append(match)
      if words != nil { weights = PhraseWeights(of: match, compiled, compounds: compounds) }
      marks = "LEFT JOIN marks.mark ON mark.story = story.id"
    }
    // Search these positions only: they may be a day off, so the moments are compared too.
    let span = query.published
    if let from = span.from { conditions.append("\(place) >= \(Position.first(seconds: from) - 86_400)") }
    if let until = span.until { conditions.append("\(place) < \(Position.first(seconds: until) + 86_400)") }
    if let without {
      conditions.append("story.position NOT IN (SELECT rowid FROM main.search WHERE search MATCH ?)")
      arguments.append(without)
    }
  }

  /// The SQL that selects the stories with a tag of the reader's own and, for `tag:`, those whose files have
  /// it; nil if only files have it.
  private func ownTags(_ facet: Facet, _ facets: Facets) throws -> String? {
    let numbers = try OwnTags.numbers(facet.value, in: facets.db)
    guard facet.kind == .tag else { return OwnTags.places(numbers) }
    guard !numbers.isEmpty else { return nil }
    // Names of facets in the index are letters and digits only.
    let ofFiles = try facets.expression(facet)
    return "\(OwnTags.places(numbers)) UNION SELECT rowid FROM main.search WHERE search MATCH '\(ofFiles)'"
  }

  /// A moment to compare `story.published` with: a date without an hour is kept as the beginning of that day
  /// in UTC, and is the same day everywhere.
  private static func bound(_ moment: Timestamp) -> String {
    guard moment.offset != 0 else { return "\(moment.seconds)" }
    let minute = Timestamp.Precision.minute.rawValue
    return "iif(story.precision < \(minute), \(moment.seconds + Int64(moment.offset)), \(moment.seconds))"
  }

  private mutating func add(
    _ mark: SearchQuery.Mark, isNegated: Bool, _ visit: Visit?, isAlone: Bool, in db: Connection
  ) throws {
    let isRead = "\(ReadByMany.isRead()) = 1"
    let condition: String
    switch mark {
    case .read: condition = isRead
    case .unread: condition = "NOT \(isRead)"
    case .saved: condition = "ifnull(mark.isSaved, 0) = 1"
    case .changed: condition = "ifnull(mark.isChanged, 0) = 1"
    case .new:
      if visit?.isFirst != false {
        notice = notice ?? "new stories are counted from your previous visit, and this is your first"
      }
      condition = visit?.condition ?? "0"
    }
    conditions.append(isNegated ? "NOT (\(condition))" : condition)
    // Where few stories have the mark, the search starts from them.
    guard let column = Self.columns[mark], !isNegated, isAlone, tables == "main.story" else { return }
    if mark == .read, try !ReadByMany.isEmpty(in: db) { return }
    let marked = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM
            (SELECT 1 FROM marks.mark WHERE mark.\(column) = 1 LIMIT \(Self.fewMarked + 1))
          """))
    guard marked ?? 0 <= Self.fewMarked else { return }
    (tables, marks) = ("marks.mark CROSS JOIN main.story ON story.id = mark.story", "")
    conditions.append("mark.\(column) = 1")
  }

  /// The columns of marks that a search can start from, and how many stories are few.
  private static let columns: [SearchQuery.Mark: String] = [
    .read: "isRead", .saved: "isSaved", .changed: "isChanged",
  ]
  private static let fewMarked = 5_000

  /// The rows that also meet other conditions, by position.
  func rows(
    _ columns: String, also: [String] = [], ascending: Bool = false, limit: Int, in db: Connection
  ) throws -> RowCursor {
    let sql = sql(columns, also: also, ascending: ascending, limit: limit)
    return try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
  }

  /// The SQL for these rows, to be run with `arguments`.
  func sql(_ columns: String, also: [String] = [], ascending: Bool = false, limit: Int) -> String {
    let filter = (conditions + also).joined(separator: " AND ")
    return """
      SELECT \(columns) FROM \(tables) \(marks) \(filter.isEmpty ? "" : "WHERE \(filter)")
      ORDER BY \(place) \(ascending ? "ASC" : "DESC") LIMIT \(limit)
      """
  }

  /// The average number of words in the library's texts.
  func meanLength(in db: Connection) throws -> Double {
    guard weights != nil, let match = arguments.first else { return 1 }
    return try TermCount.meanLength(ofAll: match, in: db) ?? 1
  }

  /// The positions of rows that also meet other conditions.
  func places(also: [String] = [], ascending: Bool = false, limit: Int, in db: Connection) throws -> [Int64] {
    guard isPossible, limit > 0 else { return [] }
    let rows = try rows("story.position", also: also, ascending: ascending, limit: limit, in: db)
    var places: [Int64] = []
    while let row = try rows.next() { places.append(row.integer(0) ?? 0) }
    return places
  }
}

/// A condition on the number of words, the urgency or the version.
private struct NumberFilter {
  let measure: SearchQuery.Measure
  let from: Int?
  let to: Int?
  let isNegated: Bool

  /// Whether the stories found by `expression` are to be left out.
  var isLeftOut: Bool { isNegated && measure == .urgency }

  /// The expression for the steps of the range; nil if the rows are better filtered one by one, because
  /// most match.
  func expression(_ facets: Facets) throws -> String? {
    switch measure {
    case .urgency:
      let range = max(1, from ?? 1)...max(1, from ?? 1, min(9, to ?? 9))
      return try facets.expression(.urgency, range.map(String.init))
    case .words where !isNegated:
      return try facets.expression(.length, FacetSteps.words.names(from: from, to: to))
    case .version where !isNegated:
      return try facets.expression(.version, FacetSteps.version.names(from: from, to: to))
    case .words, .version: return nil
    }
  }

  /// The SQL conditions on rows in the first and last step.
  var conditions: [String] {
    let column = measure == .words ? "story.words" : "ifnull(story.version, -1)"
    guard measure != .urgency else { return [] }
    let span = ["\(column) >= \(from ?? 0)", to.map { "\(column) <= \($0)" }].compactMap(\.self)
    return [(isNegated ? "NOT " : "") + "(" + span.joined(separator: " AND ") + ")"]
  }
}
