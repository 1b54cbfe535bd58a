internal import Screen
internal import Typesetting

/// The table of all keys, made from the commands.
enum HelpSheet {
  /// A heading, a key with its help, more of that help, or a blank line.
  enum Line: Hashable {
    case group(String)
    case row(keys: String, help: String)
    case rest(String)
    case blank
  }

  /// The width of the column of keys.
  static let keysWidth = 22

  /// Every command with its keys, by group; long help is wrapped.
  static func lines(columns: Int, isKiosk: Bool = false) -> [Line] {
    let keysWidth = min(keysWidth, columns / 2)
    var lines: [Line] = []
    for group in Commands.keyTable(isKiosk: isKiosk) {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.group(group.name))
      for row in group.rows {
        let help = row.help + (row.places.map { " (\($0))" } ?? "")
        let broken = Lines.wrapped(help, columns: max(1, columns - keysWidth), limit: 20)
        let keys = CellText.fitted(row.keys.joined(separator: ", "), columns: max(1, keysWidth - 1))
        lines.append(.row(keys: keys, help: broken.first ?? ""))
        lines += broken.dropFirst().map { .rest($0) }
      }
    }
    return lines
  }
}

extension HelpSheet.Line {
  /// The line as it is drawn in `columns` cells.
  func set(columns: Int) -> Page.Line {
    let keysWidth = min(HelpSheet.keysWidth, columns / 2)
    switch self {
    case .group(let name):
      let title = CellText.fitted(name.uppercased(), columns: columns)
      return Page.Line(runs: [Page.Run(title, role: .overlayTitle)])
    case .row(let keys, let help):
      let gap = String(repeating: " ", count: max(0, keysWidth - CellText.width(of: keys)))
      return Page.Line(
        runs: [Page.Run(keys, role: .barKey), Page.Run(gap, role: .text), Page.Run(help, role: .text)])
    case .rest(let help): return Page.Line(indent: keysWidth, runs: [Page.Run(help, role: .text)])
    case .blank: return Page.Line()
    }
  }
}
