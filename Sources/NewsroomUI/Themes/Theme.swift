public import Screen

/// A look: styles by role, written in 24-bit colour.
///
/// A role that a theme says nothing of takes the style of the broader one: `text.link.outside` that of
/// `text.link`, then that of `text`. Colours come down to what the screen has in the display; without colours
/// every theme looks like `mono`.
public struct Theme: Sendable, Hashable {
  /// The name it is chosen by.
  public let name: String
  /// The styles it was written with.
  let styles: [Role: Style]

  /// The terminal that it is made for, as pictures show it: a bar that is pale lies on light ground.
  public var ground: Frame.Ground {
    guard let bar = style(for: .selection).background else { return .dark }
    return Int(bar.red) + Int(bar.green) + Int(bar.blue) > 3 * 128 ? .light : .dark
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

  /// With 16 colours the quiet grounds come out black or garish: reverse video says the same.
  private static func coarse(_ style: Style, role: Role) -> Style {
    guard role == .selection, style.background != nil else { return style }
    return Style(attributes: style.attributes.union(.reverse))
  }
}

/// A theme's styles for one screen, looked up once.
struct Palette: Sendable {
  private let styles: [Role: Style]

  /// Resolves every role.
  init(_ theme: Theme, colours: ColourDepth) {
    styles = Dictionary(
      Role.allCases.map { ($0, theme.style(for: $0, colours: colours)) }, uniquingKeysWith: { one, _ in one })
  }

  /// The style of a role.
  subscript(role: Role) -> Style { styles[role] ?? Style() }
}

/// The looks there are.
public enum Themes {
  /// Every theme, in the order the theme command goes through them.
  public static let all: [Theme] = [paperDark, paperLight, highContrast, mono]

  /// The one used when nothing is said.
  public static var standard: Theme { paperDark }

  /// The names, as a sentence lists them.
  public static var names: String { all.map(\.name).joined(separator: ", ") }

  /// The theme of that name; nil where there is none.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }

  /// The theme after another, around the end.
  static func after(_ theme: Theme) -> Theme {
    let index = all.firstIndex { $0.name == theme.name } ?? -1
    return all[(index + 1) % all.count]
  }
}
