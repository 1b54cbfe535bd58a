internal import Messages
internal import Screen

/// Answers to keys that other programs have and this one hasn't: what to press instead.
enum Habits {
  /// The answer to a key without a command.
  ///
  /// - Parameters:
  ///   - help: the key that shows the others.
  ///   - isStandard: whether the keys are the usual ones, which the answers name.
  static func answer(to key: Key, help: String = "?", _ isStandard: Bool = true) -> Phrase {
    if isStandard, case .character(let letter) = key, let words = table[letter] { return words }
    if case .character(let letter) = key {
      return "“\(String(letter))” does nothing here; \(help) shows every key."
    }
    return "\(key.label) does nothing here; \(help) shows every key."
  }

  private static let marking: Phrase =
    "A marks all in the list, all above or all below; U lists only unread stories."
  private static let editing: Phrase =
    "E opens the story's file in your editor; v lists a story's versions."
  private static let places: Phrase =
    "Your place is saved automatically: Backspace goes back to where you were, L forward."
  static let programs: Phrase =
    "| gives the story to a program named in newsroom.toml; there is no shell here."
  private static let sides: Phrase =
    "Lines always fit the pane; g goes to the beginning, G to the end."

  private static let table: [Character: Phrase] = [
    "C": marking,
    "e": editing, "i": editing,
    "m": "| gives the story to a program, such as one that mails it; s saves it for later.",
    "\u{27}": places, "`": places,
    "$": sides, "^": sides, "0": sides,
    "p": "K reads the previous story, N goes to the previous match.",
    "P": "K reads the previous story, N goes to the previous match.",
    "*": "/ searches for words; = lists stories like this one.",
    "&": "/ searches the library as you type; in a story, it finds words.",
    "c": "c keeps a paragraph of an open story; d chooses a desk, F an author, a tag and more.",
  ]
}
