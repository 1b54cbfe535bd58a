/// Which stories the list shows, and in which order.
public struct Query: Hashable, Sendable {
  /// A mark that stories must carry to be shown.
  public enum Marked: String, Hashable, Sendable, CaseIterable {
    case all, unread, saved
  }
  /// The order of the rows.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// By time of publication; stories without a date come last under `newestFirst`.
    case newestFirst, oldestFirst
    /// By headline, ignoring case, accents and punctuation.
    case headline
    /// By the number of words.
    case longestFirst, shortestFirst
    /// By how well they match the search; without a search, by time.
    case bestFirst

    /// The orders of every list; a search also has `bestFirst`.
    public static let allCases: [Order] = [
      .newestFirst, .oldestFirst, .headline, .longestFirst, .shortestFirst,
    ]

    /// Whether the rows are in order of publication, forwards or backwards.
    public var isByTime: Bool { self == .newestFirst || self == .oldestFirst }
  }

  /// The mark that the stories must have.
  public var marked: Marked
  /// What the stories must all have in common, in the order the list was narrowed; empty for all stories.
  public var facets: [Facet]
  /// The search; nil for all stories.
  public var search: TypedSearch?
  /// The order of the rows.
  public var order: Order
  /// What the rows stand under, in lists by time that are no results of a search.
  public var grouping = Grouping.dates
  /// Whether the rows have their slug, urgency and source, which takes look-ups for each.
  public var isDetailed = false

  /// What rows stand under.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case dates, desk, source
    /// Nothing: there are no headings.
    case none
  }

  /// The kind of facet whose stories stand together; nil in lists by date alone, by headline or length, and
  /// in results.
  public var groupedBy: Facet.Kind? {
    guard search == nil, order.isByTime, marked != .saved || grouping == .desk else { return nil }
    return switch grouping {
    case .desk: .desk
    case .source: .source
    case .dates, .none: nil
    }
  }

  /// Whether a row is newer, or older, than all rows after it.
  public var isByTime: Bool { order.isByTime && groupedBy == nil }

  /// Asks for all stories, newest first, unless told otherwise.
  public init(
    marked: Marked = .all, facets: [Facet] = [], search: TypedSearch? = nil, order: Order = .newestFirst
  ) {
    self.marked = marked
    self.facets = facets
    self.search = search
    self.order = order
  }

  /// The same query without facets of one kind.
  public func widened(to kind: Facet.Kind) -> Query {
    var query = self
    query.facets.removeAll { $0.kind == kind }
    return query
  }

  /// Asks for the stories with one thing in common.
  public init(
    marked: Marked = .all, facet: Facet?, search: TypedSearch? = nil, order: Order = .newestFirst
  ) {
    self.init(marked: marked, facets: facet.map { [$0] } ?? [], search: search, order: order)
  }

  /// Asks for the stories of a desk.
  public init(marked: Marked = .all, section: String?, order: Order = .newestFirst) {
    self.init(marked: marked, facet: section.map { Facet(.desk, $0) }, order: order)
  }
}

/// Something that stories have in common and a list can be narrowed by.
public struct Facet: Hashable, Sendable {
  /// The kinds of facets.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case desk, author, tag
    /// A tag of the reader's own, which is kept with the marks.
    case mine = "mytag"
    /// The people, places and organisations that a story names as its subject, apart from its tags.
    case person, place, organisation
    case language, format
    /// The feed, wire or mailbox that brought it.
    case source
    /// What it has besides words: `Story.Part`.
    case part
    /// The agency's working title.
    case slug
    /// What an agency says about its use: `Wire.State`.
    case state
    /// From 1 (most urgent) to 9.
    case urgency
    /// The step that a story's version or word count falls in; for searches only.
    case version, length
    /// The folder of its file, and the folders above.
    case folder

    /// Whether values of this kind are few and listed by name; otherwise the most frequent come first.
    public var isListedByName: Bool { self == .desk || self == .language }

    /// The kinds that a list can be narrowed by, in the order in which Tab goes through them.
    public static let listed: [Kind] = [
      .desk, .author, .tag, .mine, .person, .place, .organisation, .language, .format, .source, .folder,
      .part,
    ]
  }

  /// The kind.
  public var kind: Kind
  /// The value as the stories have it; "" for stories without one.
  public var value: String

  /// Makes a facet.
  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// A facet with its number of stories.
public struct FacetCount: Hashable, Sendable {
  /// The facet.
  public var facet: Facet
  /// How many stories.
  public var total: Int
  /// How many of them are unread.
  public var unread: Int
  /// Whether there are more than were counted.
  public var isMore: Bool

  /// Makes a count.
  public init(_ facet: Facet, total: Int, unread: Int, isMore: Bool = false) {
    self.facet = facet
    self.total = total
    self.unread = unread
    self.isMore = isMore
  }
}
