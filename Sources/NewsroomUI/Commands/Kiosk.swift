public import Messages
internal import Screen

/// What `newsroom --kiosk` leaves open to strangers, and what it closes: the one table.
///
/// The reader, the shell commands over ssh, the options, the host's file and the environment are all asked
/// here. What is not in the table is closed.
public enum Kiosk {
  /// The kinds of things that the table decides.
  public enum Kind: String, Sendable, CaseIterable {
    /// A command of the reader, by name: its keys, and its row in the list of commands.
    case command
    /// What the reader asks the program to do.
    case effect
    /// A line typed after ":", by what it does.
    case line
    /// A command over ssh, or of the shell.
    case shell
    /// An option of such a command: "list --json".
    case option
    /// A variable of the environment that is read.
    case variable
    /// A key of the host's file.
    case setting
  }

  /// A decision.
  public struct Row: Hashable, Sendable {
    /// The kind of thing.
    public var kind: Kind
    /// Its name.
    public var name: String
    /// Why it is closed; nil if it is open.
    public var reason: String?
  }

  /// Every decision.
  public static let table: [Row] =
    open.flatMap { kind, names in names.map { Row(kind: kind, name: $0) } }
    + closed.flatMap { kind, names, reason in names.map { Row(kind: kind, name: $0, reason: reason) } }

  private static let openNames = Set(table.lazy.filter { $0.reason == nil }.map { "\($0.kind) \($0.name)" })

  /// Whether something is open to strangers.
  public static func opens(_ kind: Kind, _ name: String) -> Bool { openNames.contains("\(kind) \(name)") }

  /// The names of a kind that are open.
  public static func open(_ kind: Kind) -> [String] {
    table.filter { $0.kind == kind && $0.reason == nil }.map(\.name)
  }

  /// What a stranger is told of something closed.
  public static func answer(_ kind: Kind, _ name: String) -> Phrase {
    let reason = table.first { $0.kind == kind && $0.name == name }?.reason
    return reason.map { "This is closed in a reading room: \(Phrase(words: $0))." }
      ?? "This is closed in a reading room."
  }

  private static let open: [(Kind, [String])] = [
    (
      .command,
      [
        "down", "up", "page-down", "page-up", "half-down", "half-up", "first", "last", "next-pane",
        "previous-pane", "pane-right", "pane-left", "count", "scroll-line-down", "scroll-line-up",
        "next-stretch", "previous-stretch", "middle", "screen-top", "screen-bottom",
        "row-middle", "row-top", "row-bottom", "whereabouts",
      ]
    ),
    (
      .command,
      [
        "read", "follow-teaser", "next-story", "previous-story", "next-unread", "previous-unread", "leave",
        "outline",
        "next-heading", "previous-heading", "follow-number",
        "follow-hint", "read-more", "versions", "storyline", "back", "forward",
      ]
    ),
    (.command, ["find", "more-like-this", "next-match", "previous-match", "toggle-read", "toggle-saved"]),
    (
      .command,
      [
        "measure-wider", "measure-narrower", "list-wider", "list-narrower", "panel-wider",
        "panel-narrower", "toggle-list", "toggle-panel", "density",
      ]
    ),
    (.command, ["mark-read", "mark-unread", "mark-all-read"]),
    (.command, ["mark-many", "tag", "select-range", "take-back", "repeat-mark"]),
    (
      .command,
      [
        "desks", "narrow", "new", "filter", "unread-only", "saved-only", "order", "reverse-order", "date",
        "group",
        "refresh", "help", "commands", "theme", "repaint", "quit", "quit-at-once",
      ]
    ),
    (
      .command,
      [
        "accept", "earlier-search", "later-search", "complete", "complete-previous", "erase", "erase-word",
        "erase-line",
        "next-kind", "previous-kind", "choose", "choose-down", "choose-up", "type-name", "compare",
        "close-versions", "close-text", "close-help", "find-key", "close-comparison", "close", "every-key",
        "repaint-all",
        "scroll-down", "scroll-up", "line-down", "line-up", "found-down", "found-up", "line-right",
        "line-left", "screen-down", "screen-up", "text-down", "text-up", "to-first", "to-last",
        "letter-first", "letter-last",
      ]
    ),
    (
      .effect,
      [
        "firstRows", "window", "seek", "facets", "countSearches", "snippets", "awaitKeys", "open", "glance",
        "alike",
        "storyline", "versions", "compare", "mark", "save", "ownTags", "tag", "markMany", "takeBack",
        "repeatMarks",
        "keepPlace", "cancel", "repaint", "quit",
      ]
    ),
    (.line, ["number", "last", "quit", "set", "command", "answer", "mark", "tag"]),
    (.shell, ["list", "search", "show"]),
    (
      .option,
      ["--json", "--oldest", "--order", "--limit", "-n"].map { "list \($0)" }
        + ["--json", "--snippets", "--exact", "--limit", "-n"].map { "search \($0)" }
        + ["list", "search"].flatMap { name in
          ["--desk", "--author", "--tag", "--language", "--format", "--has", "--source"].map {
            "\(name) \($0)"
          }
        }
        + ["--json", "--width", "--versions"].map { "show \($0)" }
    ),
    (.variable, ["TERM", "COLORTERM", "NO_COLOR", "LINES", "COLUMNS", "LANG"]),
    (
      .variable,
      ["ALL", "CTYPE", "COLLATE", "MESSAGES", "MONETARY", "NUMERIC", "TIME"].map { "LC_\($0)" }
    ),
    (
      .setting,
      [
        "library", "theme", "language", "colour", "measure", "read_on", "density", "panes", "columns",
        "hints", "q", "mouse", "ignore",
        "follow_symlinks", "jsonl", "searches",
        "kiosk",
      ]
    ),
  ]

