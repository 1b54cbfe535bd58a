/// A search kept under a name and shown like a desk.
public struct SavedSearch: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The search as it would be typed, with all words complete.
  public var text: String
  /// Whether it is in the person's own settings file, which the reader never writes.
  public var isSetByHand: Bool
  /// Whether the reader is told of stories that arrive and that it finds.
  public var alerts = false
  /// How long the list leaves out what it finds; nil if it does not.
  public var hiding: Hiding?

  /// How long the list leaves out what a search finds.
  public enum Hiding: Hashable, Sendable {
    /// Until it is ended by hand.
    case always
    /// Until a day begins.
    case until(Day)
  }

  /// Names a search.
  public init(name: String, text: String, isSetByHand: Bool = false) {
    (self.name, self.text, self.isSetByHand) = (name, text, isSetByHand)
  }

  /// The search for stories that came since the last visit.
  public static let new = SavedSearch(name: "New since last visit", text: "is:new")

  /// Whether the list leaves out what it finds on a day.
  public func hides(on day: Day) -> Bool {
    switch hiding {
    case nil: false
    case .always: true
    case .until(let end): day < end
    }
  }
}

/// A story that a kept search has found as it arrived.
public struct StoryAlert: Hashable, Sendable {
  /// The name of the search.
  public var search: String
  /// The story.
  public var listing: Listing
  /// When it was noted, in seconds since 1970.
  public var moment: Int64
  /// Whether it has been in the list of alerts before.
  public var isSeen: Bool

  /// Makes an alert.
  public init(search: String, listing: Listing, moment: Int64, isSeen: Bool = false) {
    (self.search, self.listing, self.moment, self.isSeen) = (search, listing, moment, isSeen)
  }
}

/// What kept searches have found among the latest arrivals.
public struct AlertsFound: Hashable, Sendable {
  /// How many alerts are new, by the name of the search.
  public var fresh: [String: Int]
  /// The latest of them; nil if there is none.
  public var latest: StoryAlert?
  /// How many alerts have not been looked at, by the name of the search.
  public var unseen: [String: Int]

  /// Makes the answer.
  public init(fresh: [String: Int] = [:], latest: StoryAlert? = nil, unseen: [String: Int] = [:]) {
    (self.fresh, self.latest, self.unseen) = (fresh, latest, unseen)
  }
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
