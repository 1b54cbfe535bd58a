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

@Test func themesHaveTheirOwnNamesAndCycle() {
  #expect(Set(Themes.all.map(\.name)).count == Themes.all.count)
  #expect(Themes.named("mono") == Themes.all.last)
  #expect(Themes.named("no such theme") == nil)
  var desk = Desk(size: (60, 16))
  desk.press("T")
  #expect(desk.state.theme.name == "paper-light")
  desk.press("T T T T T T T")
  #expect(desk.state.theme.name == "paper-dark")
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
