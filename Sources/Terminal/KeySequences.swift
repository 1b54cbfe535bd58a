internal import Screen

/// The key sequences that terminals agree on: xterm's ctlseqs, the VT220 manual, and console_codes(4).
enum KeySequences {
  /// The key of a sequence after `ESC [`; modifiers (`1;5A`) are ignored.
  static func control(_ sequence: some BidirectionalCollection<UInt8>) -> Key? {
    guard let final = sequence.last else { return nil }
    let parameters = sequence.dropLast()
    guard parameters.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3B }) else { return nil }
    let first = parameters.prefix { $0 != 0x3B }
    guard first.count <= 3 else { return nil }
    let number = first.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if final == UInt8(ascii: "~") { return numbered[number] }
    guard number <= 1 else { return nil }
    return lettered[final]
  }

  /// The key of a byte after `ESC O`: application mode, and the keypad.
  static func single(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "p")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(byte - 0x40)))
    case UInt8(ascii: "j")...UInt8(ascii: "o"): .character(Character(Unicode.Scalar(byte - 0x40)))
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    default: lettered[byte]
    }
  }

  /// The function key of a byte after `ESC [ [`, as the Linux console sends it.
  static func linux(_ byte: UInt8) -> Key? {
    (0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : nil
  }

  private static let lettered: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right, UInt8(ascii: "d"): .left,
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}
