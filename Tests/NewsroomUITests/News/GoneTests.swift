import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// A story whose file is deleted or changed while it is being read.
@Suite struct GoneTests {
  @Test(arguments: [(110, 30), (60, 20), (150, 44)])
  func aStoryThatGoesSaysSoAndEscGivesRowAndArticleBack(_ size: (Int, Int)) {
    var desk = Desk(size: size, stories: Samples.many(60))
    desk.press("j j Enter")
    desk.library.stories.remove(at: 2)
    desk.send(.libraryChanged)
    #expect(desk.screen.contains("This story is no longer in the library; Esc leaves it"))
    #expect(desk.screen.contains("The tide tables were printed twice"))
    desk.press("j Esc")
    #expect(!desk.screen.contains("gone from the library"))
    #expect(desk.state.focus == .list)
    let selected = desk.state.list.selected?.id
    #expect(selected == Samples.id(4))
    #expect(desk.state.article == nil || desk.state.article?.id == selected)
    desk.press("Enter")
    #expect(desk.state.article?.id == selected)
  }

  @Test func aSmallScreenSaysItInItsLastLine() {
    var desk = Desk(size: (40, 4), stories: Samples.many(5))
    desk.press("Enter")
    desk.library.stories.remove(at: 0)
    desk.send(.libraryChanged)
    #expect(desk.screen.contains("This story is no longer in the library"))
  }

  private func story(_ blocks: [String]) -> [OpenedStory] {
    [Samples.story(1, "A long story", desk: nil, hoursAgo: 1, body: blocks)]
  }

  private static let long = (1...40).map { number in
    """
    Paragraph \(number) tells of boat \(number) in the harbour, of who was aboard and of the weather on \
    that day.
    """
  }

  private func top(_ desk: Desk) -> String { desk.row(2) + desk.row(3) + desk.row(4) }

  @Test(arguments: [
    (["One more at the beginning.", "And another one, longer than the first."] + long),
    Array(long.dropFirst(5)),
    long.map { $0.hasPrefix("Paragraph 9 ") ? "Well: " + $0 : $0 },
    ["Added."] + long.reversed().reversed() + ["At the end."],
  ])
  func thePlaceIsHeldByItsWords(_ newer: [String]) {
    for columns in [50, 110] {
      var desk = Desk(size: (columns, 24), stories: story(Self.long))
      desk.press("Enter Space Space")
      let before = desk.state.article.flatMap { article in
        article.page?.lines[article.top..<(article.top + 4)].flatMap { $0.runs.map(\.text) }
      }
      desk.library.stories = story(newer)
      desk.send(.libraryChanged)
      desk.press("R")
      let after = desk.state.article.flatMap { article in
        article.page?.lines[article.top..<(article.top + 4)].flatMap { $0.runs.map(\.text) }
      }
      #expect(before != nil && before == after, "\(columns)")
    }
  }

  private func topLines(_ desk: Desk) -> [String] {
    guard let article = desk.state.article, let page = article.page else { return [] }
    return page.lines[article.top...].flatMap { $0.runs.map(\.text) }.prefix(2).map { $0 }
  }

  @Test(arguments: [
    (["One more at the beginning.", "And another one, longer than the first."] + long),
    Array(long.dropFirst(5)), long,
  ])
  func aStoryOpenedLaterBeginsAtItsWords(_ newer: [String]) {
    var desk = Desk(
      size: (60, 24),
      stories: story(Self.long) + [Samples.story(2, "Another", desk: nil, hoursAgo: 2, body: ["Short."])])
    desk.press("Enter Space Space")
    let before = topLines(desk)
    desk.press("Esc j Enter")
    desk.library.stories[0].story.body = newer.map { Block(.paragraph([Inline($0)])) }
    // By the history, and by the place that the library keeps.
    desk.press("Backspace")
    #expect(topLines(desk) == before)
    desk.press("Esc j k Enter")
    #expect(topLines(desk) == before)
  }

  @Test func wordsThatRunOverAndWordsThatComeTwiceFindTheirPlace() {
    let short = story(["Oh no.", "It ended.", "The tide turned at noon and the boats came in."])[0].story
    let place = PagePosition(block: 0, offset: 2)
    let words = PlaceInText.words(at: place, of: short)
    #expect(words == "no.Itended.Thetideturned")
    #expect(PlaceInText.find(ReadingPlace(share: 0, words: words), near: place, in: short) == place)
    let twice = story(["The same words.", "Between.", "The same words.", "The end."])[0].story
    let same = ReadingPlace(share: 0.9, words: "Thesamewords.")
    let near = PagePosition(block: 3, offset: 0)
    #expect(PlaceInText.find(same, near: near, in: twice) == PagePosition(block: 2, offset: 0))
    #expect(PlaceInText.find(ReadingPlace(share: 0, words: "nowhere"), near: near, in: twice) == nil)
    #expect(PlaceInText.words(at: PagePosition(block: nil, offset: 3), of: twice) == "")
  }

  @Test func wordsThatAreGoneLeadToTheNearestThatAreThere() {
    let old = story(Self.long)[0].story
    let new = story(Array(Self.long[..<10] + Self.long[14...]))[0].story
    #expect(
      PlaceInText.find(PagePosition(block: 12, offset: 5), of: old, in: new).block.map {
        (9...11).contains($0)
      }
        == true)
    #expect(
      PlaceInText.find(PagePosition(block: 30, offset: 5), of: old, in: new)
        == PagePosition(block: 26, offset: 5))
    // Of several equal paragraphs, the one with the same neighbours is meant.
    let dashes = ["* * *"] + Self.long[..<4] + ["* * *"] + Self.long[4..<8] + ["* * *"]
    let more = ["Added.", "Added too."] + dashes
    #expect(
      PlaceInText.find(
        PagePosition(block: 5, offset: 0), of: story(dashes)[0].story, in: story(more)[0].story)
        == PagePosition(block: 7, offset: 0))
    let empty = story([])[0].story
    #expect(PlaceInText.find(PagePosition(block: 5, offset: 0), of: old, in: empty).block == 5)
  }
}
