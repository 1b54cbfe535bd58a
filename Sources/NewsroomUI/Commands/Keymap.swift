internal import Screen

/// Which command a key runs in which pane.
struct Keymap: Sendable {
  private var commands: [Pane: [Key: Command]] = [:]
  /// Keys that more than one command claims in a pane; the first row keeps them.
  private(set) var clashes: [String] = []

  /// The keymap of all commands.
  static let standard = Keymap(Commands.all)

  /// Sorts rows by pane and key.
  init(_ rows: [Command]) {
    for row in rows {
      for pane in row.panes {
        for key in row.keys {
          if let other = commands[pane]?[key] {
            clashes.append("\(key.label) in the \(pane.title): \(other.name) and \(row.name)")
          } else {
            commands[pane, default: [:]][key] = row
          }
        }
      }
    }
  }

  /// The command that `key` runs in `pane`; nil where it runs none.
  subscript(key: Key, in pane: Pane) -> Command? {
    commands[pane]?[key]
  }
}
