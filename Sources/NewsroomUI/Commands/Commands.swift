internal import Screen
internal import Stories

/// All commands of the reader.
public enum Commands {
  /// The command of a name that works in panes; nil if there is none.
  static func named(_ name: String) -> Command? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The command of a name that works in layers; nil if there is none.
  static func inLayer(named name: String) -> Command? { byLayerName[name] }

  private static let byLayerName = Dictionary(uniqueKeysWithValues: inLayers.map { ($0.name, $0) })

  /// The commands of the panes, in the order of the help screen.
  public static let all: [Command] =
    moving + fingers + reading + following + finding + alerts + marks + clippings + list + look + outside
    + program
    + leaving

  private static let moving = [
    Command(
      "down", "Down a row or line", .moving, keys: [.character("j"), .down, .control("n")],
      hints: [.list: "move", .article: "scroll", .teasers: "move"]
    ) { state, _ in state.move(by: state.times) },
    Command(
      "up", "Up a row or line", .moving, keys: [.character("k"), .up, .control("p")],
      hints: [.list: "move", .article: "scroll", .teasers: "move"]
    ) { state, _ in state.move(by: -state.times) },
    Command(
      "page-down", "Down a screen; at the end of a story, read the next unread one", .moving,
      keys: [.character(" "), .pageDown, .control("f")], hints: [.article: "page"]
    ) { state, key in
      // Page Down only scrolls; Space goes on to the next story.
      if state.focus == .article, key == .character(" "), state.article?.isAtEnd == true, state.wanted == nil
      {
        return state.readNextUnread()
      }
      return state.movePage(2 * state.times)
    },
    Command("page-up", "Up a screen", .moving, keys: [.character("b"), .pageUp, .control("b")]) { state, _ in
      state.movePage(-2 * state.times)
    },
    Command("half-down", "Down half a screen", .moving, keys: [.control("d")]) { state, _ in state.movePage(1)
    },
    Command("half-up", "Up half a screen", .moving, keys: [.control("u")]) { state, _ in state.movePage(-1) },
    Command("first", "Go to the beginning", .moving, keys: [.character("g"), .home, .character("<")]) {
      state, _ in
      state.moveToEnd(.first)
    },
    Command("last", "Go to the end", .moving, keys: [.character("G"), .end, .character(">")]) { state, _ in
      state.moveToEnd(.last)
    },
    Command(
      "next-pane", "Next pane", .moving, keys: [.tab], sequences: ["C-w w", "C-w C-w", "C-w Tab"]
    ) { state, _ in state.movePane(1, wraps: true) },
    Command(
      "previous-pane", "Previous pane", .moving, keys: [.backTab], sequences: ["C-w p", "C-w W"]
    ) { state, _ in state.movePane(-1, wraps: true) },
    Command(
      "pane-right", "Pane to the right", .moving, keys: [.character("l"), .right],
      sequences: ["C-w l", "C-w j"]
    ) { state, _ in state.movePane(1, wraps: false) },
    Command(
      "pane-left", "Pane to the left", .moving, keys: [.character("h"), .left], sequences: ["C-w h", "C-w k"]
    ) { state, _ in state.movePane(-1, wraps: false) },
  ]

  private static let reading = [
    Command(
      "read", "Read the selected story", .reading, keys: [.enter], panes: [.list], hints: [.list: "read"]
    ) { state, _ in
      guard let id = state.list.selected?.id else { return state.sayNoStory() }
      state.list.touched = true
      return state.read(id)
    },
    Command(
      "follow-teaser", "Read the selected story of READ MORE", .reading, keys: [.enter], panes: [.teasers],
      hints: [.teasers: "read"]
    ) { state, _ in state.follow(teaser: state.teasers.index) },
    Command("next-story", "Read the next story in the list", .reading, keys: [.character("J")]) { state, _ in
      state.readNeighbour(state.times)
    },
    Command("previous-story", "Read the previous story in the list", .reading, keys: [.character("K")]) {
      state, _ in
      state.readNeighbour(-state.times)
    },
    Command(
      "next-unread",
      "Go to what has just arrived or changed, newest first; otherwise read the next unread story",
      .reading,
      keys: [.character(".")], hints: [.article: "next unread"]
    ) { state, _ in state.goOn() },
    Command("previous-unread", "Read the unread story before this one", .reading) { state, _ in
      state.readPreviousUnread()
    },
    Command(
      "outline", "List the headings of the story, to go to one", .reading, keys: [.character("C")],
      panes: [.article, .teasers]
    ) { state, _ in state.showOutline() },
    Command("next-heading", "Next heading", .reading, keys: [.character("]")], panes: [.article]) {
      state, _ in state.moveHeading(1)
    },
    Command("previous-heading", "Previous heading", .reading, keys: [.character("[")], panes: [.article]) {
      state, _ in state.moveHeading(-1)
    },
    Command(
      "leave", "Back to the list; in the list, undo the last narrowing", .reading,
      keys: [.escape],
      hints: [.teasers: "back"]
    ) { state, _ in state.stepBack() },
  ]

  private static let following = [
    Command(
      "follow-number", "Follow the READ MORE row or the link with this number", .following,
      keys: (1...9).map { .character(Character(String($0))) }, panes: [.article, .teasers],
      hints: [.article: "follow", .teasers: "follow"]
    ) { state, key in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      return state.follow(number: number)
    },
    Command(
      "follow-hint", "Put letters on the links; type them to follow one", .following, keys: [.character("f")],
      hints: [.article: "links"]
    ) { state, _ in state.startHinting() },
    Command(
      "read-more", "Go to READ MORE", .following, keys: [.character("r")],
      hints: [.list: "read more", .article: "read more"]
    ) { state, _ in state.enter(.teasers) },
    Command(
      "versions", "List the versions and copies of the story; d there shows what one changed", .following,
      keys: [.character("v")]
    ) { state, _ in state.askVersions() },
    Command(
      "since-read", "Show what has changed in the story since you read it", .following,
      keys: [.character("D")]
    ) { state, _ in
      guard let story = state.current else { return state.sayNoStory() }
      return [.sinceRead(story)]
    },
    Command(
      "storyline", "Show the story's thread as a timeline, oldest first", .following,
      keys: [.character("t")]
    ) { state, _ in state.askStoryline() },
    Command(
      "back", "Back to the previous story, where you left it", .following,
      keys: [.backspace, .character("H"), .control("o")],
      hints: [.article: "back"]
    ) { state, _ in state.goBack() },
    Command("forward", "Forward to the story you came back from", .following, keys: [.character("L")]) {
      state, _ in state.goForward()
    },
  ]

  private static let finding = [
    Command(
      "find", "Search the library as you type; in a story, find words in it", .finding,
      keys: [.character("/")],
      hints: [.list: "find", .article: "find"]
    ) { state, _ in state.focus == .list ? state.startSearch() : state.startFinding() },
    Command(
      "more-like-this", "List stories about the same subject, most similar first", .finding,
      keys: [.character("=")]
    ) { state, _ in state.showAlike() },
    Command("next-match", "Next match", .finding, keys: [.character("n")]) { state, _ in
      state.moveMatch(1)
    },
    Command("previous-match", "Previous match", .finding, keys: [.character("N")]) { state, _ in
      state.moveMatch(-1)
    },
  ]
}
