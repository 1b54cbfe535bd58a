internal import Stories
internal import Synchronization

/// A search whose `like:` names have been resolved.
struct ResolvedSearch: Sendable {
  /// The query; a `like:` that names no story has become words.
  var query: SearchQuery
  /// For each named story, the positions of similar stories and their similarity (`StoriesAlike`).
  var likes: [String: [Int64: Float]] = [:]
}

extension Library {
  /// The most similar stories per named story.
  private static let mostAlike = 80

  /// Resolves the names in a search; nil if cancelled.
  func meaning(of query: SearchQuery, cancellation: Cancellation = Cancellation())
    throws(LibraryError) -> ResolvedSearch?
  {
    var meant = ResolvedSearch(query: query)
    for filter in query.filters {
      guard case .like(let name) = filter.condition else { continue }
      guard !cancellation.isCancelled else { return nil }
      if let id = try story(named: name) {
        guard let likes = try places(like: id, named: name, cancellation: cancellation) else { return nil }
        meant.likes[name] = likes
      } else {
        meant.query.filters.removeAll { $0 == filter }
        let words = SearchQuery.Node.phrase(name)
        let node = filter.isNegated ? .not(words) : words
        meant.query.root = meant.query.root.map { .all([$0, node]) } ?? node
        meant.query.notice = meant.query.notice ?? "no story is called “\(name)”, so it is searched as words"
      }
    }
    return meant
  }

  /// The story of a name; the newest of several.
  private func story(named name: String) throws(LibraryError) -> StoryID? {
    do {
      let found = try find(name)
      if let newest = found.max(by: { $0.position < $1.position }) { return newest.id }
      return try resolve(name)?.listing.id
    } catch {
      throw failure(error)
    }
  }

  private func places(like id: StoryID, named name: String, cancellation: Cancellation)
    throws(LibraryError) -> [Int64: Float]?
  {
    if let kept = namedLikes.withLock({ $0[name] }) { return kept }
    let story = try unresolved(id).story
    let likes = try read { db in
      try StoriesAlike(db: db, story: story, cancellation: cancellation).likes(limit: Self.mostAlike)
    }
    guard let likes else { return nil }
    let places = Dictionary(likes.map { ($0.listing.position, $0.score) }) { first, _ in first }
    namedLikes.withLock { kept in
      if kept.count >= 8 { kept = [:] }
      kept[name] = places
    }
    return places
  }
}
