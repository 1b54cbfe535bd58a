internal import NewsroomUI
internal import Screen
internal import TOMLKit

/// The table `[keys]` of newsroom.toml: a preset, and rows of the reader's own.
///
/// A row that is not understood is told and left out.
struct KeySettings {
  static let meaning = """
    What the keys of the reader do. `preset` begins with the keys of another program: \(presetNames). \
    `counts` says whether a number before a key counts in every pane, as in vim and less; in a story, a \
    number and Enter then follow the link of that number. Every other line binds a key, or several pressed \
    one after another with spaces between them, to a command; to a list of commands, which are run in \
    order; or to `"none"`. Rows in `[keys.list]`, `[keys.article]` and `[keys.panel]` (READ MORE) hold in \
    that pane alone. What is over the panes has tables of its own: \(boxNames(true)), and for one alone \
    \(boxNames(false)); a letter that is typed there can't be a key. Your rows take the place of the preset's. Control is written `C-x`, Alt `M-x`; other \
    keys are \(Key.namedKeys.filter { !$0.hasPrefix("F") }.map { "`\($0)`" }.joined(separator: ", ")) and \
    `F1` to `F24`. KEYS AND COMMANDS in newsroom.toml(5) lists the commands.
    """

  static let example = """
    preset = "vim"
    "M" = ["mark-read", "down"]
    "C-x C-s" = "toggle-saved"
    F6 = "theme"
    """

  /// The tables for what is over the panes: those of several boxes, or of one.
  private static func boxNames(_ areGroups: Bool) -> String {
    KeyBox.all.filter { $0.isGroup == areGroups }.map { "`[keys.\($0.name)]` (\($0.meaning))" }
      .joined(separator: ", ")
  }

  private static let presetNames = KeyPreset.all.map { "`\($0.name)`" }.joined(separator: ", ")

  /// The tables for one pane.
  private static let panes: [(name: String, pane: Pane)] = [
    ("list", .list), ("article", .article), ("panel", .teasers),
  ]

  let path: String
  let places: TOMLPlaces

  /// A row of the file.
  private struct Row {
    var path: [String]
    var value: any TOMLValueConvertible
    var pane: Pane?
    var box: KeyBox?

    /// Rows for several places come before those for one.
    var rank: Int { pane != nil || box?.isGroup == false ? 1 : 0 }

    func binding(_ sequence: KeySequence, _ names: [String]) -> KeyBinding {
      box.map { KeyBinding(sequence, names, in: $0) } ?? KeyBinding(sequence, names, in: pane)
    }
  }

  /// Takes the table.
  func take(_ value: any TOMLValueConvertible, into settings: inout Settings) {
    guard let table = value.table else {
      let name = value.string ?? "vim"
      return note(
        ["keys"], "[keys] is a table. Write [keys] and, in a line below it, preset = \"\(name)\".", &settings)
    }
    if let name = table["preset"] { takePreset(name, &settings) }
    var rows: [Row] = []
    for (name, value) in table {
      if let pane = Self.panes.first(where: { $0.name == name })?.pane, let inner = value.table {
        for (key, value) in inner { rows.append(Row(path: ["keys", name, key], value: value, pane: pane)) }
      } else if let box = KeyBox.all.first(where: { $0.name == name }), let inner = value.table {
        for (key, value) in inner { rows.append(Row(path: ["keys", name, key], value: value, box: box)) }
      } else if name == "counts" {
        guard let counts = value.bool else {
          note(["keys", name], "counts takes true or false. For example: counts = true", &settings)
          continue
        }
        settings.keymap.counts = counts
        keep(["keys", name], "\(counts)", &settings)
      } else if name != "preset" {
        rows.append(Row(path: ["keys", name], value: value))
      }
    }
    // Rows for all panes first, and in the order of the file, so that the later of two is the one left out.
    let top = TextPlace(line: 0, column: 0)
    rows.sort {
      ($0.rank, places.key(at: $0.path) ?? top) < ($1.rank, places.key(at: $1.path) ?? top)
    }
    for row in rows { take(row, &settings) }
  }

  private func takePreset(_ value: any TOMLValueConvertible, _ settings: inout Settings) {
    let names = KeyPreset.all.map(\.name)
    guard let preset = KeyPreset.all.first(where: { $0.name == value.string }) else {
      let meant = value.string.flatMap { Newsroom.nearest(to: $0, among: names) }
      return note(
        ["keys", "preset"],
        "there is no preset “\(value.string ?? "")”. "
          + (meant.map { "Did you mean “\($0)”?" } ?? "There are: \(names.joined(separator: ", "))."),
        &settings)
    }
    settings.keymap = Keymap(preset)
    keep(["keys", "preset"], SearchFile.quoted(preset.name), &settings)
  }

