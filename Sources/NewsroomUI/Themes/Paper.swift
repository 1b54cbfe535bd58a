internal import Screen

/// The colours in which the paper themes differ.
struct PaperTones {
  var name: String
  /// Lines beside the text, and links.
  var quiet: Colour
  var link: Colour
  var warm: Colour
  var rule: Colour
  var code: Colour
  var failure: Colour
  /// Words added by a later version.
  var added: Colour
  /// The text on a bar, and the bar.
  var ink: Colour
  var bar: Colour
  /// The text of marked words, and their background.
  var markedInk: Colour
  var match: Colour
  var currentMatch: Colour
  var hint: Colour
}

extension Themes {
  /// A theme on the terminal's own background, with these colours.
  ///
  /// Every style that sets a background also sets the colour of its text.
  static func paper(_ tones: PaperTones) -> Theme {
    Theme(
      name: tones.name,
      styles: [
        .headline: Style(attributes: .bold),
        .standfirst: Style(attributes: .italic),
        .byline: Style(foreground: tones.quiet),
        .heading: Style(attributes: .bold),
        .emphasis: Style(attributes: .italic),
        .strong: Style(attributes: .bold),
        .strike: Style(foreground: tones.quiet, attributes: .strike),
        .code: Style(foreground: tones.code),
        .quote: Style(attributes: .italic),
        .attribution: Style(foreground: tones.quiet),
        .link: Style(foreground: tones.link, attributes: .underline),
        .outsideLink: Style(foreground: tones.quiet, attributes: .underline),
        .deadLink: Style(foreground: tones.quiet),
        .linkNumber: Style(foreground: tones.link),
        .note: Style(foreground: tones.link),
        .caption: Style(foreground: tones.quiet, attributes: .italic),
        .marker: Style(foreground: tones.warm),
        .rule: Style(foreground: tones.rule),
        .match: Style(foreground: tones.markedInk, background: tones.match),
        .currentMatch: Style(foreground: tones.markedInk, background: tones.currentMatch, attributes: .bold),
        .added: Style(foreground: tones.added, attributes: .underline),
        .removed: Style(foreground: tones.failure, attributes: .strike),
        .rowUnread: Style(attributes: .bold),
        .rowMatch: Style(attributes: .underline),
        .rowDetail: Style(foreground: tones.quiet),
        .dateGroup: Style(foreground: tones.warm),
        .unreadMark: Style(foreground: tones.warm),
        .savedMark: Style(foreground: tones.link),
        .panelTitle: Style(foreground: tones.warm),
        .teaserTitle: Style(attributes: .bold),
        .teaserText: Style(foreground: tones.quiet),
        .teaserReason: Style(foreground: tones.quiet, attributes: .italic),
        .bar: Style(foreground: tones.quiet),
        .barTitle: Style(attributes: .bold),
        .barKey: Style(attributes: .bold),
        .message: Style(foreground: tones.warm),
        .failure: Style(foreground: tones.failure, attributes: .bold),
        .progress: Style(foreground: tones.warm),
        .separator: Style(foreground: tones.rule),
        .selection: Style(foreground: tones.ink, background: tones.bar),
        .selectionInactive: Style(),
        .hint: Style(foreground: tones.markedInk, background: tones.hint, attributes: .bold),
        .overlayTitle: Style(foreground: tones.warm, attributes: .bold),
        .prompt: Style(attributes: .bold),
      ])
  }
}
