internal import Screen

/// A line being typed.
struct Field: Hashable, Sendable {
  /// What stands in it.
  private(set) var text = ""

  /// More than this is not taken.
  static let longest = 200

  /// Holds text already.
  init(_ text: String = "") {
    insert(text)
  }

  /// Takes a key that edits; false for any other.
  mutating func take(_ key: Key) -> Bool {
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

  /// Takes typed or pasted text, made safe and cut to what a line holds.
  mutating func insert(_ more: String) {
    let clean = CellText.clean(String(String.UnicodeScalarView(more.unicodeScalars.prefix(Self.longest * 4))))
    text.append(contentsOf: clean.prefix(max(0, Self.longest - text.count)))
  }
}
