extension Key {
  /// The key's name for people: "j", "Space", "Enter", "C-r", "F5".
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
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
    } else if let key = Self.modified(name) {
      self = key
    } else if name.hasPrefix("F"), let number = Int(digits: name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// A key with Control or Alt: "C-r", "Ctrl-R", "M-x", "Alt-x".
  private static func modified(_ name: String) -> Key? {
    guard let dash = name.dropLast().lastIndex(of: "-"), let letter = name.last,
      name.index(dash, offsetBy: 2) == name.endIndex
    else { return nil }
    switch name[..<dash] {
    case "C", "Ctrl":
      guard letter.isASCII, letter.isLetter || "@\\]^_".contains(letter) else { return nil }
      return .control(Character(letter.lowercased()))
    case "M", "Alt": return letter == " " ? nil : .alt(letter)
    default: return nil
    }
  }

  /// The names of the keys that are more than a character.
  public static let namedKeys = ["Space"] + names.map(\.name) + (1...12).map { "F\($0)" }

  private static let names: [(key: Key, name: String, others: [String])] = [
    (.enter, "Enter", ["Return"]), (.escape, "Escape", ["Esc"]), (.tab, "Tab", []),
    (.backTab, "S-Tab", ["BTab", "Shift-Tab"]),
    (.backspace, "Backspace", ["BSpace"]), (.delete, "Delete", ["DC", "Del"]), (.insert, "Insert", ["IC"]),
    (.up, "Up", ["↑"]),
    (.down, "Down", ["↓"]), (.left, "Left", ["←"]), (.right, "Right", ["→"]),
    (.pageUp, "PgUp", ["PPage", "PageUp"]),
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
