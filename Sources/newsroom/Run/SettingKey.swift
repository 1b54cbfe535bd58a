internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Screen
internal import System
internal import TOMLKit
internal import Terminal
internal import Typesetting

/// A key of newsroom.toml: its name, its meaning, and how it is read.
///
/// `Settings` reads the file by this table, and newsroom.toml(5) is made from it.
struct SettingKey: Sendable {
  let name: String
  /// The kind of value: "a directory".
  let value: String
  /// An example line.
  let example: String
  let meaning: String
  /// Reads a value from the file, and returns what is wrong with it; nil if it is accepted.
  let take: @Sendable (inout Settings, any TOMLValueConvertible) -> String?

  private init(
    _ name: String, _ value: String, example: String, _ meaning: String,
    take: @escaping @Sendable (inout Settings, any TOMLValueConvertible) -> String?
  ) {
    (self.name, self.value, self.meaning) = (name, value, meaning)
    self.example = "\(name) = \(example)"
    self.take = take
  }

  /// A key whose value is accepted or refused as a whole.
  private static func simple(
    _ name: String, _ value: String, example: String, _ meaning: String,
    take: @escaping @Sendable (inout Settings, any TOMLValueConvertible) -> Bool
  ) -> SettingKey {
    SettingKey(name, value, example: example, meaning) { settings, found in
      take(&settings, found) ? nil : "\(name) takes \(value)"
    }
  }

