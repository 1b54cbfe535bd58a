internal import Screen

/// Mouse reports in the form SGR, which has no limit on columns (xterm, "Extended coordinates", mode 1006).
enum MouseReports {
  /// Asks for presses and wheel steps.
  static let on = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
  /// Takes the request back.
  static let off = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

  /// Reads what follows `ESC [`: `<button;column;row` and M for a press.
  ///
  /// Releases, movements, other buttons and keys held meanwhile mean nothing.
  static func action(_ sequence: ArraySlice<UInt8>) -> MouseAction? {
    guard sequence.first == UInt8(ascii: "<"), sequence.last == UInt8(ascii: "M") else { return nil }
    let numbers = sequence.dropFirst().dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2],
      (1...1_000).contains(column), (1...1_000).contains(row)
    else { return nil }
    let place = Frame.Position(column: column - 1, row: row - 1)
    switch button {
    case 0: return MouseAction(.click, at: place)
    case 64: return MouseAction(.wheelUp, at: place)
    case 65: return MouseAction(.wheelDown, at: place)
    default: return nil
    }
  }
}

/// Tells the second click of a double click by its time and its cell.
struct ClickPairs {
  /// The longest time between the two, in milliseconds.
  private static let longest = 400
  private var last: (place: Frame.Position, moment: Int)?

  /// The action at a moment, in milliseconds: the second of two clicks becomes a double click.
  mutating func understand(_ action: MouseAction, at now: Int) -> MouseAction {
    guard action.kind == .click else { return action }
    if let last, last.place == action.place, now - last.moment <= Self.longest {
      self.last = nil
      return MouseAction(.doubleClick, at: action.place)
    }
    last = (action.place, now)
    return action
  }
}
