import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// A number means the same in text and panel: 1, 2, 3 … down the panel, then the links of the text.
@Suite struct PanelTests {
  /// A story with eight links outside, two to stories of the library, and a READ MORE line that leads
  /// outside.
  private static let linked: [OpenedStory] = {
    var stories = Samples.many(6)
    var inlines: [Inline] = []
    var references: [Reference] = []
    func link(_ words: String, _ target: String?, _ story: StoryID? = nil) {
      references.append(
        Reference(
          kind: story == nil ? .outside : .story, text: words, target: target, naming: .url, story: story))
      inlines += [Inline(words, reference: references.count - 1), Inline(" and then ")]
    }
    for number in 1...4 { link("out \(number)", "https://www.example\(number).org/page") }
    link("Story two", nil, Samples.id(2))
    for number in 5...8 { link("out \(number)", "https://example.org/page\(number)") }
    link("Story three", nil, Samples.id(3))
    stories[0].story.references =
      references + [
        Reference(
          kind: .outside, text: "The minutes", target: "https://example.org/minutes", naming: .url,
          label: "READ MORE", position: 1)
      ]
    stories[0].story.body = [Block(.paragraph(inlines)), Block(.paragraph([Inline("The end.")]))]
    func entry(_ index: Int) -> Related {
      let reference = stories[0].story.references[index]
      let row = reference.story.flatMap { id in stories.first { $0.story.id == id }?.listing }
      return Related(
        reason: row == nil ? .outside : .linkedHere, title: row?.headline ?? reference.text, listing: row,
        target: reference.target, reference: index)
    }
    stories[0].related = [entry(4), entry(9)] + [0, 1, 2, 3, 5, 6, 7, 8].map(entry) + [entry(10)]
    return stories
  }()

  @Test func aTranslationStandsFirstWithItsLanguage() {
    var stories = Samples.many(4)
    func entry(_ reason: Related.Reason, _ index: Int, language: String? = nil) -> Related {
      let listing = stories[index].listing
      return Related(reason: reason, title: listing.headline, listing: listing, language: language)
    }
    stories[0].related = [entry(.translation, 2, language: "da"), entry(.linksHere, 1)]
    stories[0].put(alike: [entry(.alike, 3), entry(.alike, 2)])
    #expect(stories[0].related.map(\.reason) == [.translation, .linksHere, .alike])
    #expect("\(stories[0].related[0].label)" == "also in Danish")
    var desk = Desk(size: (80, 40), stories: stories)
    desk.press("Enter r")
    #expect(desk.screen.contains("also in Danish"))
  }

  @Test func storiesComeFirstAndOutsideLinksAreOneRow() {
    var desk = Desk(size: (80, 40), stories: Self.linked)
    desk.press("Enter r")
    let panel = desk.state.article?.panel
    #expect(panel?.rows == [.entry(0), .entry(1), .entry(10), .linksOut([2, 3, 4, 5, 6, 7, 8, 9])])
    #expect(desk.screen.contains("  1 Story number 2"))
    #expect(desk.screen.contains("  2 Story number 3"))
    #expect(desk.screen.contains("  3 The minutes"))
    desk.press("G")
    #expect(desk.screen.contains("  4 8 outside links"))
    #expect(desk.screen.contains("example1.org, example2.org, example3.org, example4.org, example.org"))
    // In the text a story has the number of its row; links outside follow.
    desk.press("Esc g")
    #expect(desk.screen.contains("out 1[5]") && desk.screen.contains("Story two[1]"))
    #expect(desk.state.article?.panel.numbers[9] == 2)
    #expect(desk.state.article?.panel.numbers[10] == 3)
    #expect(desk.state.article?.panel.numbers[8] == 12)
  }

  @Test func aDigitFollowsTheRowInStoryAndPanel() {
    for keys in ["Enter", "Enter r"] {
      var desk = Desk(size: (80, 40), stories: Self.linked)
      desk.press(keys + " 2")
      #expect(desk.state.article?.id == Samples.id(3))
      desk.press("Backspace 4")
      #expect(desk.screen.contains("─ 8 outside links ─"))
      #expect(desk.screen.contains("https://www.example1.org/page"))
      desk.press("j Enter")
      #expect(desk.state.layer?.kind == .address)
      #expect(desk.screen.contains("https://www.example2.org/page"))
      desk.press("Esc 3")
      #expect(desk.screen.contains("https://example.org/minutes"))
      desk.press("Esc 6")
      #expect(desk.screen.contains("https://www.example2.org/page"))
    }
  }

  @Test func hintsReachEveryLinkOfTheText() {
    var desk = Desk(size: (80, 40), stories: Self.linked)
    desk.press("Enter f")
    let labels = desk.state.hints?.labels ?? []
    let links = labels.filter { if case .link = $0.target { true } else { false } }
    #expect(links.count == 11)
    #expect(Set(labels.map(\.letters)).count == labels.count)
    desk.press(links[1].letters.map(String.init).joined(separator: " "))
    #expect(desk.screen.contains("https://www.example2.org/page"))
  }

  @Test func similarStoriesComeBeforeOutsideLinksAndTheTextFollows() {
    var desk = Desk(size: (80, 40), stories: Self.linked)
    desk.press("Enter j")
    let position = desk.state.article?.position
    let alike = Related(reason: .alike, title: "Alike", listing: Self.linked[4].listing)
    desk.perform { state in
      state.article?.put(alike: [alike])
      state.settle()
      return []
    }
    #expect(desk.state.article?.panel.rows.count == 5)
    #expect(desk.state.article?.position == position)
    desk.press("g")
    #expect(desk.screen.contains("out 1[6]") && desk.screen.contains("Story two[1]"))
    desk.press("3")
    #expect(desk.state.article?.id == Samples.id(5))
  }

  @Test func neighboursThatLeadToOneAddressAreOneLink() {
    var stories = Samples.many(1)
    let address = "https://example.org/a"
    stories[0].story.references = (0..<4).map {
      Reference(
        kind: .outside, text: "part \($0)", target: $0 == 3 ? "https://example.org/b" : address, naming: .url)
    }
    stories[0].story.body = [
      Block(
        .paragraph([
          Inline("One", reference: 0), Inline(" "), Inline("two", marks: .strong, reference: 1),
          Inline(" three", reference: 3), Inline(" and "), Inline("four", reference: 2),
        ]))
    ]
    let page = Typesetter().page(for: stories[0].story, columns: 70)
    let text = page.lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
    #expect(text.contains("One two[1] three[2] and four[3]"), "\(text)")
    #expect(page.links.map(\.reference) == [0, 3, 2])
    var desk = Desk(size: (80, 24), stories: stories)
    desk.press("Enter")
    // Links to the same place share a number, even apart.
    #expect(desk.screen.contains("One two[1] three[2] and four[1]"))
  }

  @Test func aSingleOutsideLinkHasItsOwnRow() {
    var desk = Desk(size: (80, 24))
    desk.press("Enter 4")
    #expect(desk.row(23).hasPrefix(" Outside the library: https://example.org/rules"))
    #expect(desk.screen.contains("https://example.org/rules"))
  }
}
