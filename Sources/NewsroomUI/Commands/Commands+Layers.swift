internal import Screen
internal import Stories

// The keys of the layers, as commands, so that help, bottom line and manual show them.
extension Commands {
  /// In the order of the help screen; the first hints appear in the frame's edge.
  static let inLayers: [Command] = typing + choosing + alertsInLayers + texts + lines + scrolling + always

  private static let typing = [
    Command(
      "accept",
      """
      Find the words, keep the results as the list, go to the date, keep the search, the note or the keys, \
      hide what the search finds, write the file
      """,
      .typing,
      keys: [.enter],
      in: Layer.Kind.prompts,
      hints: [
        .find: "finds", .search: "keeps the results", .date: "goes there", .name: "keeps it",
        .note: "keeps it", .hiding: "hides it", .file: "writes it",
        .keys: "keeps them",
      ]
    ) { state, _ in state.acceptPrompt() },
    Command("earlier-search", "Earlier search", .typing, keys: [.up], in: [.search]) { state, _ in
      state.recallSearch(1)
    },
    Command("later-search", "Later search", .typing, keys: [.down], in: [.search]) {
      state, _ in state.recallSearch(-1)
    },
    Command(
      "complete", "Complete a field or a name; again for the next choice", .typing,
      keys: [.tab], in: [.search], hints: [.search: "completes"]
    ) { state, _ in state.completeSearch(1) },
    Command("complete-previous", "The previous choice", .typing, keys: [.backTab], in: [.search]) {
      state, _ in state.completeSearch(-1)
    },
    Command(
      "erase", "Delete the last letter; close the line if it is empty", .typing,
      keys: [.backspace, .control("h")],
      in: Layer.Kind.prompts.union(Layer.Kind.pickers).union([.hints])
    ) { state, _ in state.erase() },
    Command(
      "erase-word", "Delete the last word", .typing, keys: [.control("w")],
      in: Layer.Kind.prompts.union(Layer.Kind.narrowed)
    ) { state, _ in state.edit { _ = $0.handle(.control("w")) } },
    Command(
      "erase-line", "Delete all that was typed", .typing, keys: [.control("u")],
      in: Layer.Kind.prompts.union(Layer.Kind.narrowed)
    ) { state, _ in state.edit { _ = $0.handle(.control("u")) } },
  ]

  private static let choosing = [
    Command(
      "drop-search", "Delete the kept search", .choosing, keys: [.delete], in: [.facets],
      hints: [.facets: "deletes the search"]
    ) { state, _ in
      guard case .search(let saved)? = state.picker?.selected?.choice else { return [] }
      return state.drop(saved)
    },
    Command(
      "next-kind", "Next list: authors, tags and so on", .choosing, keys: [.tab, .right], in: [.facets],
      hints: [.facets: "next list"]
    ) { state, _ in state.turnPicker(1) },
    Command(
      "previous-kind", "Previous list", .choosing, keys: [.backTab, .left], in: [.facets]
    ) { state, _ in state.turnPicker(-1) },
    Command(
      "choose", "Choose the line; read the version", .choosing, keys: [.enter],
      in: Layer.Kind.pickers,
      hints: [
        .list: "chooses", .facets: "chooses", .commands: "does it", .versions: "reads",
        .clippings: "goes there",
      ]
    ) { state, _ in state.choose() },
    Command(
      "choose-down", "Down a line, if nothing is typed yet", .choosing, keys: [.character("j")],
      in: [.list, .facets, .clippings]
    ) { state, key in state.moveOrType(1, key) },
    Command(
      "choose-up", "Up a line, if nothing is typed yet", .choosing, keys: [.character("k")],
      in: [.list, .facets, .clippings]
    ) { state, key in state.moveOrType(-1, key) },
    Command(
      "type-name", "Type a name, even one that begins with j or k", .choosing, keys: [.character("/")],
      in: [.list, .facets, .clippings]
    ) { state, key in state.beginTyping(key) },
    Command(
      "compare", "Show what the version changed", .choosing, keys: [.character("d")], in: [.versions],
      hints: [.versions: "shows changes"]
    ) { state, _ in state.compareVersions() },
    Command(
      "close-versions", "Close the list of versions", .choosing, keys: [.character("q"), .character("v")],
      in: [.versions]
    ) { state, _ in state.cancelLayer() },
  ]

