internal import Screen

extension Themes {
  /// The standard look: the terminal's own ground and letters, with middle tones that can be read on dark and
  /// on light.
  ///
  /// Where a ground is given, the letters on it are given too.
  static let paperDark: Theme = {
    let quiet = Colour(134, 138, 148)
    let link = Colour(84, 148, 214)
    let warm = Colour(206, 122, 54)
    let rule = Colour(98, 102, 112)
    let ink = Colour(240, 240, 236)
    let night = Colour(24, 24, 28)
    return Theme(
      name: "paper-dark",
      styles: [
        .headline: Style(attributes: .bold),
        .standfirst: Style(attributes: .italic),
        .byline: Style(foreground: quiet),
        .heading: Style(attributes: .bold),
        .emphasis: Style(attributes: .italic),
        .strong: Style(attributes: .bold),
        .strike: Style(foreground: quiet, attributes: .strike),
        .code: Style(foreground: Colour(158, 142, 92)),
        .quote: Style(attributes: .italic),
        .attribution: Style(foreground: quiet),
        .link: Style(foreground: link, attributes: .underline),
        .outsideLink: Style(foreground: quiet, attributes: .underline),
        .deadLink: Style(foreground: quiet),
        .linkNumber: Style(foreground: link),
        .note: Style(foreground: link),
        .caption: Style(foreground: quiet, attributes: .italic),
        .marker: Style(foreground: warm),
        .rule: Style(foreground: rule),
        .match: Style(foreground: night, background: Colour(226, 200, 120)),
        .currentMatch: Style(foreground: night, background: Colour(244, 156, 72), attributes: .bold),
        .rowUnread: Style(attributes: .bold),
        .rowDetail: Style(foreground: quiet),
        .dateGroup: Style(foreground: warm),
        .unreadMark: Style(foreground: warm),
        .savedMark: Style(foreground: link),
        .panelTitle: Style(foreground: warm),
        .teaserTitle: Style(attributes: .bold),
        .teaserText: Style(foreground: quiet),
        .teaserReason: Style(foreground: quiet, attributes: .italic),
        .bar: Style(foreground: quiet),
        .barTitle: Style(attributes: .bold),
        .barKey: Style(attributes: .bold),
        .message: Style(foreground: warm),
        .failure: Style(foreground: Colour(222, 84, 84), attributes: .bold),
        .progress: Style(foreground: warm),
        .separator: Style(foreground: rule),
        .selection: Style(foreground: ink, background: Colour(54, 60, 74)),
        .selectionInactive: Style(),
        .hint: Style(foreground: night, background: Colour(244, 206, 92), attributes: .bold),
        .overlayTitle: Style(foreground: warm, attributes: .bold),
        .prompt: Style(attributes: .bold),
      ])
  }()
}
