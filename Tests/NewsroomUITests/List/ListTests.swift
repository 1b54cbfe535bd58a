import Foundation
import Screen
import Stories
import Testing

@testable import NewsroomUI

@Test func theListShowsDaysDesksAndMarks() {
  let desk = Desk(size: (60, 18))
  #expect(
    desk.screen == """
       Content     All desks · newest first  6 stories · 5 unread
       TODAY
       ▌ Harbour cities agree on a plan to keep streets safe
       ▌ Nordic · 09:00 · 1 min                                 ●
         Ferry line to reopen in spring
         Business · 08:00 · 1 min                               ●
       YESTERDAY
         A bestseller nobody planned
         Culture · 10:00 · 1 min
         Lighthouse keepers meet for the last time
         Nordic · 06:00 · 1 min                                 ●
       FRIDAY 25 MARCH
         Winter roads open late
         12:00 · 1 min                                          ●
       MARCH 2016
         The orchestra that rehearses on a barge
         Culture · 9 Mar · 1 min                               ★●
       j/k move  Enter read  r read more  / find  ? help   1 of 6
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 3, row: 2))
}

@Test func tinyScreensLoseTheBarsBeforeTheStories() {
  var desk = Desk(size: (20, 5))
  #expect(
    desk.screen == """
       TODAY
       ▌ Harbour citi…  ●
         Ferry line t…  ●
       YESTERDAY
         A bestseller…
      """)
  desk.press("j j j")
  #expect(
    desk.screen == """
         Ferry line t…  ●
       YESTERDAY
         A bestseller…
       ▌ Lighthouse k…  ●
       FRIDAY 25 MARCH
      """)
}

@Test func theListSlidesOverAnyNumberOfStories() {
  var desk = Desk(size: (60, 18), stories: Samples.many(10_000))
  #expect(desk.row(17).hasSuffix("1 of 10,000"))
  for _ in 0..<500 { desk.press("j") }
  #expect(desk.row(17).hasSuffix("501 of 10,000"))
  #expect(desk.screen.contains("▌ Story number 501"))
  #expect(desk.state.list.rows.count <= 300)
  desk.press("G")
  #expect(desk.row(17).hasSuffix("10,000 of 10,000"))
  #expect(desk.screen.contains("▌ Story number 10000"))
  for _ in 0..<400 { desk.press("k") }
  #expect(desk.row(17).hasSuffix("9,600 of 10,000"))
  desk.press("g")
  #expect(desk.screen.contains("▌ Story number 1\n"))
  #expect(desk.row(1) == " TODAY")
}

@Test func selectionAndScrollStayWhenStoriesComeAndGoAbove() {
  var desk = Desk(size: (60, 18), stories: Samples.many(400))
  for _ in 0..<50 { desk.press("j") }
  let before = desk.screen.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
  var new = Samples.story(9_000, "Breaking", desk: "Nordic", hoursAgo: 0, body: ["New."])
  new.listing.position = 2_000_000
  desk.library.stories.insert(new, at: 0)
  desk.send(.libraryChanged)
  let after = desk.screen.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
  #expect(before == after)
  #expect(desk.row(17).hasSuffix("52 of 401"))
}

@Test func aSelectedStoryThatVanishesLeavesItsNeighbourSelected() {
  var desk = Desk(size: (60, 18), stories: Samples.many(20))
  desk.press("j j j")
  desk.library.stories.remove(at: 3)
  desk.send(.libraryChanged)
  #expect(desk.state.list.selected?.headline == "Story number 5")
}

@Test func answersToAnotherQueryAreDropped() {
  var desk = Desk(size: (60, 18))
  let old = desk.state.list.window
  desk.answers = false
  desk.press("O")
  #expect(
    desk.newEffects().last == .window(Query(order: .oldestFirst), around: .first, before: 0, after: 200))
  if let old { desk.send(.windowed(old)) }
  #expect(desk.state.list.window == old)
  #expect(desk.state.list.asking)
}

@Test func filtersDesksAndOrderChangeTheQuery() {
  var desk = Desk(size: (60, 18))
  desk.press("a")
  #expect(desk.row(0).hasSuffix("All desks · unread · newest first"))
  #expect(desk.state.list.query == Query(marked: .unread))
  desk.press("S")
  #expect(desk.state.list.query == Query(marked: .saved))
  #expect(desk.screen.contains("The orchestra"))
  desk.press("S d")
  desk.type("cul")
  desk.press("Enter")
  #expect(desk.state.list.query == Query(section: "Culture"))
  #expect(desk.row(0).contains("Culture · newest first"))
  #expect(desk.row(0).hasSuffix("2 stories · 1 unread"))
}

@Test func emptyListsSayWhyAndWhatToDo() {
  var desk = Desk(size: (60, 12), stories: [])
  #expect(desk.screen.contains("There are no stories here yet."))
  #expect(desk.screen.contains("Put files into Content"))
  #expect(desk.row(0).hasSuffix("no stories"))

  var progress = IndexProgress()
  progress.filesDone = 1234
  progress.filesFound = 5678
  progress.walking = false
  desk.send(.progress(progress))
  #expect(desk.screen.contains("Reading 1,234 of 5,678 files"))
  #expect(desk.screen.contains("Stories appear here as their files are read."))
  #expect(desk.row(11).contains("━━━━───"))
  desk.send(.progress(nil))
  desk.library.stories = Samples.newsroom
  desk.send(.libraryChanged)
  #expect(desk.screen.contains("▌ Harbour cities agree"))

  desk.library.stories = desk.library.stories.map {
    var story = $0
    story.listing.isRead = true
    story.listing.isSaved = false
    return story
  }
  desk.press("a")
  #expect(desk.screen.contains("You have read everything."))
  desk.press("a")
  #expect(desk.screen.contains("No stories are saved yet."))
}

@Test func marksChangeAtOnceAndAreToldToTheLibrary() {
  var desk = Desk(size: (60, 18))
  _ = desk.newEffects()
  desk.press("u s")
  #expect(
    desk.newEffects() == [.mark(Samples.id(1), read: true), .save(Samples.id(1), saved: true)])
  #expect(desk.row(3).hasSuffix("★"))
  #expect(desk.row(0).hasSuffix("6 stories · 4 unread"))
  desk.press("u")
  #expect(desk.newEffects() == [.mark(Samples.id(1), read: false)])
  #expect(desk.row(3).hasSuffix("★●"))
}

@Test(arguments: [(60, 14), (30, 8), (20, 5)])
func storiesThatMustNotBeUsedSaySoInTheList(_ columns: Int, _ rows: Int) {
  var stories = Samples.newsroom
  stories[0].listing.status = .canceled
  stories[1].listing.embargo = Timestamp(seconds: Samples.now.seconds + 60)
  stories[2].listing.embargo = Timestamp(seconds: Samples.now.seconds - 60)
  let desk = Desk(size: (columns, rows), stories: stories)
  #expect(desk.screen.contains("KILLED"))
  #expect(rows < 8 || desk.screen.contains("EMBARGO"))
  #expect(desk.screen.components(separatedBy: "EMBARGO").count <= 2)
}
