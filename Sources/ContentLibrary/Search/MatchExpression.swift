public import Stories
internal import Words

/// A query as FTS5 takes it: words of folded text in quotation marks, and the library's own operators between them.
///
/// What
/// somebody typed never reaches FTS5 as syntax.
public struct MatchExpression: Hashable, Sendable {
  /// The table it is for.
  public enum Table: Hashable, Sendable {
    /// `search(headline, facets, body)`, with places.
    case stories
    /// `title(headline)`, which knows no places: phrases become words that must all be there, and what can only be told
    /// from the text is left out. It finds candidates for the headlines to be looked at.
    case headlines
  }

  /// Which stories are meant.
  public enum Selection: Hashable, Sendable {
    /// All: nothing is asked of the text.
    case all
    /// Those that match.
    case matching(String)
    /// All but those that match.
    case notMatching(String)
    /// None: the query had words, but none of letters or digits.
    case none
  }

  /// A word to show in the text and to rank by.
  public struct Word: Hashable, Sendable {
    /// Its folded letters.
    public var text: String
    /// Whether words that begin so are meant.
    public var isPrefix: Bool

    /// Makes a word.
    public init(_ text: String, isPrefix: Bool = false) {
      (self.text, self.isPrefix) = (text, isPrefix)
    }
  }

  /// Which stories are meant.
  public let stories: Selection
  /// The words that are looked for, those in a row together; the ones to keep out are not among them.
  public let phrases: [[Word]]

  /// The words that are looked for, each once.
  public var words: [Word] {
    var seen = Set<Word>()
    return phrases.joined().filter { seen.insert($0).inserted }
  }

  /// Writes a query for a table, its words as they stand.
  public init(_ query: SearchQuery, for table: Table = .stories) {
    self.init(query, for: table, shelved: { _ in [] }, widen: { _ in [] }, complete: { _ in nil })
  }

  /// Writes a query for a table.
  ///
  /// - Parameters:
  ///   - shelved: the words that stand for a facet in the column `facets`, any of which will do; of authors also those of their
  ///     names that the by-line has.
  ///   - widen: other words that are to count for a word as typed, as its inflections (`Stemmer.forms`); the word itself need
  ///     not be among them. It is asked for whole words only, the first sixteen of a query.
  ///   - complete: the words that the folded beginning of one stands for; nil to ask FTS5 for all that begin so, which takes
  ///     as long as it has stories with any of them.
  public init(
    _ query: SearchQuery, for table: Table = .stories, shelved: (Facet) throws -> [String],
    widen: (String) throws -> [String], complete: (String) throws -> [String]?
  ) rethrows {
    var words: [Facet: [String]] = [:]
    for facet in query.root?.facets ?? [] { words[facet] = try shelved(facet) }
    var writer = MatchWriter(table: table, lastWordIsPrefix: query.lastWordIsPrefix, shelved: words)
    let set = try query.root.flatMap { try writer.set($0, isWanted: true, widen, complete) }
    stories =
      switch (query.root, set) {
      case (nil, _): .all
      case (_, nil): table == .headlines ? .all : .none
      case (_, let set?): set.isComplement ? .notMatching(set.expression) : .matching(set.expression)
      }
    phrases = writer.phrases
  }
}

/// Writes the tree of a query as an expression, or as the complement of one where FTS5 has no words for it: its NOT needs
/// something to take away from.
private struct MatchWriter {
  struct Set {
    var expression: String
    var isComplement: Bool
  }

  typealias Word = MatchExpression.Word

  let table: MatchExpression.Table
  let lastWordIsPrefix: Bool
  private(set) var phrases: [[Word]] = []
  private var widened = 0

  /// The words that stand for facets.
  let shelved: [Facet: [String]]

  init(table: MatchExpression.Table, lastWordIsPrefix: Bool, shelved: [Facet: [String]]) {
    (self.table, self.lastWordIsPrefix, self.shelved) = (table, lastWordIsPrefix, shelved)
  }