  /// Every key, in the manual's order.
  static let all = [
    simple(
      "library", "a directory", example: "\"~/Articles\"",
      "The library that `newsroom` opens if none is given."
    ) { settings, value in
      settings.library = value.string.map(expandingHome)
      return settings.library != nil
    },
    SettingKey(
      "theme", "the name of a theme", example: "\"paper-light\"",
      """
      The colours: \(Themes.names), or a theme of your own (see THEMES). `T` in the reader tries them, \
      `newsroom themes` shows them.
      """
    ) { settings, value in
      guard let name = value.string else { return "theme takes the name of a theme" }
      guard settings.themes.contains(where: { $0.name == name }) else {
        return Self.noTheme(name, among: settings.themes)
      }
      settings.theme = name
      return nil
    },
    simple(
      "language", Language.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "),
      example: "\"da\"",
      """
      The language of the reader and of messages; that of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`, \
      `LANGUAGE`) if not set. Stories keep their own.
      """
    ) { settings, value in
      settings.language = value.string.flatMap(Language.init(rawValue:))
      return settings.language != nil
    },
    simple(
      "colour", DirectColour.Wish.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "),
      example: "\"256\"",
      """
      How many colours the reader uses: 24-bit colours where `COLORTERM` is `truecolor` or `24bit` and the \
      terminal is xterm or its kin, or tmux (if not set); at most 256; or 24-bit colours on these terminals \
      without that variable, which ssh rarely passes on.
      """
    ) { settings, value in
      guard let colour = value.string.flatMap(DirectColour.Wish.init) else { return false }
      settings.colour = colour
      return true
    },
    simple(
      "measure", "a number of columns", example: "72",
      """
      The longest line of text, in columns, from \(Typesetter.Options.measures.lowerBound) to \
      \(Typesetter.Options.measures.upperBound); \(Typesetter.Options().measure) if not set.
      """
    ) { settings, value in
      settings.measure = value.int
      return settings.measure != nil
    },
    simple(
      "read_on", Preferences.ReadOn.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "),
      example: "\"end\"",
      """
      When a story counts as read: once it is opened (if not set), once its end has been on the screen, or \
      only when you mark it.
      """
    ) { settings, value in
      guard let readOn = value.string.flatMap(Preferences.ReadOn.init) else { return false }
      settings.readOn = readOn
      return true
    },
    simple(
      "open_last", "true or false", example: "false",
      "Whether the reader opens where you left it in the library; true if not set."
    ) { settings, value in
      settings.opensLast = value.bool ?? true
      return value.bool != nil
    },
    simple(
      "density", "\"normal\" or \"compact\"", example: "\"compact\"",
      """
      How many lines a story takes in the list: two or three if there is room (if not set), or one. `%` \
      in the reader changes it.
      """
    ) { settings, value in
      settings.look.isCompact = value.string == "compact"
      return value.string == "normal" || value.string == "compact"
    },
    SettingKey(
      "panes", "a list of \"list\", \"panel\"", example: "[\"panel\"]",
      """
      What is shown beside a story if there is room: the list, and READ MORE (`panel`); both if not set. \
      `\\` and `~` in the reader hide and show them. What keys change of panes and lines is remembered for \
      the library, until you change it in this file.
      """
    ) { settings, value in
      let names = value.array?.map(\.string) ?? [nil]
      guard names.allSatisfy({ $0 == "list" || $0 == "panel" }) else {
        return "panes takes a list of \"list\", \"panel\""
      }
      settings.look.hidesList = !names.contains("list")
      settings.look.hidesPanel = !names.contains("panel")
      return nil
    },
    SettingKey(
      "columns", "a list of \(columnNames)", example: "[\"slug\", \"urgency\", \"version\"]",
      """
      What stands to the right of the headlines in the list, as far as there is room: headlines keep at least \
      \(ListColumn.leastHeadline) columns. None if not set.
      """
    ) { settings, value in
      var columns: [ListColumn] = []
      for name in value.array.map({ $0.map(\.string) }) ?? [nil] {
        guard let column = name.flatMap(ListColumn.init) else {
          return "columns takes a list of \(columnNames)"
        }
        if !columns.contains(column) { columns.append(column) }
      }
      settings.columns = columns
      return nil
    },
    simple(
      "hints", Preferences.HintsShown.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "),
      example: "\"always\"",
      """
      Which keys the bottom line tells: each until you have used it \(KeyUses.enough) times, so that less \
      known ones follow (if not set), all, or only the one that shows the help.
      """
    ) { settings, value in
      guard let hints = value.string.flatMap(Preferences.HintsShown.init) else { return false }
      settings.hints = hints
      return true
    },
    simple(
      "q", "\"back\" or \"quit\"", example: "\"quit\"",
      "What `q` does in a story that fills the screen: go back to the list (if not set), or quit."
    ) { settings, value in
      settings.quitsAtOnce = value.string == "quit"
      return value.string == "back" || value.string == "quit"
    },
    simple(
      "mouse", "true or false", example: "true",
      """
      Whether the mouse is used, on terminals like xterm: a click selects a story or follows a link, a \
      double click opens, the wheel scrolls, and the border between two panes can be dragged. Off if not set, because the terminal then selects text with \
      Shift held only.
      """
    ) { settings, value in
      settings.usesMouse = value.bool ?? false
      return value.bool != nil
    },
    simple(
      "bell", "\"sound\", \"flash\" or \"off\"", example: "\"flash\"",
      """
      What the terminal does when a kept search alerts: ring as it is set to (if not set), flash the screen, \
      or nothing.
      """
    ) { settings, value in
      guard let bell = value.string.flatMap(Notice.Bell.init) else { return false }
      settings.bell = bell
      return true
    },
    simple(
      "notify", "\"auto\", \"osc9\", \"osc777\" or \"off\"", example: "\"osc777\"",
      """
      How the desktop is notified of an alert, through the terminal and over SSH: by itself where the \
      terminal is known (if not set), by OSC 9 (iTerm2, kitty, WezTerm, Ghostty) or OSC 777 (foot, urxvt, \
      GNOME's terminals), or not. tmux passes it on where `allow-passthrough` is on.
      """
    ) { settings, value in
      guard let notify = value.string.flatMap(Notice.Manner.init) else { return false }
      settings.notify = notify
      return true
    },
    SettingKey(
      "ignore", "a pattern or a list of patterns", example: "[\"drafts/\", \"*.bak\"]",
      """
      Files and folders to skip, as patterns of gitignore(5). A file `.newsroomignore` in any folder does \
      the same for that folder. Hidden files, `node_modules` and temporary files of other programs are \
      always skipped, unless a pattern includes them by name (`!.notes/`). Marks of skipped stories are kept.
      """, take: takePatterns),
    simple(
      "follow_symlinks", LinkPolicy.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "),
      example: "\"inside\"",
      """
      Which symbolic links are followed: none (if not set), or those that lead to a place inside the \
      library. A story that is reached twice is listed once.
      """
    ) { settings, value in
      guard let policy = value.string.flatMap(LinkPolicy.init) else { return false }
      settings.links = policy
      return true
    },
    SettingKey(
      "forbid", "a list of \(wayNames)", example: "[\"pipe\", \"editor\"]",
      """
      What the reader must not do: copy to the terminal's clipboard (`y`), give stories to the commands of \
      `[pipes]` (`|`), start `$BROWSER` (`B`) or `$VISUAL` or `$EDITOR` (`E`), or write the list to a file \
      (`P`). A reading room for strangers does none of these.
      """
    ) { settings, value in
      for name in value.array.map({ $0.map(\.string) }) ?? [nil] {
        guard let way = name.flatMap(WaysOut.Way.init) else { return "forbid takes a list of \(wayNames)" }
        settings.forbidden.insert(way)
      }
      return nil
    },
  ]

