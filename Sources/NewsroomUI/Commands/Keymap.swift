internal import Screen

/// Which row a key runs in which pane or layer.
struct Keymap: Sendable {
  private var commands: [Pane: [Key: Command]] = [:]
  private var layers: [Layer.Kind: [Key: Command]] = [:]
  /// Keys that more than one row claims in a place; the first row keeps them.
  private(set) var clashes: [String] = []

  /// The keymap of all rows.
  static let standard = Keymap(Commands.all + Commands.inLayers)

  /// Sorts rows by place and key.
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

  /// Gives a key to a row; what is wrong where another has it.
  private static func claim(
    _ key: Key, for row: Command, _ place: String, _ rows: inout [Key: Command]
  ) -> [String] {
    if let other = rows[key] { return ["\(key.label) in the \(place): \(other.name) and \(row.name)"] }
    rows[key] = row
    return []
  }

  /// The row that `key` runs in a layer; nil where it runs none.
  subscript(key: Key, in layer: Layer.Kind) -> Command? {
    layers[layer]?[key]
  }

  /// The command that `key` runs in `pane`; nil where it runs none.
  subscript(key: Key, in pane: Pane) -> Command? {
    commands[pane]?[key]
  }
}
