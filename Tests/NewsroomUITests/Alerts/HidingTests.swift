import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Kept searches that hide what they find.
@Suite struct HidingTests {
  private static let ferries = SavedSearch(name: "Ferries", text: "ferry")
  private static let today = Samples.now.day

  private func desk(_ hiding: SavedSearch.Hiding?, size: (Int, Int) = (60, 18)) -> Desk {
    var search = Self.ferries
    search.hiding = hiding
    var desk = Desk(size: size)
    desk.state.savedSearches = [search]
    desk.perform { $0.hideAgain() }
    return desk
  }

  @Test func aSearchHidesForSomeDays() {
    var desk = desk(nil)
    #expect(desk.row(0).hasSuffix("6 stories · 5 unread"))
    desk.press("d j j Ctrl-x")
    #expect(desk.row(17).hasPrefix(" Hide “Ferries” until: "))
    desk.type("3 days")
    #expect(desk.row(17).contains("→ until 1 April 2016"))
    _ = desk.newEffects()
    desk.press("Enter")
    var search = Self.ferries
    search.hiding = .until(Day(year: 2016, month: 4, day: 1))
    #expect(desk.newEffects().prefix(2) == [.keepSearch(search), .hide([search])])
    #expect(desk.row(17).hasPrefix(" What “Ferries” finds is hidden until 1 April"))
    #expect(desk.row(0).contains("5 stories · 1 hidden"))
    #expect(!desk.screen.contains("Ferry line to reopen in spring"))
  }

  @Test func whatIsHiddenIsCountedAndShownByOneKey() {
    var desk = desk(.always)
    desk.press("&")
    #expect(desk.row(17).hasPrefix(" Shown: 1 hidden by “Ferries” · & hides again"))
    #expect(desk.screen.contains("Ferry line to reopen in spring"))
    desk.press("&")
    #expect(!desk.screen.contains("Ferry line to reopen in spring"))
    // The search itself finds it, hidden or not.
    desk.press("d j j Enter")
    #expect(desk.screen.contains("Ferry line to reopen in spring"))
  }

  @Test func whatIsNotADayStaysToBeCorrected() {
    var desk = desk(nil)
    desk.press("d j j Ctrl-x")
    desk.type("yesterday")
    desk.press("Enter")
    #expect(desk.row(17).contains("not a day to come"))
    desk.press("Esc")
    #expect(desk.state.savedSearches == [Self.ferries])
  }

  @Test func hidingEndsByItself() {
    var desk = desk(.until(Day(number: Self.today.number + 1)))
    #expect(desk.library.hiding.map(\.name) == ["Ferries"])
    desk.send(.clock(Timestamp(seconds: Samples.now.seconds + 86_400, offset: Samples.now.offset)))
    #expect(desk.library.hiding.isEmpty)
    #expect(desk.row(17).hasPrefix(" “Ferries” hides no more: its time has ended."))
    #expect(desk.screen.contains("Ferry line to reopen in spring"))
  }

  @Test func itCanBeEndedByHand() {
    var desk = desk(.always)
    desk.press(":")
    desk.type("mute")
    desk.press("Enter")
    #expect(desk.squeezed.contains { $0.contains("Ferries hides │") })
    desk.press("Enter")
    #expect(desk.state.savedSearches == [Self.ferries])
    #expect(desk.library.hiding.isEmpty)
  }

  @Test func aListWithNothingElseSaysWhy() {
    var desk = desk(.always)
    desk.perform { state in
      state.show(Query(facet: Facet(.desk, "Business")))
    }
    #expect(desk.screen.contains("No other stories here."))
    #expect(desk.screen.contains("1 hidden by “Ferries”; & shows them."))
  }

  @Test func theDesksTellOfIt() {
    var desk = desk(.until(Day(year: 2016, month: 4, day: 2)))
    desk.press("d")
    #expect(desk.screen.contains("hides until 2 Apr"))
  }
}
