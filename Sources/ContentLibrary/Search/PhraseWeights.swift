internal import Stories

/// The weight of each phrase in an FTS5 expression.
///
/// `term_counts` returns how often a story has each phrase, in the order of the expression. Typed words
/// count fully; other forms, and longer words that contain them, count less.
struct PhraseWeights: Sendable {
  /// The group of each phrase, and its weight; nil for a phrase that only narrows.
  private(set) var phrases: [(group: Int, weight: Float)?] = []
  /// The words of each group: the typed one and its other forms.
  let groups: [[CompiledQuery.Word]]

  private static let (form, compound): (Float, Float) = (0.6, 0.3)
  /// The most words per group whose rarity is looked up.
  private static let most = 8

  /// The weights of an expression written by `MatchExpression`.
  init(of expression: String, _ compiled: CompiledQuery, compounds: Set<String>) {
    let wanted = compiled.wanted.prefix(16)
    var known: [String: (group: Int, weight: Float)] = [:]
    for (number, group) in wanted.enumerated() {
      for run in group.alternatives {
        let weight: Float =
          run.origin == .typed ? 1 : run.words.contains { compounds.contains($0) } ? Self.compound : Self.form
        let rows = [run.words] + (run.completions ?? []).map { run.words.dropLast() + [$0] }
        for words in rows {
          let text = words.joined(separator: " ")
          if known[text] == nil { known[text] = (number, weight) }
        }
      }
    }
    groups = wanted.map { group in
      group.alternatives.prefix(Self.most).flatMap { run in
        run.words.enumerated().map { place, word in
          CompiledQuery.Word(word, isBeginning: run.isBeginning && place == run.words.count - 1)
        }
      }
    }
    // Every second piece between quotation marks is a phrase; folded words contain no quotation marks.
    var isPhrase = false
    var before: Substring = ""
    for piece in expression.split(separator: "\"", omittingEmptySubsequences: false) {
      if isPhrase {
        let narrows = before.hasSuffix("facets : ") || before.hasSuffix("byline : ")
        phrases.append(narrows ? nil : known[String(piece)])
      } else {
        before = piece
      }
      isPhrase.toggle()
    }
  }
}

/// BM25 over the typed words (Robertson and Zaragoza, "The Probabilistic Relevance Framework"), with
/// headlines counting three times.
struct TextScore {
  private static let (saturation, lengths): (Float, Float) = (1.2, 0.75)

  private let weights: PhraseWeights
  /// How rare each group is.
  private let rarity: [Float]
  private let meanLength: Float

  /// - Parameter stories: how many stories have a word.
  init(_ weights: PhraseWeights, of all: Int, meanLength: Double, stories: (CompiledQuery.Word) throws -> Int)
    rethrows
  {
    self.weights = weights
    self.meanLength = max(Float(meanLength), 1)
    rarity = try weights.groups.map { words in
      let having = try words.reduce(0) { try $0 + stories($1) }
      return max(Float(Ranking.idf(stories: having, of: all)), 0.3)
    }
  }

  /// The score of a story with these counts of phrases.
  func score(_ counts: [UInt8], words: Int) -> Float {
    var sums = [Float](repeating: 0, count: rarity.count)
    for (count, phrase) in zip(counts, weights.phrases) where count > 0 {
      if let phrase { sums[phrase.group] += Float(count) * phrase.weight }
    }
    let damped = Self.saturation * (1 - Self.lengths + Self.lengths * Float(words) / meanLength)
    var score: Float = 0
    for (sum, rarity) in zip(sums, rarity) where sum > 0 {
      score += rarity * sum * (Self.saturation + 1) / (sum + damped)
    }
    return score
  }
}
