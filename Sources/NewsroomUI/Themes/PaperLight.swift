internal import Screen

extension Themes {
  /// For light terminals: darker tones, and a pale bar under the selected row.
  static let paperLight: Theme = {
    let quiet = Colour(100, 104, 114)
    let link = Colour(20, 92, 168)
    let warm = Colour(166, 80, 20)
    let rule = Colour(178, 182, 190)
    let ink = Colour(22, 24, 30)
    return Theme(
      name: "paper-light",
      styles: [
        .headline: Style(attributes: .bold),
        .standfirst: Style(attributes: .italic),
        .byline: Style(foreground: quiet),
        .heading: Style(attributes: .bold),
        .emphasis: Style(attributes: .italic),
        .strong: Style(attributes: .bold),
        .strike: Style(foreground: quiet, attributes: .strike),
        .code: Style(foreground: Colour(104, 84, 20)),
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
        .match: Style(foreground: ink, background: Colour(250, 226, 140)),
        .currentMatch: Style(foreground: ink, background: Colour(250, 172, 92), attributes: .bold),
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
        .failure: Style(foreground: Colour(176, 28, 28), attributes: .bold),
        .progress: Style(foreground: warm),
        .separator: Style(foreground: rule),
        .selection: Style(foreground: ink, background: Colour(222, 228, 238)),
        .selectionInactive: Style(),
        .hint: Style(foreground: ink, background: Colour(250, 210, 90), attributes: .bold),
        .overlayTitle: Style(foreground: warm, attributes: .bold),
        .prompt: Style(attributes: .bold),
      ])
  }()
}
