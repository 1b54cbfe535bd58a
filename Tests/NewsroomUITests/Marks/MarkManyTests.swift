import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Marking many rows at once, ranges, and taking marks back.
@Suite struct MarkManyTests {
  @Test func theListOfWhatCanBeMarked() {
    var desk = Desk(size: (60, 23))
    desk.press("j j A")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 5 unread
        ╭─ Mark ───────────────────────────────────────────────────╮
        │ ›                                                        │
        │                                                          │
        │ ▌ Mark all in the list as read                        6  │
        │   Mark all above as read                              2  │
        │   Mark all below as read                              3  │
        │   Mark all in the list as unread                      6  │
        │   Mark all above as unread                            2  │
        │   Mark all below as unread                            3  │
        │   Save all in the list                                6  │
        │   Save all above                                      2  │
        │   Save all below                                      3  │
        │   Unsave all in the list                              6  │
        │   Unsave all above                                    2  │
        │   Unsave all below                                    3  │
        │   Tag all in the list …                               6  │
        │   Tag all above …                                     2  │
        │   Tag all below …                                     3  │
        ╰── j/k move, type to narrow · Enter chooses · Esc closes ─╯


         Enter chooses  F1 every key  Esc closes             3 of 6
        """)
  }

  @Test func aRangeIsShownAndMarked() {
    var desk = Desk(size: (60, 18))
    desk.press("j V j j")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 5 unread
         TODAY
           Harbour cities agree on a plan to keep streets safe
           Nordic · 09:00 · 1 min                                 ●
         ▌ Ferry line to reopen in spring
         ▌ Business · 08:00 · 1 min                               ●
         YESTERDAY
         ▌ A bestseller nobody planned
         ▌ Culture · 10:00 · 1 min
         ▌ Lighthouse keepers meet for the last time
         ▌ Nordic · 06:00 · 1 min                                 ●
         FRIDAY 25 MARCH
           Winter roads open late
           12:00 · 1 min                                          ●
         MARCH 2016
           The orchestra that rehearses on a barge
           Culture · 9 Mar · 1 min                               ★●
         3 stories: u read · s save · A more · Esc ends      4 of 6
        """)
    _ = desk.newEffects()
    let rows = desk.state.list.rows
    desk.press("u")
    #expect(
      desk.newEffects().first == .markMany(.read, .between(rows[1], rows[3]), of: Query(), step: 1))
    #expect(desk.row(17).hasPrefix(" 2 marked read · x takes it back"))
    #expect(desk.state.range == nil)
    #expect(desk.row(0).hasSuffix("6 stories · 3 unread"))
  }

  /// On a narrow screen the rows of a range have its sign too.
  @Test(arguments: [(80, 24), (120, 36), (40, 12), (20, 5)])
  func aRangeIsShownAtEverySize(_ columns: Int, _ rows: Int) {
    var desk = Desk(size: (columns, rows))
    desk.press("V j")
    let count = desk.screen.split(separator: "\n").count { $0.contains("▌") }
    let lines = ListGeometry(desk.state.list, pane: desk.state.plan.list!, now: desk.state.now).rowHeight
    #expect(count >= min(2 * lines, 3))
    #expect(desk.state.rangeCount == 2)
    if rows > 5 { #expect(desk.row(rows - 1).contains("2 stories: u read")) }
  }

  @Test func escEndsTheRangeBeforeItWidensTheList() {
    var desk = Desk(size: (60, 18))
    desk.press("U V j")
    desk.press("Esc")
    #expect(desk.state.range == nil && desk.state.list.query.marked == .unread)
    desk.press("Esc")
    #expect(desk.state.list.query.marked == .all)
  }

  @Test(arguments: ["V j a", "V j Enter", "V j o j Enter", "V V"])
  func aRangeEndsWithItsList(_ keys: String) {
    var desk = Desk(size: (60, 18))
    desk.press(keys)
    #expect(desk.state.range == nil, "\(keys)")
  }

  @Test func aRangeGoesOnBeyondTheLoadedRows() {
    var desk = Desk(size: (60, 18), stories: Samples.many(3_000))
    desk.press("V G")
    #expect(desk.state.rangeCount == 3_000)
    desk.press("s")
    #expect(desk.row(17).hasPrefix(" 3,000 saved · x takes it back"))
  }

  @Test(arguments: [
    ("Mark all in the list as read", "5 marked read"), ("Mark all above as read", "2 marked read"),
    ("Mark all below as read", "3 marked read"), ("Mark all in the list as unread", "1 marked unread"),
    ("Save all above", "2 saved"), ("Unsave all in the list", "1 no longer saved"),
    ("Unsave all above", "None of these is saved."), ("Mark all above as unread", "All of these are unread"),
  ])
  func everyLineDoesWhatItSays(_ title: String, _ answer: String) {
    var desk = Desk(size: (80, 24))
    desk.press("j j A")
    #expect(desk.state.picker?.items.contains { $0.title == title } == true)
    desk.type(title)
    #expect(desk.state.picker?.selected?.title == title)
    desk.press("Enter")
    #expect(desk.row(23).contains(answer), "\(desk.row(23))")
  }

  @Test(arguments: [
    ("mark all", "5 marked read"), ("mark all read", "5 marked read"), ("mark saved", "5 saved"),
    ("mark below unread", "1 marked unread"), ("mark range read", "No range: V begins one"),
    ("mark-all-read", "5 marked read"), ("catchup", "5 marked read"),
  ])
  func aTypedLineMarks(_ line: String, _ answer: String) {
    var desk = Desk(size: (80, 24))
    desk.press(":")
    desk.type(line)
    desk.press("Enter")
    #expect(desk.row(23).contains(answer), "\(desk.row(23))")
  }

  @Test func marksAreTakenBackAndRepeated() {
    var desk = Desk(size: (80, 24))
    let before = desk.library.stories.map(\.listing)
    desk.press("u j s")
    desk.press(":")
    desk.type("mark all read")
    desk.press("Enter")
    let after = desk.library.stories.map(\.listing)
    desk.press("x")
    #expect(desk.row(23).contains("Taken back: 4 marked unread · X repeats it"), "\(desk.row(23))")
    desk.press("x")
    #expect(desk.row(23).contains("Taken back, not saved: “Ferry line to reopen in spring” · X repeats it"))
    desk.press("x")
    #expect(desk.row(23).contains("Taken back, unread: “Harbour cities agree on a plan"))
    #expect(desk.library.stories.map(\.listing) == before)
    desk.press("x")
    #expect(desk.row(23).contains("No mark to take back."))
    desk.press("X X X")
    #expect(desk.row(23).contains("4 marked read · x takes it back"))
    #expect(desk.library.stories.map(\.listing) == after)
    desk.press("X")
    #expect(desk.row(23).contains("No mark to repeat."))
    desk.press("x s x")
    #expect(desk.state.marks.undone.count == 1)
  }

  @Test func aHundredMarksAreRemembered() {
    var desk = Desk(size: (80, 24))
    for _ in 0..<130 { desk.press("s") }
    for _ in 0..<100 { desk.press("x") }
    #expect(!desk.row(23).contains("No mark"))
    desk.press("x")
    #expect(desk.row(23).contains("No mark to take back."))
  }

  /// A story that is opened is marked as read, and the last key that marked is taken back all the same.
  @Test func openingAStoryIsNoStep() {
    var desk = Desk(size: (60, 18))
    desk.press("s Enter q x")
    #expect(desk.row(17).contains("Taken back, not saved: “Harbour"))
    #expect(desk.state.list.rows[0].isRead)
  }

  @Test func aFailureIsReportedAndNoStep() {
    var desk = Desk(size: (80, 24))
    desk.answers = false
    desk.press(":")
    desk.type("mark all")
    desk.press("Enter")
    #expect(desk.row(23).contains("Marking …"))
    desk.send(.failed("The disk is full.", of: nil))
    #expect(desk.row(23).contains("The disk is full."))
    desk.press("x")
    #expect(desk.row(23).contains("No mark to take back."))
  }

  @Test func marksThatWereForgottenSaySo() {
    var desk = Desk(size: (80, 24))
    desk.press("V j u")
    desk.library.steps = [:]
    desk.press("x")
    #expect(desk.row(23).contains("too long ago"))
    desk.press("x")
    #expect(desk.row(23).contains("No mark to take back."))
  }
}
