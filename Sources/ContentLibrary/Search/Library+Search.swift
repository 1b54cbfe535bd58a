internal import GRDB
public import Stories
internal import Words

/// What a search found.
public struct SearchResult: Hashable, Sendable {
  /// The stories, best first.
  public var rows: [Listing] = []
  /// How many match; where there are more than were looked at, so many at least.
  public var count = 0
  /// Whether there are more than `count`.
  public var isMore = false
  /// What was looked for in the text, with the forms of words that the library has.
  public var compiled = CompiledQuery()
  /// What could not be searched as it was meant; nil when everything was understood.
  public var notice: String?
  /// Where nothing was found: words that no story has, with those that may have been meant, the likeliest first.
  public var spellings: [Spelling.Suggestion] = []
}

extension Library {
  /// How many stories that a search finds stand in another order than by time.
  public static let mostInOrder = Candidates.most

  /// Looks for stories by their words and by what is known of them, best first.
  ///
  /// The newest two thousand that match are ranked, by how well headline and text answer and by age; older
  /// ones are not among the answers, and the count says that there are more. FTS5's own rank of a common word
  /// takes seconds at a million stories: it counts all that have it. Where few stories have all the words,
  /// those that miss one follow.
  ///
  /// - Parameters:
  ///   - now: the moment that age is counted from, in seconds since 1970.
  ///   - isExact: whether only stories that have every word, as it is spelt, are wanted.
  public func search(_ query: SearchQuery, now: Int64, limit: Int, isExact: Bool = false)
    throws(LibraryError) -> SearchResult
  {
    guard let meant = try meaning(of: query) else { return SearchResult() }
    return try read { db in
      let statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
      var result = SearchResult(compiled: statement.compiled, notice: statement.notice)
      guard var found = try Candidates(statement, now: now, in: db) else { return result }
      if !isExact { found = try widened(found, meant, now: now, in: db) ?? found }
      (result.compiled, result.notice) = (found.statement.compiled, found.statement.notice)
      result.isMore = found.isMore
      result.count = found.stories.count + found.lacking.count
      if result.count == 0 {
        result.spellings = try Vocabulary(db: db).spellings(of: statement.compiled.typedWords)
      }
      result.rows = try WindowRows.listings(at: found.places(.bestFirst).prefix(max(limit, 0)), in: db)
        .map(found.marked)
      return result
    }
  }

  /// What was found with what may have been meant: words spelt as the library has them where nothing has them
  /// as they were typed, and stories that miss a word where few have all; nil when it is not wanted any more.
  func widened(
    _ candidates: Candidates, _ meant: ResolvedSearch, now: Int64, patience: Duration? = nil, in db: Database,
    cancellation: Cancellation = Cancellation()
  ) throws -> Candidates? {
    // What was already understood otherwise than it was typed stays so.
    guard meant.query.notice == nil else { return candidates }
    var (found, meant) = (candidates, meant)
    if found.stories.isEmpty, let root = meant.query.root {
      let unknown = try Vocabulary(db: db).spellings(of: found.statement.compiled.typedWords)
      if !unknown.isEmpty, unknown.allSatisfy(\.isSure) {
        let meantBy = Dictionary(unknown.map { ($0.word, $0.words[0]) }) { first, _ in first }
        meant.query.root = root.spelt(meantBy)
        var statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
        let words = unknown.map { $0.words[0] }.joined(separator: ", ")
        statement.notice = "showing results for “\(words)”"
        guard
          let other = try Candidates(
            statement, now: now, patience: patience, in: db, cancellation: cancellation)
        else { return nil }
        if !other.stories.isEmpty || unknown.count < found.statement.compiled.typedWords.count {
          found = other
        }
      }
    }
    guard try found.addLacking(meant, now: now, visit: visit, in: db, cancellation: cancellation) else {
      return nil
    }
    return found.stories.isEmpty && found.lacking.isEmpty ? candidates : found
  }
}

extension Candidates {
  /// The row with the word that its story does not have.
  func marked(_ listing: Listing) -> Listing {
    guard let word = lacks(listing.position) else { return listing }
    var listing = listing
    listing.lacks = word
    return listing
  }
}

extension SearchQuery.Node {
  /// The same with some folded words in another spelling.
  fileprivate func spelt(_ words: [String: String]) -> SearchQuery.Node {
    switch self {
    case .word(var word):
      let folded = SearchText.words(word.text)
      if folded.count == 1, let other = words[folded[0]] { (word.text, word.isLast) = (other, false) }
      return .word(word)
    case .title(let inner): return .title(inner.spelt(words))
    case .all(let nodes): return .all(nodes.map { $0.spelt(words) })
    case .any(let nodes): return .any(nodes.map { $0.spelt(words) })
    case .phrase, .near, .facet, .not: return self
    }
  }
}
