import Screen
import Stories
import Testing

@testable import NewsroomUI

/// What has changed in a story since it was read.
@Suite struct SinceReadTests {
  @Test func theDifferenceToTheWordsReadIsShown() {
    var desk = Desk(size: (60, 18))
    desk.library.readings[Samples.id(2)] = desk.library.stories[1].story
    desk.press("j D")
    #expect(desk.row(17).contains("This story has not changed since you read it."))
    desk.library.stories[1].story.body = [
      Block(.paragraph([Inline("The ferry sails again from the tenth of May, with a smaller ship.")]))
    ]
    desk.press("D")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 5 unread
        ╭─ 2 words added, 6 removed ───────────────────────────────╮
        │    Ferry line to reopen in spring                        │
        │                                                          │
        │    The ferry sails again from the [-first-] {+tenth+}    │
        │    of May, with a smaller [-ship and a longer            │
        │    summer.-] {+ship.+}                                   │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        ╰──────────────────────────── [-out-] {+in+} · Esc closes ─╯
         F1 every key  Esc closes                            2 of 6
        """)
    desk.press("d")
    #expect(desk.state.layers.isEmpty)
    desk.press("j D")
    #expect(desk.row(17).contains("No words of this story are kept from an earlier"))
  }
}
