import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

@Test func movingInTheListShowsStoriesWithoutReadingThem() {
  var desk = Desk(size: (100, 30))
  _ = desk.newEffects()
  desk.press("j")
  #expect(desk.newEffects() == [.open(Samples.id(2))])
  #expect(desk.screen.contains("The ferry sails again"))
  #expect(desk.state.list.selected?.isRead == false)
  desk.press("Enter")
  #expect(desk.newEffects() == [.mark(Samples.id(2), read: true)])
  #expect(desk.state.focus == .article)
}

@Test func onNarrowScreensAStoryIsOpenedOnlyToBeRead() {
  var desk = Desk(size: (60, 16))
  desk.press("j")
  #expect(desk.newEffects().contains(.open(Samples.id(2))) == false)
  desk.press("Enter")
  #expect(desk.newEffects() == [.open(Samples.id(2)), .mark(Samples.id(2), read: true)])
  #expect(desk.screen.contains("The ferry sails again"))
  desk.press("Esc")
  #expect(desk.screen.contains("▌ Ferry line to reopen"))
}

@Test func lateStoriesAreDropped() {
  var desk = Desk(size: (100, 30))
  desk.answers = false
  desk.press("j j")
  #expect(desk.newEffects().suffix(2) == [.open(Samples.id(2)), .open(Samples.id(3))])
  desk.send(.opened(Samples.newsroom[1]))
  #expect(desk.state.article?.id == Samples.id(1))
  desk.send(.opened(Samples.newsroom[2]))
  #expect(desk.state.article?.id == Samples.id(3))
}

@Test func aStoryThatCanNotBeOpenedSaysWhy() {
  var desk = Desk(size: (60, 16))
  desk.library.stories.remove(at: 0)
  desk.press("Enter")
  #expect(desk.row(15).hasPrefix(" The story is gone."))
  #expect(desk.state.focus == .list)
}

@Test func linksAndTeasersAreFollowedByTheirNumberAndBackspaceComesBack() {
  var desk = Desk(size: (80, 24))
  desk.press("Enter j j")
  let place = desk.state.article?.top
  desk.press("1")
  #expect(desk.state.article?.id == Samples.id(2))
  #expect(desk.state.list.selected?.id == Samples.id(2))
  desk.press("Backspace")
  #expect(desk.state.article?.id == Samples.id(1))
  #expect(desk.state.article?.top == place)
  desk.press("L")
  #expect(desk.state.article?.id == Samples.id(2))
  desk.press("H H")
  #expect(desk.state.article?.id == Samples.id(1))
  #expect(desk.row(23).hasPrefix(" No story to go back to."))
}

@Test func whatIsNotHereAndWhatLiesOutsideIsSaidAndNotOpened() {
  var desk = Desk(size: (80, 24))
  desk.press("Enter")
  _ = desk.newEffects()
  desk.press("4")
  #expect(desk.row(23).hasPrefix(" Outside the library: https://example.org/rules"))
  desk.press("3")
  #expect(desk.row(23).hasPrefix(" Not in this library yet: Dark corners counted"))
  desk.press("9")
  #expect(desk.row(23).hasPrefix(" Nothing here has the number 9."))
  #expect(desk.newEffects() == [])
}

@Test func aNumberMeansTheSameInEveryPane() {
  var desk = Desk(size: (80, 24))
  desk.press("Enter")
  // The rows of the panel are numbered from the top, and links in the text have the numbers of their rows.
  #expect(desk.state.article?.panel.numbers == [0: 1, 1: 4, 2: 3])
  #expect(desk.state.article?.page?.links.map(\.number) == [1, 4, 3])
  desk.press("r 2")
  #expect(desk.state.article?.id == Samples.id(4))
}

@Test func teasersAreChosenAndFollowed() {
  var desk = Desk(size: (80, 24))
  desk.press("Enter Tab")
  #expect(desk.state.focus == .teasers)
  desk.press("j Enter")
  #expect(desk.state.article?.id == Samples.id(4))
  #expect(desk.state.focus == .article)
}

@Test func hintLettersFollowLinksOnTheScreen() {
  var desk = Desk(size: (130, 36))
  desk.press("Enter f")
  #expect(desk.row(35).hasPrefix(" Type a link's letters; Esc cancels."))
  desk.press("f")
  #expect(desk.state.article?.id == Samples.id(2))
  desk.press("Backspace f Esc")
  #expect(desk.state.article?.id == Samples.id(1))
  #expect(desk.row(35).hasPrefix(" j/k scroll"))
}

@Test func hintsHaveTwoLettersWhereOneIsNotEnough() {
  let few = Hints((0..<3).map { .teaser($0) })
  #expect(few.labels.map(\.letters) == ["f", "j", "d"])
  let many = Hints((0..<40).map { .teaser($0) })
  #expect(Set(many.labels.map(\.letters)).count == 40)
  #expect(many.labels.allSatisfy { $0.letters.count == 2 })
}

