/// One row of the article list: what is shown of a story before it is opened.
public struct Listing: Hashable, Sendable {
  /// The story's id.
  public var id: StoryID
  /// Its place in the index, in publication order: larger is newer.
  public var position: Int64
  /// Its file's path, relative to the library's directory.
  public var path: String
  /// Its headline.
  public var headline: String
  /// Its first lines, cut to about 240 characters.
  public var teaser: String
  /// Its desk.
  public var section: String?
  /// When it was published.
  public var published: Timestamp?
  /// When it was last changed, if the story says so.
  public var updated: Timestamp?
  /// Whether the list places it by `updated`, as it does later versions.
  public var standsByChange = false
  /// Whether it has changed since it was read.
  public var isChanged = false
  /// How many words it has.
  public var words: Int
  /// Whether it has been read.
  public var isRead: Bool
  /// Whether it is saved for later.
  public var isSaved: Bool
  /// Whether it may be published.
  public var status: Wire.Status
  /// Not to be published before this moment.
  public var embargo: Timestamp?
  /// Which version it is, if the wire says so.
  public var version: Int?
  /// How many other versions and copies it has.
  public var versions: Int
  /// The feed, wire, mailbox or file that brought it, where the query asks for details or is grouped by it.
  public var source: String?
  /// The agency's working title, where the query asks for details.
  public var slug: String?
  /// From 1 (most urgent) to 9, where the query asks for details.
  public var urgency: Int?
  /// A word of the search that it lacks, when few stories have all words; nil for the others.
  public var lacks: String?

  /// Makes a row.
  public init(
    id: StoryID, position: Int64, path: String, headline: String, teaser: String, section: String?,
    published: Timestamp?, words: Int, isRead: Bool, isSaved: Bool, status: Wire.Status = .usable,
    embargo: Timestamp? = nil, version: Int? = nil, versions: Int = 0
  ) {
    self.id = id
    self.position = position
    self.path = path
    self.headline = headline
    self.teaser = teaser
    self.section = section
    self.published = published
    self.words = words
    self.isRead = isRead
    self.isSaved = isSaved
    self.status = status
    self.embargo = embargo
    self.version = version
    self.versions = versions
  }

  /// Whether its embargo has not ended yet.
  ///
  /// - Parameter seconds: since 1970.
  public func isEarly(at seconds: Int64) -> Bool { embargo.map { $0.seconds > seconds } == true }

  /// The time that places it in a list ordered by time.
  public var time: Timestamp? { standsByChange ? updated ?? published : published }
}