  private func take(_ row: Row, _ settings: inout Settings) {
    let name = row.path.last ?? ""
    let sequence: KeySequence
    do throws(KeySequence.Fault) {
      sequence = try KeySequence(reading: name)
    } catch {
      return note(
        row.path, Self.words(for: error, name, isTable: row.value.table != nil), isKey: true, &settings)
    }
    let texts = row.value.string.map { [$0] } ?? row.value.array?.compactMap(\.string)
    guard let commands = texts, !commands.isEmpty, commands.count == row.value.array?.count ?? 1 else {
      return note(
        row.path,
        "a key takes a command, a list of commands or \"none\". For example: \(toml(name)) = \"help\"",
        &settings)
    }
    let names = commands == [KeyBinding.nothing] ? [] : commands
    if let fault = settings.keymap.bind(row.binding(sequence, names)) {
      return note(row.path, Self.words(for: fault, sequence), isKey: fault.isAboutKeys, &settings)
    }
    let written = commands.map(SearchFile.quoted).joined(separator: ", ")
    keep(row.path, row.value.array == nil ? written : "[\(written)]", &settings)
  }

  // MARK: Words

  private static func words(for fault: KeySequence.Fault, _ name: String, isTable: Bool) -> String {
    switch fault {
    case .empty: return "the name of the key is missing. For example: \"g g\" = \"first\""
    case .long: return "“\(name)” has more than \(KeySequence.longest) keys. Use a shorter sequence."
    case .unknown(let word):
      if isTable {
        let names = panes.map(\.name) + KeyBox.all.map(\.name)
        let meant = Newsroom.nearest(to: word, among: names).map { "Did you mean [keys.\($0)]?" }
        return "there is no pane or box “\(word)”. "
          + (meant ?? "There are: \(names.map { "[keys.\($0)]" }.joined(separator: ", ")).")
      }
      if word.allSatisfy({ $0.isLetter || $0.isNumber }), word.count <= 3, word == name {
        return "“\(word)” is no key. Write keys that follow each other with spaces: \""
          + word.map(String.init).joined(separator: " ") + "\"."
      }
      let meant = Newsroom.nearest(to: word, among: Key.namedKeys + ["preset", "counts"])
      return "“\(word)” is no key. "
        + (meant.map { "Did you mean “\($0)”?" }
          ?? "Write a character, C- or M- and a letter, or a name such as \(Key.namedKeys[1]).")
    }
  }

  private static func words(for fault: Keymap.Fault, _ sequence: KeySequence) -> String {
    switch fault {
    case .unknown(let name):
      let meant = Newsroom.nearest(to: name, among: Keymap.commandNames).map { "Did you mean “\($0)”?" }
      return "there is no command “\(name)”. " + (meant ?? "newsroom.toml(5) lists the commands.")
    case .taken(let names):
      return "\(sequence.name) has a row already, for \(names). Delete one of the two."
    case .tangled(let other, let names):
      let isLonger = other.keys.count > sequence.keys.count
      return
        "\(sequence.name) \(isLonger ? "is the beginning of" : "begins with") \(other.name), which is bound "
        + "to \(names). Change one of the two."
    case .elsewhere(let name, let places):
      return "\(name) works in these panes only: \(places). Move the line there."
    case .inBoxes(let name, let tables):
      let names = tables.map { "[keys.\($0)]" }.joined(separator: ", ")
      return "\(name) works in what is over the panes only. Move the line to \(names)."
    case .typed(let key):
      return "\(key.name) is a letter that is typed there. Use C- or M- with a letter, or a key such as F6."
    case .noWayOut(let place):
      return "nothing would close \(place) any more. Bind another key to close first."
    case .needsDigit(let name): return "\(name) needs to know a digit. Bind it to one of the keys 1 to 9."
    case .fixed(let key): return "\(key.name) means the same everywhere. Use another key."
    }
  }

  // MARK: Keeping

  private func note(_ path: [String], _ text: String, isKey: Bool = false, _ settings: inout Settings) {
    let place = isKey ? places.key(at: path) : places.value(at: path)
    settings.notices.append(SettingsNotice(self.path, place, text, isFault: false))
  }

  private func keep(_ path: [String], _ value: String, _ settings: inout Settings) {
    let place = places.value(at: path).map { "\(self.path):\($0.line)" }
    settings.keys.append(
      EffectiveSetting(name: path.map(toml).joined(separator: "."), value: value, source: place))
  }

  /// A name as TOML writes it.
  private func toml(_ name: String) -> String {
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte == 0x2D || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte)
      }
    return isBare ? name : SearchFile.quoted(name)
  }
}

extension Keymap.Fault {
  /// Whether the keys are wrong, not the command.
  fileprivate var isAboutKeys: Bool {
    switch self {
    case .taken, .tangled, .fixed, .typed, .noWayOut: true
    case .unknown, .elsewhere, .inBoxes, .needsDigit: false
    }
  }
}
