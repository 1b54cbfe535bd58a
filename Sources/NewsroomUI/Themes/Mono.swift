internal import Screen

extension Themes {
  /// No colours, only bold, underline and reverse video.
  ///
  /// On a screen without colours, every theme looks like this one.
  static let mono = Theme(
    name: "mono",
    styles: [
      .headline: Style(attributes: .bold),
      .heading: Style(attributes: .bold),
      .emphasis: Style(attributes: .italic),
      .strong: Style(attributes: .bold),
      .strike: Style(attributes: [.strike, .dim]),
      .link: Style(attributes: .underline),
      .match: Style(attributes: .reverse),
      .currentMatch: Style(attributes: [.reverse, .bold]),
      .added: Style(attributes: [.bold, .underline]),
      .removed: Style(attributes: .strike),
      .rowUnread: Style(attributes: .bold),
      .rowMatch: Style(attributes: .underline),
      .unreadMark: Style(attributes: .bold),
      .savedMark: Style(attributes: .bold),
      .panelTitle: Style(attributes: .bold),
      .dateGroup: Style(attributes: .bold),
      .teaserTitle: Style(attributes: .bold),
      .teaserText: Style(),
      .teaserReason: Style(attributes: .italic),
      .barTitle: Style(attributes: .bold),
      .barKey: Style(attributes: .bold),
      .message: Style(attributes: .bold),
      .selection: Style(attributes: .reverse),
      .selectionInactive: Style(),
      .hint: Style(attributes: [.reverse, .bold]),
      .overlayTitle: Style(attributes: .bold),
      .prompt: Style(attributes: .bold),
    ])
}
