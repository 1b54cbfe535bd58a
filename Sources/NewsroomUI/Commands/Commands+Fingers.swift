internal import Screen
internal import Stories

// Keys that readers know from vim, less, mutt and newsboat.
extension Commands {
  static let fingers = [
    Command(
      "count", "Type a number before a key: 5j goes five rows down, 10G or 10 Enter to row ten", .moving,
      keys: (1...9).map { .character(Character(String($0))) }, panes: [.list]
    ) { state, key in state.takeCount(key) ?? [] },
    Command("scroll-line-down", "Scroll down a line or a row", .moving, keys: [.control("e")]) { state, _ in
      state.scrollView(1)
    },
    Command("scroll-line-up", "Scroll up a line or a row", .moving, keys: [.control("y")]) { state, _ in
      state.scrollView(-1)
    },
    Command(
      "next-stretch", "Next paragraph; in the list, next day or heading", .moving,
      keys: [.character("}")]
    ) { state, _ in state.moveStretch(1) },
    Command(
      "previous-stretch", "Previous paragraph; in the list, previous day or heading", .moving,
      keys: [.character("{")]
    ) { state, _ in
      state.moveStretch(-1)
    },
    Command("middle", "Go to the row in the middle of the screen", .moving, keys: [.character("M")]) {
      state, _ in
      state.move(to: .middle)
    },
    Command("screen-top", "Go to the first row on the screen", .moving, panes: [.list]) { state, _ in
      state.move(to: .top)
    },
    Command("screen-bottom", "Go to the last row on the screen", .moving, panes: [.list]) { state, _ in
      state.move(to: .bottom)
    },
    Command(
      "row-middle", "Scroll the row or match to the middle of the screen", .moving, sequences: ["z z", "z ."]
    ) { state, _ in state.putRow(.middle) },
    Command("row-top", "Scroll the row or match to the top", .moving, sequences: ["z t"]) { state, _ in
      state.putRow(.top)
    },
    Command("row-bottom", "Scroll the row or match to the bottom", .moving, sequences: ["z b", "z -"]) {
      state, _ in state.putRow(.bottom)
    },
    Command("whereabouts", "Show the row's number and the story's file", .moving, keys: [.control("g")]) {
      state, _ in
      state.sayWhere()
      return []
    },
  ]

  static let leaving = [
    Command(
      "quit", "Quit, or go back to the list from a story that fills the screen", .program,
      keys: [.character("q")],
      hints: [.list: "quit"]
    ) { state, _ in state.leaveOrQuit() },
    Command(
      "quit-at-once", "Quit from anywhere", .program, keys: [.character("Q"), .control("c")],
      sequences: ["Z Z", "Z Q"]
    ) { state, _ in state.quit() },
  ]
}
