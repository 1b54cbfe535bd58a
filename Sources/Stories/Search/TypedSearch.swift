/// A search of the list: the text as typed, and the query it means.
public struct TypedSearch: Hashable, Sendable {
  /// The text as typed.
  public var text: String
  /// The query.
  public var query: SearchQuery
  /// The name it is kept under, if it is.
  public var name: String?

  /// Makes a search from a text and its query.
  public init(text: String, query: SearchQuery, name: String? = nil) {
    (self.text, self.query, self.name) = (text, query, name)
  }

  /// The text to keep for later: a last word that was searched as a beginning gets its `*`.
  public var finished: String {
    query.lastWordIsPrefix ? text + "*" : text
  }
}
