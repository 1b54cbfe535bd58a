public import Screen

/// Which commands a key or a sequence of keys runs in which pane or layer.
///
/// The rows come in levels: those of the commands themselves, of a preset, the reader's own, and the reader's
/// own for one pane or layer. A row displaces those of lower levels that its keys would hide.
public struct Keymap: Sendable {
  /// Where a row comes from.
  enum Level: Int, Comparable, Sendable {
    case standard, preset, own, ownPane

    static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  /// Where a row holds.
  enum Place: Hashable, Sendable {
    case pane(Pane)
    case layer(Layer.Kind)

    /// Its name in help.
    var title: String {
      switch self {
      case .pane(let pane): pane.title
      case .layer(let kind): kind.place
      }
    }
  }

  /// A sequence in a pane or a layer.
  struct Row: Sendable {
    var sequence: KeySequence
    /// More than one for a macro.
    var commands: [Command]
    var level: Level
  }

  /// Why a row can't be bound.
  public enum Fault: Error, Hashable, Sendable {
    /// There is no command of this name.
    case unknown(String)
    /// The same keys have another row, for these commands.
    case taken(by: String)
    /// The keys begin, or go on from, those of another row.
    case tangled(with: KeySequence, for: String)
    /// The command does not work in this pane, but in those.
    case elsewhere(String, places: String)
    /// The command works in boxes only, in those tables.
    case inBoxes(String, tables: [String])
    /// The key is a letter that is typed in this box.
    case typed(Key)
    /// Nothing would close this box any more.
    case noWayOut(String)
    /// The command needs a digit.
    case needsDigit(String)
    /// The key means the same everywhere.
    case fixed(Key)
  }

  /// What a sequence leads to.
  enum Finding {
    /// It runs these commands.
    case runs([Command])
    /// It is the beginning of longer ones.
    case begins
  }

  /// The rows of each pane and layer, those of the highest level first.
  private(set) var rows: [Place: [Row]] = [:]
  /// Keys claimed by more than one command in a place; the first command keeps them.
  private(set) var clashes: [String] = []
  /// Whether digits begin a number in every pane, not only in the list.
  public var counts = false
  /// Whether every row is that of a command.
  private(set) var isStandard = true

  /// The keymap of all commands.
  public static let standard = Keymap(Commands.all + Commands.inLayers)

  /// The names of all commands that keys can be bound to.
  public static var commandNames: [String] { (Commands.all + Commands.inLayers).map(\.name) }

  /// The keys that mean the same whatever is on the screen.
  private static let fixed: Set<Key> = [.control("c"), .control("z")]

  /// A keymap of commands.
  init(_ commands: [Command]) {
    // Most keys begin one row alone; only the others have to be compared.
    var begun: [Place: Set<Key>] = [:]
    for command in commands {
      for place in command.places {
        for sequence in command.standardKeys {
          let isFirst = sequence.keys.first.map { begun[place, default: []].insert($0).inserted } ?? true
          if !isFirst, let other = rows[place]?.first(where: { $0.sequence.collides(with: sequence) }) {
            clashes.append(
              "\(sequence.label) in the \(place.title): \(other.commands[0].name) and \(command.name)")
          } else {
            rows[place, default: []].append(Row(sequence: sequence, commands: [command], level: .standard))
          }
        }
      }
    }
  }

  /// The keymap of a preset.
  public init(_ preset: KeyPreset) {
    self = .standard
    (counts, isStandard) = (preset.counts, preset.rows.isEmpty)
    for row in preset.rows {
      if let fault = bind(row, at: .preset) { clashes.append("\(row.sequence.label): \(fault)") }
    }
  }

  /// Binds a row of the reader's own.
  ///
  /// - Returns: why it can't be bound; nil if it is.
  public mutating func bind(_ row: KeyBinding) -> Fault? {
    let isOfOne = row.pane != nil || row.box.map { !$0.isGroup } == true
    let fault = bind(row, at: isOfOne ? .ownPane : .own)
    if fault == nil { isStandard = false }
    return fault
  }

  private mutating func bind(_ row: KeyBinding, at level: Level) -> Fault? {
    if let key = row.sequence.keys.first, Self.fixed.contains(key) { return .fixed(key) }
    var commands: [Command] = []
    for name in row.commands {
      guard let command = Commands.named(name) ?? Commands.inLayer(named: name) else { return .unknown(name) }
      if let fault = command.fault(in: row) { return fault }
      let isDigit = row.sequence.keys.count == 1 && command.keys.contains(row.sequence.keys[0])
      if command.isFamily, !isDigit { return .needsDigit(name) }
      commands.append(command)
    }
    let places = row.places(for: commands.first)
    if places.isEmpty, let key = row.sequence.keys.first { return .typed(key) }
    let before = rows
    for place in places {
      // A key that does nothing leaves room for a sequence that begins with it.
      let other = rows[place]?.first { other in
        other.level >= level
          && (other.sequence == row.sequence
            || !other.commands.isEmpty && !commands.isEmpty && other.sequence.collides(with: row.sequence))
      }
      guard let other else { continue }
      let names = other.commands.map(\.name).joined(separator: ", ")
      return other.sequence == row.sequence
        ? .taken(by: names.isEmpty ? KeyBinding.nothing : names) : .tangled(with: other.sequence, for: names)
    }
    for place in places {
      rows[place]?.removeAll { $0.level < level && $0.sequence.collides(with: row.sequence) }
      let index = rows[place]?.firstIndex { $0.level < level } ?? rows[place]?.count ?? 0
      rows[place, default: []].insert(
        Row(sequence: row.sequence, commands: commands, level: level), at: index)
      if case .layer(let kind) = place, keys(of: Self.closing, in: place).isEmpty {
        rows = before
        return .noWayOut(kind.place)
      }
    }
    return nil
  }

