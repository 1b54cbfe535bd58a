internal import GRDB
public import Stories

extension Library {
  /// The thread that a story belongs to, oldest first and itself among them: what it announces and links to, what links to
  /// it, and what is clearly about the same, and so on from there.
  ///
  /// - Parameter cancellation: asked between steps; the search is given up when it was cancelled.
  /// - Returns: at most forty stories; the story alone where there is no thread; nil when it is not wanted any more.
  public func storyline(
    of id: StoryID, cancellation: Cancellation = Cancellation()
  ) throws(LibraryError) -> [Listing]? {
    guard !cancellation.isCancelled else { return nil }
    guard let start = try read({ db in try WindowRows.listing(of: id, in: db) }) else { return [] }
    var thread = Thread(start: start)
    while let next = thread.next() {
      guard !cancellation.isCancelled else { return nil }
      // A story that can't be opened any more is none that leads on.
      guard let story = try? story(next) else { continue }
      let found = try read { db in
        (
          said: try RelatedStories(db: db, story: story).linked(),
          alike: try StoriesAlike(db: db, story: story, cancellation: cancellation).likes(limit: 6) ?? []
        )
      }
      for link in found.said { thread.add(link.listing, likeness: link.sureness) }
      for like in found.alike where like.score >= Thread.least {
        thread.add(like.listing, likeness: like.score)
      }
    }
    return thread.listings
  }
}

/// The stories of a thread as they are found, the surest first.
private struct Thread {
  /// The most stories it has, and of how many the neighbours are looked for.
  private static let most = (stories: 40, steps: 12)
  /// How much the surest likeness to a story on the thread must be at least, and what is left of it a step further.
  static let least: Float = 0.25
  private static let fading: Float = 0.8

  private var found: [StoryID: Listing]
  private var waiting: [StoryID: Float]
  private var current: Float = 1
  private var steps = 0

  init(start: Listing) {
    found = [start.id: start]
    waiting = [start.id: 1]
  }

  /// The story to go on from.
  mutating func next() -> StoryID? {
    guard steps < Self.most.steps, found.count < Self.most.stories,
      let best = waiting.max(by: { ($0.value, $0.key.databaseValue) < ($1.value, $1.key.databaseValue) })
    else { return nil }
    waiting[best.key] = nil
    current = best.value
    steps += 1
    return best.key
  }

  /// Takes a story that the current one leads to.
  mutating func add(_ listing: Listing, likeness: Float) {
    let sureness = current * likeness * (steps == 1 ? 1 : Self.fading)
    guard sureness >= Self.least, found.count < Self.most.stories, found[listing.id] == nil else { return }
    found[listing.id] = listing
    waiting[listing.id] = sureness
  }

  /// The stories, oldest first.
  var listings: [Listing] {
    found.values.sorted {
      ($0.position, $0.id.databaseValue) < ($1.position, $1.id.databaseValue)
    }
  }
}
