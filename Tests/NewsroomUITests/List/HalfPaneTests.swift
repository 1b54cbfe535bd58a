import Screen
import Testing

@testable import NewsroomUI

/// How a list moves when the selection leaves it.
@Suite struct HalfPaneTests {
  /// Beside a story it moves by half a pane, and then stands still.
  @Test func besideAStoryTheListMovesByHalfAPane() {
    var desk = Desk(size: (120, 40), stories: Samples.many(200))
    let height = desk.state.plan.list?.rows ?? 0
    for key in ["j", "k"] {
      var moves: [Int] = []
      for _ in 0..<60 {
        let before = (desk.state.list.offset, desk.state.list.index)
        desk.press(key)
        let step = key == "j" ? 1 : -1
        #expect(desk.state.list.index == before.1 + step)
        // The selected row is seen, and so is one beyond it.
        #expect(desk.state.list.offset >= 1 && desk.state.list.offset <= height - 6)
        // Moves of the list: the selection went one row on, and stands elsewhere by more than that.
        let move = before.0 + 3 * step - desk.state.list.offset
        if abs(move) > 6 { moves.append(abs(move)) }
      }
      #expect((5...12).contains(moves.count), "\(moves)")
      #expect(moves.allSatisfy { (height / 2 - 3...height / 2 + 3).contains($0) }, "\(moves)")
    }
  }

  /// Alone it scrolls row by row, as terminals do by themselves.
  @Test func aListAloneScrollsByRows() {
    var desk = Desk(size: (79, 24), stories: Samples.many(200))
    for _ in 0..<30 { desk.press("j") }
    let offset = desk.state.list.offset
    for _ in 0..<30 {
      desk.press("j")
      #expect(abs(desk.state.list.offset - offset) <= 2)
    }
  }

  /// A list of two rows or none, beside a story.
  @Test func lowPanesStayInBounds() {
    for rows in 1...14 {
      var desk = Desk(size: (120, rows), stories: Samples.many(60))
      for key in ["j", "j", "j", "j", "j", "k", "k", "G", "k", "k", "k", "k", "g", "g", "j"] {
        desk.press(key)
        let height = desk.state.plan.list?.rows ?? 0
        #expect((0...max(0, height - 1)).contains(desk.state.list.offset), "\(rows) \(key)")
      }
    }
  }
}
