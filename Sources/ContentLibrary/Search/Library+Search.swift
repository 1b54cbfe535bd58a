internal import Database
public import Stories
internal import Words

/// The results of a search.
public struct SearchResult: Hashable, Sendable {
  /// The stories, best first.
  public var rows: [Listing] = []
  /// The number of matches; a lower bound if `isMore`.
  public var count = 0
  /// Whether there are more than `count`.
  public var isMore = false
  /// The words searched for, with other forms that the library has.
  public var compiled = CompiledQuery()
  /// A message about parts of the query that were not understood; nil if all were.
  public var notice: String?
  /// If nothing was found, words that no story has, each with similar words, most likely first.
  public var spellings: [Spelling.Suggestion] = []
}

extension Library {
  /// The most matches that can be listed in an order other than time.
  public static let mostInOrder = Candidates.most

  /// Finds stories by a query, best first.
  ///
  /// The newest two thousand matches are ranked by headline, text and age. Older ones are not returned, and
  /// `isMore` says that there are more. FTS5's own ranking of a common word takes seconds with a million
  /// stories, because it reads all that have it. If few stories have all the words, those that lack one
  /// follow.
  ///
  /// - Parameters:
  ///   - now: the current time, in seconds since 1970, for the age of stories.
  ///   - isExact: whether to return only stories with every word as it is spelt.
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

  /// The matches, widened if there are few: words that no story has are replaced by similar ones, and
  /// stories that lack a word are added.
  ///
  /// Nil if cancelled.
  func widened(
    _ candidates: Candidates, _ meant: ResolvedSearch, now: Int64, patience: Duration? = nil,
    in db: Connection,
    cancellation: Cancellation = Cancellation()
  ) throws -> Candidates? {
    // A query that was already reinterpreted is not changed again.
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
  /// The row with the word that its story lacks.
  func marked(_ listing: Listing) -> Listing {
    guard let word = lacks(listing.position) else { return listing }
    var listing = listing
    listing.lacks = word
    return listing
  }
}

extension SearchQuery.Node {
  /// The query with some folded words replaced.
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
