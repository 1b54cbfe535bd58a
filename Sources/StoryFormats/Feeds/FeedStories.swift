public import Stories

/// Makes the stories of a feed of its entries: one a story, although an entry may be there twice.
struct FeedStories {
  let path: String
  let format: String
  let info: FeedInfo

  /// The stories in the order of the file.
  ///
  /// - Parameter sharesName: whether the names in these entries are known to be other stories', too.
  func reading(of entries: [FeedEntry], sharesName: Bool = false) -> Reading {
    var kept: [Story] = []
    var places: [StoryID: Int] = [:]
    for entry in entries where !entry.isEmpty {
      let maker = FeedStory(path: path, format: format, info: info, entry: entry)
      var story = maker.story
      if sharesName { maker.disown(&story) }
      if let place = places[story.id] {
        if !isSame(kept[place], story) {
          // A guid that several items share names none of them.
          maker.disown(&story)
        }
        if let place = places[story.id] {
          if !isOlder(story, than: kept[place]) { kept[place] = story }
          continue
        }
      }
      places[story.id] = kept.count
      kept.append(story)
    }
    for index in kept.indices { kept[index].place = .item(index) }
    return Reading(stories: kept)
  }

  private func isSame(_ one: Story, _ other: Story) -> Bool { NameBearer(one).isSame(as: NameBearer(other)) }

  private func isOlder(_ one: Story, than other: Story) -> Bool {
    NameBearer(one).isOlder(than: NameBearer(other))
  }
}

/// What tells whether two stories of one feed that carry one name are one story, in a few bytes.
public struct NameBearer: Hashable, Sendable {
  private let headline: UInt64
  private let url: UInt64?
  private let hasName: Bool
  private let isNamedByURL: Bool
  private let moment: Int64?

  /// Takes from a story what has to be known of it.
  public init(_ story: Story) {
    headline = Fingerprint(of: story.headline.utf8).folded
    url = story.url.map { Fingerprint(of: $0.utf8).folded }
    hasName = story.identifier != nil
    isNamedByURL = story.identifier == story.url
    moment = (story.updated ?? story.published)?.seconds
  }

  /// Whether two entries of one name are one story: a change may touch headline or address, hardly both.
  public func isSame(as other: NameBearer) -> Bool {
    headline == other.headline || (url != nil && url == other.url && !isNamedByURL)
      || (url == nil && other.url == nil && hasName)
  }

  /// Whether a story was changed before another; the one further down is newer where nothing tells.
  public func isOlder(than other: NameBearer) -> Bool {
    guard let mine = moment, let theirs = other.moment else { return false }
    return mine < theirs
  }
}
