internal import Database
public import Stories
internal import Synchronization

extension Library {
  /// The stories about the same subject as one, most similar first, with the words they share.
  ///
  /// Takes some milliseconds, more in a large library; results are cached until stories change.
  ///
  /// - Parameters:
  ///   - limit: the most stories, up to 20.
  ///   - cancellation: checked between steps.
  /// - Returns: the stories; nil if cancelled.
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
