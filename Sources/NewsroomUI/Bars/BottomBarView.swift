internal import Messages
internal import Screen
internal import Stories

/// Draws the bottom line.
struct BottomBarView {
  /// What it shows.
  enum Content {
    /// A prompt, a comment on what is typed, the help above it, and its keys.
    case prompt(Prompt, says: String, help: SearchHelpView?, keys: [Commands.Hint])
    case message(String, isFailure: Bool)
    case progress(IndexProgress, ReadingPace, help: Commands.Hint?)
    case keys([Commands.Hint])
  }

  let content: Content
  /// Where the reader is, at the right.
  let whereabouts: String
  let catalogue: Catalogue
  let palette: Palette

  func draw(in bar: Rect, on frame: inout Frame) {
    let rightColumn = bar.maxColumn - CellText.width(of: whereabouts) - 1
    var room = bar
    if !whereabouts.isEmpty, rightColumn > bar.columns / 2 {
      frame.write(whereabouts, column: rightColumn, row: bar.row, style: palette[.bar], clip: bar)
      room.columns = max(0, rightColumn - bar.column - 2)
    }
    switch content {
    case .prompt(let prompt, let says, let help, let keys):
      PromptView(sign: catalogue(prompt.sign), field: prompt.field, palette: palette).draw(
        in: room, on: &frame)
      let cursor = frame.cursor?.column ?? room.maxColumn
      var end = cursor
      if !says.isEmpty {
        let fitted = Lines.fitted(says, columns: max(0, room.maxColumn - end - 3))
        end = frame.write(fitted, column: end + 2, row: room.row, style: palette[.bar], clip: room)
      }
      help?.draw(over: bar, on: &frame)
      drawKeys(keys, after: max(end + 2, cursor + 12), in: room, on: &frame)
    case .message(let text, let isFailure):
      let fitted = Lines.fitted(text, columns: max(0, room.columns - 1))
      let style = palette[isFailure ? .failure : .message]
      frame.write(fitted, column: room.column + 1, row: room.row, style: style, clip: room)
    case .progress(let progress, let pace, let help):
      draw(progress, pace, help: help, in: room, on: &frame)
    case .keys(let hints): draw(hints, in: room, on: &frame)
    }
  }

  /// Draws the keys of a prompt at its right, if there is room for them and for more typing.
  private func drawKeys(_ keys: [Commands.Hint], after start: Int, in bar: Rect, on frame: inout Frame) {
    let column = bar.maxColumn - keys.reduce(0) { $0 + $1.width + 2 }
    guard column >= start else { return }
    write(keys, column: column, in: bar, on: &frame)
  }

  private func draw(
    _ progress: IndexProgress, _ pace: ReadingPace, help: Commands.Hint?, in bar: Rect, on frame: inout Frame
  ) {
    let columns = max(0, bar.columns - 1)
    let sentence = Lines.fitted(pace.sentence(progress, columns: columns, catalogue), columns: columns)
    let end = frame.write(
      sentence, column: bar.column + 1, row: bar.row, style: palette[.progress], clip: bar)
    if let help, end + 40 < bar.maxColumn {
      let column = bar.maxColumn - help.width
      let after = frame.write(help.keys, column: column, row: bar.row, style: palette[.barKey], clip: bar)
      frame.write(" \(help.text)", column: after, row: bar.row, style: palette[.bar], clip: bar)
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

  /// Draws as many keys as fit, and always the one that shows the others.
  private func draw(_ all: [Commands.Hint], in bar: Rect, on frame: inout Frame) {
    var hints = all
    let last = hints.firstIndex { $0.words == "help" || $0.words == "closes" }.map { hints.remove(at: $0) }
    var room = bar.columns - 1 - (last?.width ?? 0)
    var shown: [Commands.Hint] = []
    for hint in hints {
      guard hint.width + 2 <= room else { break }
      room -= hint.width + 2
      shown.append(hint)
    }
    write(shown + [last].compactMap(\.self), column: bar.column + 1, in: bar, on: &frame)
  }

  private func write(_ hints: [Commands.Hint], column: Int, in bar: Rect, on frame: inout Frame) {
    var column = column
    for hint in hints {
      column = frame.write(hint.keys, column: column, row: bar.row, style: palette[.barKey], clip: bar)
      column = frame.write(" \(hint.text)  ", column: column, row: bar.row, style: palette[.bar], clip: bar)
    }
  }
}

/// Draws a prompt; the end of the text is always visible, with the cursor after it.
struct PromptView {
  /// The sign before the text.
  let sign: String
  let field: Field
  let palette: Palette

  func draw(in bar: Rect, on frame: inout Frame) {
    var text = Substring(field.text)
    let room = max(0, bar.columns - 3 - CellText.width(of: sign))
    while CellText.width(of: text) > room, !text.isEmpty { text = text.dropFirst() }
    let start = frame.write(sign, column: bar.column + 1, row: bar.row, style: palette[.prompt], clip: bar)
    let end = frame.write(text, column: start, row: bar.row, style: palette[.text], clip: bar)
    frame.cursor = Frame.Position(column: end, row: bar.row)
  }
}
