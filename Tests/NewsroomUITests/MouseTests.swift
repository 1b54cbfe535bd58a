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

  // MARK: Borders

  @Test func theBorderOfTheListIsDragged() throws {
    var desk = Desk(size: (100, 30))
    let border = try #require(desk.state.plan.list).maxColumn
    click(&desk, border, 10)
    #expect(desk.state.list.index == 0 && desk.state.look.listColumns == nil)
    click(&desk, border + 5, 11, .drag)
    #expect(desk.state.plan.list?.columns == border + 5 && desk.state.look.listColumns == border + 5)
    #expect(desk.row(29).contains("The list is now \(border + 5) columns wide."))
    for row in 1..<29 { #expect(Array(desk.row(row))[border + 5] == "│", "\(row)") }
    // It stops where the keys stop, and comes back with the mouse.
    click(&desk, 99, 11, .drag)
    #expect(desk.state.plan.list?.columns == 50)
    click(&desk, 0, 11, .drag)
    #expect(desk.state.plan.list?.columns == FloorPlan.narrowestList)
    #expect(desk.row(29).contains("narrower") || desk.row(29).contains("24 columns"))
    click(&desk, 30, 11, .release)
    click(&desk, 45, 11, .drag)
    #expect(desk.state.plan.list?.columns == FloorPlan.narrowestList)
    // A double click puts it back.
    click(&desk, FloorPlan.narrowestList, 12)
    click(&desk, FloorPlan.narrowestList, 12, .release)
    click(&desk, FloorPlan.narrowestList, 12, .doubleClick)
    #expect(desk.state.plan.list?.columns == border && desk.state.look.listColumns == nil)
  }

  @Test func theBorderOfReadMoreIsDragged() throws {
    var desk = Desk(size: (180, 40))
    desk.press("Enter")
    let panel = try #require(desk.state.plan.teasers)
    click(&desk, panel.column - 1, 10)
    click(&desk, panel.column - 9, 10, .drag)
    #expect(desk.state.plan.teasers?.columns == panel.columns + 8)
    #expect(desk.state.look.panelColumns == panel.columns + 8 && desk.state.look.listColumns == nil)
    #expect(desk.row(39).contains("READ MORE is now \(panel.columns + 8) columns wide."))
    click(&desk, 0, 10, .drag)
    #expect(desk.state.plan.teasers?.columns == 60)
    #expect((desk.state.plan.article?.columns ?? 0) >= FloorPlan.narrowestStory)
    click(&desk, 179, 10, .drag)
    #expect(desk.state.plan.teasers?.columns == FloorPlan.narrowestList)
    click(&desk, 179, 10, .release)
    // The keys do the same.
    desk.press("C-w >")
    #expect(desk.state.plan.teasers?.columns == FloorPlan.narrowestList + 2)
    desk.press("C-w < C-w <")
    #expect(desk.row(39).contains("READ MORE can't be narrower on this screen."))
    desk.resize(100, 30)
    desk.press("C-w >")
    #expect(desk.row(29).contains("READ MORE is beside a story on screens of 160 columns or more."))
  }

  /// A story keeps its room between the two, however wide they were made on a larger screen.
  @Test(arguments: [160, 161, 180, 199, 200, 240, 400])
  func aStoryKeepsItsRoom(columns: Int) throws {
    for wide in [10, 40, 80, 500] {
      var look = Look()
      (look.listColumns, look.panelColumns) = (wide, wide)
      let plan = FloorPlan(
        size: Size(columns: columns, rows: 40), focus: .article, teasers: 3, look: look)
      let (list, article, panel) = (
        try #require(plan.list), try #require(plan.article), try #require(plan.teasers)
      )
      #expect(list.columns + article.columns + panel.columns + 2 == columns)
      #expect(article.columns >= FloorPlan.narrowestStory, "\(wide)")
    }
  }

  @Test func aDragThatBeganElsewhereMovesNothing() throws {
    var desk = Desk(size: (100, 30))
    let width = try #require(desk.state.plan.list).columns
    click(&desk, 10, 10)
    click(&desk, 30, 10, .drag)
    #expect(desk.state.plan.list?.columns == width)
    // A box that opens takes the mouse away from the border.
    click(&desk, width, 10)
    desk.press("?")
    click(&desk, 30, 10, .drag)
    desk.press("Esc")
    #expect(desk.state.plan.list?.columns == width)
    // On a screen that has become small there is nothing to drag.
    click(&desk, width, 10)
    desk.resize(60, 20)
    click(&desk, 30, 10, .drag)
    #expect(desk.state.look.listColumns == nil)
  }

  @Test func clicksNeverFailOnAnyScreen() {
    for (columns, rows) in [(1, 1), (2, 3), (12, 6), (40, 12), (80, 24), (120, 36), (200, 60)] {
      var desk = Desk(size: (columns, rows))
      for keys in ["", "Enter", "Tab", "?", "Esc d"] {
        desk.press(keys)
        for (column, row) in [
          (0, 0), (columns / 2, rows / 2), (columns - 1, rows - 1), (columns + 9, rows + 9),
        ] {
          for kind in [MouseAction.Kind.click, .drag, .release, .doubleClick, .drag, .wheelUp, .wheelDown] {
            click(&desk, column, row, kind)
          }
        }
        #expect(desk.state.view().size == Size(columns: columns, rows: rows))
      }
    }
  }
}
