/// A search kept under a name and shown like a desk.
public struct SavedSearch: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The search as it would be typed, with all words complete.
  public var text: String
  /// Whether it is in the person's own settings file, which the reader never writes.
  public var isSetByHand: Bool

  /// Names a search.
  public init(name: String, text: String, isSetByHand: Bool = false) {
    (self.name, self.text, self.isSetByHand) = (name, text, isSetByHand)
  }

  /// The search for stories that came since the last visit.
  public static let new = SavedSearch(name: "New since last visit", text: "is:new")
}

/// A kept search with its number of stories.
public struct SearchCount: Hashable, Sendable {
  /// The search.
  public var search: SavedSearch
  /// How many stories.
  public var total: Int
  /// How many of them are unread.
  public var unread: Int
  /// Whether there are more than were counted.
  public var isMore: Bool

  /// Makes a count.
  public init(_ search: SavedSearch, total: Int, unread: Int, isMore: Bool = false) {
    (self.search, self.total, self.unread, self.isMore) = (search, total, unread, isMore)
  }
}
