internal import Messages
internal import Stories
internal import Words

// The thread of a story, as a timeline.
extension State {
  /// Asks for the thread of the current story.
  mutating func askStoryline() -> [Effect] {
    guard let story = current else { return [] }
    return [.storyline(story.id)]
  }

  /// Lists the thread, oldest first, with its turning points named and the story it was asked for selected.
  mutating func show(storyline: [Listing], of id: StoryID) {
    guard storyline.count > 1 else {
      message = Message(text: "This story is not part of a thread.")
      return
    }
    let points = TurningPoint.points(of: storyline)
    let items = storyline.enumerated().map { index, listing in
      let date = listing.published.map { catalogue.moment($0, now: now).date } ?? catalogue["no date"]
      return Chooser.Item(
        listing, detail: points[index].map { "\(catalogue[$0.rawValue, as: "thread"]) · \(date)" } ?? date)
    }
    open(
      .picker(
        Chooser(
          title: "Thread · \(Numbers.counted(storyline.count, "story", "stories"))", items: items,
          index: storyline.firstIndex { $0.id == id } ?? 0)))
  }
}
