internal import Screen
internal import Stories

// Keys that fingers know from vim, less, mutt and newsboat.
extension Commands {
  static let fingers = [
    Command(
      "count", "A number before a key: 5j five rows down, 10G or 10 Enter to the tenth row", .moving,
      keys: (1...9).map { .character(Character(String($0))) }, panes: [.list]
    ) { state, key in state.takeCount(key) ?? [] },
    Command("scroll-line-down", "Scroll down a line, or a row", .moving, keys: [.control("e")]) { state, _ in
      state.scrollView(1)
    },
    Command("scroll-line-up", "Scroll up a line, or a row", .moving, keys: [.control("y")]) { state, _ in
      state.scrollView(-1)
    },
    Command(
      "next-stretch", "To the next paragraph; in the list, to the next day or heading", .moving,
      keys: [.character("}")]
    ) { state, _ in state.moveStretch(1) },
    Command("previous-stretch", "To the one before", .moving, keys: [.character("{")]) { state, _ in
      state.moveStretch(-1)
    },
    Command("middle", "To the row in the middle of the screen", .moving, keys: [.character("M")]) {
      state, _ in
      state.moveToMiddle()
    },
    Command(
      "place-row", "Put the row, or the match, in the middle, at the top, at the bottom: zz, zt, zb", .moving,
      keys: [.character("z")]
    ) { state, key in
      state.pending = key
      state.message = State.Message(text: "z: z puts the row in the middle, t at the top, b at the bottom.")
      return []
    },
    Command("pane-keys", "Ctrl-W w, h, l: to another pane", .moving, keys: [.control("w")]) { state, key in
      state.pending = key
      state.message = State.Message(text: "Ctrl-W: w goes to the next pane, h to the left, l to the right.")
      return []
    },
    Command("whereabouts", "Say which row this is, and where the story lies", .moving, keys: [.control("g")])
    {
      state, _ in
      state.sayWhere()
      return []
    },
  ]

  static let leaving = [
    Command(
      "quit", "Quit; from a story that fills the screen, back to the list", .program, keys: [.character("q")],
      hints: [.list: "quit"]
    ) { state, _ in state.leaveOrQuit() },
    Command(
      "quit-at-once", "Quit, wherever you are; so does ZZ", .program, keys: [.character("Q"), .control("c")]
    ) { state, _ in state.quit() },
    Command("quit-twice", "ZZ quits", .program, keys: [.character("Z")]) { state, key in
      state.pending = key
      state.message = State.Message(text: "Z once more quits.")
      return []
    },
  ]
}
