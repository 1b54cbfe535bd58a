import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

@Suite struct MouseTests {
  private func click(_ desk: inout Desk, _ column: Int, _ row: Int, _ kind: MouseAction.Kind = .click) {
    desk.send(.input(.mouse(MouseAction(kind, at: Frame.Position(column: column, row: row)))))
  }

  /// The place of some words on the screen.
  private func place(of words: String, in desk: Desk) throws -> (column: Int, row: Int) {
    for (row, line) in desk.screen.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let range = line.firstRange(of: words) {
        return (line.distance(from: line.startIndex, to: range.lowerBound), row)
      }
    }
    Issue.record("“\(words)” is not on the screen:\n\(desk.screen)")
    return (0, 0)
  }

  @Test(arguments: [(70, 24), (100, 30), (160, 45)])
  func everyVisibleRowIsSelectedByAClickOnAnyOfItsLines(columns: Int, rows: Int) throws {
    var desk = Desk(size: (columns, rows))
    let pane = try #require(desk.state.plan.list)
    let geometry = ListGeometry(desk.state.list, pane: pane, now: desk.state.now)
    for row in desk.state.list.rows.indices.prefix(4) {
      for line in 0..<geometry.rowHeight {
        let list = desk.state.list
        let now = ListGeometry(list, pane: pane, now: desk.state.now)
        let first = now.distance(from: list.index, to: row) + list.offset
        guard (0..<pane.rows).contains(first + line) else { continue }
        click(&desk, pane.column + 4, pane.row + first + line)
        #expect(desk.state.list.index == row)
      }
    }
    // A heading is no story.
    let before = desk.state.list.index
    click(&desk, pane.column + 4, pane.row)
    #expect(desk.state.list.index == before)
  }

  @Test func aDoubleClickReads() throws {
    var desk = Desk(size: (70, 24))
    let headline = try #require(desk.state.list.rows.dropFirst().first?.headline)
    let (column, row) = try place(of: String(headline.prefix(20)), in: desk)
    click(&desk, column, row)
    click(&desk, column, row, .doubleClick)
    #expect(desk.state.focus == .article)
    #expect(desk.state.article?.opened.listing.headline == headline)
  }

  @Test func aLinkIsFollowedAndOtherWordsAreNot() throws {
    var desk = Desk(size: (160, 45))
    desk.press("Enter")
    let article = try #require(desk.state.article)
    let link = try #require(article.visibleLinks.first)
    let pane = try #require(desk.state.plan.page)
    _ = desk.newEffects()
    click(&desk, pane.column + max(0, link.column - 2), pane.row + link.line - article.top)
    #expect(desk.state.article?.id == article.id)
    let before = desk.screen
    click(&desk, pane.column + link.column, pane.row + link.line - article.top)
    #expect(desk.state.article?.id != article.id || desk.screen != before)
  }

  @Test func theWheelScrollsThePaneUnderIt() throws {
    var desk = Desk(size: (160, 45))
    let (list, page) = (try #require(desk.state.plan.list), try #require(desk.state.plan.article))
    click(&desk, list.column + 2, list.row + 2, .wheelDown)
    #expect(desk.state.list.index == 1 && desk.state.focus == .list)
    desk.press("Enter")
    let top = desk.state.article?.top
    click(&desk, page.column + 2, page.row + 2, .wheelDown)
    click(&desk, page.column + 2, page.row + 2, .wheelUp)
    #expect(desk.state.article?.top == top)
    click(&desk, list.column + 2, list.row + 2, .wheelDown)
    #expect(desk.state.list.index == 2 && desk.state.focus == .article)
  }

  @Test func teasersAreSelectedAndFollowed() throws {
    var desk = Desk(size: (160, 45))
    desk.press("Enter")
    let area = try #require(desk.state.plan.teaserColumn)
    let items = try #require(desk.state.teasers.layout?.items)
    let item = try #require(items.last { $0.line + 1 < area.rows && $0.leads })
    let id = desk.state.article?.id
    click(&desk, area.column + 6, area.row + 1 + item.line - desk.state.teasers.top)
    #expect(desk.state.focus == .teasers && desk.state.teasers.index == item.index)
    click(&desk, area.column + 6, area.row + 1 + item.line - desk.state.teasers.top, .doubleClick)
    #expect(desk.state.article?.id != id)
  }

  @Test func clicksNeverFailOnAnyScreen() {
    for (columns, rows) in [(1, 1), (2, 3), (12, 6), (40, 12), (80, 24), (120, 36), (200, 60)] {
      var desk = Desk(size: (columns, rows))
      for keys in ["", "Enter", "Tab", "?", "Esc d"] {
        desk.press(keys)
        for (column, row) in [
          (0, 0), (columns / 2, rows / 2), (columns - 1, rows - 1), (columns + 9, rows + 9),
        ] {
          for kind in [MouseAction.Kind.click, .doubleClick, .wheelUp, .wheelDown] {
            click(&desk, column, row, kind)
          }
        }
        #expect(desk.state.view().size == Size(columns: columns, rows: rows))
      }
    }
  }
}
