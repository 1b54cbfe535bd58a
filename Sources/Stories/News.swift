/// What happened to a story of the library, or that it came.
public struct News: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It must not be used any more.
    case killed
    /// It must not be used for now.
    case withheld
    /// Its newest version corrects what went out before.
    case corrected
    /// It has other words.
    case updated
    /// It was not there before.
    case arrived

    /// Whether the words of the story are not to be shown any more.
    public var takesWords: Bool { self == .killed || self == .withheld }
  }

  /// What happened.
  public var kind: Kind
  /// The story as it is now.
  public var listing: Listing
  /// Its other versions, of which nothing is to be shown either when it is killed.
  public var versions: [StoryID]

  /// Makes news of a story.
  public init(_ kind: Kind, _ listing: Listing, versions: [StoryID] = []) {
    (self.kind, self.listing, self.versions) = (kind, listing, versions)
  }
}

/// What landed in a library in one go.
public struct Landing: Hashable, Sendable {
  /// How many stories are new, as far as that is to be said.
  public var count: Int
  /// The stories that are new, as many as are known by name.
  public var arrivals: [StoryID]
  /// What happened to stories that were there before, the latest last.
  public var changes: [News]

  /// Makes a landing.
  public init(count: Int = 0, arrivals: [StoryID] = [], changes: [News] = []) {
    (self.count, self.arrivals, self.changes) = (count, arrivals, changes)
  }

  /// The most stories that are named at once.
  public static let most = 20_000

  /// Whether there may be more than are named.
  public var isFull: Bool { arrivals.count + changes.count >= Self.most }

  /// Whether nothing landed.
  public var isEmpty: Bool { count == 0 && arrivals.isEmpty && changes.isEmpty }
}
