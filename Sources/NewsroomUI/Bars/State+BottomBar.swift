internal import Messages
internal import Screen
internal import Stories

// The content of the bottom line.
extension State {
  /// The prompt, a message, the progress of reading the directory, or the keys that work now; and, at the
  /// right, where the reader is.
  var bottomBarView: BottomBarView {
    BottomBarView(
      content: bottomContent, whereabouts: hidesWhereabouts ? "" : whereabouts, catalogue: catalogue,
      palette: palette)
  }

  private var bottomContent: BottomBarView.Content {
    if let prompt { return .prompt(prompt, says: says(prompt), help: searchHelp, keys: layerHints) }
    if let hints {
      let close = keymap.keys(of: "close", in: .layer(.hints)).first?.label ?? ""
      return .message(
        catalogue("Type a link's letters; \(close) cancels.  \(hints.typed)"), isFailure: false)
    }
    if let message { return .message(catalogue(message.text), isFailure: message.isFailure) }
    if let rangeWords { return .message(catalogue(rangeWords), isFailure: false) }
    if let progress {
      return .progress(progress, pace, help: hintsOfPane.usual.last { $0.words == "help" })
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
    var hints = layer.map { Commands.hints(in: $0, keymap, catalogue) } ?? []
    guard case .search? = prompt, let window = list.window, window.query == list.query, window.rows.isEmpty
    else { return hints }
    // Without results there is nothing to keep, and Tab accepts the suggested word.
    hints.removeAll { $0.words == "keeps the results" }
    if let respelling, let place = hints.firstIndex(where: { $0.words == "completes" }) {
      hints[place].text = catalogue("takes “\(respelling.instead.prefix(24))”")
    }
    return hints
  }

  /// The keys of the focused pane.
  private var paneHints: [Commands.Hint] {
    var hints = hintsOfPane.usual
    if focus == .article, article?.isAtEnd == true, let page = hints.firstIndex(where: { $0.words == "page" })
    {
      hints.removeAll { $0.words == "next unread" }
      if keymap.goesOn(hints[page].keys) { hints[page] = hint(hints[page].keys, "next unread") }
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
          hint(key("leave"), words), at: min(2, list.rows.isEmpty ? 0 : hints.count))
      }
    } else if plan.list == nil {
      // On a small screen only the first two have room, and the way out is one of them.
      let place = size.columns < Self.columnsForThreeHints ? 1 : 2
      hints.insert(
        hint(key("quit"), quitLeadsBack ? "list" : "quit"), at: min(place, hints.count))
    }
    return hints
  }

  private func hint(_ keys: String, _ words: String) -> Commands.Hint {
    Commands.Hint(keys: keys, words: words, catalogue)
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
    return [count.map { catalogue.grouped($0) }, keys].compactMap(\.self).joined(separator: " ")
  }

  /// The number of the match, or the desk and how far into the story; in the list, the row and the total.
  private var whereabouts: String {
    // What was typed so far, unless a message says more about it.
    if count != nil || !pending.isEmpty { return typedSoFar }
    let landed = news + self.landed.queue.count
    let facts: [Phrase?] = [
      unseenAlerts > 0 ? Numbers.counted(unseenAlerts, "alert", "alerts") : nil,
      landed > 0 ? "\(Numbers.grouped(landed)) new" : nil,
    ]
    let new = message == nil ? catalogue(.joined(facts.compactMap(\.self), "  ")) : ""
    if focus == .list {
      guard let window = list.window, !window.rows.isEmpty, let before = window.rowsBefore,
        let total = window.total
      else { return new }
      let gap = new.isEmpty ? "" : "  "
      let more = window.findings.isMore ? "+" : ""
      return new + gap + catalogue(.place(before + list.index + 1, of: total)) + more
    }
    guard let article else { return "" }
    if let find = article.find, !find.isOfSearch || !find.matches.isEmpty { return catalogue(find.count) }
    if focus == .teasers {
      return catalogue(.place(teasers.index + 1, of: article.panel.rows.count))
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
    /// "move": the English word, by which the hint is known.
    let words: String
    /// The word as it is shown.
    var text: String
    /// The names of the commands; none where the hint belongs to what is on the screen.
    var commands: [String] = []
    /// The cells of both, with a space between.
    var width: Int { keys.count + 1 + text.count }

    init(keys: String, words: String, commands: [String] = [], _ catalogue: Catalogue = .english) {
      (self.keys, self.words, self.commands) = (keys, words, commands)
      text = catalogue[words, as: "hint"]
    }
  }

  /// The hints of a pane in the order of the commands; commands with the same word share a hint.
  static func hints(
    for pane: Pane, _ keymap: Keymap = .standard, _ catalogue: Catalogue = .english
  ) -> [Hint] {
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
        hints.append(Hint(keys: keys, words: words, commands: [command.name], catalogue))
      }
    }
    return hints
  }

  /// The hints of a layer in the order of the commands.
  static func hints(in layer: Layer, _ keymap: Keymap, _ catalogue: Catalogue = .english) -> [Hint] {
    var hints: [Hint] = []
    for row in inLayers where row.layers.contains(layer.kind) {
      guard let words = row.layerHints[layer.kind], layer.shows(row),
        let key = keymap.keys(of: row.name, in: .layer(layer.kind)).first
      else { continue }
      if let same = hints.firstIndex(where: { $0.words == words }) {
        hints[same].keys += "/\(key.label)"
      } else {
        hints.append(Hint(keys: key.label, words: words, catalogue))
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
  func foot(columns: Int, _ keymap: Keymap, _ catalogue: Catalogue = .english) -> String {
    let hints = Commands.hints(in: self, keymap, catalogue)
    let told = { (hint: Commands.Hint) in "\(hint.keys) \(hint.text)" }
    let close = hints.filter { $0.words == "closes" }.map(told)
    var before =
      ([lead(keymap, catalogue)].compactMap(\.self) + hints.prefix { $0.words != "closes" }.map(told)).prefix(
        2)
    while !before.isEmpty, (before + close).joined(separator: " · ").count > columns { before.removeLast() }
    return (before + close).joined(separator: " · ")
  }

  /// The text before those hints.
  private func lead(_ keymap: Keymap, _ catalogue: Catalogue) -> String? {
    let moving = ["choose-down", "choose-up"].compactMap {
      keymap.keys(of: $0, in: .layer(kind)).first?.label
    }.joined(separator: "/")
    return switch kind {
    case .list, .facets:
      catalogue(moving.isEmpty ? "type to narrow" : "\(moving) move, type to narrow")
    case .commands: catalogue["type to find"]
    case .comparison: catalogue["[-out-] {+in+}"]
    case .address: isLong ? nil : catalogue["shown, not opened"]
    default: nil
    }
  }
}

extension Phrase {
  /// "3 of 1,234".
  static func place(_ number: Int, of total: Int) -> Phrase {
    "\(Numbers.grouped(number)) of \(Numbers.grouped(total))"
  }
}
