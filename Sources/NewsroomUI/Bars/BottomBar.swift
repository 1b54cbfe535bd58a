internal import Screen
internal import Stories

extension State {
  /// The prompt, a message, the progress of reading the directory, or the keys of the focused pane; and at the
  /// right where the reader is.
  func drawBottomBar(on frame: inout Frame) {
    guard let bar = plan.bottomBar ?? lineWhenNeeded else { return }
    if plan.bottomBar == nil { frame.fill(bar, style: palette[.text]) }
    if case .dating(let field) = mode {
      drawDatePrompt(field, in: bar, on: &frame)
      return
    }
    if case .naming(let field) = mode {
      drawPrompt("Keep the search as: ", field, in: bar, on: &frame)
      return
    }
    let right = whereabouts
    let rightColumn = bar.maxColumn - CellText.width(of: right) - 1
    var room = bar
    if !right.isEmpty, rightColumn > bar.columns / 2 {
      frame.write(right, column: rightColumn, row: bar.row, style: palette[.bar], clip: bar)
      room.columns = max(0, rightColumn - bar.column - 2)
    }
    if case .searching(let line) = mode {
      drawPrompt("/", line.field, in: room, on: &frame)
      drawSearchHelp(line, over: bar, on: &frame)
    } else if case .finding(let field, _) = mode {
      drawPrompt("/", field, in: room, on: &frame)
    } else if case .hinting(let hints) = mode {
      say("Type the letters of a link; Esc cancels.  \(hints.typed)", .message, in: room, on: &frame)
    } else if let message {
      say(message.text, message.isFailure ? .failure : .message, in: room, on: &frame)
    } else if let progress {
      drawProgress(progress, in: room, on: &frame)
    } else {
      drawHints(in: room, on: &frame)
    }
  }

