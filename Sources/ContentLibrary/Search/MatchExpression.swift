public import Stories

/// A query as an FTS5 expression: folded words in quotation marks, with operators between them.
///
/// It depends only on the compiled query. Typed text never reaches FTS5 as syntax.
public struct MatchExpression: Hashable, Sendable {
  /// The stories that a query selects.
  public enum Selection: Hashable, Sendable {
    /// All stories: the query has no words.
    case all
    /// Those that match.
    case matching(String)
    /// All except those that match.
    case notMatching(String)
    /// None: its words have no letters or digits.
    case none
  }

  /// The stories that a query selects.
  public let stories: Selection

  /// The expression of a query, for the table `search(body, headline, byline, facets)`.
  public init(_ query: CompiledQuery) {
    stories =
      switch query.root {
      case nil: .all
      case .any([]): .none
      case let root?:
        switch StorySet(root) {
        case let set where set.isComplement: .notMatching(set.expression)
        case let set: .matching(set.expression)
        }
      }
  }
}

/// A set of stories that match, or its complement: FTS5's NOT needs a set to subtract from.
private struct StorySet {
  var expression: String
  var isComplement = false

  init(_ expression: String, isComplement: Bool = false) {
    (self.expression, self.isComplement) = (expression, isComplement)
  }

  init(_ part: CompiledQuery.Part) {
    switch part {
    case .group(let group): self.init(Self.grouped(group.alternatives.flatMap(Self.rows), "OR"))
    case .near(let groups, let distance):
      let rows = groups.flatMap(\.alternatives).map { Self.quoted($0.words) }
      self.init("NEAR(\(rows.joined(separator: " ")), \(distance))")
    case .headline(let part):
      let set = StorySet(part)
      self.init("headline : (\(set.expression))", isComplement: set.isComplement)
    case .facet(let words, let byline):
      // No alternatives: use a word that no text has.
      let shelves = (words.isEmpty ? [FacetWord.word(FacetWord.unused)] : words).map {
        "facets : " + Self.quoted([$0])
      }
      self.init(Self.grouped(shelves + (byline.isEmpty ? [] : ["byline : " + Self.quoted(byline)]), "OR"))
    case .not(let part):
      let set = StorySet(part)
      self.init(set.expression, isComplement: !set.isComplement)
    case .all(let parts):
      self.init(joining: parts.map(StorySet.init), "AND", complementsBy: "OR", isChoice: false)
    case .any(let parts):
      self.init(joining: parts.map(StorySet.init), "OR", complementsBy: "AND", isChoice: true)
    }
  }

  /// The intersection or union of sets; complements are subtracted from the rest, or the result is a
  /// complement.
  private init(joining sets: [StorySet], _ sign: String, complementsBy otherSign: String, isChoice: Bool) {
    let plain = sets.filter { !$0.isComplement }.map(\.expression)
    let complements = sets.filter(\.isComplement).map(\.expression)
    let (with, without) = (Self.grouped(plain, sign), Self.grouped(complements, otherSign))
    if complements.isEmpty {
      self.init(with)
    } else if plain.isEmpty {
      self.init(without, isComplement: true)
    } else {
      self.init(
        isChoice ? "(\(without) NOT \(with))" : "(\(with) NOT \(without))", isComplement: isChoice)
    }
  }

  /// The phrases of a run: its words in a row, with the words that a beginning stands for.
  private static func rows(_ run: CompiledQuery.Run) -> [String] {
    guard run.isBeginning, let completions = run.completions else {
      return [quoted(run.words) + (run.isBeginning ? " *" : "")]
    }
    return [quoted(run.words)] + completions.map { quoted(run.words.dropLast() + [$0]) }
  }

  private static func grouped(_ expressions: [String], _ sign: String) -> String {
    expressions.count == 1 ? expressions[0] : "(" + expressions.joined(separator: " \(sign) ") + ")"
  }

  /// Folded words have no quotation marks in them.
  private static func quoted(_ words: [String]) -> String {
    "\"" + words.joined(separator: " ") + "\""
  }
}
