/// Superscripts and subscripts as plain characters: 10⁶ rather than 106, H₂O rather than H2O.
///
/// A terminal has no small type, so whatever Unicode has a character for becomes that (Unicode 15,
/// "Superscripts and Subscripts"). Ordinals stay unchanged, and the rest is written as mathematicians type
/// it: `x^k`, `v_max`.
enum Scripts {
  /// Superscript or subscript.
  enum Place {
    case raised, lowered

    /// The place of an HTML element; nil for all but `sup` and `sub`.
    init?(element: String) {
      switch element {
      case "sup": self = .raised
      case "sub": self = .lowered
      default: return nil
      }
    }
  }

  /// The longest text, in bytes, that counts as a superscript or subscript; longer ones are only small print.
  private static let longest = 24

  /// A text in that place, after a character of the line.
  static func text(_ text: String, _ place: Place, after before: Character?) -> String {
    let trimmed = text.trimmedASCII
    guard !trimmed.isEmpty, trimmed.utf8.count <= longest else { return text }
    let table = place == .raised ? raised : lowered
    let signs = trimmed.map { table[$0] }
    if signs.allSatisfy({ $0 != nil }) { return String(signs.compactMap { $0 }) }
    if place == .raised {
      if marks.contains(trimmed) || isEnding(trimmed.lowercased(), of: before) { return text }
      if let sign = whole[trimmed.uppercased()] { return sign }
    }
    // After a space, or with several words, it is small print and does not belong to the word before it.
    guard let before, before.isLetter || before.isNumber || ")]".contains(before),
      !trimmed.contains(where: \.isWhitespace)
    else { return text }
    let isSimple = trimmed.allSatisfy { $0.isLetter || $0.isNumber }
    return (place == .raised ? "^" : "_") + (isSimple ? trimmed : "(\(trimmed))")
  }

  /// Whether letters end a number (4th, 1er, 2e) or an abbreviation (Mme, Dr, nº), and so are not an
  /// exponent.
  private static func isEnding(_ text: String, of before: Character?) -> Bool {
    guard let before else { return false }
    if before.isNumber { return ordinals.contains(text) }
    return before.isUppercase && abbreviations.contains(text)
      || "nN".contains(before) && ["o", "os"].contains(text)
  }

  private static let raised = pairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
  private static let lowered = pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

  private static func pairs(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  private static let ordinals: Set<String> = [
    "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "eme", "nde", "o", "a", "os", "as", "te", "ter",
    "mo", "ma",
  ]
  private static let abbreviations: Set<String> = [
    "me", "mes", "le", "lle", "lles", "r", "rs", "ra", "te", "gr", "c",
  ]
  /// Signs that are small already.
  private static let marks: Set<String> = ["®", "©", "™", "℠", "*", "†", "‡", "°", "º", "ª", "’", "'"]
  private static let whole = ["TM": "™", "SM": "℠", "(R)": "®", "(C)": "©"]
}
