internal import Screen

/// What is said to keys that other programs have and this one has not: what to press instead.
enum Habits {
  /// The answer to a key that runs nothing.
  static func answer(to key: Key) -> String {
    if case .character(let letter) = key, let words = table[letter] { return words }
    if case .character(let letter) = key { return "“\(letter)” does nothing here; ? shows every key." }
    return "\(key.label) does nothing here; ? shows every key."
  }

  private static let deleting = "Nothing is deleted here: u marks as read, U lists only the unread."
  static let marking = "Stories are marked as read one by one, with u; U lists only the unread."
  private static let editing = "Stories are read here, not edited; v lists their versions."
  private static let places =
    "Places are kept by themselves: Backspace goes back to where you were, L forward."
  static let programs = "Newsroom starts no other program."
  private static let sides = "Lines are as wide as the pane; g and G go to the ends."

  private static let table: [Character: String] = [
    "x": deleting, "X": deleting, "D": deleting,
    "A": marking, "C": marking,
    "e": editing, "E": editing, "i": editing, "I": editing,
    "m": "Nothing is sent from here; s saves a story for later.",
    "\u{27}": places, "`": places,
    "!": programs, "|": programs,
    "$": sides, "^": sides, "0": sides,
    "y": "Your terminal copies text; the number of a link out shows its address in full.",
    "p": "K reads the story before, N goes to the match before.",
    "P": "K reads the story before, N goes to the match before.",
    "*": "/ looks for words; = lists stories like this one.",
    "#": "/ looks for words; = lists stories like this one.",
    "&": "/ looks through the library as you type; in a story, through its text.",
    "c": "d chooses a desk, F an author, a tag and more.",
    "B": "No browser is started: the number of a link out shows its address.",
  ]
}
