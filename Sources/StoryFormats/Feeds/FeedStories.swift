internal import Stories

/// Makes the stories of a feed of its entries: one a story, although an entry may be there twice.
struct FeedStories {
  let path: String
  let format: String
  let info: FeedInfo

  /// The stories in the order of the file.
  func reading(of entries: [FeedEntry]) -> Reading {
    var kept: [Story] = []
    var places: [StoryID: Int] = [:]
    for entry in entries where !entry.isEmpty {
      let maker = FeedStory(path: path, format: format, info: info, entry: entry)
      var story = maker.story
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
    for index in kept.indices { kept[index].ordinal = index }
    return Reading(stories: kept)
  }

  /// Whether two entries of one name are one story: a change may touch headline or address, hardly both.
  private func isSame(_ one: Story, _ other: Story) -> Bool {
    one.headline == other.headline || (one.url != nil && one.url == other.url && one.identifier != one.url)
      || (one.url == nil && other.url == nil && one.identifier != nil)
  }

  /// Whether a story was changed before another; the one further down is newer where nothing tells.
  private func isOlder(_ one: Story, than other: Story) -> Bool {
    guard let mine = one.updated ?? one.published, let theirs = other.updated ?? other.published else {
      return false
    }
    return mine < theirs
  }
}
