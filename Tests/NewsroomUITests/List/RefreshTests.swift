import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

@Test func theSelectionStaysOnItsStoryEvenBeforeTheFirstKey() {
  var desk = Desk(size: (60, 18), stories: Samples.many(3))
  var new = Samples.story(9_000, "Breaking", desk: "Nordic", hoursAgo: 0, body: ["New."])
  new.listing.position = 2_000_000
  desk.library.stories.insert(new, at: 0)
  desk.send(.libraryChanged)
  #expect(desk.state.list.selected?.headline == "Story number 1")
  #expect(desk.state.list.rows.first?.headline == "Breaking")
}

@Test func anOpenStoryStaysOpenWhateverTheListDoes() {
  var desk = Desk(size: (130, 36))
  desk.press("U Enter")
  desk.send(.libraryChanged)
  #expect(desk.state.article?.id == Samples.id(1))
  #expect(desk.state.list.selected?.id == Samples.id(2))
  desk.press("Esc")
  #expect(desk.state.article?.id == Samples.id(1))
}

@Test func changesDuringARequestLeadToOneMoreRequest() {
  var desk = Desk(size: (60, 18))
  let window = desk.state.list.window
  desk.answers = false
  _ = desk.newEffects()
  for _ in 0..<5 { desk.send(.libraryChanged) }
  #expect(desk.newEffects().filter { if case .window = $0 { true } else { false } }.count == 1)
  if let window { desk.send(.windowed(window)) }
  let row = window?.rows.first
  #expect(desk.newEffects() == row.map { [.window(Query(), around: .row($0), before: 100, after: 100)] })
}

@Test func thePlaceIsKeptAfterEveryScreenful() {
  var desk = Desk(size: (60, 12), stories: Samples.many(1))
  desk.press("Enter")
  _ = desk.newEffects()
  desk.press("j j j")
  #expect(desk.newEffects() == [])
  desk.press("Space")
  let place = desk.state.article?.place ?? .beginning
  #expect(place.share > 0)
  #expect(desk.newEffects() == [.keepPlace(Samples.id(1), place)])
}

@Test func aFailureIsShownUntilTheNextKey() {
  var desk = Desk(size: (60, 18))
  desk.send(.failed("The index could not be written: the disk is full."))
  #expect(desk.row(17).hasPrefix(" The index could not be written: the disk is full."))
  desk.press("j")
  #expect(desk.row(17).hasPrefix(" j/k move"))
}

@Test func suspendingKeepsThePlaceAndRefreshAsksTheLibrary() {
  var desk = Desk(size: (60, 12), stories: Samples.many(1))
  desk.press("Enter j j")
  let place = desk.state.article?.place ?? .beginning
  _ = desk.newEffects()
  desk.press("Ctrl-z R Ctrl-l")
  #expect(desk.newEffects() == [.keepPlace(Samples.id(1), place), .suspend, .refresh, .repaint])
}

@Test func widerScreensShowTheSelectedStoryAtOnce() {
  var desk = Desk(size: (60, 18))
  #expect(desk.state.article == nil)
  desk.resize(130, 36)
  #expect(desk.state.article?.id == Samples.id(1))
  #expect(desk.state.list.selected?.isRead == false)
}
