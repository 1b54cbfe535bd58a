/// `FoldingTable` unpacked, so that looking up a letter takes one step.
///
/// Made at the first letter beyond ASCII, which takes a millisecond.
final class FoldingClasses: Sendable {
  /// What folding does with a letter.
  enum Class {
    /// It separates words.
    case parting
    /// It disappears, like marks and soft hyphens.
    case dropped
    /// It disappears between letters, and separates words elsewhere.
    case apostrophe
    /// It becomes this letter.
    case letter(UInt32)
    /// It becomes this letter, which is a token by itself.
    case alone(UInt32)
    /// It becomes several letters: a range of `expansions`.
    case several(Range<Int>)
  }

  static let shared = FoldingClasses()

  /// Two low bits: 0 parting, 1 dropped, 2 letter, 3 alone; above them the target, or `severalBit` and an
  /// index.
  ///
  /// A letter that stays has the value of `itself` above its kind, so that blocks of such letters are
  /// alike, and kept once.
  private let blocks: [UInt32]
  /// The block of each 64 letters.
  private let blockNumbers: [UInt16]
  private let beyond: [UInt32: UInt32]
  private let ranges: [(first: UInt32, last: UInt32, kind: UInt32)]
  /// The letters of all expansions.
  let expansions: [UInt32]

  private static let severalBit: UInt32 = 1 << 30
  private static let itself: UInt32 = 1 << 31
  private static let blockSize = 64

  /// Letters that are not drawn (Unicode, Default_Ignorable_Code_Point): fillers of Hangul, inherent vowels
  /// of Khmer, variation selectors of Mongolian.
  private static let unseen = [
    0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0,
  ]

  private init() {
    var plane = [UInt32](repeating: 0, count: 0x10000)
    var beyond: [UInt32: UInt32] = [:]
    var ranges: [(first: UInt32, last: UInt32, kind: UInt32)] = []
    func set(_ letter: UInt32, _ value: UInt32) {
      if letter < 0x10000 { plane[Int(letter)] = value } else { beyond[letter] = value }
    }
    let tables: [(table: [UInt32], kind: UInt32)] = [
      (FoldingTable.dropped, 1), (FoldingTable.kept, 2), (FoldingTable.alone, 3),
    ]
    for (table, kind) in tables {
      for pair in stride(from: 0, to: table.count, by: 2) {
        let (first, last) = (table[pair], table[pair + 1])
        if first >= 0x10000 {
          ranges.append((first, last, kind))
        } else {
          for letter in first...last { plane[Int(letter)] = kind == 1 ? 1 : letter << 2 | kind }
        }
      }
    }
    ranges.sort { $0.first < $1.first }
    func kind(_ target: UInt32) -> UInt32 {
      if target < 0x80 { return 2 }
      if target < 0x10000 { return plane[Int(target)] & 3 }
      return ranges.first { $0.first <= target && target <= $0.last }?.kind ?? 2
    }
    let runs = FoldingTable.runs
    for run in stride(from: 0, to: runs.count, by: 5) {
      for index in 0..<runs[run + 1] {
        let target = runs[run + 3] + index * runs[run + 4]
        set(runs[run] + index * runs[run + 2], target << 2 | kind(target))
      }
    }
    let mapped = FoldingTable.mapped
    for pair in stride(from: 0, to: mapped.count, by: 2) {
      set(mapped[pair], mapped[pair + 1] << 2 | kind(mapped[pair + 1]))
    }
    let expanded = FoldingTable.expanded
    var at = 0
    while at + 1 < expanded.count {
      let count = Int(expanded[at + 1])
      set(expanded[at], Self.severalBit | UInt32(at + 2) << 4 | UInt32(count))
      at += 2 + count
    }
    // Invisible characters are not part of a word.
    for letter in Self.unseen { plane[letter] = 1 }
    self.ranges = ranges
    (blocks, blockNumbers) = Self.packed(plane)
    self.beyond = beyond
    expansions = expanded
  }

  /// The different blocks of a plane, and the number of the block of each 64 letters.
  private static func packed(_ plane: [UInt32]) -> (blocks: [UInt32], numbers: [UInt16]) {
    var (blocks, numbers): ([UInt32], [UInt16]) = ([], [])
    var known: [[UInt32]: UInt16] = [:]
    for start in stride(from: 0, to: plane.count, by: blockSize) {
      let block = (start..<start + blockSize).map { letter in
        let value = plane[letter]
        return value & 2 != 0 && value >> 2 == UInt32(letter) ? itself | value & 3 : value
      }
      let number = known[block] ?? UInt16(known.count)
      if known.updateValue(number, forKey: block) == nil { blocks += block }
      numbers.append(number)
    }
    return (blocks, numbers)
  }

  /// The value of a letter of the first plane.
  private func value(of letter: UInt32) -> UInt32 {
    let (block, place) = Int(letter).quotientAndRemainder(dividingBy: Self.blockSize)
    let value = blocks[Int(blockNumbers[block]) * Self.blockSize + place]
    return value & Self.itself != 0 ? letter << 2 | value & 3 : value
  }

  /// What folding does with a letter beyond ASCII.
  subscript(letter: UInt32) -> Class {
    let value = letter < 0x10000 ? value(of: letter) : value(beyond: letter)
    if value & Self.severalBit != 0 {
      let start = Int(value & ~Self.severalBit) >> 4
      return .several(start..<start + Int(value & 15))
    }
    switch value & 3 {
    case 1: return .dropped
    case 2: return .letter(value >> 2)
    case 3: return .alone(value >> 2)
    default: return Self.isApostrophe(letter) ? .apostrophe : .parting
    }
  }

  private static func isApostrophe(_ letter: UInt32) -> Bool {
    switch letter {
    case 0xB4, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }

  private func value(beyond letter: UInt32) -> UInt32 {
    if let found = beyond[letter] { return found }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < letter { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].first <= letter else { return 0 }
    return ranges[low].kind == 1 ? 1 : letter << 2 | ranges[low].kind
  }
}
