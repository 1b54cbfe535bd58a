internal import Messages
internal import Screen
internal import Stories

// Marks, the list as a whole, and the program.
extension Commands {
  static let marks = [
    Command(
      "toggle-read", "Mark as read or unread", .marks, keys: [.character("u")], hints: [.list: "unread"]
    ) { state, _ in state.toggleRead() },
    Command("mark-read", "Mark as read", .marks) { state, _ in state.markCurrent(read: true) },
    Command("mark-unread", "Mark as unread", .marks) { state, _ in state.markCurrent(read: false) },
    Command("mark-all-read", "Mark all stories of the list as read", .marks) { state, _ in
      state.list.rows.isEmpty ? state.sayNoStory() : state.mark(.read, .all)
    },
    Command(
      "toggle-saved", "Save the story, or unsave it", .marks, keys: [.character("s")],
      hints: [.list: "save", .article: "save"]
    ) { state, _ in state.toggleSaved() },
    Command(
      "select-range", "Begin a range of rows at this one, or end it; moving extends it", .marks,
      keys: [.character("V")], panes: [.list]
    ) { state, _ in state.toggleRange() },
    Command(
      "mark-many", "Mark or save all in the list, all above, all below, or the range", .marks,
      keys: [.character("A")]
    ) { state, _ in
      guard !state.list.rows.isEmpty else { return state.sayNoStory() }
      state.open(.picker(state.markChooser))
      return []
    },
    Command(
      "tag", "Give the story or the range a tag of your own, or take it away", .marks, keys: [.character("#")]
    ) {
      state, _ in state.askTags(state.range == nil ? nil : .range)
    },
    Command("take-back", "Take the last mark back, up to a hundred", .marks, keys: [.character("x")]) {
      state, _ in state.takeMarkBack()
    },
    Command("repeat-mark", "Set the mark that was taken back again", .marks, keys: [.character("X")]) {
      state, _ in state.repeatMark()
    },
  ]

  static let list = [
    Command(
      "desks", "Choose a desk or a kept search", .list, keys: [.character("d")], hints: [.list: "desks"]
    ) { state, _ in
      state.chooseFacet(.desk)
    },
    Command(
      "narrow",
      "Narrow the list by author, tag, person, place, language, source, folder or desk; Esc widens it",
      .list,
      keys: [.character("F")], hints: [.list: "narrow"]
    ) { state, _ in state.chooseFacet(state.lastKind) },
    Command("new", "Show what is new since your last visit", .list, keys: [.character("w")]) { state, _ in
      state.show(.new)
    },
    Command(
      "keep-search", "Keep this search under a name, beside the desks", .list, keys: [.character("+")],
      panes: [.list]
    ) { state, _ in state.startNaming() },
    Command(
      "filter", "Switch between all, unread and saved stories", .list, keys: [.character("a")],
      hints: [.list: "filter"]
    ) { state, _ in
      let marks = Query.Marked.allCases
      let next = ((marks.firstIndex(of: state.list.query.marked) ?? 0) + 1) % marks.count
      return state.show(marks[next])
    },
    Command("unread-only", "Show only unread stories, or all again", .list, keys: [.character("U")]) {
      state, _ in
      state.show(state.list.query.marked == .unread ? .all : .unread)
    },
    Command("saved-only", "Show only saved stories, or all again", .list, keys: [.character("S")]) {
      state, _ in
      state.show(state.list.query.marked == .saved ? .all : .saved)
    },
    Command(
      "order", "Choose the order: newest, oldest, headline, longest, shortest", .list,
      keys: [.character("o")],
      hints: [.list: "order"]
    ) { state, _ in
      state.open(.picker(state.orderChooser))
      return []
    },
    Command(
      "reverse-order", "Reverse the order: oldest or newest first, longest or shortest first", .list,
      keys: [.character("O")]
    ) { state, _ in state.reverseOrder() },
    Command(
      "group", "Put the list under dates, desks or sources, or under no headings", .list,
      keys: [.character("_")]
    ) { state, _ in state.regroup() },
    Command(
      "date", "Go to a date: 2016, 2016-03, yesterday, 7d or 2w ago", .list, keys: [.character("@")],
      hints: [.list: "date"]
    ) { state, _ in state.startDating() },
    Command(
      "refresh", "Show the newer version of the story, or look for changes in the directory", .list,
      keys: [.character("R"), .function(5), .control("r")]
    ) { state, _ in
      if state.mayShowNewer { return state.showNewer() }
      state.message = State.Message(text: "Looking for changes …", isNews: true)
      return [.refresh]
    },
  ]

  static let program = [
    Command(
      "help", "Show every key", .program, keys: [.character("?"), .function(1)],
      hints: [.list: "help", .article: "help", .teasers: "help"]
    ) { state, _ in
      state.openHelp()
    },
    Command("commands", "Find a command by name", .program, keys: [.character(":")]) { state, _ in
      state.open(.picker(state.commandChooser))
      return []
    },
    Command(
      "libraries", "Open another library, by its name in the settings", .program, keys: [.character("I")]
    ) {
      state, _ in state.chooseLibrary()
    },
    Command("theme", "Choose the colours, which change as you move", .program, keys: [.character("T")]) {
      state, _ in state.chooseTheme()
    },
    Command("repaint", "Redraw the screen", .program, keys: [.control("l")]) { _, _ in [.repaint] },
    Command("suspend", "Suspend the reader; fg in the shell returns to it", .program, keys: [.control("z")]) {
      state, _ in state.keepPlace() + [.suspend]
    },
  ]
}
