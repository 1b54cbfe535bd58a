import Stories
import Testing

@testable import Typesetting

@Suite struct PagePlacesTests {
  private static let long = story(
    "Headline",
    [
      paragraph((0..<200).map { "word\($0)" }.joined(separator: " ")),
      paragraph("Malmö and København, 10\u{A0}000 strong"),
    ])

  @Test func thePlaceIsKeptToTheWordWhenTheWidthChanges() {
    let wide = Typesetter().page(for: Self.long, columns: 90)
    for line in wide.lines.indices where wide.lines[line].block != nil {
      guard let word = wide.lines[line].runs.first?.text.split(separator: " ").first else { continue }
      for columns in [17, 40, 61] {
        let narrow = Typesetter().page(for: Self.long, columns: columns)
        let found = narrow.lines[narrow.line(of: wide.anchor(atLine: line))]
        #expect(found.text.contains(word.prefix(6)))
      }
    }
  }

  @Test func aFractionOfThePageConvertsToALineAndBack() {
    let page = Typesetter().page(for: Self.long, columns: 40)
    #expect(page.line(forPlace: 0) == 0)
    #expect(page.line(forPlace: 1) == page.lines.count - 1)
    #expect(page.line(forPlace: 7) == page.lines.count - 1)
    #expect(page.line(forPlace: -.infinity) == 0)
    for line in page.lines.indices { #expect(page.line(forPlace: page.place(ofLine: line)) == line) }
  }

  @Test(arguments: [
    ("malmo", ["Malmö"]), ("MALMÖ", ["Malmö"]), ("kobenhavn", ["København"]), ("10 000", ["10 000"]),
    ("head", ["Head"]), ("", []), ("   ", []), ("nothing", []), ("word199", ["word199"]),
  ])
  func aWordIsFoundWithoutCaseAndAccents(_ phrase: String, _ expected: [String]) {
    let page = Typesetter().page(for: Self.long, columns: 80)
    let found = page.matches(of: phrase).map { match in
      let line = String(repeating: " ", count: page.lines[match.line].indent) + page.lines[match.line].text
      return String(line.dropFirst(match.column).prefix(match.columns))
    }
    #expect(found == expected)
  }

  @Test func aPhraseAcrossALineBreakIsFoundInTwoPieces() {
    let page = Typesetter().page(for: story("", [paragraph("aaaa bbbb cccc")]), columns: 11)
    let matches = page.matches(of: "bbbb cccc")
    #expect(matches.map(\.continues) == [false, true])
    #expect(matches.map(\.columns) == [4, 4])
    #expect(matches.map(\.line) == [matches[0].line, matches[0].line + 1])
  }

  @Test func aHyphenatedWordIsFoundWhole() {
    let page = Typesetter().page(for: story("", [paragraph("soft\u{AD}ware xxxx")]), columns: 6)
    #expect(page.matches(of: "software").map(\.columns) == [4, 4])
  }
}
