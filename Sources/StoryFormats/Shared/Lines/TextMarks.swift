/// What the signs of a single line tell.
enum TextMarks {
  /// Whether a text begins with an ASCII letter; such lines, most of all lines, need no other check.
  private static func beginsWithLetter(_ text: String) -> Bool {
    text.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
  }

  /// Whether a text ends with an ASCII letter or digit.
  private static func endsWithLetterOrDigit(_ text: String) -> Bool {
    text.utf8.last.map { (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) } ?? false
  }

  /// The first sign of a text; nil if it has combining marks.
  private static func firstSign(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars.prefix(2)
    guard let first = scalars.first, scalars.dropFirst().first?.properties.isGraphemeExtend != true else {
      return nil
    }
    return first
  }

  private static func begins(_ text: String, withOneOf signs: String) -> Bool {
    firstSign(text).map { signs.unicodeScalars.contains($0) } ?? false
  }

  /// A bullet or number at the beginning of a line, and the text after it.
  static func bullet(_ text: String) -> (number: Int?, text: String)? {
    guard !beginsWithLetter(text) else { return nil }
    func behind(_ signs: Int) -> String? {
      let rest = text.unicodeScalars.dropFirst(signs)
      guard rest.first?.properties.isWhitespace == true else { return nil }
      return String(rest.drop { $0.properties.isWhitespace })
    }
    if begins(text, withOneOf: "*•◦▪‣·-–—+") { return behind(1).map { (nil, $0) } }
    let digits = text.utf8.prefix(4).prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (1...3).contains(digits.count), let number = Int(Substring(digits)),
      let sign = text.utf8.dropFirst(digits.count).first, sign == 0x2E || sign == 0x29
    else { return nil }
    return behind(digits.count + 1).map { (number, $0) }
  }

  /// Whether a bullet can't be a dash before speech.
  static func isPlainBullet(_ text: String) -> Bool {
    begins(text, withOneOf: "*•◦▪‣·+")
  }

  /// Whether a line asks a question after a speech dash: somebody else answers.
  static func opensDashQuestion(_ text: String) -> Bool {
    begins(text, withOneOf: "–—-") && text.utf8.last == 0x3F
  }

  /// Whether a line is only a bullet.
  static func isLoneBullet(_ text: String) -> Bool {
    text.utf8.count <= 3 && text.unicodeScalars.count == 1 && begins(text, withOneOf: "*•◦▪‣·-+")
  }

  /// Whether a line ends like a sentence.
  static func endsSentence(_ text: String) -> Bool {
    guard !endsWithLetterOrDigit(text) else { return false }
    var rest = text[...]
    while let last = rest.last, "\"”’»')]".contains(last) { rest = rest.dropLast() }
    return rest.last.map { ".!?…:;。！？：；".contains($0) } ?? false
  }

  /// Whether a line ends with a full stop, ignoring quotation marks.
  static func endsWithStop(_ text: String) -> Bool {
    guard !endsWithLetterOrDigit(text) else { return false }
    var rest = text[...]
    while let last = rest.last, "\"”’»')".contains(last) { rest = rest.dropLast() }
    return rest.hasSuffix("。") || (rest.hasSuffix(".") && !rest.hasSuffix(".."))
  }

  /// Opening quotation marks, with the marks that close them.
  static let quotes: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "“"], "”": ["”"], "„": ["“", "”"], "»": ["«", "»"], "«": ["»"], "‘": ["’"],
    "'": ["'"],
    "‚": ["‘", "’"],
  ]

  /// Whether a line opens with a quotation mark.
  static func opensQuotation(_ text: String) -> Bool {
    firstSign(text).map { quotes[Character($0)] != nil } ?? false
  }

  /// The fraction of a text between quotation marks, if it begins with one; 0 for others.
  static func quotedShare(_ text: String) -> Double {
    guard text.utf8.count <= 20_000, let first = text.first, quotes[first] != nil else { return 0 }
    var (inside, total) = (0, 0)
    var closing: Set<Character>?
    for character in text {
      total += 1
      if let marks = closing {
        if marks.contains(character) { closing = nil } else { inside += 1 }
      } else if let marks = quotes[character], total == 1 || (character != "'" && character != "‘") {
        closing = marks
      }
    }
    return total == 0 ? 0 : Double(inside) / Double(total)
  }

  /// Whether a line has only separator signs: `***`, `---`, `* * *`.
  static func isRule(_ text: String) -> Bool {
    guard text.utf8.count <= 400, begins(text, withOneOf: "*-–—_=~#·•") else { return false }
    let signs = text.filter { !$0.isWhitespace }
    guard signs.count >= 3, signs.count <= 100, let first = signs.first, "*-–—_=~#·•".contains(first) else {
      return false
    }
    return signs.allSatisfy { $0 == first }
  }

  /// Whether a line repeats one sign, like the underline of a heading.
  static func isUnderline(_ text: String) -> Bool {
    guard (3...120).contains(text.utf8.count), let first = text.utf8.first, "-=~_*#".utf8.contains(first)
    else {
      return false
    }
    return text.utf8.allSatisfy { $0 == first }
  }

  /// A text without quotation marks around the whole of it.
  static func unquoted(_ text: String) -> String {
    guard let first = text.first, let marks = quotes[first], let last = text.last, marks.contains(last),
      text.count > 2,
      !text.dropFirst().dropLast().contains(where: { marks.contains($0) })
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// Whether two texts are the same, ignoring case, spaces and quotation marks.
  static func saysTheSame(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count < other.utf8.count * 2 + 40, other.utf8.count < one.utf8.count * 2 + 40 else {
      return false
    }
    let (first, second) = (folded(one), folded(other))
    return !first.isEmpty && first == second
  }

  private static func folded(_ text: String) -> String {
    text.lettersOfASCII(andDigits: true, gap: nil)
      ?? text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The first half of a text that repeats itself: "A title A title".
  static func halved(_ text: String) -> String? {
    guard text.utf8.count <= 1_200 else { return nil }
    let characters = Array(text)
    guard characters.count >= 7, characters.count % 2 == 1 else { return nil }
    let middle = characters.count / 2
    guard characters[middle].isWhitespace, characters[..<middle] == characters[(middle + 1)...] else {
      return nil
    }
    return String(characters[..<middle])
  }
}
