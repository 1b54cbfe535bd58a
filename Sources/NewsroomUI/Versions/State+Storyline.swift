internal import Stories
internal import Words

// The thread that a story belongs to, as a timeline.
extension State {
  /// Asks for the thread of the story at hand.
  mutating func askStoryline() -> [Effect] {
    guard let story = current else { return [] }
    return [.storyline(story.id)]
  }

  /// Lists it from the oldest to the newest, standing on the story it was asked for.
  mutating func show(storyline: [Listing], of id: StoryID) {
    guard storyline.count > 1 else {
      message = Message(text: "This story is not part of a thread.")
      return
    }
    let items = storyline.map { listing in
      Chooser.Item(listing, detail: listing.published.map { ToldMoment($0, now: now).date } ?? "no date")
    }
    open(
      .picker(
        Chooser(
          title: "Thread · " + Numbers.counted(storyline.count, "story", "stories"), items: items,
          index: storyline.firstIndex { $0.id == id } ?? 0)))
  }
}
