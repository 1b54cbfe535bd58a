/// What somebody looks for in the list: the words as typed, and what they were understood as.
public struct TypedSearch: Hashable, Sendable {
  /// As typed.
  public var text: String
  /// As understood.
  public var query: SearchQuery
  /// The name it is kept under, if it is.
  public var name: String?

  /// Reads a search.
  ///
  /// - Parameters:
  ///   - now: the moment and zone that `today` counts from.
  ///   - isTyping: whether the last word may go on, and is looked for as the beginning of one.
  public init(_ text: String, now: Timestamp, isTyping: Bool = true) {
    self.text = text
    query = SearchQuery.parse(text, now: now)
    if !isTyping { query.lastWordIsPrefix = false }
  }

  /// Reads a search that was kept: its words are whole.
  public init(_ saved: SavedSearch, now: Timestamp) {
    self.init(saved.text, now: now, isTyping: false)
    name = saved.name
  }

  /// As it is kept for later, when nobody is typing any more: a word that was found by its beginning gets the sign for it.
  public var finished: String {
    query.lastWordIsPrefix ? text + "*" : text
  }
}
