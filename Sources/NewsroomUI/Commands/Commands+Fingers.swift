internal import Screen
internal import Stories

// Keys that fingers know from vim, less, mutt and newsboat.
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
      state.moveToMiddle()
    },
    Command(
      "place-row", "Scroll the row or match to the middle (zz), top (zt) or bottom (zb)", .moving,
      keys: [.character("z")]
    ) { state, key in
      state.pending = key
      state.message = State.Message(
        text: "z: z scrolls the row to the middle, t to the top, b to the bottom.")
      return []
    },
    Command("pane-keys", "Change pane: Ctrl-W w, h or l", .moving, keys: [.control("w")]) { state, key in
      state.pending = key
      state.message = State.Message(text: "Ctrl-W: w goes to the next pane, h to the left, l to the right.")
      return []
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
      "quit-at-once", "Quit from anywhere; so does ZZ", .program, keys: [.character("Q"), .control("c")]
    ) { state, _ in state.quit() },
    Command("quit-twice", "ZZ quits", .program, keys: [.character("Z")]) { state, key in
      state.pending = key
      state.message = State.Message(text: "Z again quits.")
      return []
    },
  ]
}
