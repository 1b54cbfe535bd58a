public import Stories

/// Turns a feed's entries into stories; an entry that appears twice becomes one story.
struct FeedStories {
  let path: String
  let format: String
  let info: FeedInfo

  /// The stories in the order of the file.
  ///
  /// - Parameter sharesName: whether other stories are known to use the same identifiers.
  func reading(of entries: [FeedEntry], sharesName: Bool = false) -> Reading {
    var kept: [Story] = []
    var places: [StoryID: Int] = [:]
    for entry in entries where !entry.isEmpty {
      let maker = FeedStory(path: path, format: format, info: info, entry: entry)
      var story = maker.story
      if sharesName { maker.disown(&story) }
      if let place = places[story.id] {
        if !isSame(kept[place], story) {
          // A guid that several items share identifies none of them.
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

/// Decides, in a few bytes, whether two stories of one feed with the same identifier are one story.
public struct NameBearer: Hashable, Sendable {
  private let headline: UInt64
  private let url: UInt64?
  private let hasName: Bool
  private let isNamedByURL: Bool
  private let moment: Int64?

  /// Takes what must be known about a story.
  public init(_ story: Story) {
    headline = Fingerprint(of: story.headline.utf8).folded
    url = story.url.map { Fingerprint(of: $0.utf8).folded }
    hasName = story.identifier != nil
    isNamedByURL = story.identifier == story.url
    moment = (story.updated ?? story.published)?.seconds
  }

  /// Whether two entries with one identifier are one story: an edit may change headline or address, hardly
  /// both.
  public func isSame(as other: NameBearer) -> Bool {
    headline == other.headline || (url != nil && url == other.url && !isNamedByURL)
      || (url == nil && other.url == nil && hasName)
  }

  /// Whether a story was changed before another; if nothing tells, the later one in the file is newer.
  public func isOlder(than other: NameBearer) -> Bool {
    guard let mine = moment, let theirs = other.moment else { return false }
    return mine < theirs
  }
}
