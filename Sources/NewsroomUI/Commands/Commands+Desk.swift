internal import Screen
internal import Stories

// Marks, the list as a whole, and the program.
extension Commands {
  static let marks = [
    Command(
      "toggle-read", "Mark as read, or as unread", .marks, keys: [.character("u")], hints: [.list: "unread"]
    ) { state, _ in
      guard let story = state.current else { return state.sayNoStory() }
      return state.mark(story.id, read: !story.isRead)
    },
    Command(
      "toggle-saved", "Save for later, or no longer", .marks, keys: [.character("s")],
      hints: [.list: "save", .article: "save"]
    ) { state, _ in
      guard let story = state.current else { return state.sayNoStory() }
      return state.save(story.id, saved: !story.isSaved)
    },
  ]

  static let list = [
    Command(
      "desks", "Choose a desk of what is listed", .list, keys: [.character("d")], hints: [.list: "desks"]
    ) { state, _ in
      state.chooseFacet(.desk)
    },
    Command(
      "narrow",
      "Narrow what is listed by author, tag, person, place, language, source or desk; Esc takes it off",
      .list,
      keys: [.character("F")], hints: [.list: "narrow"]
    ) { state, _ in state.chooseFacet(state.lastKind) },
    Command("new", "Show what came since your last visit", .list, keys: [.character("w")]) { state, _ in
      state.show(.new)
    },
    Command(
      "keep-search", "Keep the search under a name, among the desks", .list, keys: [.character("+")],
      panes: [.list]
    ) { state, _ in state.startNaming() },
    Command(
      "filter", "Show all, unread or saved stories", .list, keys: [.character("a")], hints: [.list: "filter"]
    ) { state, _ in
      let marks = Query.Marked.allCases
      let next = ((marks.firstIndex(of: state.list.query.marked) ?? 0) + 1) % marks.count
      return state.show(marks[next])
    },
    Command("unread-only", "Show unread stories, or all again", .list, keys: [.character("U")]) { state, _ in
      state.show(state.list.query.marked == .unread ? .all : .unread)
    },
    Command("saved-only", "Show saved stories, or all again", .list, keys: [.character("S")]) { state, _ in
      state.show(state.list.query.marked == .saved ? .all : .saved)
    },
    Command(
      "order", "Choose the order: newest, oldest, headlines, longest, shortest", .list,
      keys: [.character("o")],
      hints: [.list: "order"]
    ) { state, _ in
      state.open(.picker(state.orderChooser))
      return []
    },
    Command(
      "reverse-order", "Turn the order around: oldest or newest first, longest or shortest first", .list,
      keys: [.character("O")]
    ) { state, _ in state.reverseOrder() },
    Command(
      "date", "Go to a date: 2016, 2016-03, yesterday, 7d or 2w ago", .list, keys: [.character("@")],
      hints: [.list: "date"]
    ) { state, _ in state.startDating() },
    Command(
      "refresh", "Look for changes in the directory now", .list,
      keys: [.character("R"), .function(5), .control("r")]
    ) {
      state, _ in
      state.message = State.Message(text: "Looking for changes …")
      return [.refresh]
    },
  ]

  static let program = [
    Command(
      "help", "Show every key", .program, keys: [.character("?"), .function(1)],
      hints: [.list: "help", .article: "help", .teasers: "help"]
    ) { state, _ in
      state.open(.sheet(Sheet(.help)))
      return []
    },
    Command("commands", "Find a command by its words", .program, keys: [.character(":")]) { state, _ in
      state.open(.picker(state.commandChooser))
      return []
    },
    Command("theme", "Change the colours", .program, keys: [.character("T")]) { state, _ in
      state.use(Themes.after(state.theme))
      return []
    },
    Command("repaint", "Paint the screen again", .program, keys: [.control("l")]) { _, _ in [.repaint] },
    Command("suspend", "Leave the reader for the shell; fg comes back", .program, keys: [.control("z")]) {
      state, _ in state.keepPlace() + [.suspend]
    },
  ]
}
