internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

/// A line typed after ":" as in vim: `:q`, `:12`, `:set theme=mono`.
enum CommandLine: Hashable, Sendable {
  /// Goes to a row of the list, or follows a number in a story.
  case number(Int)
  /// Goes to the last row.
  case last
  /// Quits; unless `atOnce`, it goes back to the list from a story that fills the screen.
  case quit(atOnce: Bool)
  /// Changes a setting.
  case set(name: String, value: String)
  /// Marks a part of the list.
  case mark(MarkChange, MarkPart)
  /// Gives the story or the range a tag, or takes it away.
  case tag(MarkChange)
  /// Runs a command of another name.
  case command(String)
  /// Answers with a message.
  case answer(Phrase)

  /// Reads a line; nil if it is none of these, and is to be matched with the commands.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if words.count == 1, let number = Int(first), number >= 0, first.utf8.allSatisfy({ $0 < 0x3A }) {
      self = .number(number)
      return
    }
    switch (first, words.dropFirst().joined(separator: " ")) {
    case ("$", ""): self = .last
    case ("q", ""), ("quit", ""), ("close", ""): self = .quit(atOnce: false)
    case ("q!", ""), ("qa", ""), ("qa!", ""), ("wq", ""), ("wq!", ""), ("x", ""), ("x!", ""), ("exit", ""):
      self = .quit(atOnce: true)
    case ("n", ""), ("next", ""), ("bn", ""): self = .command("next-story")
    case ("p", ""), ("prev", ""), ("N", ""), ("bp", ""): self = .command("previous-story")
    case ("top", ""): self = .command("first")
    case ("bottom", ""): self = .command("last")
    case ("f", ""): self = .command("whereabouts")
    case ("h", ""): self = .command("help")
    case ("w", _), ("w!", _):
      self = .answer("Nothing to save: marks and places are saved as you read.")
    case ("e", _), ("edit", _), ("e!", _):
      self = .answer(
        "I opens a library of newsroom.toml; from the shell, newsroom DIRECTORY opens any.")
    case ("set", let rest), ("se", let rest): self = Self.setting(rest)
    case ("theme", let name) where !name.isEmpty: self = .set(name: "theme", value: name)
    case ("sort", let name) where !name.isEmpty: self = .set(name: "order", value: name)
    case ("mark", let rest):
      guard let line = CommandLine(marking: rest.split(separator: " ").map(String.init)) else { return nil }
      self = line
    case ("tag", let rest), ("untag", let rest):
      guard let name = TagName(rest) else { return nil }
      self = .tag(first == "tag" ? .tagged(name) : .untagged(name))
    case ("mark-all-read", ""), ("catchup", ""): self = .mark(.read, .all)
    case ("noh", ""), ("nohlsearch", ""): self = .answer("Esc clears the marks of a search.")
    case (let word, _) where word.hasPrefix("!"): self = .answer(Habits.programs)
    default: return nil
    }
  }

  /// Reads "NAME=VALUE" or "NAME VALUE".
  private static func setting(_ rest: String) -> CommandLine {
    let parts = rest.split(separator: "=", maxSplits: 1).flatMap { $0.split(separator: " ") }.map(String.init)
    guard parts.count == 2 else {
      return .answer(
        "Type set NAME=VALUE, with one of these: \(Setting.allCases.map(\.form).joined(separator: ", ")).")
    }
    return .set(name: parts[0].lowercased(), value: parts[1].lowercased())
  }

  /// What the line does, as shown in the list of commands.
  var title: Phrase {
    switch self {
    case .number(let number): "Go to row \(Numbers.grouped(number)); in a story, follow that number"
    case .last: "Go to the last row, or the end of the story"
    case .quit(atOnce: true): "Quit at once; marks and places are saved"
    case .quit: "Quit, or go back to the list from a story that fills the screen"
    case .set(let name, let value): "Set \(name) to \(value)"
    case .mark(let change, let part): change.title(part)
    case .tag(.tagged(let name)): "Tag the story “\(name.text)”"
    case .tag(let change): "Make the story \(change.state)"
    case .command(let name): Phrase(words: Commands.named(name)?.help ?? name)
    case .answer(let words): words
    }
  }
}

/// A setting that can be changed while reading; newsroom.toml stays as it is.
private enum Setting: String, CaseIterable {
  case theme, order, show, measure, q

  /// "theme=NAME".
  var form: String {
    switch self {
    case .theme: "theme=\(Themes.all.map(\.name).joined(separator: "|"))"
    case .order: "order=" + Query.Order.allCases.map { $0.settingName }.joined(separator: "|")
    case .show: "show=" + Query.Marked.allCases.map(\.rawValue).joined(separator: "|")
    case .measure:
      "measure=\(Typesetter.Options.measures.lowerBound)…\(Typesetter.Options.measures.upperBound)"
    case .q: "q=back|quit"
    }
  }
}

extension State {
  /// Runs a line.
  mutating func run(_ line: CommandLine) -> [Effect] {
    guard !isKiosk || Kiosk.opens(.line, line.kioskName) else {
      message = Message(text: Kiosk.answer(.line, line.kioskName))
      return []
    }
    switch line {
    case .number(let number): return focus == .list ? goToRow(number) : follow(number: number)
    case .last: return moveToEnd(.last)
    case .quit(let atOnce): return atOnce ? quit() : leaveOrQuit()
    case .set(let name, let value): return set(name, to: value)
    case .mark(let change, let part): return mark(change, part)
    case .tag(let change): return tag(change, range == nil ? nil : .range)
    case .command(let name): return choose(.command(name))
    case .answer(let words):
      message = Message(text: words)
      return []
    }
  }

  private mutating func set(_ name: String, to value: String) -> [Effect] {
    var query = list.query
    let other = [
      "colorscheme": "theme", "colours": "theme", "colors": "theme", "sort": "order", "filter": "show",
    ]
    let setting = Setting(rawValue: other[name] ?? name)
    switch setting {
    case .theme?:
      guard let theme = themes.first(where: { $0.name == value }) else { break }
      use(theme)
      return []
    case .order?:
      let orders = Query.Order.allCases + (list.query.search == nil ? [] : [.bestFirst])
      guard let order = orders.first(where: { $0.settingName == value }) else { break }
      query.order = order
      return enter(.list) + show(query)
    case .show?:
      guard let marked = Query.Marked(rawValue: value) else { break }
      query.marked = marked
      return enter(.list) + show(query)
    case .measure?:
      guard let measure = Int(value), Typesetter.Options.measures.contains(measure) else { break }
      return setMeasure(measure)
    case .q?:
      guard value == "back" || value == "quit" else { break }
      quitsAtOnce = value == "quit"
      message = Message(
        text: quitsAtOnce
          ? "q quits, wherever you are." : "q goes back to the list from a story that fills the screen.")
      return []
    case nil:
      let forms = Setting.allCases.map(\.form).joined(separator: ", ")
      message = Message(text: "No setting “\(name)”. Settings: \(forms).")
      return []
    }
    let form = setting?.form ?? name
    message = Message(text: "“\(value)” is not a value for this setting: \(form).")
    return []
  }

  /// Changes the colours without a word.
  mutating func wear(_ theme: Theme) {
    self.theme = theme
    palette = Palette(theme, colours: colours)
  }

  /// Changes the colours.
  mutating func use(_ theme: Theme) {
    wear(theme)
    message = Message(text: "Theme: \(theme.name)")
  }
}
