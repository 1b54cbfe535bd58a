internal import Screen
internal import Stories

// The content of the bottom line.
extension State {
  /// The prompt, a message, the progress of reading the directory, or the keys that work now; and, at the
  /// right, where the reader is.
  var bottomBarView: BottomBarView {
    BottomBarView(content: bottomContent, whereabouts: hidesWhereabouts ? "" : whereabouts, palette: palette)
  }

  private var bottomContent: BottomBarView.Content {
    if let prompt { return .prompt(prompt, says: says(prompt), help: searchHelp, keys: layerHints) }
    if let hints {
      let close = keymap.keys(of: "close", in: .layer(.hints)).first?.label ?? ""
      return .message("Type a link's letters; \(close) cancels.  \(hints.typed)", isFailure: false)
    }
    if let message { return .message(message.text, isFailure: message.isFailure) }
    if let rangeWords { return .message(rangeWords, isFailure: false) }
    if let progress {
      return .progress(progress, pace, help: Commands.hints(for: focus, keymap).last { $0.words == "help" })
    }
    return .keys(layer == nil ? worthShowing(paneHints) : layerHints)
  }

  /// On a screen without a bottom line, the last line, while there is a prompt or a message.
  var lineWhenNeeded: Rect? {
    guard prompt != nil || message != nil, size.rows > 1 else { return nil }
    return Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
  }

  /// The comment on what is typed.
  private func says(_ prompt: Prompt) -> String {
    switch prompt {
    case .date(let field): reading(of: field)
    case .hiding(let field, _): readingOfEnd(field)
    case .file(let field): readingOfFile(field)
    case .find, .search, .name, .note, .keys: ""
    }
  }

  /// The help line above a search.
  private var searchHelp: SearchHelpView? {
    guard case .search(let line)? = prompt else { return nil }
    return SearchHelpView(choices: line.choices, words: searchHelp(line), palette: palette)
  }

  /// Whether the prompt needs the whole line.
  private var hidesWhereabouts: Bool {
    switch prompt {
    case .date?, .name?, .note?, .hiding?, .file?, .keys?: true
    case .find?, .search?, nil: false
    }
  }

  /// The keys of the topmost layer.
  private var layerHints: [Commands.Hint] {
    var hints = layer.map { Commands.hints(in: $0, keymap) } ?? []
    guard case .search? = prompt, let window = list.window, window.query == list.query, window.rows.isEmpty
    else { return hints }
    // Without results there is nothing to keep, and Tab accepts the suggested word.
    hints.removeAll { $0.words == "keeps the results" }
    if let respelling, let place = hints.firstIndex(where: { $0.words == "completes" }) {
      hints[place].words = "takes “\(respelling.instead.prefix(24))”"
    }
    return hints
  }

  /// The keys of the focused pane.
  private var paneHints: [Commands.Hint] {
    var hints = Commands.hints(for: focus, keymap)
    if focus == .article, article?.isAtEnd == true, let page = hints.firstIndex(where: { $0.words == "page" })
    {
      hints.removeAll { $0.words == "next unread" }
      if keymap.goesOn(hints[page].keys) { (hints[page].words, hints[page].commands) = ("next unread", []) }
      // If READ MORE is not visible, the key that leads there comes first.
      if plan.teasers == nil, article?.panel.rows.isEmpty == false {
        for words in ["read more", "next unread"] {
          guard let place = hints.firstIndex(where: { $0.words == words }) else { continue }
          hints.insert(hints.remove(at: place), at: 0)
        }
      }
    }
    if focus == .list {
      if list.rows.isEmpty { hints.removeAll { !Self.worksWithoutStories.contains($0.words) } }
      if let words = wideningWords {
        hints.insert(
          Commands.Hint(keys: key("leave"), words: words), at: min(2, list.rows.isEmpty ? 0 : hints.count))
      }
    } else if plan.list == nil {
      // On a small screen only the first two have room, and the way out is one of them.
      let place = size.columns < Self.columnsForThreeHints ? 1 : 2
      hints.insert(
        Commands.Hint(keys: key("quit"), words: quitLeadsBack ? "list" : "quit"), at: min(place, hints.count))
    }
    return hints
  }

  /// The columns from which the bottom line has room for three keys and the way through the story.
  private static let columnsForThreeHints = 60

  /// The hints of the list that still work if no stories are listed.
  private static let worksWithoutStories: Set<String> = ["find", "desks", "narrow", "help", "quit"]

  /// What Esc does in a narrowed list.
  private var wideningWords: String? {
    let narrowed = Narrowing.all(of: list.query)
    guard let first = narrowed.first else { return nil }
    if narrowed.count > 1 { return "widen" }
    return first == .search ? "back" : "show all"
  }

  /// The number and the keys that wait for more keys.
  private var typedSoFar: String {
    let keys = pending.isEmpty ? nil : KeySequence(pending).label + " …"
    return [count.map(Numbers.grouped), keys].compactMap(\.self).joined(separator: " ")
  }

