import Screen
import Stories
import Testing

@testable import NewsroomUI

/// A story with links to its own end, to a missing part, and to parts of another story.
private func newsroom() -> [OpenedStory] {
  var one = Samples.story(
    1, "The long one", desk: nil, hoursAgo: 1,
    body: (1...40).map { "Paragraph number \($0)." })
  let other = Samples.story(
    2, "The other", desk: nil, hoursAgo: 2, body: (1...40).map { "Line number \($0) of the other." })
  var two = other
  two.story.body[30] = Block(.heading(level: 2, [Inline("A part further down")]))
  one.story.body[0] = Block(
    .paragraph([
      Inline("Down", reference: 0), Inline(" nowhere", reference: 1), Inline(" over", reference: 2),
      Inline(" away", reference: 3), Inline(" here", reference: 4),
    ]))
  one.story.body[1] = Block(.paragraph([Inline("A named one.")]), anchors: ["named"])
  one.story.body[35] = Block(.heading(level: 2, [Inline("Part three")]), anchors: ["custom-id"])
  func link(_ words: String, to story: Story, _ anchor: String) -> Reference {
    Reference(kind: .story, text: words, target: story.path, naming: .path, anchor: anchor, story: story.id)
  }
  one.story.references = [
    link("Down", to: one.story, "custom-id"), link("nowhere", to: one.story, "no-such-part"),
    link("over", to: two.story, "a-part-further-down"), link("away", to: two.story, "gone"),
    Reference(kind: .story, text: "here", anchor: "named"),
  ]
  return [one, two]
}

@Suite struct JumpTests {
  @Test(arguments: [(80, 24), (40, 12), (130, 40)])
  func aJumpWithinTheStoryCanBeTakenBack(_ columns: Int, _ rows: Int) {
    var desk = Desk(size: (columns, rows), stories: newsroom())
    desk.press("Enter 1")
    #expect(desk.screen.contains("Part three"))
    #expect((desk.state.article?.top ?? 0) > 0)
    desk.press("Backspace")
    #expect(desk.state.article?.top == 0)
    #expect(desk.screen.contains("Down[1]"))
    desk.press("L")
    #expect(desk.screen.contains("Part three"))
    desk.press("H H")
    #expect(desk.row(rows - 1).contains("No story to go back to."))
  }

  @Test func theWayBackLeadsToWhereTheLinkWas() {
    var desk = Desk(size: (80, 24), stories: newsroom())
    desk.press("Enter j j j")
    let place = desk.state.article?.top
    desk.press("1 j k Backspace")
    #expect(desk.state.article?.top == place)
    // On to another story, and all the way back.
    desk.press("1 3 Backspace")
    #expect(desk.state.article?.id == Samples.id(1))
    #expect(desk.screen.contains("Part three"))
    desk.press("Backspace")
    #expect(desk.state.article?.top == place)
  }

  @Test func aPartThatIsNotThereIsSaid() {
    var desk = Desk(size: (80, 24), stories: newsroom())
    desk.press("Enter 2")
    #expect(desk.row(23).hasPrefix(" This story has no part “no-such-part”."))
    #expect(desk.state.article?.top == 0)
    desk.press("Backspace")
    #expect(desk.row(23).hasPrefix(" No story to go back to."))
  }

  @Test func aPartOfAnotherStoryIsOpenedThereOrSaid() {
    var desk = Desk(size: (80, 24), stories: newsroom())
    desk.press("Enter 3")
    #expect(desk.state.article?.id == Samples.id(2))
    #expect(desk.screen.contains("A part further down"))
    #expect(!desk.row(23).contains("no part"))
    desk.press("Backspace 4")
    #expect(desk.state.article?.id == Samples.id(2))
    #expect(desk.row(23).hasPrefix(" This story has no part “gone”."))
  }

  @Test func aPartThatIsOnTheScreenAlreadyIsSaid() {
    var stories = newsroom()
    stories[0].story.body.removeLast(36)
    var desk = Desk(size: (80, 24), stories: stories)
    desk.press("Enter 5")
    #expect(desk.row(23).hasPrefix(" “named” is already on the screen."))
    desk.press("Backspace")
    #expect(desk.row(23).hasPrefix(" No story to go back to."))
  }
}
