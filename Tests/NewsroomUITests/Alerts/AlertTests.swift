import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Kept searches that tell of what arrives.
@Suite struct AlertTests {
  private static let ferries = SavedSearch(name: "Ferries", text: "ferry")

  private func desk(
    _ searches: [SavedSearch] = [Self.ferries], size: (Int, Int) = (100, 16), isKiosk: Bool = false,
    preferences: Preferences = Preferences()
  ) -> Desk {
    var desk = Desk(size: size, isKiosk: isKiosk, preferences: preferences)
    desk.state.savedSearches = searches
    return desk
  }

  private func alerting(_ preferences: Preferences = Preferences()) -> Desk {
    var search = Self.ferries
    search.alerts = true
    return desk([search], preferences: preferences)
  }

  private static func alert(_ number: Int, isSeen: Bool = false) -> StoryAlert {
    StoryAlert(
      search: "Ferries", listing: Samples.newsroom[number].listing, moment: Samples.now.seconds,
      isSeen: isSeen)
  }

  private func arrive(_ desk: inout Desk, _ count: Int) {
    desk.library.found = AlertsFound(
      fresh: ["Ferries": count], latest: Self.alert(1), unseen: ["Ferries": count])
    desk.send(.landed(Landing(count: count, arrivals: [Samples.id(2)])))
  }

  @Test func withoutAnAlertNothingIsLookedFor() {
    var desk = desk()
    desk.send(.landed(Landing(count: 1, arrivals: [Samples.id(2)])))
    #expect(!desk.effects.contains { if case .lookForAlerts = $0 { true } else { false } })
  }

  @Test func anAlertIsToldRungAndCounted() {
    var desk = alerting()
    arrive(&desk, 1)
    #expect(desk.row(15).hasPrefix(" Alert from “Ferries”: Ferry line to reopen in spring"))
    let words = "Alert from “Ferries”: Ferry line to reopen in spring"
    #expect(desk.effects.contains(.ring(Notice(title: "Content", text: words))))
    // News follows the alert, and then the count stays.
    desk.press("j j")
    #expect(desk.row(15).contains("1 alert"))
    desk.press("d")
    #expect(desk.squeezed.contains { $0.contains("Ferries 1 alert · 1 unread of 3") }, "\(desk.screen)")
  }

  /// Stories that another search hides are no news, but alert.
  @Test func hiddenStoriesAlertToo() {
    var desk = alerting()
    desk.library.found = AlertsFound(
      fresh: ["Ferries": 1], latest: Self.alert(1), unseen: ["Ferries": 1])
    desk.send(.libraryChanged)
    #expect(desk.effects.contains { if case .ring = $0 { true } else { false } })
  }

  @Test func manyAlertsRingOnce() {
    var desk = alerting()
    arrive(&desk, 1_000)
    #expect(desk.effects.count { if case .ring = $0 { true } else { false } } == 1)
    #expect(desk.row(15).hasPrefix(" 1,000 alerts from “Ferries” · ! lists alerts"))
  }

  @Test func bellAndNotificationCanBeOff() {
    var preferences = Preferences()
    (preferences.bell, preferences.notify) = (.off, .off)
    var desk = alerting(preferences)
    arrive(&desk, 1)
    #expect(!desk.effects.contains { if case .ring = $0 { true } else { false } })
    #expect(desk.row(15).contains("Alert from"))
  }

  @Test func theListOfAlerts() {
    var desk = alerting()
    arrive(&desk, 1)
    desk.library.alerts = [Self.alert(1), Self.alert(3, isSeen: true)]
    desk.press("!")
    #expect(desk.squeezed.contains { $0.contains("─ Alerts · 1 new ─") }, "\(desk.screen)")
    #expect(desk.squeezed.contains { $0.contains("▌ Ferry line to reopen in spring Ferries · new │") })
    #expect(desk.squeezed.contains { $0.contains("Lighthouse keepers meet for the last time Ferries │") })
    desk.press("Enter")
    #expect(desk.state.article?.id == Samples.id(2))
    #expect(desk.state.unseenAlerts == 0)
  }

  @Test func aSearchBeginsAndEndsToAlert() {
    var desk = desk()
    desk.press(":")
    desk.type("alert")
    desk.press("Enter")
    #expect(desk.squeezed.contains { $0.contains("Ferries does not alert") })
    _ = desk.newEffects()
    desk.press("Enter")
    var search = Self.ferries
    search.alerts = true
    #expect(desk.newEffects() == [.keepSearch(search), .lookForAlerts([search])])
    desk.press("d j j Ctrl-a")
    #expect(desk.state.savedSearches == [Self.ferries])
  }

  @Test func aSearchOfTheSettingsFileIsNotChanged() {
    var search = Self.ferries
    search.isSetByHand = true
    var desk = desk([search])
    desk.perform { $0.toggleAlert(search) }
    #expect(desk.row(15).contains("is set in newsroom.toml; write { search = …, alert = true } there."))
    #expect(desk.state.savedSearches == [search])
  }

  /// In a reading room nothing alerts, whatever the host's settings say.
  @Test func strangersHaveNoAlerts() {
    var search = Self.ferries
    (search.alerts, search.hiding) = (true, .always)
    var desk = desk([search], isKiosk: true)
    arrive(&desk, 1)
    desk.press("! &")
    let names = Set(desk.effects.map(\.name))
    #expect(names.isDisjoint(with: ["lookForAlerts", "alerts", "ring", "hide"]))
    #expect(desk.row(15).contains("This is closed in a reading room: searches are not kept."))
  }

  @Test(arguments: [(80, 24), (120, 36), (160, 45), (40, 12)])
  func theListOfAlertsFitsEverySize(_ columns: Int, _ rows: Int) {
    var search = Self.ferries
    search.alerts = true
    var desk = desk([search], size: (columns, rows))
    desk.library.alerts = [Self.alert(1)]
    desk.press("!")
    #expect(desk.screen.contains("Alerts · 1 new") && desk.screen.contains("Ferry line"))
  }
}