  private static let closed: [(Kind, [String], String)] = [
    (.command, ["suspend"], "there is no shell behind it"),
    (.command, ["keep-search", "drop-search"], "searches are not kept"),
    (
      .command, ["alerts", "alert", "alert-kept", "mute", "hide-kept", "show-hidden"],
      "searches are not kept"
    ),
    (.effect, ["lookForAlerts", "alerts", "hide"], "searches are not kept"),
    (.setting, ["bell", "notify"], "searches are not kept"),
    (
      .command,
      [
        "clip", "clippings", "select-lines", "lines-down", "lines-up", "lines-page-down", "lines-page-up",
        "other-end", "keep-lines", "copy-lines", "drop-clipping", "edit-clippings",
      ],
      "clippings are not kept"
    ),
    (.effect, ["keepClip", "noteClip", "dropClip", "clippings", "editClips"], "clippings are not kept"),
    (.command, ["since-read"], "what was read is not kept"),
    (.effect, ["sinceRead"], "what was read is not kept"),
    (
      .command, ["copy", "pipe", "browse", "edit", "copy-address", "browse-address", "export-list"],
      "nothing leaves it"
    ),
    (.effect, ["copy", "pipe", "browse", "edit", "export", "ring"], "nothing leaves it"),
    (.setting, ["forbid", "pipes"], "nothing leaves it"),
    (.command, ["libraries"], "it has one library"),
    (.effect, ["openLibrary"], "it has one library"),
    (.setting, ["libraries"], "it has one library"),
    (.setting, ["open_last"], "places are not kept"),
    (.setting, ["sync"], "marks belong to the visitor"),
    (.setting, ["keys"], "every visitor has the usual keys"),
    (.effect, ["suspend"], "there is no shell behind it"),
    (.effect, ["keepSearch", "dropSearch", "remember"], "searches are not kept"),
    (.effect, ["refresh"], "what changes is shown by itself"),
    (
      .shell,
      [
        "read", "related", "resolve", "export", "index", "check", "stats", "formats", "manual", "help",
        "mark", "config", "themes", "clippings", "import", "digest", "sync",
      ],
      "list, search and show are open"
    ),
    (
      .option,
      ["list", "search", "show"].flatMap { name in
        ["--library", "-L", "--index", "--no-refresh", "--sandbox", "--help", "-h", "--version"].map {
          "\(name) \($0)"
        }
      },
      "the host chooses the library"
    ),
    (.option, ["list --unread", "list --saved", "list --new"], "marks belong to the reader"),
    (.option, ["search --kept", "search --saved"], "searches are not kept"),
    (
      .option,
      ["--raw", "--explain", "--every", "--diff", "--format", "--theme"].map { "show \($0)" },
      "it is for those who can read the files"
    ),
  ]
}

extension Effect {
  /// Its name in the table of `Kiosk`.
  public var name: String {
    switch self {
    case .firstRows: "firstRows"
    case .window: "window"
    case .seek: "seek"
    case .facets: "facets"
    case .countSearches: "countSearches"
    case .keepSearch: "keepSearch"
    case .dropSearch: "dropSearch"
    case .remember: "remember"
    case .lookForAlerts: "lookForAlerts"
    case .alerts: "alerts"
    case .hide: "hide"
    case .ring: "ring"
    case .export: "export"
    case .snippets: "snippets"
    case .awaitKeys: "awaitKeys"
    case .open: "open"
    case .glance: "glance"
    case .alike: "alike"
    case .storyline: "storyline"
    case .versions: "versions"
    case .compare: "compare"
    case .sinceRead: "sinceRead"
    case .mark: "mark"
    case .save: "save"
    case .ownTags: "ownTags"
    case .keepClip: "keepClip"
    case .noteClip: "noteClip"
    case .dropClip: "dropClip"
    case .clippings: "clippings"
    case .editClips: "editClips"
    case .openLibrary: "openLibrary"
    case .tag: "tag"
    case .markMany: "markMany"
    case .takeBack: "takeBack"
    case .repeatMarks: "repeatMarks"
    case .keepPlace: "keepPlace"
    case .refresh: "refresh"
    case .cancel: "cancel"
    case .repaint: "repaint"
    case .suspend: "suspend"
    case .copy: "copy"
    case .pipe: "pipe"
    case .browse: "browse"
    case .edit: "edit"
    case .quit: "quit"
    }
  }
}

extension CommandLine {
  /// Its name in the table of `Kiosk`.
  var kioskName: String {
    switch self {
    case .number: "number"
    case .last: "last"
    case .quit: "quit"
    case .set: "set"
    case .command: "command"
    case .answer: "answer"
    case .mark: "mark"
    case .tag: "tag"
    }
  }
}

extension State {
  /// Whether a command may run: in a reading room, only if it is open to strangers.
  func opens(_ command: Command) -> Bool { opens(commandNamed: command.name) }

  /// The same for the command of a name.
  func opens(commandNamed name: String) -> Bool { !isKiosk || Kiosk.opens(.command, name) }

  /// Runs a command, or says that it is closed.
  mutating func run(_ command: Command, _ key: Key) -> [Effect] {
    guard opens(command) else {
      message = Message(text: Kiosk.answer(.command, command.name))
      return []
    }
    return command.run(&self, key)
  }

  /// The effects that may leave: in a reading room, only those that are open to strangers.
  mutating func admitted(_ effects: [Effect]) -> [Effect] {
    guard isKiosk else { return effects }
    return effects.filter { effect in
      if Kiosk.opens(.effect, effect.name) { return true }
      // Remembering a search is nothing that the reader asked for.
      if case .remember = effect { return false }
      message = Message(text: Kiosk.answer(.effect, effect.name))
      return false
    }
  }
}
