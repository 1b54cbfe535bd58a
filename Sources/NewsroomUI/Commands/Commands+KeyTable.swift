extension Commands {
  /// Keys that belong together.
  public struct KeyGroup: Sendable {
    /// What they are for: "Moving".
    public var name: String
    /// A row for each command.
    public var rows: [KeyRow]
  }

  /// The keys of a command.
  public struct KeyRow: Sendable {
    /// The keys, the usual one first.
    public var keys: [String]
    /// What they do.
    public var help: String
    /// Where they work: "list, article"; nil where that is everywhere.
    public var places: String?
  }

  /// Every command with its keys, in groups: what the help screen and the manual show.
  ///
  /// - Parameter isKiosk: whether to leave out what is closed to strangers.
  public static func keyTable(isKiosk: Bool = false) -> [KeyGroup] {
    Command.Group.allCases.map { group in
      let rows = (all + inLayers).filter {
        $0.group == group && (!isKiosk || Kiosk.opens(.command, $0.name))
      }.map { command in
        KeyRow(
          keys: command.isFamily ? [command.keyLabel] : command.keys.map(\.label), help: command.help,
          places: command.isEverywhere ? nil : command.places)
      }
      return KeyGroup(name: group.rawValue, rows: rows)
    }
  }
}
