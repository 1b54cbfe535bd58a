internal import GRDB
public import Stories

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
  /// The newest two thousand that match are ranked, by how well their headlines answer and by age; older ones are not
  /// among the answers, and the count says that there are more. FTS5's own rank of a common word takes seconds at a
  /// million stories: it counts all that have it.
  ///
  /// - Parameter now: the moment that age is counted from, in seconds since 1970.
  public func search(_ query: SearchQuery, now: Int64, limit: Int) throws(LibraryError) -> SearchResult {
    guard let meant = try meaning(of: query) else { return SearchResult() }
    return try read { db in
      let statement = try SearchStatement(meant, in: db, visit: visit, samples: samples)
      var result = SearchResult(compiled: statement.compiled, notice: statement.notice)
      guard var found = try Candidates(statement, now: now, in: db, isWanted: { true }) else { return result }
      result.isMore = found.isMore
      result.count = found.stories.count
      if found.stories.isEmpty {
        result.spellings = try Vocabulary(db: db).spellings(of: statement.compiled.typedWords)
      }
      result.rows = try WindowRows.listings(at: found.places(.bestFirst).prefix(max(limit, 0)), in: db)
      return result
    }
  }
}
