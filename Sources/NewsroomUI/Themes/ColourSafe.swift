internal import Screen

extension Themes {
  /// For readers who tell red and green apart badly: the colours of Okabe and Ito ("Color Universal Design",
  /// 2008), and no meaning by colour alone.
  static let colourSafe = paper(
    PaperTones(
      name: "colour-safe", quiet: Colour(150, 154, 162), link: Colour(86, 180, 233),
      warm: Colour(230, 159, 0),
      rule: Colour(98, 102, 112), code: Colour(240, 228, 66), failure: Colour(240, 130, 60),
      added: Colour(86, 180, 233),
      ink: Colour(255, 255, 255), bar: Colour(0, 72, 118), markedInk: Colour(0, 0, 0),
      match: Colour(240, 228, 66), currentMatch: Colour(230, 159, 0), hint: Colour(86, 180, 233)))
}
