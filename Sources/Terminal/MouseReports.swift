internal import Screen

/// Mouse reports in the form SGR, which has no limit on columns (xterm, "Extended coordinates", mode 1006).
enum MouseReports {
  /// Asks for presses, releases, wheel steps, and movements while a button is held (mode 1002).
  static let on = Array("\u{1B}[?1002h\u{1B}[?1006h".utf8)
  /// Takes the request back.
  static let off = Array("\u{1B}[?1006l\u{1B}[?1002l".utf8)

  /// What is added to the button's number while a key is held: Shift, Meta, Control.
  private static let modifiers = 4 | 8 | 16
  /// What is added to it for a movement.
  private static let motion = 32

  /// Reads what follows `ESC [`: `<button;column;row`, then M for a press or movement and m for a release.
  ///
  /// Other buttons mean nothing, and neither do presses with a key held: those are the terminal's. A drag that
  /// has begun goes on, whatever is held meanwhile.
  static func action(_ sequence: ArraySlice<UInt8>) -> MouseAction? {
    let isRelease = sequence.last == UInt8(ascii: "m")
    guard sequence.first == UInt8(ascii: "<"), isRelease || sequence.last == UInt8(ascii: "M") else {
      return nil
    }
    let numbers = sequence.dropFirst().dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2],
      (1...1_000).contains(column), (1...1_000).contains(row)
    else { return nil }
    let place = Frame.Position(column: column - 1, row: row - 1)
    if isRelease { return button & ~modifiers == 0 ? MouseAction(.release, at: place) : nil }
    switch button {
    case 0: return MouseAction(.click, at: place)
    case 64: return MouseAction(.wheelUp, at: place)
    case 65: return MouseAction(.wheelDown, at: place)
    default: return button & ~modifiers == motion ? MouseAction(.drag, at: place) : nil
    }
  }

  /// Inputs without the movements that a later one has overtaken: on a slow line they pile up, and only where
  /// the mouse is now matters.
  static func withoutOvertaken(_ inputs: [Input]) -> [Input] {
    inputs.indices.filter { !(inputs[$0].isDrag && inputs.indices.contains($0 + 1) && inputs[$0 + 1].isDrag) }
      .map { inputs[$0] }
  }
}

extension Input {
  fileprivate var isDrag: Bool { if case .mouse(let action) = self { action.kind == .drag } else { false } }
}

/// Tells the second click of a double click by its time and its cell.
struct ClickPairs {
  /// The longest time between the two, in milliseconds.
  private static let longest = 400
  private var last: (place: Frame.Position, moment: Int)?

  /// The action at a moment, in milliseconds: the second of two clicks becomes a double click.
  ///
  /// A drag between them makes them two.
  mutating func understand(_ action: MouseAction, at now: Int) -> MouseAction {
    if action.kind == .drag { last = nil }
    guard action.kind == .click else { return action }
    if let last, last.place == action.place, now - last.moment <= Self.longest {
      self.last = nil
      return MouseAction(.doubleClick, at: action.place)
    }
    last = (action.place, now)
    return action
  }
}
