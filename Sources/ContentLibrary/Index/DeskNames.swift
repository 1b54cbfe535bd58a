internal import Stories

/// The desks of stories that say none themselves, where their folder alone does not tell: in libraries of
/// several directories, and for feeds.
struct DeskNames: Sendable {
  /// The desks of feeds.
  var feeds = FeedDesks()
  /// Whether paths begin with the name of a directory, whose folders are the desks.
  private let isOfSeveral: Bool

  init(_ root: Root, feeds: FeedDesks = FeedDesks()) {
    self.feeds = feeds
    isOfSeveral = root.directories.count > 1
  }

  /// Puts stories on their desks.
  ///
  /// - Parameter areOfFeed: whether they are those of a feed.
  func name(_ stories: inout [Story], areOfFeed: Bool) {
    if areOfFeed { feeds.name(&stories) }
    guard isOfSeveral else { return }
    for index in stories.indices where stories[index].section?.isEmpty != false {
      stories[index].section = Self.desk(inSeveral: stories[index])
    }
  }

  /// The desk by the folder in a story's directory, or else by the directory.
  private static func desk(inSeveral story: Story) -> String? {
    let parts = story.path.split(separator: "/", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    var inner = story
    inner.path = String(parts[1])
    return inner.desk.isEmpty ? story.desk : inner.desk
  }
}
