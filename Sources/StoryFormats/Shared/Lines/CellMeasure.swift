/// How many columns characters take in a fixed-width font, to recognise text set in columns.
///
/// East Asian characters (Unicode Standard Annex #11, classes W and F) and most pictographs are wide.
enum CellMeasure {
  /// The columns of a character: 0, 1 or 2.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The columns of a text.
  static func width(of text: some StringProtocol) -> Int {
    let letters = text.utf8.count
    return text.utf8.allSatisfy({ $0 < 0x80 })
      ? letters : text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// Whether a character belongs to a script without spaces between words: Chinese or Japanese.
  static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF9F, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
