internal import Screen

extension Themes {
  /// The standard theme: the terminal's own colours, with middle tones that can be read on dark and light.
  static let paperDark = paper(
    PaperTones(
      name: "paper-dark", quiet: Colour(134, 138, 148), link: Colour(84, 148, 214),
      warm: Colour(206, 122, 54),
      rule: Colour(98, 102, 112), code: Colour(158, 142, 92), failure: Colour(226, 96, 96),
      added: Colour(88, 156, 96),
      ink: Colour(240, 240, 236), bar: Colour(54, 60, 74), markedInk: Colour(24, 24, 28),
      match: Colour(226, 200, 120), currentMatch: Colour(244, 156, 72), hint: Colour(244, 206, 92)))
}
