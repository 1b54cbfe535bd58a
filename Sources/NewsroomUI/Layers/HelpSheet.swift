internal import Messages
internal import Screen
internal import Typesetting

/// The table of all keys, made from the commands.
enum HelpSheet {
  /// A heading, keys with their help, more of that help, or a blank line.
  enum Line: Hashable {
    case group(String)
    case row(keys: String, help: String)
    case rest(String)
    case blank
  }

  /// The width of the column of keys.
  static let keysWidth = 22

  /// The rows of keys by group, as far as they have all of some words; long rows are wrapped.
  static func lines(
    columns: Int, of groups: [Commands.KeyGroup] = Commands.keyTable(), words: String = "",
    _ catalogue: Catalogue = .english
  ) -> [Line] {
    let keysWidth = min(keysWidth, columns / 2)
    let sought = words.lowercased().split(separator: " ").map(String.init)
    var lines: [Line] = []
    for group in groups {
      let rows = group.rows.filter { row in
        let text = ([group.name, row.name, row.help] + row.keys).joined(separator: " ").lowercased()
        return sought.allSatisfy { text.contains($0) }
      }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.group(group.name))
      for row in rows {
        let help = row.help + (row.places.map { " (\($0))" } ?? "")
        let broken = Lines.wrapped(help, columns: max(1, columns - keysWidth), limit: 20)
        let keys = Self.wrapped(row.keys, columns: max(1, keysWidth - 1))
        for index in 0..<max(broken.count, keys.count, 1) {
          let help = broken.indices.contains(index) ? broken[index] : ""
          lines.append(keys.indices.contains(index) ? .row(keys: keys[index], help: help) : .rest(help))
        }
      }
    }
    return lines.isEmpty ? [.rest(catalogue["No key matches."])] : lines
  }

  /// Keys in as many lines as they need; a line of keys that go on ends with a comma.
  private static func wrapped(_ keys: [String], columns: Int) -> [String] {
    var lines: [String] = []
    for (index, key) in keys.enumerated() {
      let word = CellText.fitted(key + (index == keys.count - 1 ? "" : ","), columns: columns)
      if let last = lines.last, CellText.width(of: last) + 1 + CellText.width(of: word) <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}

extension State {
  /// Shows every key, as the reader has them.
  mutating func openHelp() -> [Effect] {
    open(.sheet(Sheet(.help(Commands.keyTable(keymap, isKiosk: isKiosk, catalogue)))))
    return []
  }

  /// Begins to look for keys by the words of their help.
  mutating func startFindingKeys() -> [Effect] {
    open(.prompt(.keys(Field(sheet?.words ?? ""))))
    return []
  }

  /// Shows the keys whose rows have some words, in the box below the prompt.
  mutating func showKeys(with words: String) {
    guard let place = layers.lastIndex(where: { $0.kind == .help }), case .sheet(var sheet) = layers[place]
    else { return }
    sheet.words = words
    layers[place] = .sheet(sheet)
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
