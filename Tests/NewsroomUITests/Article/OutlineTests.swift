import Screen
import Stories
import Testing

@testable import NewsroomUI

/// The headings of a story: their list, going from one to the next, and the section in the bottom line.
@Suite struct OutlineTests {
  private static let stories: [OpenedStory] = {
    var stories = Samples.newsroom
    stories[0].story.body = (1...12).flatMap { part in
      [
        Block(.heading(level: part.isMultiple(of: 3) ? 2 : 3, [Inline("Part \(part) of the plan")])),
        Block(.paragraph([Inline(String(repeating: "The harbour sees to part \(part). ", count: 12))])),
      ]
    }
    return stories
  }()

  private func desk(_ columns: Int, _ rows: Int) -> Desk {
    var desk = Desk(size: (columns, rows), stories: Self.stories)
    desk.press("Enter")
    return desk
  }

  @Test func theHeadingsAreListed() {
    var desk = desk(60, 18)
    desk.press("C")
    #expect(
      desk.screen == """
         Content     All desks · newest first  6 stories · 4 unread
        ╭─ Contents · 12 headings ─────────────────────────────────╮
        │ ›                                                        │
        │                                                          │
        │ ▌   Part 1 of the plan                               6%  │
        │     Part 2 of the plan                              15%  │
        │   Part 3 of the plan                                24%  │
        │     Part 4 of the plan                              31%  │
        │     Part 5 of the plan                              39%  │
        │   Part 6 of the plan                                46%  │
        │     Part 7 of the plan                              54%  │
        │     Part 8 of the plan                              61%  │
        │   Part 9 of the plan                                68%  │
        │     Part 10 of the plan                             76%  │
        │     Part 11 of the plan                             84%  │
        │   Part 12 of the plan                               92%  │
        ╰── j/k move, type to narrow · Enter chooses · Esc closes ─╯
         Enter chooses  F1 every key  Esc closes        Nordic  13%
        """)
    desk.press("j j j Enter")
    #expect(desk.row(1).contains("Part 4 of the plan"))
    #expect(desk.row(17).contains("Part 4 of the plan  "))
    desk.press("C")
    #expect(desk.state.picker?.index == 3)
    desk.press("Esc Backspace")
    #expect(desk.state.history.back.isEmpty)
  }

  @Test(arguments: [(80, 24), (120, 36), (40, 12)])
  func bracketsGoFromHeadingToHeading(_ columns: Int, _ rows: Int) {
    var desk = desk(columns, rows)
    desk.press("]")
    #expect(desk.state.article?.section == 0)
    desk.press("] ]")
    #expect(desk.state.article?.section == 2)
    #expect(columns < 60 || desk.row(rows - 1).contains("Part 3 of the plan"))
    desk.press("j [")
    #expect(desk.state.article?.section == 2)
    desk.press("[")
    #expect(desk.state.article?.section == 1)
    desk.press("g [")
    #expect(desk.row(rows - 1).contains("This is above the first h"))
    desk.press("G ] ] ] ] ] ] ] ]")
    let said = desk.row(rows - 1)
    #expect(said.contains("This is the last heading.") || said.contains("This is the end"), "\(said)")
  }

  @Test func aStoryWithoutHeadingsSaysSo() {
    var desk = Desk(size: (60, 18))
    for key in ["C", "]", "["] {
      desk.press("Enter \(key)")
      #expect(desk.row(17).contains("This story has no headings."), "\(key)")
    }
  }

  @Test func choosingTheSectionOnTheScreenSaysSo() {
    var desk = desk(60, 18)
    desk.press("C j j Enter C Enter")
    #expect(desk.row(17).contains("Already on the screen: “Part 3"))
  }
}