  /// The command that closes a layer, which has a key in each.
  private static let closing = "close"

  /// The command that `key` runs in a layer, if it runs one.
  subscript(key: Key, in layer: Layer.Kind) -> Command? {
    guard case .runs(let commands)? = find([key], in: .layer(layer)), commands.count == 1 else { return nil }
    return commands.first
  }

  /// The command that `key` runs in `pane`, if it runs one.
  subscript(key: Key, in pane: Pane) -> Command? {
    guard case .runs(let commands)? = find([key], in: pane), commands.count == 1 else { return nil }
    return commands.first
  }

  /// What keys that were pressed one after another lead to in a pane; nil for nothing.
  func find(_ keys: [Key], in pane: Pane) -> Finding? { find(keys, in: .pane(pane)) }

  /// What keys that were pressed one after another lead to in a pane or a layer; nil for nothing.
  func find(_ keys: [Key], in place: Place) -> Finding? {
    for row in rows[place] ?? [] where !row.commands.isEmpty && row.sequence.keys.starts(with: keys) {
      return row.sequence.keys.count > keys.count ? .begins : .runs(row.commands)
    }
    return nil
  }

  /// The keys of a command in a pane, the usual one first.
  ///
  /// A command that still has its usual key shows it before those of a preset.
  func keys(of name: String, in pane: Pane) -> [KeySequence] { keys(of: name, in: .pane(pane)) }

  /// The keys of a command in a pane or a layer, the usual one first.
  func keys(of name: String, in place: Place) -> [KeySequence] {
    let found = (rows[place] ?? []).filter { $0.commands.count == 1 && $0.commands[0].name == name }
    let usual = (Commands.named(name) ?? Commands.inLayer(named: name))?.standardKeys.first
    guard found.contains(where: { $0.level == .standard && $0.sequence == usual }) else {
      return found.map(\.sequence)
    }
    return
      (found.filter { $0.level >= .own } + found.filter { $0.level == .standard }
      + found.filter { $0.level == .preset }).map(\.sequence)
  }

  /// The keys of a command in any pane or layer, the usual one first.
  func keys(of command: Command) -> [KeySequence] {
    var all: [KeySequence] = []
    for place in command.places {
      for sequence in keys(of: command.name, in: place) where !all.contains(sequence) { all.append(sequence) }
    }
    return all
  }

  /// The keys that may follow those, each with what it leads to: "t row-top · b, - row-bottom".
  func followers(of keys: [Key], in place: Place) -> String {
    var parts: [(keys: [String], name: String)] = []
    for row in rows[place] ?? [] where row.sequence.keys.starts(with: keys) {
      guard row.sequence.keys.count > keys.count else { continue }
      let rest = row.sequence.keys.dropFirst(keys.count).map(\.label).joined(separator: " ")
      let name = row.commands.map(\.name).joined(separator: ", ")
      if let same = parts.firstIndex(where: { $0.name == name }) {
        parts[same].keys.append(rest)
      } else if !name.isEmpty {
        parts.append(([rest], name))
      }
    }
    return parts.map { "\($0.keys.joined(separator: ", ")) \($0.name)" }.joined(separator: " · ")
  }
}

extension Command {
  /// Where it works, in the order of panes and layers.
  var places: [Keymap.Place] {
    Pane.allCases.filter(panes.contains).map { .pane($0) }
      + Layer.Kind.allCases.filter(layers.contains).map { .layer($0) }
  }

  /// Why it can't be bound where a row holds; nil if it can.
  fileprivate func fault(in row: KeyBinding) -> Keymap.Fault? {
    if let box = row.box {
      guard layers.isEmpty else {
        guard layers.isDisjoint(with: box.kinds) else { return nil }
        return .inBoxes(name, tables: KeyBox.tables(for: layers).map(\.name))
      }
      return .elsewhere(name, places: placeNames)
    }
    guard layers.isEmpty else { return .inBoxes(name, tables: KeyBox.tables(for: layers).map(\.name)) }
    if let pane = row.pane, !panes.contains(pane) { return .elsewhere(name, places: placeNames) }
    return nil
  }
}

extension KeyBinding {
  /// Where it holds if its first command is this one; nil for none.
  ///
  /// A letter holds in none of the layers where it is typed.
  fileprivate func places(for command: Command?) -> [Keymap.Place] {
    guard let box else {
      return (pane.map { [$0] } ?? command.map { Array($0.panes) } ?? Pane.allCases).map { .pane($0) }
    }
    var kinds = command.map { box.kinds.intersection($0.layers) } ?? box.kinds
    if case .character? = sequence.keys.first, sequence.keys.count == 1, let command, !command.yieldsToTyping
    {
      kinds.subtract(Layer.Kind.typed)
    }
    return Layer.Kind.allCases.filter(kinds.contains).map { .layer($0) }
  }
}
