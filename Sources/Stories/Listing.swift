/// One row of the article list: what is shown of a story before it is opened.
public struct Listing: Hashable, Sendable {
  /// Which story.
  public var id: StoryID
  /// Its place in the index, in publication order: larger is newer.
  public var position: Int64
  /// Where its file lies, relative to the library's directory.
  public var path: String
  /// Its headline.
  public var headline: String
  /// Its first lines, cut to some 240 characters.
  public var teaser: String
  /// Its desk.
  public var section: String?
  /// When it was published.
  public var published: Timestamp?
  /// How many words it has.
  public var words: Int
  /// Whether it has been read.
  public var isRead: Bool
  /// Whether it is saved for later.
  public var isSaved: Bool
  /// Whether it may be used.
  public var status: Wire.Status
  /// Not to be published before this moment.
  public var embargo: Timestamp?
  /// Which version it is, where the wire says so.
  public var version: Int?

  /// Makes a row.
  public init(
    id: StoryID, position: Int64, path: String, headline: String, teaser: String, section: String?,
    published: Timestamp?, words: Int, isRead: Bool, isSaved: Bool, status: Wire.Status = .usable,
    embargo: Timestamp? = nil, version: Int? = nil
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
  }
}

/// Which stories the list shows, and in which order.
public struct Query: Hashable, Sendable {
  /// A mark that stories must carry to be shown.
  public enum Marked: String, Hashable, Sendable, CaseIterable {
    case all, unread, saved
  }
  /// The order of the rows.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    case newestFirst, oldestFirst
  }

  /// The mark they carry.
  public var marked: Marked
  /// The desk they belong to; nil for all.
  public var section: String?
  /// The order they come in.
  public var order: Order

  /// All stories, newest first, unless said otherwise.
  public init(marked: Marked = .all, section: String? = nil, order: Order = .newestFirst) {
    self.marked = marked
    self.section = section
    self.order = order
  }
}

/// The rows around one place in a list that is never loaded whole.
public struct Window: Hashable, Sendable {
  /// The place that a window is asked for.
  public enum Anchor: Hashable, Sendable {
    /// The list's first row, and the rows after it.
    case first
    /// The list's last row, and the rows before it.
    case last
    /// The row at this `Listing.position`, or else its nearest neighbour.
    case position(Int64)
  }

  /// What it answers.
  public var query: Query
  /// The rows, in the query's order.
  public var rows: [Listing]
  /// Whether the first row is the list's first.
  public var reachesFirst: Bool
  /// Whether the last row is the list's last.
  public var reachesLast: Bool
  /// How many rows of the list stand before the first of these.
  public var rowsBefore: Int
  /// How many stories the query has.
  public var total: Int
  /// How many of those are unread.
  public var unread: Int

  /// Makes a window.
  public init(
    query: Query, rows: [Listing], reachesFirst: Bool, reachesLast: Bool, rowsBefore: Int, total: Int,
    unread: Int
  ) {
    self.query = query
    self.rows = rows
    self.reachesFirst = reachesFirst
    self.reachesLast = reachesLast
    self.rowsBefore = rowsBefore
    self.total = total
    self.unread = unread
  }
}

/// A desk, with how much it holds.
public struct Desk: Hashable, Sendable {
  /// The section's name, as the stories have it.
  public var section: String
  /// How many stories.
  public var total: Int
  /// How many of those are unread.
  public var unread: Int

  /// Makes a desk.
  public init(section: String, total: Int, unread: Int) {
    self.section = section
    self.total = total
    self.unread = unread
  }
}
