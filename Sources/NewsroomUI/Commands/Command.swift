internal import Messages
public import Screen

/// One thing a reader can do: its name, its keys, where they work, its help, and what it does.
///
/// The help screen, the hints in the bottom line, the list of commands and the manual's table of keys are all
/// made from these.
public struct Command: Sendable {
  /// The headings that commands are sorted under.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case moving = "Moving"
    case reading = "Reading"
    case following = "Following"
    case finding = "Finding"
    case marks = "Marks"
    case list = "The list"
    case look = "Panes and lines"
    case outside = "Out of the reader"
    case typing = "Typing a line"
    case choosing = "Choosing from a list"
    case text = "Reading a box"
    case layers = "In all of the above"
    case program = "The program"
  }

  /// The name, such as `follow-hint`.
  public let name: String
  /// What it does, in one line.
  public let help: String
  /// The heading it is sorted under.
  public let group: Group
  /// The keys, the usual one first.
  public let keys: [Key]
  /// The sequences of keys, such as `z t`.
  public let sequences: [KeySequence]
  /// The panes it works in.
  public let panes: Set<Pane>
  /// The layers it works in; a command works in panes or in layers, never both.
  let layers: Set<Layer.Kind>
  /// The word for it in the bottom line, by pane; panes without one don't show it.
  let hints: [Pane: String]
  /// The same by layer: "closes" for "Esc closes".
  let layerHints: [Layer.Kind: String]
  /// Does it; the key distinguishes commands that share a row (the digits).
  let run: @Sendable (inout State, Key) -> [Effect]

  init(
    _ name: String, _ help: String, _ group: Group, keys: [Key] = [], sequences: [KeySequence] = [],
    panes: Set<Pane> = Set(Pane.allCases), hints: [Pane: String] = [:],
    run: @escaping @Sendable (inout State, Key) -> [Effect]
  ) {
    self.name = name
    self.help = help
    self.group = group
    (self.keys, self.sequences) = (keys, sequences)
    self.panes = panes
    self.hints = hints
    (layers, layerHints) = ([], [:])
    self.run = run
  }

  /// A command of layers.
  init(
    _ name: String, _ help: String, _ group: Group, keys: [Key], in layers: Set<Layer.Kind>,
    hints: [Layer.Kind: String] = [:], run: @escaping @Sendable (inout State, Key) -> [Effect]
  ) {
    (self.name, self.help, self.group, self.keys) = (name, help, group, keys)
    (panes, self.hints, sequences) = ([], [:], [])
    (self.layers, layerHints) = (layers, hints)
    self.run = run
  }

  /// Whether it works in every pane, or in every layer.
  var isEverywhere: Bool {
    layers.isEmpty
      ? panes.count == Pane.allCases.count
      : Layer.Kind.groups.contains { $0.kinds == layers } || layers.isSuperset(of: Layer.Kind.moved)
  }

  /// Where it works: "list, article".
  var placeNames: String {
    guard !layers.isEmpty else {
      return Pane.allCases.filter(panes.contains).map(\.title).joined(separator: ", ")
    }
    let whole = Layer.Kind.groups.filter { layers.isSuperset(of: $0.kinds) }
    let rest = whole.reduce(layers) { $0.subtracting($1.kinds) }
    let names = whole.map(\.name) + Layer.Kind.allCases.filter(rest.contains).map(\.place)
    return names.joined(separator: ", ")
  }

  /// The same in a language.
  func placeNames(_ catalogue: Catalogue) -> String {
    placeNames.split(separator: ", ").map { catalogue[String($0)] }.joined(separator: ", ")
  }

  /// Whether it needs to know its key, so that it can't be run by name.
  var isFamily: Bool { keys.contains(.character("1")) }

  /// The keys that do it if nobody says otherwise.
  var standardKeys: [KeySequence] { keys.map { KeySequence([$0]) } + sequences }
}

extension Key {
  /// The key as written on a keyboard.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let letter): "Alt-\(letter)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .function(let number): "F\(number)"
    }
  }
}
