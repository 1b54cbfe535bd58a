import Messages
import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// An empty story, since these tests do not look into it.
private let story = Story(id: StoryID(rawValue: 1), path: "", format: "", headline: "")

private func page(_ lines: [(String, Page.Line.Flow)]) -> Page {
  Page(
    columns: 20,
    lines: lines.map { Page.Line(indent: 2, runs: [Page.Run($0.0, role: .text)], block: 0, flow: $0.1) })
}

@Test func matchesRunOverLineEndsAndAreGoneThroughInOrder() {
  let page = page([
    ("The harbour cit-", .hyphenated), ("ies agree on a", .spaced), ("plan for Harbour", .spaced),
    ("cities", .ends),
  ])
  var find = Find(words: "harbour cities")
  find.search(page, of: story, from: 0)
  #expect(
    find.matches == [
      [Find.Stretch(line: 0, column: 6, columns: 11), Find.Stretch(line: 1, column: 2, columns: 3)],
      [Find.Stretch(line: 2, column: 11, columns: 7), Find.Stretch(line: 3, column: 2, columns: 6)],
    ])
  find.search(page, of: story, from: 2)
  #expect("\(find.count)" == "2 of 2")
  find.move(by: 1)
  #expect("\(find.count)" == "1 of 2")
  find.move(by: -1)
  #expect(find.line == 2)
  #expect(find.stretches(in: 1..<3).map(\.stretch.line) == [1, 2])
}

@Test func anAbsentWordIsNotFound() {
  for (words, lines) in [("", ["text"]), ("x", []), ("long needle", ["long"]), ("zebra", ["a", "b"])] {
    var find = Find(words: words)
    find.search(page(lines.map { ($0, .ends) }), of: story, from: 0)
    #expect(find.matches.isEmpty, "\(words)")
    find.move(by: 1)
    #expect(find.line == nil)
  }
}

@Test func findShowsMatchesAsTheyAreTyped() {
  var desk = Desk(size: (70, 16))
  desk.press("Enter /")
  desk.type("CITIES")
  #expect(desk.row(15).hasPrefix(" /CITIES"))
  #expect(desk.row(15).hasSuffix("1 of 3"))
  #expect(desk.state.view().cursor == Frame.Position(column: 8, row: 15))
  desk.press("Enter n")
  #expect(desk.row(15).hasSuffix("2 of 3"))
  desk.press("N N")
  #expect(desk.row(15).hasSuffix("3 of 3"))
  desk.press("Esc")
  #expect(desk.state.article?.find == nil)
  #expect(desk.state.focus == .article)
}

@Test func cancellingFindComesBackToThePlace() {
  var desk = Desk(size: (60, 10))
  desk.press("Enter j j /")
  let top = desk.state.article?.top
  desk.type("letter")
  #expect(desk.state.article?.top != top)
  desk.press("Esc")
  #expect(desk.state.article?.top == top)
}

@Test func absentWordsAreReported() {
  var desk = Desk(size: (60, 16))
  desk.press("Enter /")
  desk.type("zebra")
  #expect(desk.row(15).hasSuffix("not found"))
  desk.press("Enter")
  #expect(desk.row(15).hasPrefix(" “zebra” is not in this story."))
}

@Test func pastedTextIsNeverCommands() {
  var desk = Desk(size: (60, 16))
  desk.press("Enter")
  desk.send(.input(.pasted("q\u{1B}[2J")))
  #expect(desk.newEffects().contains(.quit) == false)
  desk.press("/")
  desk.send(.input(.pasted("autumn")))
  #expect(desk.row(15).hasSuffix("1 of 1"))
}
