internal import GRDB
public import Stories
internal import Synchronization

extension Library {
  /// The stories that are about the same as one, the likest first, with the words that both have.
  ///
  /// Takes some milliseconds, more where there are many stories; the last ones are kept until stories change.
  ///
  /// - Parameters:
  ///   - limit: at most so many, up to 20.
  ///   - cancellation: asked between steps; the search is given up when it was cancelled.
  /// - Returns: nil when it is not wanted any more.
  public func alike(
    _ id: StoryID, limit: Int = 8, cancellation: Cancellation = Cancellation()
  ) throws(LibraryError) -> [Related]? {
    if let kept = likes.withLock({ $0[id] }) { return Array(kept.prefix(max(limit, 0))) }
    let story = try unresolved(id).story
    guard !cancellation.isCancelled else { return nil }
    let found = try read { db in
      try StoriesAlike(db: db, story: story, cancellation: cancellation).likes(limit: 20)
    }
    guard let found else { return nil }
    let related = found.map { like in
      Related(
        reason: .alike, title: like.listing.headline, text: like.listing.teaser, listing: like.listing,
        shares: like.shares, via: like.via)
    }
    likes.withLock { likes in
      if likes.count > 100 { likes = [:] }
      likes[id] = related
    }
    return Array(related.prefix(max(limit, 0)))
  }
}
