import Screen
import Stories
import Testing

@testable import NewsroomUI

private func land(_ desk: inout Desk, _ number: Int) {
  var new = Samples.story(number, "Breaking \(number)", desk: "Nordic", hoursAgo: 0, body: ["New."])
  new.listing.position = Int64(2_000_000 + number)
  desk.library.stories.insert(new, at: 0)
  desk.send(.arrived(1))
  desk.send(.libraryChanged)
}

@Test func theDotGoesToTheNewestOfWhatCameIn() {
  var desk = Desk(size: (60, 18), stories: Samples.many(1_000))
  desk.press("G")
  land(&desk, 9_001)
  land(&desk, 9_002)
  #expect(desk.row(17).hasPrefix(" 2 new stories · . goes to the newest"))
  desk.press("k")
  #expect(desk.row(17).hasSuffix("  2 new  1,001 of 1,002"))
  desk.press(".")
  #expect(desk.screen.contains("▌ Breaking 9002"))
  #expect(desk.state.focus == .list)
  #expect(desk.row(17).hasSuffix("  1 of 1,002"))
  #expect(!desk.row(17).contains("new"))
  // A second press opens the story it went to, and only then come the others.
  desk.press(".")
  #expect(desk.state.article?.id == Samples.id(9_002))
  #expect(desk.state.focus == .article)
  desk.press(".")
  #expect(desk.state.article?.id == Samples.id(9_001))
}

@Test func theDotBringsAReaderOfStoriesTheNewestUnreadOne() {
  var desk = Desk(size: (60, 18), stories: Samples.many(500))
  for _ in 0..<300 { desk.press("j") }
  desk.press("Enter")
  land(&desk, 9_001)
  desk.press("j")
  #expect(desk.row(17).contains("  1 new  "))
  desk.press(".")
  #expect(desk.state.article?.id == Samples.id(9_001))
  #expect(desk.state.list.selected?.id == Samples.id(9_001))
  #expect(desk.state.focus == .article)
  desk.press("Backspace")
  #expect(desk.state.article?.id == Samples.id(301))
}

@Test func oldestFirstTheNewestIsAtTheEndAndOtherOrdersAreLeft() {
  var desk = Desk(size: (60, 18), stories: Samples.many(500))
  desk.press("O j")
  land(&desk, 9_001)
  desk.press(".")
  #expect(desk.screen.contains("▌ Breaking 9001"))
  #expect(desk.state.list.query.order == .oldestFirst)
  desk.press("o h Enter j")
  land(&desk, 9_002)
  desk.press(".")
  #expect(desk.state.list.query.order == .newestFirst)
  #expect(desk.screen.contains("▌ Breaking 9002"))
}

@Test func whoGoesToTheNewestHasSeenWhatIsNew() {
  var desk = Desk(size: (60, 18), stories: Samples.many(500))
  desk.press("j j")
  land(&desk, 9_001)
  desk.press("j")
  #expect(desk.state.news == 1)
  desk.press("g")
  #expect(desk.state.news == 0)
  land(&desk, 9_002)
  #expect(desk.state.news == 1)
}

@Test func aKeyOnTheWayToTheNewestEndsTheWay() {
  var desk = Desk(size: (60, 18), stories: Samples.many(500))
  for _ in 0..<300 { desk.press("j") }
  desk.press("Enter")
  land(&desk, 9_001)
  desk.answers = false
  desk.press(". Esc j")
  let asked = desk.effects.last { if case .window = $0 { true } else { false } }
  if let asked, let answer = desk.library.answer(asked) { desk.send(answer) }
  #expect(desk.state.list.selected?.id == Samples.id(302))
  #expect(desk.state.focus == .list)
}
