import Stories
import Testing

@testable import NewsroomUI

@Suite struct StorylineTests {
  @Test func theThreadIsATimelineAndLeadsToItsStories() {
    var desk = Desk(size: (100, 30))
    let story = desk.library.stories.first { $0.related.contains { $0.listing != nil } }
    let keys = desk.library.stories.firstIndex { $0.story.id == story?.story.id } ?? 0
    for _ in 0..<keys { desk.press("j") }
    desk.press("t")
    #expect(desk.screen.contains("Thread · "))
    guard let chooser = desk.state.picker else {
      Issue.record("there is no timeline")
      return
    }
    let positions = chooser.items.compactMap { item -> Int64? in
      if case .story(let listing) = item.choice { listing.position } else { nil }
    }
    #expect(positions == positions.sorted() && positions.count > 1)
    desk.press("Enter")
    #expect(desk.state.layers.isEmpty)
  }

  @Test func aStoryWithoutThreadSaysSo() {
    let lonely = Samples.newsroom.first { $0.related.isEmpty }.map { [$0] } ?? []
    var desk = Desk(size: (100, 30), stories: lonely)
    desk.press("t")
    #expect(lonely.isEmpty || desk.screen.contains("not part of a thread"))
  }
}