  private static let columnNames =
    ListColumn.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  private static let wayNames = WaysOut.Way.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")

  /// The message about a theme that does not exist.
  static func noTheme(_ name: String, among themes: [Theme]) -> String {
    let names = themes.map(\.name)
    let meant = Newsroom.nearest(to: name, among: names)
    return "no theme “\(name)”; "
      + (meant.map { "did you mean “\($0)”?" } ?? "there are: \(names.joined(separator: ", "))")
  }

  private static let takePatterns: @Sendable (inout Settings, any TOMLValueConvertible) -> String? = {
    settings, value in
    for pattern in value.string.map({ [$0] }) ?? value.array.map({ $0.map(\.string) }) ?? [nil] {
      guard let pattern else {
        return "ignore takes a pattern or a list of patterns"
      }
      if let reason = Library.Configuration.fault(inPattern: pattern) {
        return "the pattern “\(pattern)” in ignore is not valid: \(reason)"
      }
      settings.ignoring.append(pattern)
    }
    return nil
  }

  /// A path whose "~" is the home directory.
  static func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}

/// A table of newsroom.toml.
enum SettingTable: String, CaseIterable {
  case libraries, jsonl, searches, pipes, sync, keys, kiosk

  var meaning: String {
    switch self {
    case .libraries:
      """
      Libraries by name: `newsroom NAME` opens one, `-L NAME` chooses it for any command, and `I` in the \
      reader lists them. Each is a directory, or a list of directories that are read as one library. A \
      directory of that name comes first.
      """
    case .jsonl:
      """
      The names of fields in records (JSON Lines and JSON). Each takes one name or a list of names, of which \
      the first with a value is used. A dot leads into an object. Case, `_`, `-` and spaces make no \
      difference.
      """
    case .searches:
      """
      Searches by name, shown beside the desks (`d`) of every library. A table says more: `search`; `alert`, \
      whether it tells of what arrives (`!` lists it); and `hide`, whether the list leaves out what it finds, \
      true or until a date. The searches that you keep in the reader are in `searches.toml`, beside this file.
      """
    case .pipes:
      """
      Commands by name that `|` in the reader gives the story to, on their standard input. A command is a \
      string, split at blanks, or a list of words; no shell reads it. A table says more: `run`, the command; \
      `as`, the form of the story, which is text (if not set), markdown, json or html; and `wait`, whether \
      to wait for Enter before the reader comes back.
      """
    case .sync:
      """
      `folder` names a folder that another program (Syncthing, git, rsync, a network file system) carries \
      between your machines. What you mark, tag, clip and keep on one of them is then on all: see SYNC in \
      newsroom(1).
      """
    case .keys: KeySettings.meaning
    case .kiosk:
      """
      What a host says of its reading room, in the file that --config names: see newsroom-kiosk(7). All keys \
      are optional.
      """
    }
  }

  var example: String {
    switch self {
    case .libraries: "Courier = \"~/Articles\"\n\"Old paper\" = [\"/srv/archive\", \"/srv/scans\"]"
    case .jsonl: "headline = \"kop\"\nbylines = [\"author.name\", \"writer\"]"
    case .searches:
      """
      Ferries = { search = "ferry desk:nordic", alert = true }
      Chess = { search = "desk:chess", hide = "2027-01-31" }
      "New here" = "is:new"
      """
    case .pipes:
      """
      Print = "lpr"
      "Read aloud" = { run = "espeak-ng -s 150", wait = false }
      Mail = { run = ["mail", "-s", "A story", "anna@example.org"], as = "markdown" }
      """
    case .sync: "folder = \"~/Sync/newsroom\""
    case .keys: KeySettings.example
    case .kiosk: KioskSettings.keys.map(\.example).joined(separator: "\n")
    }
  }
}
