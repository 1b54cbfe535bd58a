internal import Screen

extension Themes {
  /// The terminal's own 16 colours, as its user set them.
  static let ownColours: Theme = {
    let (black, red, green, yellow) = (Colour(own: 0), Colour(own: 1), Colour(own: 2), Colour(own: 3))
    let (blue, magenta, cyan) = (Colour(own: 4), Colour(own: 5), Colour(own: 6))
    return paper(
      PaperTones(
        name: "terminal", quiet: cyan, link: blue, warm: yellow, rule: Colour(own: 8), code: magenta,
        failure: red, added: green, ink: black, bar: cyan, markedInk: black, match: yellow,
        currentMatch: green, hint: yellow))
  }()
}
