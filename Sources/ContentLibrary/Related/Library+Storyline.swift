internal import Database
public import Stories

extension Library {
  /// The thread of a story, oldest first, including the story.
  ///
  /// The story that has most in common with all stories of the thread joins next (`Thread`). Links of stories
  /// that link to everything hardly count, and a story of the guide joins only threads of the guide.
  ///
  /// - Parameter cancellation: checked between steps.
  /// - Returns: at most twenty stories; the story alone if it has no thread; nil if cancelled.
  public func storyline(
    of id: StoryID, cancellation: Cancellation = Cancellation()
  ) throws(LibraryError) -> [Listing]? {
    guard !cancellation.isCancelled else { return nil }
    guard let start = try read({ db in try WindowRows.listing(of: id, in: db) }) else { return [] }
    let guide = try read { db in try Guide(in: db) }
    let isGuide = try read { db in try guide.has(start.position, in: db) }
    var thread = Thread(start: start, profile: try profile(of: id))
    while let next = thread.next() {
      // A story that can no longer be opened leads no further.
      guard let story = try? story(next) else { continue }
      let likes = try read { db in
        try StoriesAlike(db: db, story: story, cancellation: cancellation).likes(limit: 20, isSure: false)
      }
      guard let likes else { return nil }
      let linked = try read { db in
        let links = StoryLinks(db: db)
        let own = try links.targets(of: story.id)
        return try RelatedStories(db: db, story: story).linked().map { link in
          (link.listing, of: link.isTarget ? own : try links.targets(of: link.listing.id))
        }
      }
      for listing in linked.map(\.0) + likes.map(\.listing) where !thread.knows(listing.id) {
        guard !cancellation.isCancelled else { return nil }
        guard try read({ db in try guide.has(listing.position, in: db) }) == isGuide else { continue }
        thread.meet(listing, try profile(of: listing.id))
      }
      for (listing, links) in linked { thread.link(next, listing.id, amongOthers: links) }
      thread.grow()
    }
    return thread.listings
  }

  /// The profile of a story; an empty one if its text may not be shown or can't be read.
  private func profile(of id: StoryID) throws(LibraryError) -> StoryProfile {
    guard let story = try? unresolved(id).story, story.wire.status == .usable else { return StoryProfile() }
    return try read { db in try StoryProfile(of: story, in: db) }
  }
}

/// Which stories are of the guide to the paper, by desk or tag: they link to every thread and belong to none.
private struct Guide {
  private let words: [String]

  init(in db: Connection) throws {
    let facets = Facets(db: db)
    words = try facets.words(of: Facet(.tag, "guide")) + facets.words(of: Facet(.desk, "guide"))
  }

  /// Whether the story at a place is one.
  func has(_ position: Int64, in db: Connection) throws -> Bool {
    for word in words {
      let sql = "SELECT 1 FROM story WHERE position = ? AND instr(facets, ?) LIMIT 1"
      if try Int.fetchOne(db, sql: sql, arguments: [position, " \(word) "]) != nil { return true }
    }
    return false
  }
}
