internal import Screen

extension Themes {
  /// For terminals in the manner of Solarized: its hues, light enough to be read on its dark ground.
  static let solarised = paper(
    PaperTones(
      name: "solarised", quiet: Colour(131, 148, 150), link: Colour(80, 164, 224), warm: Colour(203, 160, 32),
      rule: Colour(88, 110, 117), code: Colour(65, 177, 168), failure: Colour(238, 110, 98),
      added: Colour(150, 170, 30),
      ink: Colour(238, 232, 213), bar: Colour(14, 66, 80), markedInk: Colour(0, 43, 54),
      match: Colour(203, 160, 32), currentMatch: Colour(224, 120, 70), hint: Colour(147, 161, 161)))
}
