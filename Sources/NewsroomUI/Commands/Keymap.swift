internal import Screen

/// Which command a key runs in which pane or layer.
struct Keymap: Sendable {
  private var commands: [Pane: [Key: Command]] = [:]
  private var layers: [Layer.Kind: [Key: Command]] = [:]
  /// Keys claimed by more than one command in a place; the first command keeps them.
  private(set) var clashes: [String] = []

  /// The keymap of all commands.
  static let standard = Keymap(Commands.all + Commands.inLayers)

  /// A keymap of commands.
  init(_ rows: [Command]) {
    for row in rows {
      for key in row.keys {
        for pane in row.panes {
          clashes += Self.claim(key, for: row, pane.title, &commands[pane, default: [:]])
        }
        for layer in row.layers {
          clashes += Self.claim(key, for: row, layer.place, &layers[layer, default: [:]])
        }
      }
    }
  }

  /// Gives a key to a command; returns the clash if another has it.
  private static func claim(
    _ key: Key, for row: Command, _ place: String, _ rows: inout [Key: Command]
  ) -> [String] {
    if let other = rows[key] { return ["\(key.label) in the \(place): \(other.name) and \(row.name)"] }
    rows[key] = row
    return []
  }

  /// The command that `key` runs in a layer, if any.
  subscript(key: Key, in layer: Layer.Kind) -> Command? {
    layers[layer]?[key]
  }

  /// The command that `key` runs in `pane`, if any.
  subscript(key: Key, in pane: Pane) -> Command? {
    commands[pane]?[key]
  }
}
