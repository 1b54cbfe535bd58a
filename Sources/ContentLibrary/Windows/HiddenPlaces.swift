internal import Database
public import Stories
internal import Synchronization
internal import Words

/// The positions of stories that searches hide from the lists, kept between the windows of a list.
///
/// Results of searches and saved stories are never hidden. A search with a mark in it (`is:unread`) is asked
/// again for every window; the others only once the stories have changed.
final class HiddenPlaces: Sendable {
  /// The most stories that a search hides: its newest.
  private static let most = 200_000

  /// The positions by search.
  struct Groups: Sendable {
    /// By the name of the search, each in ascending order.
    fileprivate(set) var bySearch: [String: [Int64]] = [:]
    /// All of them, in ascending order.
    fileprivate(set) var all: [Int64] = []
  }

  /// A search that hides.
  fileprivate struct Hiding: Sendable {
    var name: String
    var search: ResolvedSearch
  }

  private struct State {
    var searches: [Hiding] = []
    var revision = ""
    var groups = Groups()
    /// Counts the changes of `searches`, so that no positions are kept for earlier ones.
    var generation = 0
  }

  private let state = Mutex(State())

  fileprivate func set(_ searches: [Hiding]) {
    state.withLock { state in
      state = State(searches: searches, generation: state.generation + 1)
    }
  }

  /// The positions in the snapshot that is being read.
  func groups(in db: Connection, _ library: Library) throws -> Groups {
    let (searches, known, generation) = state.withLock { ($0.searches, $0, $0.generation) }
    guard !searches.isEmpty else { return Groups() }
    let revision =
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM main.setting WHERE name = 'revision'")) ?? "-"
    let isLasting = !searches.contains { $0.search.query.asksForMarks }
    if isLasting, known.revision == revision { return known.groups }
    var groups = Groups()
    for hiding in searches {
      let statement = try SearchStatement(
        hiding.search, in: db, visit: library.visit, samples: library.samples)
      let places = try statement.places(also: ["story.newest IS NULL"], limit: Self.most, in: db)
      groups.bySearch[hiding.name] = places.sorted()
      groups.all = groups.all.merged(with: places.sorted())
    }
    state.withLock { state in
      if state.generation == generation { (state.revision, state.groups) = (revision, groups) }
    }
    return groups
  }
}

extension SearchQuery {
  /// Whether it asks what the reader did with a story.
  fileprivate var asksForMarks: Bool {
    filters.contains { filter in
      switch filter.condition {
      case .mark: true
      case .facet(let facet): facet.kind == .mine || facet.kind == .tag
      default: false
      }
    }
  }
}

extension Library {
  /// Leaves what these searches find out of the lists from now on; nothing if there are none.
  ///
  /// - Parameter now: the moment and zone that `today` refers to.
  public func hide(_ searches: [SavedSearch], now: Timestamp) throws {
    let meant = try searches.compactMap { saved -> HiddenPlaces.Hiding? in
      let query = TypedSearch(saved, now: now).query
      // A search that asks for nothing would hide everything.
      guard !query.isEmpty else { return nil }
      return try meaning(of: query).map { HiddenPlaces.Hiding(name: saved.name, search: $0) }
    }
    hiddenPlaces.set(meant)
  }
}
