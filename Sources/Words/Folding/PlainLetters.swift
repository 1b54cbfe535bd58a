/// Text folded for finding a name or a phrase on a page: letters without case and accents, and all signs.
///
/// The letters are those of `SearchText`, but spaces and signs count too, and nothing separates words.
public enum PlainLetters {
  /// Appends the folded form of one character: nothing for a mark, several letters for a ligature such as
  /// `æ`.
  ///
  /// A character that joins the one before it, such as a vowel of Hangul, changes the last of `letters`.
  public static func fold(_ scalar: Unicode.Scalar, into letters: inout [UInt32]) {
    let value = scalar.value
    if value < 0x80 {
      letters.append((0x41...0x5A).contains(value) ? value + 0x20 : value)
      return
    }
    if let last = letters.last, let whole = Composition.compose(last, value) {
      letters[letters.count - 1] = whole
      return
    }
    switch FoldingClasses.shared[value] {
    case .dropped: break
    case .apostrophe: letters.append(0x27)
    case .letter(let letter), .alone(let letter): letters.append(letter)
    case .several(let range): letters.append(contentsOf: FoldingClasses.shared.expansions[range])
    case .parting: letters.append(sign(value))
    }
  }

  /// The folded form of a text.
  public static func fold(_ text: String) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { fold(scalar, into: &letters) }
    return letters
  }

  /// The folded form of a text in UTF-8.
  public static func bytes(_ text: String) -> [UInt8] {
    fold(text).reduce(into: []) { bytes, letter in
      if letter < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: letter))
      } else if let scalar = Unicode.Scalar(letter) {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Spaces, quotation marks and hyphens as a keyboard types them.
  private static func sign(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x201C, 0x201D, 0x201E, 0x201F: 0x22
    case 0x2010, 0x2011: 0x2D
    default: value
    }
  }
}
