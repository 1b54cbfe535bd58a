/// Which stories the list shows, and in which order.
public struct Query: Hashable, Sendable {
  /// A mark that stories must carry to be shown.
  public enum Marked: String, Hashable, Sendable, CaseIterable {
    case all, unread, saved
  }
  /// The order of the rows.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// By the time of publication; stories without a date stand at the old end.
    case newestFirst, oldestFirst
    /// By headline, without regard to case, accents and punctuation.
    case headline
    /// By the number of words.
    case longestFirst, shortestFirst
    /// By how well they answer what is looked for; of a list without a search the same as by time.
    case bestFirst

    /// The orders of every list; a search has one more.
    public static let allCases: [Order] = [
      .newestFirst, .oldestFirst, .headline, .longestFirst, .shortestFirst,
    ]

    /// Whether the rows stand in the order of publication, one way or the other.
    public var isByTime: Bool { self == .newestFirst || self == .oldestFirst }
  }

  /// The mark they carry.
  public var marked: Marked
  /// What they have in common, all of it, in the order the list was narrowed; empty for all.
  public var facets: [Facet]
  /// What is looked for among them; nil for all.
  public var search: TypedSearch?
  /// The order they come in.
  public var order: Order

  /// All stories, newest first, unless said otherwise.
  public init(
    marked: Marked = .all, facets: [Facet] = [], search: TypedSearch? = nil, order: Order = .newestFirst
  ) {
    self.marked = marked
    self.facets = facets
    self.search = search
    self.order = order
  }

  /// The same with all facets of a kind.
  public func widened(to kind: Facet.Kind) -> Query {
    var query = self
    query.facets.removeAll { $0.kind == kind }
    return query
  }

  /// The stories that have one thing in common.
  public init(
    marked: Marked = .all, facet: Facet?, search: TypedSearch? = nil, order: Order = .newestFirst
  ) {
    self.init(marked: marked, facets: facet.map { [$0] } ?? [], search: search, order: order)
  }

  /// The stories of a desk.
  public init(marked: Marked = .all, section: String?, order: Order = .newestFirst) {
    self.init(marked: marked, facet: section.map { Facet(.desk, $0) }, order: order)
  }
}

/// Something that stories have in common, and by which a list can be narrowed.
public struct Facet: Hashable, Sendable {
  /// What kind of thing.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case desk, author, tag
    /// Who and what a story is about, where it says so apart from its tags.
    case person, place, organisation
    case language, format
    /// The feed, wire or mailbox it came in.
    case source
    /// What they have beside words: `Story.Part`.
    case part
    /// The agency's working title.
    case slug
    /// What an agency says of its use: `Wire.State`.
    case state
    /// From 1, most urgent, to 9.
    case urgency
    /// The step that a story's version, or its number of words, belongs to: for searches only.
    case version, length
    /// The folder of its file, and those around it: for searches only.
    case folder

    /// Whether those of a kind are few and looked for by name; of the others those that are met most come
    /// first.
    public var isListedByName: Bool { self == .desk || self == .language }

    /// The kinds that a list is narrowed by from a box, in the order they are turned over.
    public static let listed: [Kind] = [
      .desk, .author, .tag, .person, .place, .organisation, .language, .format, .source, .part,
    ]
  }

  /// What kind of thing.
  public var kind: Kind
  /// Its name as the stories have it; "" for stories that name none.
  public var value: String

  /// Names something stories have in common.
  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// A facet, with how much it holds.
public struct FacetCount: Hashable, Sendable {
  /// Which.
  public var facet: Facet
  /// How many stories.
  public var total: Int
  /// How many of those are unread.
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
