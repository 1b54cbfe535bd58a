public import Stories

extension CompiledQuery {
  /// Compiles a query without other forms of its words.
  public init(_ query: SearchQuery) {
    self.init(query, shelved: { _ in [] }, forms: { _ in [] }, completions: { _ in nil })
  }

  /// Compiles a query with what the library knows about its words.
  ///
  /// - Parameters:
  ///   - shelved: the index's words for a facet; any of them is enough.
  ///   - forms: the other forms of a folded word. It is called for complete words, and for the word being
  ///     typed, which may be complete; at most sixteen times per query.
  ///   - completions: the words that a folded beginning stands for; nil to let the index find all words with
  ///     that beginning.
  public init<Failure: Error>(
    _ query: SearchQuery, shelved: @escaping (Facet) throws(Failure) -> [String],
    forms: @escaping (String) throws(Failure) -> [String],
    completions: @escaping (String) throws(Failure) -> [String]?
  ) throws(Failure) {
    self.init()
    guard let node = query.root else { return }
    var compiler = QueryCompiler(
      lastWordIsPrefix: query.lastWordIsPrefix, shelved: shelved, forms: forms, completions: completions)
    // Only punctuation: no story is meant.
    root = try compiler.part(node, isWanted: true) ?? .any([])
  }
}

/// Folds the words of a query, and keeps its structure.
private struct QueryCompiler<Failure: Error> {
  typealias Part = CompiledQuery.Part
  typealias Group = CompiledQuery.Group
  typealias Run = CompiledQuery.Run

  let lastWordIsPrefix: Bool
  let shelved: (Facet) throws(Failure) -> [String]
  let forms: (String) throws(Failure) -> [String]
  let completions: (String) throws(Failure) -> [String]?
  /// How many more words may be looked up for other forms.
  var left = 16

  /// The meaning of a node; nil if it has neither letters nor digits.
  mutating func part(_ node: SearchQuery.Node, isWanted: Bool) throws(Failure) -> Part? {
    switch node {
    case .word(let word): try group(word, isWanted: isWanted).map(Part.group)
    case .phrase(let text): Self.group(SearchText.words(text), isWanted: isWanted).map(Part.group)
    case .near(let words, let distance):
      Self.near(words.compactMap { Self.group(SearchText.words($0), isWanted: isWanted) }, distance)
    case .title(let inner): try part(inner, isWanted: isWanted).map(Part.headline)
    case .facet(let facet):
      .facet(
        try shelved(facet), byline: facet.kind == .author ? SearchText.words(facet.value) : [])
    case .not(let inner): try part(inner, isWanted: !isWanted).map(Part.not)
    case .all(let nodes): Self.joined(try parts(nodes, isWanted), Part.all)
    case .any(let nodes): Self.choice(try parts(nodes, isWanted))
    }
  }

  private mutating func parts(_ nodes: [SearchQuery.Node], _ isWanted: Bool) throws(Failure) -> [Part] {
    var parts: [Part] = []
    for node in nodes {
      if let part = try part(node, isWanted: isWanted) { parts.append(part) }
    }
    return parts
  }

  private mutating func group(_ word: SearchQuery.Word, isWanted: Bool) throws(Failure) -> Group? {
    let words = SearchText.words(word.text)
    guard let last = words.last else { return nil }
    var run = Run(words, isBeginning: word.isPrefix || word.isLast && lastWordIsPrefix)
    var others: [String] = []
    if run.isBeginning { run.completions = try completions(last)?.filter { $0 != last } }
    // The word being typed counts both as a beginning and as a word: `ferries` finds `ferry` already.
    if !word.isPrefix, words.count == 1, left > 0 {
      left -= 1
      let findsBegun = run.isBeginning && run.completions == nil
      others = try forms(last).flatMap(SearchText.words).filter {
        $0 != last && !(findsBegun && $0.hasPrefix(last))
      }
    }
    return Group(
      [run] + others.prefix(Stemmer.formLimit).map { Run([$0], origin: .form) }, isWanted: isWanted)
  }

  private static func group(_ words: [String], isWanted: Bool) -> Group? {
    words.isEmpty ? nil : Group([Run(words)], isWanted: isWanted)
  }

  private static func near(_ groups: [Group], _ distance: Int) -> Part? {
    groups.count > 1 ? .near(groups, distance) : groups.first.map(Part.group)
  }

  private static func joined(_ parts: [Part], _ join: ([Part]) -> Part) -> Part? {
    parts.count > 1 ? join(parts) : parts.first
  }

  /// Words of which any is enough become one group.
  private static func choice(_ parts: [Part]) -> Part? {
    let groups = parts.compactMap { part -> Group? in if case .group(let group) = part { group } else { nil }
    }
    guard let first = groups.first, groups.count == parts.count else { return joined(parts, Part.any) }
    return .group(Group(groups.flatMap(\.alternatives), isWanted: first.isWanted))
  }
}
