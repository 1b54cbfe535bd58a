public import Screen

/// A theme: a style for each role, in 24-bit colour.
///
/// A role without a style takes that of the broader role: `text.link.outside` that of `text.link`, then that
/// of `text`. The display reduces colours to those of the screen; without colours every theme looks like
/// `mono`.
public struct Theme: Sendable, Hashable {
  /// The name it is chosen by.
  public let name: String
  /// The styles it defines.
  let styles: [Role: Style]

  /// The terminal that it is made for, as pictures show it: a bar that is pale lies on light ground.
  public var ground: Frame.Ground {
    guard let bar = style(for: .selection).background else { return .dark }
    return Int(bar.red) + Int(bar.green) + Int(bar.blue) > 3 * 128 ? .light : .dark
  }

  /// Makes a theme that differs from another in some roles.
  public init(name: String, like base: Theme, styles: [Role: Style]) {
    self.init(name: name, styles: base.styles.merging(styles) { _, new in new })
  }

  init(name: String, styles: [Role: Style]) {
    (self.name, self.styles) = (name, styles)
  }

  /// The style of a role.
  public func style(for role: Role, colours: ColourDepth = .trueColour) -> Style {
    let styles = colours == .none ? Themes.mono.styles : styles
    var name = Substring(role.rawValue)
    while true {
      if let role = Role(rawValue: String(name)), let style = styles[role] {
        return colours == .ansi16 ? Self.coarse(style, role: role) : style
      }
      guard let dot = name.lastIndex(of: ".") else { return Style() }
      name = name[..<dot]
    }
  }

  /// With 16 colours, pale backgrounds turn black or garish, so reverse video is used instead.
  private static func coarse(_ style: Style, role: Role) -> Style {
    guard role == .selection, style.background != nil else { return style }
    return Style(attributes: style.attributes.union(.reverse))
  }
}

/// A theme's styles for one screen, looked up once.
struct Palette: Sendable {
  private let styles: [Role: Style]

  /// Looks up every role.
  init(_ theme: Theme, colours: ColourDepth) {
    styles = Dictionary(
      Role.allCases.map { ($0, theme.style(for: $0, colours: colours)) }, uniquingKeysWith: { one, _ in one })
  }

  /// The style of a role.
  subscript(role: Role) -> Style { styles[role] ?? Style() }
}

/// All themes.
public enum Themes {
  /// All themes, in the order of the command that changes them.
  public static let all: [Theme] = [
    paperDark, paperLight, highContrast, colourSafe, solarised, lowBlue, ownColours, mono,
  ]

  /// The default theme.
  public static var standard: Theme { paperDark }

  /// The names, separated by commas.
  public static var names: String { all.map(\.name).joined(separator: ", ") }

  /// The theme of a name, if there is one.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }
}
