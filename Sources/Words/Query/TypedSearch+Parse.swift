public import Stories

extension TypedSearch {
  /// Reads a search.
  ///
  /// - Parameters:
  ///   - now: the moment and zone that `today` refers to.
  ///   - isTyping: whether the last word may go on, and so counts as a beginning.
  public init(_ text: String, now: Timestamp, isTyping: Bool = true) {
    var query = SearchQuery.parse(text, now: now)
    if !isTyping { query.lastWordIsPrefix = false }
    self.init(text: text, query: query)
  }

  /// Reads a kept search, whose words are complete.
  public init(_ saved: SavedSearch, now: Timestamp) {
    self.init(saved.text, now: now, isTyping: false)
    name = saved.name
  }
}
