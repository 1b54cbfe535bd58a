internal import Screen

extension Themes {
  /// For late hours: warm tones with little blue.
  static let lowBlue = paper(
    PaperTones(
      name: "low-blue", quiet: Colour(166, 136, 104), link: Colour(236, 170, 92), warm: Colour(226, 124, 62),
      rule: Colour(110, 86, 62), code: Colour(190, 160, 90), failure: Colour(236, 98, 62),
      added: Colour(166, 160, 70),
      ink: Colour(255, 226, 186), bar: Colour(78, 52, 26), markedInk: Colour(28, 18, 8),
      match: Colour(222, 170, 84), currentMatch: Colour(240, 136, 60), hint: Colour(236, 186, 96)))
}
