/// What somebody looks for in the list: the words as typed, and what they were understood as.
public struct TypedSearch: Hashable, Sendable {
  /// As typed.
  public var text: String
  /// As understood.
  public var query: SearchQuery
  /// The name it is kept under, if it is.
  public var name: String?

  /// Takes a search that has been read.
  public init(text: String, query: SearchQuery, name: String? = nil) {
    (self.text, self.query, self.name) = (text, query, name)
  }

  /// As it is kept for later, when nobody is typing any more: a word that was found by its beginning gets the sign for it.
  public var finished: String {
    query.lastWordIsPrefix ? text + "*" : text
  }
}
