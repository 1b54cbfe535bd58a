/// What happened to a story in the library, or that it arrived.
public struct News: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It must not be used any more.
    case killed
    /// It must not be used for now.
    case withheld
    /// Its newest version corrects an earlier one.
    case corrected
    /// Its words changed.
    case updated
    /// It was not there before.
    case arrived

    /// Whether the story's words must no longer be shown.
    public var takesWords: Bool { self == .killed || self == .withheld }
  }

  /// What happened.
  public var kind: Kind
  /// The story as it is now.
  public var listing: Listing
  /// Its other versions, which are not shown either once it is killed.
  public var versions: [StoryID]

  /// Makes news of a story.
  public init(_ kind: Kind, _ listing: Listing, versions: [StoryID] = []) {
    (self.kind, self.listing, self.versions) = (kind, listing, versions)
  }
}

/// Everything that one refresh brought in.
public struct Landing: Hashable, Sendable {
  /// How many stories are new, as far as they should be announced.
  public var count: Int
  /// The new stories that are known by id.
  public var arrivals: [StoryID]
  /// What happened to older stories, the latest last.
  public var changes: [News]

  /// Makes a landing.
  public init(count: Int = 0, arrivals: [StoryID] = [], changes: [News] = []) {
    (self.count, self.arrivals, self.changes) = (count, arrivals, changes)
  }

  /// The most stories to name at once.
  public static let most = 20_000

  /// Whether there may be more than are named.
  public var isFull: Bool { arrivals.count + changes.count >= Self.most }

  /// Whether nothing landed.
  public var isEmpty: Bool { count == 0 && arrivals.isEmpty && changes.isEmpty }
}
