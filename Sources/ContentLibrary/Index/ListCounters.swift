internal import Database
internal import Stories

/// Counts that lists need without reading their rows: stories per facet, and stories before a place in each
/// order.
///
/// They are collected during a transaction and written at its end.
struct ListCounters {
  /// The series of counts.
  enum Series: Hashable {
    /// All stories, by `Position.step`.
    case days
    /// All stories, by the first letters of their headlines.
    case letters
    /// All stories, by their number of words.
    case words
    /// The stories of a facet, by its number, by day; only for kinds with few values.
    case facet(Int64)

    /// The series as the index keeps it; numbers of facets begin with 1.
    var number: Int64 {
      switch self {
      case .days: 0
      case .letters: -1
      case .words: -2
      case .facet(let number): number
      }
    }
  }

  /// Kinds of facets counted by day; for the others, counting by search is quick enough.
  static let dated: Set<Facet.Kind> = [.desk, .language, .format]

  struct Step: Hashable {
    var series: Series
    var step: Int64
  }

  private(set) var steps: [Step: Int] = [:]
  private(set) var facets: [Int64: Int] = [:]

  /// The bytes of a headline's key that make a step.
  static let letters = 3

  /// The step of a headline's key: its first bytes, which sort like the key.
  static func letters(of key: String) -> Int64 {
    var letters: Int64 = 0
    var rest = key.utf8.makeIterator()
    for _ in 0..<Self.letters { letters = letters << 8 | Int64(rest.next() ?? 0) }
    return letters
  }

  /// Adds or subtracts a story.
  mutating func add(
    _ count: Int, position: Int64, key: String, words: Int, facets named: [(id: Int64, kind: Facet.Kind)]
  ) {
    let step = Position.step(of: position)
    add(count, .days, step)
    add(count, .letters, Self.letters(of: key))
    add(count, .words, Int64(words))
    for facet in named {
      facets[facet.id, default: 0] += count
      if Self.dated.contains(facet.kind) { add(count, .facet(facet.id), step) }
    }
  }

  private mutating func add(_ count: Int, _ series: Series, _ step: Int64) {
    steps[Step(series: series, step: step), default: 0] += count
  }

  /// Writes the counts.
  mutating func write(to db: Connection) throws {
    let counting = try Insertion(
      db,
      """
      INSERT INTO tally(series, step, total) VALUES (?, ?, ?)
      ON CONFLICT(series, step) DO UPDATE SET total = total + excluded.total
      """)
    for (step, count) in steps where count != 0 {
      try counting.run(.integer(step.series.number), .integer(step.step), .int(count))
    }
    let totalling = try Insertion(db, "UPDATE facet SET total = total + ? WHERE id = ?")
    for (id, count) in facets where count != 0 { try totalling.run(.int(count), .integer(id)) }
    (steps, facets) = ([:], [:])
  }
}

/// The numbers of facets in the index, looked up once.
final class FacetNumbers {
  /// The most numbers remembered.
  private static let capacity = 50_000
  private var known: [Facet: Int64] = [:]
  private var kinds: [Int64: Facet.Kind] = [:]

  /// The number of a facet, new if it has none yet.
  func number(of facet: Facet, in db: Connection) throws -> Int64 {
    if let number = known[facet] { return number }
    if known.count >= Self.capacity { known = [:] }
    let arguments: StatementArguments = [facet.kind.rawValue, facet.value]
    let sql = "SELECT id FROM facet WHERE kind = ? AND value = ?"
    var number = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    if number == nil {
      try db.cachedStatement(sql: "INSERT INTO facet(kind, value, key, total) VALUES (?, ?, ?, 0)")
        .execute(arguments: arguments.followed(by: [FacetKey.key(of: facet.value)]))
      number = db.lastInsertedRowID
    }
    known[facet] = number
    return number ?? 0
  }

  /// The kind of the facet with a number.
  func kind(of number: Int64, in db: Connection) throws -> Facet.Kind {
    if let kind = kinds[number] { return kind }
    if kinds.count >= Self.capacity { kinds = [:] }
    let name = try String.fetchOne(
      db.cachedStatement(sql: "SELECT kind FROM facet WHERE id = ?"), arguments: [number])
    let kind = name.flatMap(Facet.Kind.init) ?? .tag
    kinds[number] = kind
    return kind
  }
}

/// Words for facets in full text search, which no text can contain.
enum FacetWord {
  /// A private-use character (Unicode, section 23.5), which folding removes from texts.
  private static let sign = "\u{E000}"

  /// The number of a facet that no story has.
  static let unused = Int64.max

  /// The word of a facet; that of 0 is in every story.
  static func word(_ number: Int64) -> String { sign + String(number) }

  /// The words of a story's facets as in `story.facets`, with spaces around each.
  static func words(_ numbers: [Int64]) -> String {
    " " + ([0] + numbers).map { word($0) + " " }.joined()
  }

  /// The numbers in such words.
  static func numbers(_ words: String) -> [Int64] {
    words.split(separator: " ").compactMap { Int64($0.dropFirst()) }.filter { $0 > 0 }
  }
}