  private static let texts = [
    Command(
      "close-text", "Close the box", .text, keys: [.enter, .character("q"), .backspace, .control("h")],
      in: Layer.Kind.sheets
    ) { state, _ in state.cancelLayer() },
    Command(
      "copy-address", "Copy the address", .text, keys: [.character("y")], in: [.address],
      hints: [.address: "copies"]
    ) { state, _ in state.copyAddress() },
    Command(
      "browse-address", "Open the address with $BROWSER", .text, keys: [.character("B")], in: [.address]
    ) { state, _ in state.browseAddress() },
    Command(
      "find-key", "Find a key by its name or by what it does", .text, keys: [.character("/")], in: [.help],
      hints: [.help: "finds"]
    ) { state, _ in state.startFindingKeys() },
    Command(
      "close-help", "Close the list of keys", .text, keys: [.character("?"), .function(1)], in: [.help]
    ) {
      state, _ in state.cancelLayer()
    },
    Command("close-comparison", "Close the comparison", .text, keys: [.character("d")], in: [.comparison]) {
      state, _ in state.cancelLayer()
    },
  ]

  private static let moved = Layer.Kind.moved
  /// The layers where letters move, because nothing is typed there.
  private static let lettered = Layer.Kind.sheets.union([.versions])

  private static let scrolling: [Command] = [
    scroll(
      "scroll-down", "Down a line", [.character("j")], in: lettered, hint: "scroll", .lines(1)),
    scroll("scroll-up", "Up a line", [.character("k")], in: lettered, hint: "scroll", .lines(-1)),
    scroll(
      "line-down", "Down a line; while you type, in the pane above", [.down, .control("n")],
      in: moved.subtracting([.search]), .lines(1)),
    scroll(
      "line-up", "Up a line", [.up, .control("p")], in: moved.subtracting([.search]), .lines(-1)),
    scroll("found-down", "Down a row in the results", [.control("n")], in: [.search], .lines(1)),
    scroll("found-up", "Up a row in the results", [.control("p")], in: [.search], .lines(-1)),
    scroll(
      "line-right", "Down a line", [.tab, .right], in: [.list, .commands, .versions, .clippings], .lines(1)),
    scroll(
      "line-left", "Up a line", [.backTab, .left], in: [.list, .commands, .versions, .clippings], .lines(-1)),
    scroll("screen-down", "Down a screen", [.pageDown], in: moved, .pages(1)),
    scroll("screen-up", "Up a screen", [.pageUp], in: moved, .pages(-1)),
    scroll(
      "text-down", "Down a screen", [.character(" "), .control("f"), .control("d")], in: Layer.Kind.sheets,
      .pages(1)),
    scroll(
      "text-up", "Up a screen", [.character("b"), .control("b"), .control("u")], in: Layer.Kind.sheets,
      .pages(-1)),
    scroll("to-first", "To the beginning", [.home], in: moved, .first),
    scroll("to-last", "To the end", [.end], in: moved, .last),
    scroll("letter-first", "To the beginning", [.character("g")], in: lettered, .first),
    scroll("letter-last", "To the end", [.character("G")], in: lettered, .last),
  ]

  private static func scroll(
    _ name: String, _ help: String, _ keys: [Key], in layers: Set<Layer.Kind>, hint: String? = nil,
    _ step: Scroll
  ) -> Command {
    let hints = hint.map { hint in
      Dictionary(uniqueKeysWithValues: Layer.Kind.sheets.map { ($0, hint) })
    }
    return Command(name, help, .layers, keys: keys, in: layers, hints: hints ?? [:]) { state, _ in
      state.scroll(step)
    }
  }

  private static let always = [
    Command(
      "close", "Close it without doing anything", .layers, keys: [.escape, .control("g")], in: Layer.Kind.all,
      hints: Dictionary(uniqueKeysWithValues: Layer.Kind.allCases.map { ($0, "closes") })
    ) { state, _ in state.cancelLayer() },
    Command(
      "every-key", "Show every key", .layers, keys: [.function(1)],
      in: Layer.Kind.all.subtracting([.help, .keys]),
      hints: Dictionary(
        uniqueKeysWithValues: Layer.Kind.pickers.union([.comparison]).map { ($0, "every key") })
    ) { state, _ in
      state.openHelp()
    },
    Command("repaint-all", "Redraw the screen", .layers, keys: [.control("l")], in: Layer.Kind.all) {
      _, _ in [.repaint]
    },
  ]
}
