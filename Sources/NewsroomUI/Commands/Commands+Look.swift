internal import Screen

// Panes, widths and rows; what they change is remembered for the library.
extension Commands {
  static let look = [
    Command("measure-wider", "Longer lines of text", .look, keys: [.character(")")]) { state, _ in
      state.changeMeasure(by: 4 * state.times)
    },
    Command("measure-narrower", "Shorter lines of text", .look, keys: [.character("(")]) { state, _ in
      state.changeMeasure(by: -4 * state.times)
    },
    Command("list-wider", "Widen the list beside the story", .look, keys: [.character(";")]) { state, _ in
      state.changeListWidth(by: 2 * state.times)
    },
    Command("list-narrower", "Narrow the list beside the story", .look, keys: [.character(",")]) {
      state, _ in state.changeListWidth(by: -2 * state.times)
    },
    Command("panel-wider", "Widen READ MORE beside the story", .look, sequences: ["C-w >"]) { state, _ in
      state.changePanelWidth(by: 2 * state.times)
    },
    Command("panel-narrower", "Narrow READ MORE beside the story", .look, sequences: ["C-w <"]) { state, _ in
      state.changePanelWidth(by: -2 * state.times)
    },
    Command(
      "toggle-list", "Hide the list while you read, or show it again", .look, keys: [.character("\\")]
    ) { state, _ in state.toggleList() },
    Command("toggle-panel", "Hide READ MORE, or show it again", .look, keys: [.character("~")]) { state, _ in
      state.togglePanel()
    },
    Command(
      "density", "Show one line a story in the list, or as many as there is room for", .look,
      keys: [.character("%")]
    ) { state, _ in state.toggleDensity() },
  ]
}
