import Messages
import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// Panes that are hidden, widths and lines that keys change, and when a story counts as read.
@Suite struct LookTests {
  private func desk(_ size: (Int, Int), _ change: (inout Preferences) -> Void = { _ in }) -> Desk {
    var preferences = Preferences()
    change(&preferences)
    return Desk(size: size, preferences: preferences)
  }

  @Test func theListIsHiddenWhileOneReads() {
    var desk = desk((120, 36))
    desk.press("Enter")
    #expect(desk.state.plan.list != nil && desk.state.plan.teasers != nil)
    desk.press("\\ ~")
    #expect(desk.state.plan.list == nil && desk.state.plan.teasers == nil)
    #expect(desk.row(35).contains("READ MORE is hidden; r goes there, ~ shows it again."))
    // It is still reached.
    desk.press("r")
    #expect(desk.state.focus == .teasers && desk.state.plan.teasers != nil)
    desk.press("q")
    #expect(desk.state.focus == .list && desk.state.plan.list != nil)
    desk.press("Enter \\ ~")
    #expect(desk.state.plan.list != nil && desk.state.plan.teasers != nil)
  }

  @Test(arguments: [(80, 24), (120, 36), (160, 40), (220, 50), (40, 12), (20, 6)])
  func everyLookFitsEverySize(_ size: (Int, Int)) {
    for hidden in 0..<4 {
      for keys in ["", "Enter", "r"] {
        var desk = desk(size) { preferences in
          (preferences.look.hidesList, preferences.look.hidesPanel) = (hidden & 1 > 0, hidden & 2 > 0)
          preferences.look.isCompact = true
        }
        desk.press(keys)
        desk.press("; ; ; ; ; ; ; ; , ) ) ) ) ) ) ) ) ( ")
        #expect(desk.state.view().size == Size(columns: size.0, rows: size.1))
        #expect(desk.state.plan[desk.state.focus] != nil)
      }
    }
  }

  @Test func linesBecomeLongerAndShorter() {
    var desk = desk((160, 30))
    desk.press("Enter")
    let lines = desk.state.article?.page?.lines.count ?? 0
    desk.press("( ( ( (")
    #expect(desk.row(29).contains("Lines are now at most 52 columns wide."))
    #expect((desk.state.article?.page?.lines.count ?? 0) > lines)
    desk.press(") ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )")
    #expect(desk.row(29).contains("Lines are now at most 120 columns wide."))
    #expect(desk.state.look.measure == 120)
    desk.press(": s e t Space m e a s u r e = 6 0 Enter")
    #expect(desk.state.look.measure == 60)
  }

  @Test func theListIsWidenedWithinTheScreen() {
    var desk = desk((120, 36))
    #expect(desk.state.plan.list?.columns == 42)
    desk.press("; ;")
    #expect(desk.state.plan.list?.columns == 46 && desk.state.look.listColumns == 46)
    desk.press("9 9 ;")
    #expect(desk.state.plan.list?.columns == 60)
    desk.press("9 9 ,")
    #expect(desk.state.plan.list?.columns == 24)
    desk.press(",")
    #expect(desk.row(35).contains("The list can't be narrower on this screen."))
    desk.resize(60, 20)
    desk.press(";")
    #expect(desk.row(19).contains("no story beside it"))
  }

  @Test func aCompactListHasOneLineAStory() {
    var desk = desk((80, 24)) { $0.look.isCompact = true }
    let all = (0..<24).filter {
      desk.row($0).contains("Ferry line") || desk.row($0).contains("Harbour cities")
    }
    #expect(all.count >= 2 && all[0] + 1 == all[1], "\(desk.screen)")
    #expect(!desk.row(all[0] + 1).contains("min"))
    desk.press("%")
    #expect(desk.row(23).contains("Headline and details of each story."))
    #expect(desk.screen.contains("min"))
    desk.press("%")
    #expect(desk.state.look.isCompact == true)
    // A search and the way back keep it.
    desk.press("/ f Esc Esc")
    #expect(desk.state.list.isCompact)
  }

  @Test func aStoryCountsAsReadWhenTheSettingsSay() {
    func marks(_ readOn: Preferences.ReadOn, _ keys: String) -> Int {
      var desk = desk((60, 12)) { $0.readOn = readOn }
      _ = desk.newEffects()
      desk.press(keys)
      return desk.newEffects().count { $0.name == "mark" }
    }
    #expect(marks(.open, "Enter") == 1)
    #expect(marks(.end, "Enter") == 0 && marks(.end, "Enter G") == 1 && marks(.end, "Enter G g G") == 1)
    #expect(marks(.never, "Enter G") == 0 && marks(.never, "Enter G u") == 1)
    // One that the reader marks as unread again at its end stays so.
    #expect(marks(.end, "Enter G u k j") == 2)
  }

  @Test func settingsThatAreReadAgainHoldAtOnce() {
    var desk = desk((120, 36))
    desk.press("( ,")
    var new = Preferences()
    new.measure = 80
    new.theme = "mono"
    new.look.hidesPanel = true
    _ = new.keymap.bind(KeyBinding("W", ["last"]))
    desk.send(.settings(new, "The settings were read again."))
    #expect(desk.row(35).contains("The settings were read again."))
    #expect(desk.state.theme.name == "mono" && desk.state.typesetter.options.measure == 80)
    // What the file does not change stays as the keys left it.
    #expect(desk.state.plan.list?.columns == 40)
    desk.press("W")
    #expect(desk.state.list.index == 5)
    desk.send(.settings(nil, "newsroom.toml:1:1: broken. The settings from before hold."))
    #expect(desk.row(35).contains("The settings from before hold.") && desk.state.theme.name == "mono")
    // A theme chosen by a key stays when another setting is saved.
    desk.press("T k Enter")
    let chosen = desk.state.theme.name
    new.measure = 70
    desk.send(.settings(new, "The settings were read again."))
    #expect(desk.state.theme.name == chosen && desk.state.typesetter.options.measure == 70)
  }
}