@Test func spaceAtTheEndReadsTheNextUnread() {
  var desk = Desk(size: (60, 16))
  desk.press("j Enter")
  #expect(desk.row(15).contains("Space next unread"))
  _ = desk.newEffects()
  desk.press("Space")
  #expect(desk.newEffects() == [.open(Samples.id(4)), .mark(Samples.id(4), read: true)])
  #expect(desk.state.article?.id == Samples.id(4))
}

@Test func thePlaceIsKeptOnLeavingAndFoundAgain() {
  var desk = Desk(size: (60, 12), stories: Samples.many(3))
  desk.press("Enter Space j")
  let top = desk.state.article?.top ?? 0
  #expect(top > 0)
  let place = desk.state.article?.place ?? .beginning
  _ = desk.newEffects()
  desk.press("Esc")
  #expect(desk.newEffects() == [.keepPlace(Samples.id(1), place)])
  desk.press("j Enter k Esc k Enter")
  #expect(desk.state.article?.top == top)
}

@Test func quittingKeepsThePlaceFirst() {
  var desk = Desk(size: (60, 12), stories: Samples.many(3))
  desk.press("Enter j j")
  _ = desk.newEffects()
  let place = desk.state.article?.place ?? .beginning
  desk.press("Q")
  #expect(desk.newEffects() == [.keepPlace(Samples.id(1), place), .quit])
  desk.send(.input(.ended(signal: 15)))
  #expect(desk.newEffects() == [.quit])
}

@Test func resizingKeepsThePlaceToTheWord() {
  var desk = Desk(size: (78, 20), stories: Samples.many(3))
  desk.press("Enter Ctrl-d Ctrl-d")
  let position = desk.state.article?.position
  let line = desk.row(1)
  desk.resize(31, 9)
  desk.resize(200, 50)
  desk.resize(1, 1)
  desk.resize(78, 20)
  #expect(desk.state.article?.position == position)
  #expect(desk.row(1) == line)
  #expect(desk.state.focus == .article)
}

@Test func aChangedStoryIsSetAgainAtItsPlace() {
  var desk = Desk(size: (60, 12), stories: Samples.many(2))
  desk.press("Enter Space")
  desk.library.stories[0].story.body.append(Block(.paragraph([Inline("An added line.")])))
  desk.send(.libraryChanged)
  desk.press("R G")
  #expect(desk.screen.contains("An added line."))
}

@Test func upperCaseJAndKReadTheNeighbours() {
  var desk = Desk(size: (100, 30))
  desk.press("Enter J")
  #expect(desk.state.article?.id == Samples.id(2))
  #expect(desk.state.focus == .article)
  desk.press("K K")
  #expect(desk.state.article?.id == Samples.id(1))
  #expect(desk.row(29).hasPrefix(" This is the first story."))
}

@Test func panesAreGoneThroughByTabAndByArrows() {
  var desk = Desk(size: (60, 16))
  var panes: [Pane] = []
  for key in ["Tab", "Tab", "Tab", "Shift-Tab", "h", "h", "h", "l", "l", "l"] {
    desk.press(key)
    panes.append(desk.state.focus)
  }
  #expect(
    panes == [.article, .teasers, .list, .teasers, .article, .list, .list, .article, .teasers, .teasers])
}

@Test func theNextUnreadIsFoundBeyondTheRowsAtHand() {
  var stories = Samples.many(3000)
  for index in stories.indices where index != 2500 { stories[index].listing.isRead = true }
  var desk = Desk(size: (60, 16), stories: stories)
  desk.press(".")
  #expect(desk.state.article?.id == Samples.id(2501))
  #expect(desk.state.list.selected?.id == Samples.id(2501))
  desk.press("Esc")
  #expect(desk.row(15).hasSuffix("2,501 of 3,000"))
  desk.press(".")
  #expect(desk.row(15).hasPrefix(" You have read everything in this list."))
}

@Test func backspaceBeforeAStoryHasComeStaysWithTheOneBefore() {
  var desk = Desk(size: (120, 30))
  desk.press("Enter")
  let first = desk.state.reading
  desk.answers = false
  desk.press("1")
  desk.press("Backspace")
  // The requested story arrives late, and is no longer wanted.
  desk.send(.opened(Samples.newsroom[1]))
  #expect(desk.state.reading == first)
  #expect(desk.state.article?.id == first)
  #expect(desk.state.wanted == nil)
  desk.answers = true
  desk.press("L")
  #expect(desk.state.article?.id == Samples.id(2))
  desk.press("Backspace")
  #expect(desk.state.article?.id == first)
}

@Test func storiesThatArriveAreSaidQuietly() {
  var desk = Desk(size: (120, 30))
  desk.send(.arrived(1))
  #expect(desk.row(29).hasPrefix(" 1 new story · . goes to the newest  "))
  desk.press("j")
  desk.send(.arrived(1))
  #expect(desk.screen.contains("1 new story · . goes to the newest"))
  desk.send(.arrived(1_200))
  #expect(desk.screen.contains("1,201 new stories"))
  desk.press("j")
  #expect(!desk.screen.contains("new stories"))
  #expect(desk.row(29).hasSuffix("1,202 new  3 of 6"))
}
