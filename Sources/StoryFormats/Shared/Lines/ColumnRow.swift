/// A line as a possible row of a table, by its wide gaps.
struct ColumnRow {
  enum Kind {
    case blank
    /// Cells with wide gaps between them.
    case row
    /// Between the drawn sides of a box.
    case box
    /// Only signs with which rules are drawn.
    case rule
    case other
  }

  /// The kind of line.
  private(set) var kind: Kind
  /// The columns of the gaps between cells; also the space before the first cell if it is wide.
  private(set) var gaps: [Range<Int>] = []
  /// Whether a gap is so wide, or so marked, that no sentence has it.
  private(set) var isWide = false
  /// The number of single spaces between words.
  private(set) var blanks = 0
  /// Whether only bars separate the row's cells.
  private(set) var hasBars = false

  /// The longest line that can be a row, in bytes.
  static let longest = 400
  /// The distance of tab stops, as in terminals.
  static let tabStop = 8

  init(_ line: TextLine) {
    guard !line.isBlank else {
      kind = .blank
      return
    }
    kind = .other
    guard line.raw.utf8.count <= Self.longest else { return }
    if Self.isBoxed(line.text) {
      kind = .box
      return
    }
    if Self.isRule(line.text) { kind = .rule }
    guard kind == .rule || Self.mayBeRow(line.text), TextCues.label(line.text) == nil else {
      if line.indent >= 4 { gaps = [0..<line.indent] }
      return
    }
    let cells = RowCells(Self.expandingTabs(line.raw))
    (gaps, isWide, blanks, hasBars) = (cells.gaps, cells.isWide, cells.blanks, cells.hasBars)
    if kind == .other, cells.innerGaps > 0 { kind = .row }
  }

  /// Quickly rules out most lines by their bytes: no double spaces, tabs, bars, boxes or dot leaders.
  private static func mayBeRow(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      func follow(_ index: Int, _ wanted: UInt8...) -> Bool {
        bytes.count - index > wanted.count
          && wanted.indices.allSatisfy { bytes[index + 1 + $0] == wanted[$0] }
      }
      var dots = 0
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x09, 0x7C: return true
        case 0x20, 0x5F: if index > 0, bytes[index - 1] == byte { return true }
        case 0x2E:
          dots += 1
          if dots == 3 { return true }
        case 0xC2: if follow(index, 0xA0, 0xC2, 0xA0) || follow(index, 0xB7, 0xC2, 0xB7) { return true }
        case 0xE2:
          if follow(index, 0x94) || follow(index, 0x95) || follow(index, 0x80, 0xA6, 0xE2, 0x80) {
            return true
          }
        case 0xE3: if follow(index, 0x80, 0x80) { return true }
        default: break
        }
        if byte != 0x20, byte != 0x2E { dots = 0 }
      }
      return false
    }
  }

  /// Whether a line has only rule signs, at least three: `-----+----`, `==== ====`.
  private static func isRule(_ text: String) -> Bool {
    var signs = 0
    for scalar in text.unicodeScalars {
      if scalar == " " { continue }
      guard "-=+|_~:".unicodeScalars.contains(scalar) || isBoxDrawing(scalar) else { return false }
      signs += 1
    }
    return signs >= 3
  }

  /// Whether a line is between sides: `| a | b |`, `+---+`, `│ a │`.
  private static func isBoxed(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.utf8.count >= 3
    else { return false }
    return isSide(first) && isSide(last)
  }

  private static func isSide(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "|" || scalar == "+" || isBoxDrawing(scalar)
  }

  /// Box drawing (U+2500 to U+257F).
  private static func isBoxDrawing(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x257F).contains(scalar.value)
  }

  /// Whether a gap of this row overlaps one of the other.
  func stands(over other: ColumnRow) -> Bool {
    var (mine, theirs) = (0, 0)
    while mine < gaps.count, theirs < other.gaps.count {
      let (one, two) = (gaps[mine], other.gaps[theirs])
      let common = min(one.upperBound, two.upperBound) - max(one.lowerBound, two.lowerBound)
      // The space before the first cell alone proves nothing, since indented lines have it too.
      if common >= min(2, one.count, two.count), one.lowerBound > 0 || two.lowerBound > 0 { return true }
      if one.upperBound < two.upperBound { mine += 1 } else { theirs += 1 }
    }
    return false
  }

  /// A line with tabs and other wide spaces replaced by single spaces.
  static func expandingTabs(_ line: Substring) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(line.utf8.count + tabStop)
    var column = 0
    func add(blanks: Int) {
      for _ in 0..<blanks { result.append(0x20) }
      column += blanks
    }
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\t": add(blanks: tabStop - column % tabStop)
      case "\u{A0}", "\u{2002}", "\u{2003}", "\u{2007}": add(blanks: 1)
      case "\u{3000}": add(blanks: 2)
      case "\u{FEFF}", "\u{200B}", "\u{B}", "\u{C}", "\r": break
      default:
        if scalar.isASCII {
          result.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        column += CellMeasure.width(of: scalar)
      }
    }
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
