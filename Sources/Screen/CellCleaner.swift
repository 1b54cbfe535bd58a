/// Cleans text scalar by scalar; see `CellText.clean`.
struct CellCleaner {
  /// What has been cleaned so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  private var bytes: [UInt8] = []
  /// Where in `bytes` the last character begins.
  private var lastStart = 0
  /// The character that marks may still join; nil at the start, after spaces and after replacements.
  private var base: Unicode.Scalar?
  private var marks = 0
  private var isInEmoji = false
  private var skipsNextEmoji = false
  private var lastWasReturn = false

  /// Makes room for `capacity` bytes.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  mutating func add(_ scalar: Unicode.Scalar) {
    let followsReturn = lastWasReturn
    lastWasReturn = scalar == "\r"
    switch scalar.value {
    case 0x20: put(scalar, takesMarks: false)
    case 0x21...0x7E: put(scalar)
    case 0x0A where followsReturn: break
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: put(" ", takesMarks: false)
    case 0...0x1F, 0x7F...0x9F: put(Self.replacement, takesMarks: false)
    case 0x200D: skipsNextEmoji = isInEmoji
    case 0x1F3FB...0x1F3FF where isInEmoji: break
    case 0x1F1E6...0x1F1FF: putRegionalLetter(scalar)
    case 0x20E3: break
    default: addOther(scalar)
    }
  }

  private mutating func addOther(_ scalar: Unicode.Scalar) {
    if WidthTable.everydayWidth(of: scalar.value) != nil { return put(scalar) }
    if Self.isInvisible(scalar.value) { return }
    if scalar.value < 0x300 { return put(scalar) }
    if WidthTable.contains(WidthTable.marks, scalar.value) { return mark(scalar) }
    if let syllable = hangul(with: scalar) { return recompose(syllable) }
    if WidthTable.contains(WidthTable.unknown, scalar.value) {
      return put(Self.replacement, takesMarks: false)
    }
    let isEmoji = scalar.properties.isEmoji
    if skipsNextEmoji, isEmoji {
      skipsNextEmoji = false
      return
    }
    put(scalar)
    isInEmoji = isEmoji
  }

  private mutating func put(_ scalar: Unicode.Scalar, takesMarks: Bool = true) {
    lastStart = bytes.count
    append(scalar)
    base = takesMarks ? scalar : nil
    marks = 0
    isInEmoji = false
    skipsNextEmoji = false
  }

  private mutating func putRegionalLetter(_ scalar: Unicode.Scalar) {
    guard let letter = Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) else { return }
    put(letter)
  }

  private mutating func mark(_ mark: Unicode.Scalar) {
    guard let base, marks < CellText.maximumMarks, !isInEmoji else { return }
    if marks == 0, let whole = CompositionTable.composed(base, mark) { return recompose(whole) }
    append(mark)
    marks += 1
  }

  private mutating func recompose(_ whole: Unicode.Scalar) {
    bytes.removeSubrange(lastStart...)
    append(whole)
    base = whole
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The Hangul syllable that the last character forms with this one (The Unicode Standard, section 3.12).
  private func hangul(with scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let base, marks == 0 else { return nil }
    if (0x1100...0x1112).contains(base.value), (0x1161...0x1175).contains(scalar.value) {
      return Unicode.Scalar(0xAC00 + ((base.value - 0x1100) * 21 + scalar.value - 0x1161) * 28)
    }
    if (0xAC00...0xD7A3).contains(base.value), (base.value - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(scalar.value)
    {
      return Unicode.Scalar(base.value + scalar.value - 0x11A7)
    }
    return nil
  }

  /// Invisible characters: soft hyphen, joiners, direction, variation, fillers, tags.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}

extension CompositionTable {
  /// The single character for a letter with a mark; nil if there is none.
  static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var low = 0
    var high = triples.count / 3
    while low < high {
      let middle = (low + high) / 2
      if (triples[3 * middle], triples[3 * middle + 1]) < (mark.value, base.value) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < triples.count / 3, triples[3 * low] == mark.value, triples[3 * low + 1] == base.value else {
      return nil
    }
    return Unicode.Scalar(triples[3 * low + 2])
  }
}
