import Screen
import Testing

@testable import NewsroomUI

@Test func aRoleFallsBackToTheBroaderOne() {
  let theme = Theme(
    name: "test", styles: [.text: Style(attributes: .dim), .link: Style(attributes: .underline)])
  #expect(theme.style(for: .outsideLink) == Style(attributes: .underline))
  #expect(theme.style(for: .headline) == Style(attributes: .dim))
  #expect(theme.style(for: .bar) == Style())
}

@Test func withoutColoursEveryThemeUsesNone() {
  for theme in Themes.all {
    for role in Role.allCases {
      let style = theme.style(for: role, colours: .none)
      #expect(style.foreground == nil && style.background == nil, "\(theme.name) \(role)")
    }
  }
}

@Test func everyBackgroundHasReadableLetters() {
  for theme in Themes.all {
    for role in Role.allCases {
      let style = theme.style(for: role)
      guard let ground = style.background else { continue }
      guard let ink = style.foreground else {
        Issue.record("\(theme.name) \(role): a ground without letters")
        continue
      }
      #expect(contrast(ink, ground) >= 4.5, "\(theme.name) \(role)")
    }
  }
}

@Test func theStandardThemeCanBeReadOnBlackAndOnWhite() {
  for role in Role.allCases where role != .separator && role != .rule {
    let style = Themes.standard.style(for: role)
    guard let ink = style.foreground, style.background == nil else { continue }
    #expect(contrast(ink, Colour(0, 0, 0)) >= 3, "\(role)")
    #expect(contrast(ink, Colour(255, 255, 255)) >= 3, "\(role)")
  }
}

/// WCAG 2.2, success criterion 1.4.3 (AA): every text on the ground that a theme is made for, but for the
/// terminal's own colours, which its user chose, and lines that only decorate.
@Test(arguments: Themes.all)
func everyThemeCanBeReadOnItsGround(theme: Theme) {
  let grounds = ["solarised": Colour(0, 43, 54), "low-blue": Colour(24, 18, 12)]
  for role in Role.allCases where role != .separator && role != .rule {
    let style = theme.style(for: role)
    guard let ink = style.foreground, style.background == nil, ink.own == nil else { continue }
    #expect(contrast(ink, theme.ground.paper) >= 4.5, "\(role)")
    if let ground = grounds[theme.name] { #expect(contrast(ink, ground) >= 4.5, "\(role)") }
  }
}

@Test func aThemeLikeAnotherDiffersInItsOwnStylesAlone() {
  let red = Style(foreground: Colour(own: 1))
  let theme = Theme(name: "mine", like: Themes.mono, styles: [.link: red])
  #expect(theme.style(for: .link) == red && theme.style(for: .outsideLink) == red)
  #expect(theme.style(for: .headline) == Themes.mono.style(for: .headline))
}

@Test func themesHaveTheirOwnNames() {
  #expect(Set(Themes.all.map(\.name)).count == Themes.all.count)
  #expect(Themes.named("mono") == Themes.all.last)
  #expect(Themes.named("no such theme") == nil)
}

/// The theme changes as one moves through the list; Esc brings the old one back, Enter keeps the new one.
@Test(arguments: [(80, 24), (120, 36), (40, 12)])
func themesAreTriedInTheirList(_ size: (Int, Int)) {
  var desk = Desk(size: size)
  desk.press("T")
  #expect(desk.state.theme.name == "paper-dark" && desk.screen.contains("paper-light"))
  desk.press("j")
  #expect(desk.state.theme.name == "paper-light")
  desk.press("j")
  #expect(desk.state.theme.name == "high-contrast")
  desk.press("Esc")
  #expect(desk.state.theme.name == "paper-dark" && desk.state.layers.isEmpty)
  desk.press("T /")
  desk.type("mono")
  #expect(desk.state.theme.name == "mono")
  desk.press("Enter")
  #expect(desk.state.theme.name == "mono" && desk.state.layers.isEmpty)
  #expect(desk.row(size.1 - 1).contains("Theme: mono. To keep it for"))
  desk.press("j T k Esc")
  #expect(desk.state.theme.name == "mono")
  // A layer on top of the list, and news, change nothing.
  desk.press("T k F1")
  desk.send(.libraryChanged)
  #expect(desk.state.theme.name == "terminal")
  desk.press("Esc Esc")
  #expect(desk.state.theme.name == "mono")
}

/// Words that are struck out look unlike the text in every theme, also where the screen can't strike.
@Test(arguments: Themes.all)
func struckTextHasALookOfItsOwn(_ theme: Theme) {
  for colours in [ColourDepth.trueColour, .indexed256, .ansi16, .none] {
    func look(_ role: Role) -> Style {
      var style = theme.style(for: role, colours: colours)
      style.attributes.remove(.strike)
      return style
    }
    #expect(look(.strike) != look(.text), "\(theme.name)")
  }
}

/// A headline stands out from the teaser below it in every theme, also without colours.
@Test(arguments: Themes.all)
func aTeaserIsQuieterThanItsHeadline(_ theme: Theme) {
  for colours in ColourDepth.allCases {
    let title = theme.style(for: .teaserTitle, colours: colours)
    for role in [Role.teaserText, .teaserReason] {
      let style = theme.style(for: role, colours: colours)
      #expect(style != title && !style.attributes.contains(.bold), "\(theme.name) \(role) \(colours)")
    }
  }
}

/// The bar on the selected row reaches from edge to edge of its pane in every theme.
@Test(arguments: Themes.all, [(80, 24), (120, 36), (40, 12)])
func theBarIsAsWideAsItsPane(_ theme: Theme, _ size: (Int, Int)) throws {
  var desk = Desk(size: size)
  desk.perform {
    $0.use(theme); return []
  }
  desk.press("j")
  let pane = try #require(desk.state.plan.list)
  let frame = desk.state.view()
  let row = try #require(
    (pane.row..<pane.maxRow).first { frame.text(row: $0).contains("▌") })
  let bar = desk.state.palette[.selection]
  let runs = frame.runs(row: row)
  for column in pane.column..<pane.maxColumn {
    let style = try #require(runs.last { $0.column <= column }).style
    #expect(style.background == bar.background, "\(theme.name) column \(column)")
    #expect(bar.attributes.isSubset(of: style.attributes), "\(theme.name) column \(column)")
  }
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance).
private func contrast(_ one: Colour, _ other: Colour) -> Double {
  let (a, b) = (luminance(one), luminance(other))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

private func luminance(_ colour: Colour) -> Double {
  let parts = [colour.red, colour.green, colour.blue].map { part -> Double in
    let value = Double(part) / 255
    // A power of 2.2 is close enough to the standard's curve for a minimum of 3.
    return value <= 0.04 ? value / 12.92 : power(value)
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

private func power(_ value: Double) -> Double {
  // value^2.2 = value² × value^0.2, by a few Newton steps for the fifth root.
  var root = 0.8
  for _ in 0..<30 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
  return value * value * root
}