  /// Where there is no bottom line, the last one serves while something has to be said.
  private var lineWhenNeeded: Rect? {
    switch mode {
    case .finding, .dating, .searching, .naming: break
    default: if message == nil { return nil }
    }
    return size.rows > 1 ? Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1) : nil
  }

  private func say(_ text: String, _ role: Role, in bar: Rect, on frame: inout Frame) {
    let fitted = Lines.fitted(text, columns: max(0, bar.columns - 1))
    frame.write(fitted, column: bar.column + 1, row: bar.row, style: palette[role], clip: bar)
  }

  /// A prompt whose end is always in sight, with the cursor after it.
  func drawPrompt(_ sign: String, _ field: Field, in bar: Rect, on frame: inout Frame) {
    var text = Substring(field.text)
    let room = max(0, bar.columns - 3 - CellText.width(of: sign))
    while CellText.width(of: text) > room, !text.isEmpty { text = text.dropFirst() }
    let start = frame.write(sign, column: bar.column + 1, row: bar.row, style: palette[.prompt], clip: bar)
    let end = frame.write(text, column: start, row: bar.row, style: palette[.text], clip: bar)
    frame.cursor = Frame.Position(column: end, row: bar.row)
  }

  private func drawDatePrompt(_ field: Field, in bar: Rect, on frame: inout Frame) {
    drawPrompt("Go to date: ", field, in: bar, on: &frame)
    guard let cursor = frame.cursor else { return }
    let reading = Lines.fitted(reading(of: field), columns: max(0, bar.maxColumn - cursor.column - 3))
    frame.write(reading, column: cursor.column + 2, row: bar.row, style: palette[.bar], clip: bar)
  }

  private func drawProgress(_ progress: IndexProgress, in bar: Rect, on frame: inout Frame) {
    let columns = max(0, bar.columns - 1)
    let sentence = Lines.fitted(pace.sentence(progress, columns: columns), columns: columns)
    let end = frame.write(
      sentence, column: bar.column + 1, row: bar.row, style: palette[.progress], clip: bar)
    if let help = Commands.hints(for: focus).first(where: { $0.words == "help" }), end + 40 < bar.maxColumn {
      let column = bar.maxColumn - help.width
      let after = frame.write(help.keys, column: column, row: bar.row, style: palette[.barKey], clip: bar)
      frame.write(" \(help.words)", column: after, row: bar.row, style: palette[.bar], clip: bar)
    }
    let cells = min(20, bar.maxColumn - end - 12)
    guard cells >= 8, let share = ReadingPace.share(of: progress) else { return }
    let full = Int(Double(cells) * share)
    let after = frame.write(
      String(repeating: "━", count: full), column: end + 2, row: bar.row, style: palette[.progress], clip: bar
    )
    frame.write(
      String(repeating: "─", count: cells - full), column: after, row: bar.row, style: palette[.separator],
      clip: bar)
  }

  /// The keys of the focused pane, as many as fit; the way to the others always.
  private func drawHints(in bar: Rect, on frame: inout Frame) {
    var hints = Commands.hints(for: focus)
    if focus == .article, article?.isAtEnd == true, let page = hints.firstIndex(where: { $0.words == "page" })
    {
      hints[page].words = "next unread"
      hints.removeAll { $0.keys == "." }
      // The way on, where no teaser is in sight.
      if plan.teasers == nil, article?.opened.related.isEmpty == false {
        for words in ["read more", "next unread"] {
          guard let place = hints.firstIndex(where: { $0.words == words }) else { continue }
          hints.insert(hints.remove(at: place), at: 0)
        }
      }
    }
    if focus == .list, list.query.isNarrowed {
      hints.insert(
        Commands.Hint(keys: "Esc", words: list.query.search == nil ? "show all" : "back"),
        at: min(2, hints.count))
    }
    let help = hints.firstIndex { $0.words == "help" }.map { hints.remove(at: $0) }
    let needed = help.map { $0.width } ?? 0
    var room = bar.columns - 1 - needed
    var shown: [Commands.Hint] = []
    for hint in hints {
      guard hint.width + 2 <= room else { break }
      room -= hint.width + 2
      shown.append(hint)
    }
    if let help { shown.append(help) }
    var column = bar.column + 1
    for hint in shown {
      column = frame.write(hint.keys, column: column, row: bar.row, style: palette[.barKey], clip: bar)
      column = frame.write(" \(hint.words)  ", column: column, row: bar.row, style: palette[.bar], clip: bar)
    }
  }

  /// The match, the desk and how far into the story; in the list, which row of how many.
  private var whereabouts: String {
    // A message about them says more.
    let new = news > 0 && message == nil ? "\(Numbers.grouped(news)) new" : ""
    if focus == .list {
      guard let window = list.window, !window.rows.isEmpty, window.rowsBefore >= 0, window.total >= 0 else {
        return new
      }
      let gap = new.isEmpty ? "" : "  "
      let total = Numbers.grouped(window.total) + (window.findings.isMore ? "+" : "")
      return new + gap + "\(Numbers.grouped(window.rowsBefore + list.index + 1)) of \(total)"
    }
    guard let article else { return "" }
    if let find = article.find, !find.isOfSearch || !find.matches.isEmpty { return find.count }
    if focus == .teasers {
      return "\(teasers.index + 1) of \(Numbers.grouped(article.opened.related.count))"
    }
    let desk = article.opened.listing.section.map { Lines.fitted($0, columns: 24) } ?? ""
    return "\(new.isEmpty ? "" : new + "  ")\(desk)  \(article.percent)%"
  }
}

extension Commands {
  /// Keys and a word for the bottom line.
  struct Hint {
    /// "j/k".
    var keys: String
    /// "move".
    var words: String
    /// Cells of both with a space.
    var width: Int { keys.count + 1 + words.count }
  }

  /// The hints of a pane in the order of the rows; rows with the same word stand together.
  static func hints(for pane: Pane) -> [Hint] {
    var hints: [Hint] = []
    for command in all where command.panes.contains(pane) {
      guard let words = command.hints[pane], let key = command.keys.first else { continue }
      let keys = command.isFamily ? command.keyLabel : key.label
      if let same = hints.firstIndex(where: { $0.words == words }) {
        hints[same].keys += "/\(keys)"
      } else {
        hints.append(Hint(keys: keys, words: words))
      }
    }
    return hints
  }
}
