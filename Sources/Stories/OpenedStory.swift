/// A story opened for reading, with the stories around it and the reader's place in it.
public struct OpenedStory: Hashable, Sendable {
  /// The story, with references and teasers resolved.
  public var story: Story
  /// Its row in the list.
  public var listing: Listing
  /// The rows of READ MORE, best first.
  public var related: [Related]
  /// Where the reader left it.
  public var place: ReadingPlace
  /// What the reader has kept of it.
  public var clips: [Clip] = []

  /// Makes an opened story.
  public init(story: Story, listing: Listing, related: [Related], place: ReadingPlace = .beginning) {
    self.story = story
    self.listing = listing
    self.related = related
    self.place = place
  }

  /// Replaces the stories on the same subject.
  ///
  /// They follow the story's own links, unread ones first. A story that is listed for a better reason is left
  /// out.
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

/// A row of READ MORE, and the reason for it.
public struct Related: Hashable, Sendable {
  /// The reason for a row; earlier cases come first in the panel.
  public enum Reason: Hashable, Sendable, Comparable {
    /// It is the story in another language.
    case translation
    /// The story announces it on a line of its own or in a teaser.
    case readMore
    /// The story links to it in the text.
    case linkedHere
    /// It links to the story.
    case linksHere
    /// It is another version of the story.
    case version
    /// It is about the same subject.
    case alike
    /// The story names it, but no such story is in the library.
    case notHere
    /// It leads outside the library.
    case outside
  }

  /// Why it is there.
  public var reason: Reason
  /// The other story's headline, or the words of the reference.
  public var title: String
  /// Its teaser text; empty if there is none.
  public var text: String
  /// The other story's row; nil if it is not in the library.
  public var listing: Listing?
  /// The address of something outside the library.
  public var target: String?
  /// The index in `references` of the reference behind this row, if any.
  public var reference: Int?
  /// The words that both stories share, for stories on the same subject.
  public var shares: [String]
  /// The similar story that links this one with the story being read, if there is one.
  public var via: Via?

  /// The language of a translation.
  public var language: String?

  /// A story similar to the one being read.
  public struct Via: Hashable, Sendable {
    /// Its headline.
    public var headline: String
    /// Whether it links to the story in the panel, rather than being linked from it.
    public var isTarget: Bool

    /// Makes one.
    public init(headline: String, isTarget: Bool) {
      (self.headline, self.isTarget) = (headline, isTarget)
    }
  }

  /// Whether `listing` is only a likely match, so the reader asks before opening it.
  public var isProbable = false

  /// Makes a teaser.
  public init(
    reason: Reason, title: String, text: String = "", listing: Listing? = nil, target: String? = nil,
    reference: Int? = nil, shares: [String] = [], via: Via? = nil, isProbable: Bool = false,
    language: String? = nil
  ) {
    self.language = language
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
