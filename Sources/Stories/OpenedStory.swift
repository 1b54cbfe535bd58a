/// A story on the reader's table: its text, the stories around it, and what the reader did with it.
public struct OpenedStory: Hashable, Sendable {
  /// The story, its references and teasers resolved.
  public var story: Story
  /// Its row in the list.
  public var listing: Listing
  /// The ways on from here, best first.
  public var related: [Related]
  /// Where the reader left it.
  public var place: ReadingPlace

  /// Makes an opened story.
  public init(story: Story, listing: Listing, related: [Related], place: ReadingPlace = .beginning) {
    self.story = story
    self.listing = listing
    self.related = related
    self.place = place
  }

  /// Puts in what is alike, in the place of what was there of that: after what the story says itself, the unread before
  /// the read, and none that is there for a better reason.
  public mutating func put(alike: [Related]) {
    related.removeAll { $0.reason == .alike }
    let known = Set(related.compactMap(\.listing?.id))
    let fresh = alike.filter { $0.listing.map { !known.contains($0.id) && $0.id != story.id } ?? false }
    let place = related.firstIndex { $0.reason > .alike } ?? related.endIndex
    related.insert(
      contentsOf: fresh.filter { $0.listing?.isRead == false } + fresh.filter { $0.listing?.isRead == true },
      at: place)
  }
}

/// A teaser of the READ MORE panel, and why it is there.
public struct Related: Hashable, Sendable {
  /// Why it is there; earlier cases come first in the panel.
  public enum Reason: Hashable, Sendable, Comparable {
    /// The story announces it on a line of its own, or teases it at its end.
    case readMore
    /// The story links to it within the text.
    case linkedHere
    /// It links to the story.
    case linksHere
    /// It is the same story in another version.
    case version
    /// It is about the same.
    case alike
    /// The story names it, but no such story is in the library.
    case notHere
    /// It leads out of the library.
    case outside
  }

  /// Why it is there.
  public var reason: Reason
  /// The other story's headline, or the words of the reference.
  public var title: String
  /// Its teaser text; empty where there is none.
  public var text: String
  /// The other story's row; nil where it is not in the library.
  public var listing: Listing?
  /// The address, for what leads outside.
  public var target: String?
  /// The reference of the story it stands for: an index into `references`; nil for others.
  public var reference: Int?
  /// The words that both have, for what is alike.
  public var shares: [String]
  /// The story in between, where a story is here because one that is alike links to it or is linked from it.
  public var via: Via?

  /// A story that is like the one that is read.
  public struct Via: Hashable, Sendable {
    /// Its headline.
    public var headline: String
    /// Whether it links to the story that stands in the panel, and not the other way round.
    public var isTarget: Bool

    /// Makes one.
    public init(headline: String, isTarget: Bool) {
      (self.headline, self.isTarget) = (headline, isTarget)
    }
  }

  /// Whether `listing` is only probably what is meant, so that the reader is asked before it is opened.
  public var isProbable = false

  /// Makes a teaser.
  public init(
    reason: Reason, title: String, text: String = "", listing: Listing? = nil, target: String? = nil,
    reference: Int? = nil, shares: [String] = [], via: Via? = nil, isProbable: Bool = false
  ) {
    self.via = via
    self.isProbable = isProbable
    self.reason = reason
    self.title = title
    self.text = text
    self.listing = listing
    self.target = target
    self.reference = reference
    self.shares = shares
  }
}
