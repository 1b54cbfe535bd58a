public import Stories

extension TypedSearch {
  /// Reads a search.
  ///
  /// - Parameters:
  ///   - now: the moment and zone that `today` counts from.
  ///   - isTyping: whether the last word may go on, and is looked for as the beginning of one.
  public init(_ text: String, now: Timestamp, isTyping: Bool = true) {
    var query = SearchQuery.parse(text, now: now)
    if !isTyping { query.lastWordIsPrefix = false }
    self.init(text: text, query: query)
  }

  /// Reads a search that was kept: its words are whole.
  public init(_ saved: SavedSearch, now: Timestamp) {
    self.init(saved.text, now: now, isTyping: false)
    name = saved.name
  }
}
