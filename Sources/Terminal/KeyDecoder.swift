internal import CNcurses
internal import Screen

/// Makes keys of what curses read.
struct KeyDecoder {
  /// The codes under which the brackets of a paste arrive.
  static let pasteBegins = 2_001
  static let pasteEnds = 2_002
  /// The longest paste that is kept, in characters.
  static let maximumPaste = 10_000

  private var paste: String?

  /// Says to curses what brackets a paste (xterm's "bracketed paste").
  static func definePasteKeys() {
    define_key("\u{1B}[200~", Int32(pasteBegins))
    define_key("\u{1B}[201~", Int32(pasteEnds))
  }

  /// What a key code means; nil for those that mean nothing here, and within a paste.
  mutating func input(code: Int) -> Input? {
    switch code {
    case Self.pasteBegins:
      paste = ""
      return nil
    case Self.pasteEnds:
      defer { paste = nil }
      return paste.map(Input.pasted)
    default:
      guard paste == nil else { return nil }
      return Self.keys[code].map(Input.key) ?? Self.functionKey(code)
    }
  }

  /// What a character means; nil within a paste.
  mutating func input(character: Unicode.Scalar) -> Input? {
    if paste != nil {
      if paste?.count ?? 0 < Self.maximumPaste { paste?.unicodeScalars.append(character) }
      return nil
    }
    return Self.key(of: character).map(Input.key)
  }

  /// The key that sends a character.
  static func key(of character: Unicode.Scalar) -> Key? {
    switch character.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0x01...0x1A: Unicode.Scalar(character.value + 0x60).map { .control(Character($0)) }
    case 0x00...0x1F, 0x80...0x9F: nil
    default: .character(Character(character))
    }
  }

  private static func functionKey(_ code: Int) -> Input? {
    let number = code - 0o410
    return (1...24).contains(number) ? .key(.function(number)) : nil
  }

  /// The codes of <curses.h>.
  private static let keys: [Int: Key] = [
    0o402: .down, 0o403: .up, 0o404: .left, 0o405: .right, 0o406: .home, 0o407: .backspace, 0o512: .delete,
    0o513: .insert, 0o522: .pageDown, 0o523: .pageUp, 0o527: .enter, 0o541: .backTab, 0o550: .end,
  ]
}
