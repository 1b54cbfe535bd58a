internal import Messages

/// The hints of each pane, found once: they stay the same until the keys or the language change.
struct PaneHints {
  /// The hints of a pane.
  struct Hints {
    /// Those of the commands that have one.
    var usual: [Commands.Hint]
    /// Those that take the places of hints that have faded.
    var lessKnown: [Commands.Hint]

    /// Finds the hints of a pane, with these keys, in this language.
    init(_ pane: Pane, _ keymap: Keymap, _ catalogue: Catalogue) {
      usual = Commands.hints(for: pane, keymap, catalogue)
      lessKnown = Commands.lessKnownHints(for: pane, keymap, catalogue)
    }
  }

  fileprivate var known: [Pane: Hints] = [:]
}

extension State {
  /// The hints of the focused pane, before the state of the screen changes them.
  var hintsOfPane: PaneHints.Hints { keptHints.known[focus] ?? PaneHints.Hints(focus, keymap, catalogue) }

  /// Keeps the hints of the focused pane for the frames that follow.
  mutating func keepHints() {
    if keptHints.known[focus] == nil { keptHints.known[focus] = PaneHints.Hints(focus, keymap, catalogue) }
  }
}

extension Commands {
  /// The hints of `lessKnown` that have a key in the pane.
  fileprivate static func lessKnownHints(
    for pane: Pane, _ keymap: Keymap, _ catalogue: Catalogue
  ) -> [Hint] {
    (lessKnown[pane] ?? []).compactMap { name, words in
      guard named(name)?.panes.contains(pane) == true, let key = keymap.keys(of: name, in: pane).first
      else { return nil }
      return Hint(keys: key.label, words: words, commands: [name], catalogue)
    }
  }
}
