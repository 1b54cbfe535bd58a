internal import Screen

/// A line of text being typed.
struct Field: Hashable, Sendable {
  /// The text.
  private(set) var text = ""

  /// The most characters it takes.
  static let longest = 200

  /// A line with this text.
  init(_ text: String = "") {
    insert(text)
  }

  /// Takes an editing key; false for any other.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): if !text.isEmpty { text.removeLast() }
    case .control("u"): text = ""
    case .control("w"):
      while text.last == " " { text.removeLast() }
      while let last = text.last, last != " " { text.removeLast() }
    default: return false
    }
    return true
  }

  /// Inserts typed or pasted text, made safe and cut to the limit.
  mutating func insert(_ more: String) {
    let clean = CellText.clean(String(String.UnicodeScalarView(more.unicodeScalars.prefix(Self.longest * 4))))
    text.append(contentsOf: clean.prefix(max(0, Self.longest - text.count)))
  }
}
