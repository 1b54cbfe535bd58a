import Testing

@testable import NewsroomUI

/// The list of libraries that have names.
@Suite struct LibrariesTests {
  private let libraries = [("Courier", true), ("Old paper", false)].map { (name: $0, isOpen: $1) }

  @Test func theyAreListedAndAnotherIsOpened() {
    var desk = Desk(size: (60, 14), libraries: libraries)
    desk.press("I")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 5 unread
         TODAY
        ╭─ Libraries ──────────────────────────────────────────────╮
        │ ›                                                        │
        │                                                          │
        │ ▌ Courier                                          open  │
        │   Old paper                                              │
        ╰── j/k move, type to narrow · Enter chooses · Esc closes ─╯
           Culture · 10:00 · 1 min
           Lighthouse keepers meet for the last time
           Nordic · 06:00 · 1 min                                 ●
         FRIDAY 25 MARCH
           Winter roads open late
         Enter chooses  F1 every key  Esc closes             1 of 6
        """)
    _ = desk.newEffects()
    desk.press("Enter")
    #expect(desk.newEffects().isEmpty && desk.state.layers.isEmpty)
    desk.press("I j Enter")
    #expect(desk.newEffects() == [.openLibrary("Old paper")])
  }

  @Test(arguments: [(80, 24), (120, 36), (40, 12)])
  func theListFitsEveryScreen(_ columns: Int, _ rows: Int) {
    var desk = Desk(size: (columns, rows), libraries: libraries)
    desk.press("I")
    #expect(desk.screen.contains("─ Libraries ─") && desk.screen.contains("Old paper"))
  }

  @Test func withoutNamesTheBottomLineSaysWhereToGiveThem() {
    var desk = Desk(size: (80, 24))
    desk.press("I")
    #expect(desk.row(23).hasPrefix(" No libraries are named"))
    var room = Desk(size: (80, 24), isKiosk: true, libraries: libraries)
    room.press("I")
    #expect(room.row(23).contains("closed in a reading room"))
  }
}
