public import Messages
internal import Screen

extension Commands {
  /// Keys that belong together.
  public struct KeyGroup: Hashable, Sendable {
    /// What they are for: "Moving".
    public var name: String
    /// A row for each command.
    public var rows: [KeyRow]
  }

  /// The keys of a command.
  public struct KeyRow: Hashable, Sendable {
    /// The name of the command; several for a macro.
    public var name: String
    /// The keys, the usual one first.
    public var keys: [String]
    /// What they do.
    public var help: String
    /// Where they work: "list, article"; nil where that is everywhere.
    public var places: String?
  }

  /// Every command with its keys, in groups: what the help screen and the manual show.
  ///
  /// - Parameters:
  ///   - keymap: the keys.
  ///   - isKiosk: whether to leave out what is closed to strangers.
  ///   - catalogue: the language.
  public static func keyTable(
    _ keymap: Keymap = .standard, isKiosk: Bool = false, _ catalogue: Catalogue = .english
  ) -> [KeyGroup] {
    let groups = Command.Group.allCases.map { group in
      let rows = (all + inLayers).filter {
        $0.group == group && (!isKiosk || Kiosk.opens(.command, $0.name))
          // Without a key, what works in a layer can't be done at all.
          && ($0.layers.isEmpty || !keymap.labels(of: $0).isEmpty)
      }.map { command in
        KeyRow(
          name: command.name, keys: keymap.labelsOrName(of: command), help: catalogue[command.help],
          places: command.isEverywhere ? nil : command.placeNames(catalogue))
      }
      return KeyGroup(name: catalogue[group.rawValue], rows: rows)
    }
    let macros = keymap.macros(catalogue)
    return macros.isEmpty ? groups : [KeyGroup(name: catalogue["Your own"], rows: macros)] + groups
  }
}

extension Keymap {
  /// The keys of a command for tables; digits are joined: "1–9".
  func labels(of command: Command) -> [String] {
    let all = keys(of: command)
    guard command.isFamily else { return all.map(\.label) }
    let others = all.filter { !command.keys.contains($0.keys[0]) }.map(\.label)
    guard !counts || command.name == Self.counting else { return ["1–9 Enter"] + others }
    return (all.count > others.count || counts ? ["1–9"] : []) + others
  }

  /// The same, or the name to type after ":" for a command without keys.
  func labelsOrName(of command: Command) -> [String] {
    let labels = labels(of: command)
    guard labels.isEmpty, command.layers.isEmpty,
      let colon = Commands.named("commands").map(labels(of:))?.first
    else {
      return labels
    }
    return ["\(colon)\(colon.count > 1 ? " " : "")\(command.name)"]
  }

  /// The command that a digit in the list runs.
  static let counting = "count"

  /// The first of a command's keys in a pane, for sentences; without one, how to run it by name.
  func label(of name: String, in pane: Pane) -> String {
    keys(of: name, in: pane).first?.label ?? keys(of: "commands", in: pane).first.map {
      "\($0.label) \(name)"
    }
      ?? name
  }

  /// Whether a key of this label reads on at the end of a story, instead of only scrolling.
  func goesOn(_ label: String) -> Bool { label == Key.character(" ").label }

  /// The keys that run several commands.
  fileprivate func macros(_ catalogue: Catalogue) -> [Commands.KeyRow] {
    var found: [Commands.KeyRow] = []
    for place in Pane.allCases.map({ Place.pane($0) }) + Layer.Kind.allCases.map({ Place.layer($0) }) {
      for row in rows[place] ?? [] where row.commands.count > 1 {
        let name = row.commands.map(\.name).joined(separator: ", ")
        if let same = found.firstIndex(where: { $0.keys == [row.sequence.label] && $0.name == name }) {
          found[same].places = [found[same].places, catalogue[place.title]].compactMap(\.self).joined(
            separator: ", ")
        } else {
          let help = row.commands.map { catalogue[$0.help] }.joined(separator: catalogue["; then: "])
          found.append(
            Commands.KeyRow(
              name: name, keys: [row.sequence.label], help: help, places: catalogue[place.title]))
        }
      }
    }
    let everywhere = Pane.allCases.map { catalogue[$0.title] }.joined(separator: ", ")
    for index in found.indices where found[index].places == everywhere { found[index].places = nil }
    return found
  }
}
