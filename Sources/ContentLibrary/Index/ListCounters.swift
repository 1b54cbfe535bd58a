internal import GRDB
internal import Stories

/// Counts what the lists need to know without going through their rows: how many stories each facet has, and how many
/// stand before a place in each order.
///
/// Counted here while a transaction runs, and written down at its end.
struct ListCounters {
  /// What is counted, step by step.
  enum Series {
    /// All stories, by `Position.step`.
    static let days: Int64 = 0
    /// All stories, by the first letters of their headlines.
    static let letters: Int64 = -1
    /// All stories, by their number of words.
    static let words: Int64 = -2
    /// The stories of a facet, by day; kept for the kinds that have few values.
    static func facet(_ id: Int64) -> Int64 { id }
  }

  /// Kinds of facets whose stories are counted day by day; of the others, searches count quickly enough.
  static let dated: Set<Facet.Kind> = [.desk, .language, .format]

  struct Step: Hashable {
    var series: Int64
    var step: Int64
  }

  private(set) var steps: [Step: Int] = [:]
  private(set) var facets: [Int64: Int] = [:]

  /// How many bytes of a headline's key make its step.
  static let letters = 3

  /// The step of a headline's key: its first bytes, which order as the key does.
  static func letters(of key: String) -> Int64 {
    var letters: Int64 = 0
    var rest = key.utf8.makeIterator()
    for _ in 0..<Self.letters { letters = letters << 8 | Int64(rest.next() ?? 0) }
    return letters
  }

  /// Counts a story in, or out.
  mutating func add(
    _ count: Int, position: Int64, key: String, words: Int, facets named: [(id: Int64, kind: Facet.Kind)]
  ) {
    let step = Position.step(of: position)
    add(count, Series.days, step)
    add(count, Series.letters, Self.letters(of: key))
    add(count, Series.words, Int64(words))
    for facet in named {
      facets[facet.id, default: 0] += count
      if Self.dated.contains(facet.kind) { add(count, Series.facet(facet.id), step) }
    }
  }

  private mutating func add(_ count: Int, _ series: Int64, _ step: Int64) {
    steps[Step(series: series, step: step), default: 0] += count
  }

  /// Writes down what was counted.
  mutating func write(to db: Database) throws {
    let counting = try Insertion(
      db,
      """
      INSERT INTO tally(series, step, total) VALUES (?, ?, ?)
      ON CONFLICT(series, step) DO UPDATE SET total = total + excluded.total
      """)
    for (step, count) in steps where count != 0 {
      try counting.run(.integer(step.series), .integer(step.step), .int(count))
    }
    let totalling = try Insertion(db, "UPDATE facet SET total = total + ? WHERE id = ?")
    for (id, count) in facets where count != 0 { try totalling.run(.int(count), .integer(id)) }
    (steps, facets) = ([:], [:])
  }
}

/// The numbers under which the index knows facets, looked up once.
final class FacetNumbers {
  /// So many are kept in mind.
  private static let capacity = 50_000
  private var known: [Facet: Int64] = [:]
  private var kinds: [Int64: Facet.Kind] = [:]

  /// The number of a facet, a new one where it has none yet.
  func number(of facet: Facet, in db: Database) throws -> Int64 {
    if let number = known[facet] { return number }
    if known.count >= Self.capacity { known = [:] }
    let arguments: StatementArguments = [facet.kind.rawValue, facet.value]
    let sql = "SELECT id FROM facet WHERE kind = ? AND value = ?"
    var number = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    if number == nil {
      try db.cachedStatement(sql: "INSERT INTO facet(kind, value, key, total) VALUES (?, ?, ?, 0)")
        .execute(arguments: arguments + [FacetKey.key(of: facet.value)])
      number = db.lastInsertedRowID
    }
    known[facet] = number
    return number ?? 0
  }

  /// The kind of the facet with a number.
  func kind(of number: Int64, in db: Database) throws -> Facet.Kind {
    if let kind = kinds[number] { return kind }
    if kinds.count >= Self.capacity { kinds = [:] }
    let name = try String.fetchOne(
      db.cachedStatement(sql: "SELECT kind FROM facet WHERE id = ?"), arguments: [number])
    let kind = name.flatMap(Facet.Kind.init) ?? .tag
    kinds[number] = kind
    return kind
  }
}

/// The words that stand for facets in full text search: none that a text can have.
enum FacetWord {
  /// A character of private use (Unicode, section 23.5), which folding leaves out of texts.
  private static let sign = "\u{E000}"

  /// The number of a facet that no story has.
  static let unused = Int64.max

  /// The word of one facet; of 0, the word that every story has.
  static func word(_ number: Int64) -> String { sign + String(number) }

  /// The words of all facets of a story, as `story.facets` keeps them: a blank around each.
  static func words(_ numbers: [Int64]) -> String {
    " " + ([0] + numbers).map { word($0) + " " }.joined()
  }

  /// Takes them apart again.
  static func numbers(_ words: String) -> [Int64] {
    words.split(separator: " ").compactMap { Int64($0.dropFirst()) }.filter { $0 > 0 }
  }
}
