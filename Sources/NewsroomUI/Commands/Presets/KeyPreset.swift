/// The keys of another program, as rows that take the place of the usual ones.
///
/// Each is a file in this folder, and a line in `all`.
public struct KeyPreset: Sendable {
  /// What newsroom.toml calls it.
  public let name: String
  /// Whether digits begin a number in every pane.
  let counts: Bool
  /// What is different, in a sentence or two.
  public let summary: String
  /// Its rows; other commands keep their usual keys, unless a row takes them.
  public let rows: [KeyBinding]

  /// The usual keys.
  public static let standard = KeyPreset(
    name: "default", counts: false,
    summary: "The usual keys: letters of vim, less and newsboat where they agree.", rows: [])

  /// Every preset.
  public static let all = [standard, vim, less, newsboat, emacs, aerc]

  /// A row of a preset.
  static func row(_ keys: String, _ command: String, in pane: Pane? = nil) -> KeyBinding {
    KeyBinding(
      KeySequence(stringLiteral: keys), command == KeyBinding.nothing ? [] : [command], in: pane)
  }

  /// A row for boxes.
  static func row(_ keys: String, _ command: String, in box: KeyBox) -> KeyBinding {
    KeyBinding(KeySequence(stringLiteral: keys), [command], in: box)
  }

  /// A row that runs several commands.
  static func row(_ keys: String, _ commands: [String], in pane: Pane? = nil) -> KeyBinding {
    KeyBinding(KeySequence(stringLiteral: keys), commands, in: pane)
  }
}
