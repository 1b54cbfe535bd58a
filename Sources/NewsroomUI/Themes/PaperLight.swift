internal import Screen

extension Themes {
  /// For light terminals: darker tones, and a pale bar on the selected row.
  static let paperLight = paper(
    PaperTones(
      name: "paper-light", quiet: Colour(100, 104, 114), link: Colour(20, 92, 168), warm: Colour(166, 80, 20),
      rule: Colour(178, 182, 190), code: Colour(104, 84, 20), failure: Colour(176, 28, 28),
      added: Colour(24, 108, 48),
      ink: Colour(22, 24, 30), bar: Colour(222, 228, 238), markedInk: Colour(22, 24, 30),
      match: Colour(250, 226, 140), currentMatch: Colour(250, 172, 92), hint: Colour(250, 210, 90)))
}
