extension Key {
  /// The key's name for people: "j", "Space", "Enter", "C-r", "F5".
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? "?"
    }
  }

  /// The key with this name, as people or tmux write it; nil for anything else.
  public init?(name: String) {
    if let named = Self.names.first(where: { $0.name == name || $0.others.contains(name) }) {
      self = named.key
    } else if name == "Space" {
      self = .character(" ")
    } else if name.hasPrefix("C-"), name.count == 3, let letter = name.last, letter.isASCII, letter.isLetter {
      self = .control(Character(letter.lowercased()))
    } else if name.hasPrefix("F"), let number = Int(digits: name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static let names: [(key: Key, name: String, others: [String])] = [
    (.enter, "Enter", ["Return"]), (.escape, "Escape", ["Esc"]), (.tab, "Tab", []),
    (.backTab, "S-Tab", ["BTab"]),
    (.backspace, "Backspace", ["BSpace"]), (.delete, "Delete", ["DC"]), (.insert, "Insert", ["IC"]),
    (.up, "Up", []),
    (.down, "Down", []), (.left, "Left", []), (.right, "Right", []), (.pageUp, "PgUp", ["PPage", "PageUp"]),
    (.pageDown, "PgDn", ["NPage", "PageDown"]), (.home, "Home", []), (.end, "End", []),
  ]
}

extension Int {
  /// The number that plain decimal digits write; nil with a sign, a leading zero or anything else.
  init?(digits: some StringProtocol) {
    guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      digits.utf8.count == 1 || digits.utf8.first != UInt8(ascii: "0")
    else { return nil }
    self.init(digits)
  }
}
