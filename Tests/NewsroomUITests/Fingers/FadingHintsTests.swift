import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Hints in the bottom line that leave once their keys have been used, so that less known ones are seen.
@Suite struct FadingHintsTests {
  private func desk(
    _ size: (Int, Int) = (80, 24), hints: Preferences.HintsShown = .fade, isKiosk: Bool = false,
    _ uses: [String: Int] = [:]
  ) -> Desk {
    var preferences = Preferences()
    preferences.hints = hints
    return Desk(
      size: size, stories: Samples.many(30), isKiosk: isKiosk, preferences: preferences,
      keyUses: KeyUses(uses))
  }

  @Test func aHintLeavesOnceItsKeysHaveBeenUsed() {
    var desk = desk()
    #expect(desk.row(23).hasPrefix(" j/k move  Enter read  r read more"))
    desk.press("j j j k")
    #expect(desk.row(23).hasPrefix(" j/k move"))
    desk.press("j")
    #expect(desk.row(23).hasPrefix(" Enter read  r read more"), "\(desk.row(23))")
    #expect(!desk.row(23).contains("move"))
    #expect(desk.row(23).contains("? help"))
  }

  @Test func lessKnownKeysFollowAndHelpStays() {
    let all = Dictionary(uniqueKeysWithValues: Commands.all.map { ($0.name, 9) })
    let lessKnown = Set(Commands.lessKnown.values.flatMap { $0.map(\.name) })
    var desk = desk((120, 30), all.filter { !lessKnown.contains($0.key) })
    #expect(desk.row(29).hasPrefix(" . what is new  t thread  = alike"), "\(desk.row(29))")
    #expect(desk.row(29).contains("? help"))
    desk = self.desk((120, 30), all)
    #expect(desk.row(29).hasPrefix(" ? help  "), "\(desk.row(29))")
  }

  @Test func whatTheScreenItselfTellsStays() {
    let all = Dictionary(uniqueKeysWithValues: Commands.all.map { ($0.name, 9) })
    // The way out of a story that fills the screen, and of a narrowed list.
    var desk = desk((60, 20), all)
    desk.press("Enter")
    #expect(desk.row(19).contains("q list"))
    desk = self.desk((80, 24), all)
    desk.press("U")
    #expect(desk.row(23).contains("Esc show all"), "\(desk.row(23))")
  }

  @Test func boxesKeepTheirKeys() {
    let all = Dictionary(uniqueKeysWithValues: Commands.all.map { ($0.name, 9) })
    var desk = desk((80, 24), all)
    desk.press("/")
    #expect(desk.row(23).contains("Enter keeps the results") && desk.row(23).contains("Esc closes"))
  }

  @Test func theSettingKeepsAllOrNone() {
    var always = desk(hints: .always)
    always.press("j j j j j j j")
    #expect(always.row(23).hasPrefix(" j/k move"))
    let never = desk(hints: .never)
    #expect(never.row(23).hasPrefix(" ? help  "), "\(never.row(23))")
    // Saved while the reader runs, it holds at once.
    always.send(
      .settings(
        {
          var new = Preferences(); new.hints = .never; return new
        }(), "Read."))
    always.press("k")
    #expect(always.row(23).hasPrefix(" ? help  "))
  }

  @Test func commandsRunByNameAndTypedLettersAreNoUses() {
    var desk = desk()
    for _ in 0..<6 { desk.press("/ j j Esc") }
    #expect(desk.state.keyUses.counts["down"] == nil && desk.state.keyUses.counts["find"] == KeyUses.enough)
  }

  /// In a reading room nothing closed is offered, and the session alone counts.
  @Test func aReadingRoomOffersWhatIsOpen() {
    var desk = desk((120, 30), isKiosk: true)
    for _ in 0..<6 { desk.press("Enter j Esc") }
    desk.press("Enter")
    #expect(!desk.row(29).contains("clip") && !desk.row(29).contains(" copy"))
    #expect(desk.state.keyUses.counts["read"] == KeyUses.enough)
  }

  /// Every command named there exists, and works where its hint stands.
  @Test func everyLessKnownCommandWorksInItsPane() {
    for (pane, rows) in Commands.lessKnown {
      for (name, words) in rows {
        #expect(Commands.named(name)?.panes.contains(pane) == true, "\(name)")
        #expect(!words.isEmpty && !Keymap.standard.keys(of: name, in: pane).isEmpty, "\(name)")
      }
    }
  }
}
