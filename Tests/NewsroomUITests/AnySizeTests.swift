import Screen
import Stories
import Testing

@testable import NewsroomUI

/// The same numbers on every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

private let keys: [Key] =
  (Commands.all + Commands.inLayers).flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
  + [.escape, .enter, .backspace, .tab, .character("x"), .delete, .function(9)]

@Test func everySizeShowsAFrameOfThatSize() {
  var dice = Dice(state: 1)
  var desk = Desk(size: (1, 1))
  for columns in 1...50 {
    for rows in 1...20 {
      desk.resize(columns, rows)
      desk.send(.input(.key(keys.randomElement(using: &dice) ?? .enter)))
      check(desk.state, columns, rows)
    }
  }
}

@Test func noKeysAtAnySizeEverTrap() {
  var dice = Dice(state: 7)
  let sizes = [
    (1, 1), (3, 2), (20, 5), (40, 12), (79, 24), (80, 24), (100, 30), (120, 14), (160, 45), (300, 80),
  ]
  for stories in [Samples.newsroom, Samples.many(300), []] {
    var desk = Desk(size: (80, 24), stories: stories)
    for turn in 0..<1500 {
      if turn.isMultiple(of: 17), let size = sizes.randomElement(using: &dice) { desk.resize(size.0, size.1) }
      if turn.isMultiple(of: 31) { desk.send(.libraryChanged) }
      if turn.isMultiple(of: 83), !desk.library.stories.isEmpty { desk.library.stories.removeLast() }
      if turn.isMultiple(of: 101) { desk.answers.toggle() }
      desk.send(.input(.key(keys.randomElement(using: &dice) ?? .enter)))
      check(desk.state, desk.state.size.columns, desk.state.size.rows)
    }
  }
}

@Test func hugeAndEmptySizesAreTaken() {
  var desk = Desk(size: (0, 0))
  for (columns, rows) in [(0, 0), (0, 10), (10, 0), (65_535, 1), (1, 65_535), (80, 24)] {
    desk.resize(columns, rows)
    #expect(desk.state.view().size == desk.state.size)
    #expect(desk.state.size == Size(columns: columns, rows: rows).clamped)
  }
  #expect(desk.row(2).contains("Harbour cities"))
}

private func check(_ state: State, _ columns: Int, _ rows: Int) {
  let frame = state.view()
  #expect(frame.size == Size(columns: columns, rows: rows))
  if let cursor = frame.cursor {
    #expect((0..<columns).contains(cursor.column) && (0..<rows).contains(cursor.row))
  }
  #expect(state.list.rows.isEmpty || state.list.rows.indices.contains(state.list.index))
}