  /// The number of the match, or the desk and how far into the story; in the list, the row and the total.
  private var whereabouts: String {
    // What was typed so far, unless a message says more about it.
    if count != nil || !pending.isEmpty { return typedSoFar }
    let landed = news + self.landed.queue.count
    let facts = [
      unseenAlerts > 0 ? Numbers.counted(unseenAlerts, "alert", "alerts") : nil,
      landed > 0 ? "\(Numbers.grouped(landed)) new" : nil,
    ]
    let new = message == nil ? facts.compactMap(\.self).joined(separator: "  ") : ""
    if focus == .list {
      guard let window = list.window, !window.rows.isEmpty, let before = window.rowsBefore,
        let total = window.total
      else { return new }
      let gap = new.isEmpty ? "" : "  "
      let more = window.findings.isMore ? "+" : ""
      return new + gap + "\(Numbers.grouped(before + list.index + 1)) of \(Numbers.grouped(total))\(more)"
    }
    guard let article else { return "" }
    if let find = article.find, !find.isOfSearch || !find.matches.isEmpty { return find.count }
    if focus == .teasers {
      return "\(teasers.index + 1) of \(Numbers.grouped(article.panel.rows.count))"
    }
    // In a section of the text, its heading; before the first, the desk.
    let section = article.section.map { article.headings[$0].text } ?? article.opened.listing.section
    let place = Lines.fitted(section ?? "", columns: 24)
    return "\(new.isEmpty ? "" : new + "  ")\(place)  \(article.percent)%"
  }
}

extension Commands {
  /// Keys and a word for the bottom line.
  struct Hint {
    /// "j/k".
    var keys: String
    /// "move".
    var words: String
    /// The names of the commands; none where the hint belongs to what is on the screen.
    var commands: [String] = []
    /// The cells of both, with a space between.
    var width: Int { keys.count + 1 + words.count }
  }

  /// The hints of a pane in the order of the commands; commands with the same word share a hint.
  static func hints(for pane: Pane, _ keymap: Keymap = .standard) -> [Hint] {
    var hints: [Hint] = []
    for command in all where command.panes.contains(pane) {
      guard let words = command.hints[pane],
        let keys = command.isFamily
          ? keymap.labels(of: command).first : keymap.keys(of: command.name, in: pane).first?.label
      else { continue }
      if let same = hints.firstIndex(where: { $0.words == words }) {
        hints[same].keys += "/\(keys)"
        hints[same].commands.append(command.name)
      } else {
        hints.append(Hint(keys: keys, words: words, commands: [command.name]))
      }
    }
    return hints
  }

  /// The hints of a layer in the order of the commands.
  static func hints(in layer: Layer, _ keymap: Keymap) -> [Hint] {
    var hints: [Hint] = []
    for row in inLayers where row.layers.contains(layer.kind) {
      guard let words = row.layerHints[layer.kind], layer.shows(row),
        let key = keymap.keys(of: row.name, in: .layer(layer.kind)).first
      else { continue }
      if let same = hints.firstIndex(where: { $0.words == words }) {
        hints[same].keys += "/\(key.label)"
      } else {
        hints.append(Hint(keys: key.label, words: words))
      }
    }
    return hints
  }
}

extension Layer {
  /// Whether a command is worth a hint at the moment.
  fileprivate func shows(_ row: Command) -> Bool {
    switch (self, row.name) {
    case (.picker(let chooser), "drop-search"): chooser.mayDrop
    case (.picker(let chooser), "type-name"): chooser.field.text.isEmpty
    case (.sheet, "scroll-down"), (.sheet, "scroll-up"): isLong
    default: true
    }
  }

  /// Whether it is a box whose text does not fit.
  private var isLong: Bool { if case .sheet(let sheet) = self { sheet.isLong } else { false } }

  /// The text in the lower edge of its frame: at most two hints, as they fit, and how to close it.
  func foot(columns: Int, _ keymap: Keymap) -> String {
    let hints = Commands.hints(in: self, keymap)
    let words = { (hint: Commands.Hint) in "\(hint.keys) \(hint.words)" }
    let close = hints.filter { $0.words == "closes" }.map(words)
    var before = ([lead(keymap)].compactMap(\.self) + hints.prefix { $0.words != "closes" }.map(words))
      .prefix(2)
    while !before.isEmpty, (before + close).joined(separator: " · ").count > columns { before.removeLast() }
    return (before + close).joined(separator: " · ")
  }

  /// The text before those hints.
  private func lead(_ keymap: Keymap) -> String? {
    let moving = ["choose-down", "choose-up"].compactMap {
      keymap.keys(of: $0, in: .layer(kind)).first?.label
    }.joined(separator: "/")
    return switch kind {
    case .list, .facets:
      moving.isEmpty ? "type to narrow" : "\(moving) move, type to narrow"
    case .commands: "type to find"
    case .comparison: "[-out-] {+in+}"
    case .address: isLong ? nil : "shown, not opened"
    default: nil
    }
  }
}
