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
        """)
    desk.press("d")
    #expect(desk.state.layers.isEmpty)
    desk.press("j D")
    #expect(desk.row(17).contains("No words of this story are kept from an earlier"))
  }
}
