internal import Screen

/// What is said to keys that other programs have and this one has not: what to press instead.
enum Habits {
  /// The answer to a key that runs nothing.
  static func answer(to key: Key) -> String {
    if case .character(let letter) = key, let words = table[letter] { return words }
    if case .character(let letter) = key { return "“\(letter)” does nothing here; ? shows every key." }
    return "\(key.label) does nothing here; ? shows every key."
  }

  private static let deleting =
    "Stories can't be deleted here: u marks one as read, U lists only unread stories."
  static let marking = "Stories are marked as read one at a time, with u; U lists only unread stories."
  private static let editing = "Stories can't be edited here; v lists a story's versions."
  private static let places =
    "Your place is saved automatically: Backspace goes back to where you were, L forward."
  static let programs = "newsroom never starts another program."
  private static let sides = "Lines always fit the pane; g goes to the beginning, G to the end."

  private static let table: [Character: String] = [
    "x": deleting, "X": deleting, "D": deleting,
    "A": marking, "C": marking,
    "e": editing, "E": editing, "i": editing, "I": editing,
    "m": "Nothing can be sent from here; s saves a story for later.",
    "\u{27}": places, "`": places,
    "!": programs, "|": programs,
    "$": sides, "^": sides, "0": sides,
    "y": "Copy text with your terminal; an outside link's number shows its full address.",
    "p": "K reads the previous story, N goes to the previous match.",
    "P": "K reads the previous story, N goes to the previous match.",
    "*": "/ searches for words; = lists stories like this one.",
    "#": "/ searches for words; = lists stories like this one.",
    "&": "/ searches the library as you type; in a story, it finds words.",
    "c": "d chooses a desk, F an author, a tag and more.",
    "B": "newsroom starts no browser: an outside link's number shows its address.",
  ]
}
