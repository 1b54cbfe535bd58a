internal import Screen

extension Themes {
  /// For tired eyes and bright rooms: strong colours, a full bar on the selected row, and italics for what
  /// other themes dim.
  static let highContrast: Theme = {
    let black = Colour(0, 0, 0)
    let yellow = Colour(255, 214, 10)
    return Theme(
      name: "high-contrast",
      styles: [
        .headline: Style(attributes: .bold),
        .standfirst: Style(attributes: .italic),
        .heading: Style(attributes: [.bold, .underline]),
        .emphasis: Style(attributes: .italic),
        .strong: Style(attributes: .bold),
        .strike: Style(attributes: [.strike, .italic]),
        .quote: Style(attributes: .italic),
        .caption: Style(attributes: .italic),
        .link: Style(attributes: [.bold, .underline]),
        .outsideLink: Style(attributes: .underline),
        .deadLink: Style(),
        .match: Style(foreground: black, background: yellow),
        .currentMatch: Style(foreground: black, background: Colour(255, 140, 0), attributes: .bold),
        .added: Style(attributes: [.bold, .underline]),
        .removed: Style(attributes: .strike),
        .rowUnread: Style(attributes: .bold),
        .rowDetail: Style(attributes: .italic),
        .rowMatch: Style(attributes: .underline),
        .unreadMark: Style(attributes: .bold),
        .savedMark: Style(attributes: .bold),
        .dateGroup: Style(attributes: [.bold, .underline]),
        .panelTitle: Style(attributes: .bold),
        .teaserTitle: Style(attributes: .bold),
        .teaserText: Style(attributes: .italic),
        .teaserReason: Style(attributes: .italic),
        .barTitle: Style(attributes: .bold),
        .barKey: Style(attributes: .bold),
        .message: Style(attributes: .bold),
        .failure: Style(attributes: [.bold, .reverse]),
        .selection: Style(foreground: black, background: yellow, attributes: .bold),
        .selectionInactive: Style(),
        .hint: Style(foreground: black, background: yellow, attributes: .bold),
        .overlayTitle: Style(attributes: .bold),
        .prompt: Style(attributes: .bold),
      ])
  }()
}
