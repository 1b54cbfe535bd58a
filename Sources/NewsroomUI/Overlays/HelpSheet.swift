internal import Screen

/// The table of keys, made from the commands.
enum HelpSheet {
  /// One line: a group's name, a key with what it does, or a blank.
  enum Line: Hashable {
    case group(String)
    case row(keys: String, help: String)
    case rest(String)
    case blank
  }

  /// Cells for the keys before the words.
  static let keysWidth = 22

  /// Every command with its keys, by group; words that don't fit run on into lines of their own.
  static func lines(columns: Int) -> [Line] {
    let keysWidth = min(keysWidth, columns / 2)
    var lines: [Line] = []
    for group in Command.Group.allCases {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.group(group.rawValue))
      for command in Commands.all where command.group == group {
        var help = command.help
        if command.panes.count < Pane.allCases.count {
          help += " (\(Pane.allCases.filter(command.panes.contains).map(\.title).joined(separator: ", ")))"
        }
        let broken = Lines.wrapped(help, columns: max(1, columns - keysWidth), limit: 20)
        let keys = CellText.fitted(command.keyLabel, columns: max(1, keysWidth - 1))
        lines.append(.row(keys: keys, help: broken.first ?? ""))
        lines += broken.dropFirst().map { .rest($0) }
      }
    }
    return lines
  }
}

extension State {
  func drawHelp(top: Int, on frame: inout Frame) {
    let inside = OverlayBox.help(size)
    let lines = HelpSheet.lines(columns: inside.columns)
    let last = max(0, lines.count - inside.rows)
    let more = lines.count > inside.rows ? "j/k scroll · " : ""
    drawBox(inside, title: "Keys", foot: "\(more)Esc closes", on: &frame)
    let keysWidth = min(HelpSheet.keysWidth, inside.columns / 2)
    for (index, line) in lines.dropFirst(min(top, last)).prefix(inside.rows).enumerated() {
      let row = inside.row + index
      switch line {
      case .group(let name):
        frame.write(
          name.uppercased(), column: inside.column, row: row, style: palette[.overlayTitle], clip: inside)
      case .row(let keys, let help):
        frame.write(keys, column: inside.column, row: row, style: palette[.barKey], clip: inside)
        frame.write(help, column: inside.column + keysWidth, row: row, style: palette[.text], clip: inside)
      case .rest(let help):
        frame.write(help, column: inside.column + keysWidth, row: row, style: palette[.text], clip: inside)
      case .blank: break
      }
    }
    if inside.columns > 0, inside.rows > 0 {
      frame.cursor = Frame.Position(column: inside.column, row: inside.row)
    }
  }
}
