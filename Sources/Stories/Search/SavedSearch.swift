/// A search that is kept under a name, and shown as a desk of one's own.
public struct SavedSearch: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// What is looked for, as it would be typed; its words are whole.
  public var text: String
  /// Whether it stands in the person's own settings, which the reader never writes to.
  public var isSetByHand: Bool

  /// Names a search.
  public init(name: String, text: String, isSetByHand: Bool = false) {
    (self.name, self.text, self.isSetByHand) = (name, text, isSetByHand)
  }

  /// The stories that came since the last visit.
  public static let new = SavedSearch(name: "New since last visit", text: "is:new")
}

/// How many stories a saved search has.
public struct SearchCount: Hashable, Sendable {
  /// Which.
  public var search: SavedSearch
  /// How many stories.
  public var total: Int
  /// How many of those are unread.
  public var unread: Int
  /// Whether there are more than were counted.
  public var isMore: Bool

  /// Makes a count.
  public init(_ search: SavedSearch, total: Int, unread: Int, isMore: Bool = false) {
    (self.search, self.total, self.unread, self.isMore) = (search, total, unread, isMore)
  }
}
