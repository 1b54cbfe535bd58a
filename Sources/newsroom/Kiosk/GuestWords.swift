/// Splits a guest's command into words: blanks part them, quotation marks and backslashes keep blanks.
///
/// That is all: there is no shell, no variable, no pattern, no redirection and no second command.
enum GuestWords {
  /// The words; nil if a quotation mark is left open, or if there are control characters.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var mark: Character?
    var rest = text[...]
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
    while let letter = rest.popFirst() {
      switch (letter, mark) {
      case ("\\", let mark) where mark != "'":
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case (let letter, let open?) where letter == open: mark = nil
      case ("'", nil), ("\"", nil):
        mark = letter
        word = word ?? ""
      case (" ", nil):
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(letter)
      }
    }
    guard mark == nil else { return nil }
    return words + (word.map { [$0] } ?? [])
  }
}
