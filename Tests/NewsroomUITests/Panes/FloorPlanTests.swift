import Screen
import Testing

@testable import NewsroomUI

@Test func panesFillTheScreenAndNeverOverlap() {
  for columns in [1, 2, 5, 20, 79, 80, 99, 119, 120, 159, 160, 199, 200, 400] {
    for rows in [1, 2, 5, 6, 7, 8, 14, 15, 24, 60] {
      for focus in Pane.allCases {
        for count in [0, 1, 9] {
          let plan = FloorPlan(size: Size(columns: columns, rows: rows), focus: focus, teasers: count)
          let areas =
            [plan.topBar, plan.bottomBar, plan.list, plan.article, plan.teasers].compactMap { $0 }
            + plan.separators
          let cells = areas.reduce(0) { $0 + $1.columns * $1.rows }
          #expect(cells == columns * rows, "\(columns)×\(rows) \(focus) \(count)")
          #expect(areas.allSatisfy { $0.column >= 0 && $0.maxColumn <= columns && $0.maxRow <= rows })
        }
      }
    }
  }
}

@Test func wideMediumAndNarrowScreensShowThreeTwoAndOnePane() {
  let table: [(Int, Int, Pane, [Pane])] = [
    (160, 45, .list, [.list, .article, .teasers]),
    (120, 40, .list, [.list, .article, .teasers]),
    (119, 40, .list, [.list, .article]),
    (80, 24, .list, [.list, .article]),
    (80, 24, .article, [.article, .teasers]),
    (80, 24, .teasers, [.article, .teasers]),
    (79, 24, .list, [.list]),
    (79, 24, .article, [.article]),
    (79, 24, .teasers, [.teasers]),
    (100, 12, .teasers, [.teasers]),
  ]
  for (columns, rows, focus, panes) in table {
    let plan = FloorPlan(size: Size(columns: columns, rows: rows), focus: focus, teasers: 3)
    #expect(Pane.allCases.filter { plan[$0] != nil } == panes, "\(columns)×\(rows) \(focus)")
  }
}

@Test func theFocusedPaneIsAlwaysOnTheScreen() {
  for columns in 1...220 {
    for focus in [Pane.list, .article] where columns < 80 || columns >= 120 || focus != .list {
      let plan = FloorPlan(size: Size(columns: columns, rows: 20), focus: focus, teasers: 2)
      #expect(plan[focus] != nil, "\(columns) \(focus)")
    }
  }
}
