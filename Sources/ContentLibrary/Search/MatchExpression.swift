public import Stories

/// What a query means as FTS5 takes it: folded words in quotation marks, and the library's own operators
/// between them.
///
/// It is a function of the compiled query alone. What somebody typed never reaches FTS5 as syntax.
public struct MatchExpression: Hashable, Sendable {
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

  /// Which stories are meant.
  public let stories: Selection

  /// Writes a query for the table `search(body, headline, byline, facets)`.
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

/// Stories by what they match, or all others where FTS5 has no words for them: its NOT needs something to
/// take away from.
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
      // Without any, no story has it: no text has the word that stands for nothing.
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

  /// All of the sets (or any of them): a complement among them is taken away from the rest, or the whole is
  /// one.
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

  /// What finds a run: its words in a row, or those that its beginning stands for.
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
