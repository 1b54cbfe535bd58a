internal import Messages
internal import Screen
internal import Stories

// Keys in the panes: numbers before keys, sequences, macros.
extension State {
  /// The largest number before a key.
  private static let mostCount = 99_999_999

  /// The first key of a command in the focused pane, for sentences.
  func key(_ command: String) -> String { keymap.label(of: command, in: focus) }

  /// Takes a key in the focused pane.
  mutating func command(_ key: Key) -> [Effect] {
    let typed = pending + [key]
    if typed.count == 1, let effects = takeCount(key) { return effects }
    switch keymap.find(typed, in: focus) {
    case .begins?:
      pending = typed
      return [.awaitKeys(typed)]
    case .runs(let commands)?:
      pending = []
      return run(commands, key)
    case nil where typed.count > 1:
      // The keys before it are dropped, and this one is taken by itself; Esc only drops them.
      dropPending()
      return key == .escape || key == .control("g") ? [] : command(key)
    case nil:
      dropPending()
      message = Message(text: Habits.answer(to: key, help: self.key("help"), keymap.isStandard))
      return []
    }
  }

  /// Forgets the keys and the number that wait for more.
  mutating func dropPending() { (pending, count, echo) = ([], nil, nil) }

  /// Shows the keys that may follow those that were pressed half a second ago.
  ///
  /// Letters of a line that is typed appear in it instead: nothing came after them.
  mutating func showFollowers(of keys: [Key]) -> [Effect] {
    guard keys == pending else { return [] }
    if let layer, Layer.Kind.typed.contains(layer.kind), case .character? = keys.first {
      return typePending()
    }
    let place = layer.map { Keymap.Place.layer($0.kind) } ?? .pane(focus)
    message = Message(text: "\(KeySequence(keys).label) and then: \(keymap.followers(of: keys, in: place))")
    return []
  }

  /// Runs the commands of a row; a macro stops where one opens a layer or does not work.
  private mutating func run(_ commands: [Command], _ key: Key) -> [Effect] {
    defer { count = nil }
    for command in commands { keyUses.note(command.name) }
    if commands.count == 1, let effects = useCount(commands[0], key) { return effects }
    var effects: [Effect] = []
    for (place, command) in commands.enumerated() {
      if place > 0 { count = nil }
      guard layer == nil || place == 0 else { break }
      guard command.panes.contains(focus) else {
        message = Message(text: "\(command.name) does not work here: \(command.placeNames(catalogue)) only.")
        break
      }
      effects += run(command, command.key(for: key))
    }
    return effects
  }

  // MARK: Layers

  /// Takes a key in the topmost layer.
  mutating func press(_ key: Key, in layer: Layer) -> [Effect] {
    let typed = pending + [key]
    switch keymap.find(typed, in: .layer(layer.kind)) {
    case .begins?:
      pending = typed
      return [.awaitKeys(typed)]
    case .runs(let commands)?:
      pending = []
      return run(commands, key, in: layer.kind)
    case nil where typed.count > 1:
      // Where letters are typed, those before it are letters after all.
      guard Layer.Kind.typed.contains(layer.kind) else {
        pending = []
        return press(key)
      }
      return typePending() + press(key)
    case nil: return type(key, in: layer)
    }
  }

  /// Takes the keys of a sequence that did not come about one by one, as if each had been meant by itself.
  private mutating func typePending() -> [Effect] {
    guard let first = pending.first, let layer else { return [] }
    let rest = pending.dropFirst()
    pending = []
    return type(first, in: layer) + rest.flatMap { press($0) }
  }

  /// Runs the commands of a row in a layer; a macro stops where one opens or closes a layer.
  private mutating func run(_ commands: [Command], _ key: Key, in kind: Layer.Kind) -> [Effect] {
    var effects: [Effect] = []
    for (place, command) in commands.enumerated() {
      guard place == 0 || layer?.kind == kind else { break }
      guard command.layers.contains(kind) else {
        message = Message(text: "\(command.name) does not work here: \(command.placeNames(catalogue)) only.")
        break
      }
      effects += run(command, key)
    }
    return effects
  }

  // MARK: Numbers

  /// Whether a digit begins a number here: where it has no other meaning, or digits count everywhere.
  private func counts(_ key: Key) -> Bool {
    guard let command = keymap[key, in: focus] else { return false }
    return command.name == Keymap.counting || keymap.counts && command.isFamily
  }

  /// Takes a digit of a number before a key, or what ends the number; nil for other keys.
  mutating func takeCount(_ key: Key) -> [Effect]? {
    defer { echo = nil }
    if let echo, key == echo { return [] }
    if case .character(let letter) = key, letter.isASCII, let digit = letter.wholeNumberValue,
      count != nil || digit > 0 && counts(key)
    {
      count = min((count ?? 0) * 10 + digit, Self.mostCount)
      return []
    }
    guard let count else { return nil }
    switch key {
    case .escape, .backspace:
      self.count = nil
      return []
    case .enter where focus != .list:
      self.count = nil
      return follow(number: count)
    default: return nil
    }
  }

  /// Goes to the row or line of a number, for a command that goes to an end or reads; nil for others.
  private mutating func useCount(_ command: Command, _ key: Key) -> [Effect]? {
    guard let count, ["first", "last", "read"].contains(command.name) else { return nil }
    if command.name == "first", keymap.find([key], in: focus).isRun { echo = key }
    switch focus {
    case .list: return goToRow(count)
    case .article:
      article?.scroll(to: count - 1)
      return []
    case .teasers: return move(by: count - 1 - teasers.index)
    }
  }

  /// How often to do what a key does.
  var times: Int { max(1, count ?? 1) }
}

extension Keymap.Finding? {
  /// Whether it runs something.
  fileprivate var isRun: Bool { if case .runs? = self { true } else { false } }
}

extension Command {
  /// The key that it is told: its own, where it was pressed, or else its usual one.
  func key(for pressed: Key) -> Key { keys.contains(pressed) ? pressed : keys.first ?? pressed }
}