  mutating func set(
    _ node: SearchQuery.Node, isWanted: Bool, _ widen: (String) throws -> [String],
    _ complete: (String) throws -> [String]?
  ) rethrows -> Set? {
    switch node {
    case .word(let word):
      let isPrefix = word.isPrefix || word.isLast && lastWordIsPrefix
      let words = SearchText.words(word.text)
      if isPrefix, table == .stories, let last = words.last, let completed = try complete(last) {
        want(words, isPrefix: true, isWanted)
        let rows = ([last] + completed.filter { $0 != last }).map { Self.quoted(words.dropLast() + [$0]) }
        return Set(expression: Self.grouped(rows, "OR"), isComplement: false)
      }
      return try row(words, isPrefix: isPrefix, isWanted: isWanted) { _ in
        try widen(word.text.filter { $0.isLetter || $0.isNumber })
      }
    case .phrase(let text):
      return row(SearchText.words(text), isPrefix: false, isWanted: isWanted) { _ in [] }
    case .near(let words, let distance): return near(words, distance, isWanted: isWanted)
    case .title(let inner):
      guard let set = try set(inner, isWanted: isWanted, widen, complete) else { return nil }
      return table == .headlines
        ? set : Set(expression: "headline : (\(set.expression))", isComplement: set.isComplement)
    case .facet(let facet):
      guard table == .stories else { return nil }
      // Without any, no story has it: no text has the word that stands for nothing.
      let words = shelved[facet] ?? []
      var expressions = (words.isEmpty ? [FacetWord.word(FacetWord.unused)] : words).map {
        "facets : " + Self.quoted([$0])
      }
      let name = SearchText.words(facet.value)
      if facet.kind == .author, !name.isEmpty { expressions.append("byline : " + Self.quoted(name)) }
      return Set(expression: Self.grouped(expressions, "OR"), isComplement: false)
    case .not(let inner):
      return try set(inner, isWanted: !isWanted, widen, complete).map {
        Set(expression: $0.expression, isComplement: !$0.isComplement)
      }
    case .all(let nodes):
      let sets = try nodes.compactMap { try set($0, isWanted: isWanted, widen, complete) }
      return Self.joined(sets, "AND", complementsBy: "OR", isChoice: false)
    case .any(let nodes):
      let sets = try nodes.compactMap { try set($0, isWanted: isWanted, widen, complete) }
      return Self.joined(sets, "OR", complementsBy: "AND", isChoice: true)
    }
  }

  /// Words in a row.
  ///
  /// The headlines' table has no rows: there they must all be there, and are not kept out.
  private mutating func row(
    _ words: [String], isPrefix: Bool, isWanted: Bool, _ widen: (String) throws -> [String]
  ) rethrows -> Set? {
    guard let last = words.last else { return nil }
    want(words, isPrefix: isPrefix, isWanted)
    let star = isPrefix ? " *" : ""
    if words.count == 1 {
      var others: [String] = []
      if !isPrefix, widened < 16 {
        widened += 1
        others = try widen(last).flatMap(SearchText.words).filter { $0 != last }
      }
      let expressions = [Self.quoted(words) + star] + others.prefix(24).map { Self.quoted([$0]) }
      return Set(expression: Self.grouped(expressions, "OR"), isComplement: false)
    }
    if table == .stories { return Set(expression: Self.quoted(words) + star, isComplement: false) }
    guard isWanted else { return nil }
    var expressions = words.map { Self.quoted([$0]) }
    expressions[words.count - 1] += star
    return Set(expression: Self.grouped(expressions, "AND"), isComplement: false)
  }

  private mutating func near(_ words: [String], _ distance: Int, isWanted: Bool) -> Set? {
    let rows = words.map(SearchText.words).filter { !$0.isEmpty }
    guard rows.count > 1 else {
      return row(rows.first ?? [], isPrefix: false, isWanted: isWanted) { _ in [] }
    }
    guard table == .stories || isWanted else { return nil }
    for row in rows { want(row, isPrefix: false, isWanted) }
    let expression =
      table == .stories
      ? "NEAR(\(rows.map(Self.quoted).joined(separator: " ")), \(distance))"
      : Self.grouped(rows.joined().map { Self.quoted([$0]) }, "AND")
    return Set(expression: expression, isComplement: false)
  }

  private mutating func want(_ words: [String], isPrefix: Bool, _ isWanted: Bool) {
    guard isWanted else { return }
    phrases.append(
      words.enumerated().map { Word($0.element, isPrefix: isPrefix && $0.offset == words.count - 1) })
  }

  /// All of the sets (or any of them): a complement among them is taken away from the rest, or the whole is one.
  private static func joined(
    _ sets: [Set], _ sign: String, complementsBy otherSign: String, isChoice: Bool
  ) -> Set? {
    let plain = sets.filter { !$0.isComplement }.map(\.expression)
    let complements = sets.filter(\.isComplement).map(\.expression)
    if complements.isEmpty {
      return plain.isEmpty ? nil : Set(expression: grouped(plain, sign), isComplement: false)
    }
    let without = grouped(complements, otherSign)
    if plain.isEmpty { return Set(expression: without, isComplement: true) }
    let with = grouped(plain, sign)
    return Set(
      expression: isChoice ? "(\(without) NOT \(with))" : "(\(with) NOT \(without))", isComplement: isChoice)
  }

  private static func grouped(_ expressions: [String], _ sign: String) -> String {
    expressions.count == 1 ? expressions[0] : "(" + expressions.joined(separator: " \(sign) ") + ")"
  }

  /// Folded words have no quotation marks in them.
  private static func quoted(_ words: [String]) -> String {
    "\"" + words.joined(separator: " ") + "\""
  }
}

extension SearchQuery.Node {
  /// The facets that are asked for anywhere in it.
  fileprivate var facets: [Facet] {
    switch self {
    case .word, .phrase, .near: []
    case .facet(let facet): [facet]
    case .title(let inner), .not(let inner): inner.facets
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.facets)
    }
  }
}
