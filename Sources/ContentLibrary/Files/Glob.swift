/// A pattern for one part of a path: `*` for any characters, `?` for one, `[a-z]` for one of several.
///
/// Matching takes at most the pattern's length times the name's length in steps: only the last star is ever
/// extended, because everything before it already matches as early as possible.
struct Glob: Sendable {
  /// An element of a pattern.
  enum Atom: Sendable {
    case byte(UInt8)
    /// One character, which may take several bytes.
    case one
    /// Any number of characters.
    case many
    case of(Characters)
  }

  /// The characters in a bracket, or all others.
  struct Characters: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false

    func contains(_ character: UInt32) -> Bool {
      ranges.contains { $0.contains(character) } != isNegated
    }
  }

  let atoms: [Atom]

  /// Whether the whole name matches.
  ///
  /// - Parameter steps: incremented for every comparison.
  func matches(_ name: UnsafeBufferPointer<UInt8>, steps: inout Int) -> Bool {
    var (place, atom) = (0, 0)
    var last: (place: Int, atom: Int)?
    while place < name.count {
      steps += 1
      if atom < atoms.count {
        if case .many = atoms[atom] {
          atom += 1
          last = (place, atom)
          continue
        }
        let width = atoms[atom].width(name, place)
        if width > 0 {
          (place, atom) = (place + width, atom + 1)
          continue
        }
      }
      guard let star = last else { return false }
      last = (star.place + 1, star.atom)
      (place, atom) = (star.place + 1, star.atom)
    }
    while atom < atoms.count, case .many = atoms[atom] { atom += 1 }
    return atom == atoms.count
  }
}

extension Glob.Atom {
  /// How many bytes it matches from a place on; 0 for no match.
  fileprivate func width(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    switch self {
    case .byte(let byte): return name[place] == byte ? 1 : 0
    case .many: return 0
    case .one: return Self.character(name, place).width
    case .of(let characters):
      let (character, width) = Self.character(name, place)
      return width > 0 && characters.contains(character) ? width : 0
    }
  }

  /// The character that begins at a place, with width 0 inside a character.
  private static func character(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) -> (UInt32, width: Int) {
    let lead = name[place]
    let (bits, width): (UInt8, Int)
    switch lead {
    case ..<0x80: return (UInt32(lead), 1)
    case 0xC0..<0xE0: (bits, width) = (lead & 0x1F, 2)
    case 0xE0..<0xF0: (bits, width) = (lead & 0x0F, 3)
    case 0xF0..<0xF8: (bits, width) = (lead & 0x07, 4)
    default: return (0, 0)
    }
    var value = UInt32(bits)
    for next in place + 1..<place + width {
      guard next < name.count, name[next] & 0xC0 == 0x80 else { return (0, 0) }
      value = value << 6 | UInt32(name[next] & 0x3F)
    }
    return (value, width)
  }
}
