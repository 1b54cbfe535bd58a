import Stories
import Testing

@testable import Typesetting

@Suite struct HostileTests {
  /// A story with a bit of everything, including hostile characters.
  static let everything: Story = {
    var all = story("Nine harbour cities agree on a plan to keep their streets safe")
    all.standfirst = "The network meets in Malmö"
    all.section = "Nordic"
    all.bylines = ["Ada Holm", "Per Ek"]
    all.dateline = "MALMÖ"
    all.language = "en"
    all.references = [
      Reference(kind: .outside, text: "site", target: "https://a.example"),
      Reference(
        kind: .story, text: "Ferry line", target: "Ferry line", naming: .headline, label: "READ MORE",
        position: 1),
      Reference(kind: .outside, text: "Read more here", position: 99_999),
    ]
    all.notes = [.init(label: "1", blocks: [paragraph("A note.")]), .init(label: "x\u{1B}[31m", blocks: [])]
    all.body = [
      Block(
        .paragraph([
          Inline("Some "), Inline("linked words", reference: 0), Inline("."), Inline("1", marks: .note),
        ])),
      Block(.heading(level: 2, [Inline("A part")])),
      Block(
        .quote(
          [paragraph("Who said it"), Block(.list(start: 9, [.init([paragraph("one")], done: true)]))],
          attribution: "Her")),
      Block(
        .list(
          start: Int.max,
          [.init([]), .init([paragraph("b"), Block(.code(language: nil, "\tlet x\u{202E} = 1"))])])),
      Block(
        .table(
          .init(
            header: [[Inline("A")], [Inline("B")]],
            rows: [[[Inline("long words in a cell")]], [[], [Inline("2")], [Inline("3")]]]))),
      Block(.figure(caption: [Inline("A view", reference: 77)], source: "https://x.example/a/b.jpg?w=1")),
      Block(.rule),
      paragraph("اللغة العربية עברית 👩‍👩‍👧‍👦🇸🇪 e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}"),
      Block(.paragraph([])), Block(.heading(level: -3, [])), Block(.quote([], attribution: nil)),
      Block(.list(start: nil, [])),
      Block(.table(.init(header: [], rows: []))), Block(.code(language: nil, "")),
      Block(.figure(caption: [], source: nil)),
    ]
    return all
  }()

  @Test func everyWidthSetsWithoutALineBeyondThePane() {
    for columns in Array(2...130) + [499, 1000, 70_000] {
      let page = Typesetter().page(for: Self.everything, columns: columns)
      #expect(faults(of: page) == [], "at \(columns)")
      #expect(!page.picture.contains("\u{1B}"))
    }
    for columns in [1, 0, -5, Int.min] {
      #expect(!Typesetter().page(for: Self.everything, columns: columns).lines.isEmpty)
    }
  }

  @Test func aStoryWithoutAnythingIsAnEmptyPage() {
    let page = Typesetter().page(for: story(), columns: 80)
    #expect(page.lines.isEmpty)
    #expect(page.anchor(atLine: 7) == PagePosition(block: nil, offset: 0))
    #expect(page.line(of: PagePosition(block: 3, offset: 9)) == 0)
    #expect(page.line(forPlace: .nan) == 0)
    #expect(page.place(ofLine: 4) == 0)
  }

  @Test func aHundredThousandBlocksAreSet() {
    let page = Typesetter().page(
      for: story("", Array(repeating: paragraph("word"), count: 100_000)), columns: 60)
    #expect(page.lines.filter { !$0.runs.isEmpty && $0.block != nil }.count == 100_000)
  }

  @Test func quotesWithinQuotesKeepAReadableColumn() {
    var block = paragraph("deep words here")
    for _ in 0..<300 { block = Block(.quote([block], attribution: nil)) }
    let page = Typesetter().page(for: story("", [block]), columns: 40)
    #expect(page.picture.contains("deep words here"))
    #expect(faults(of: page) == [])
  }

  @Test func aTableOfManyColumnsIsReadRowByRow() {
    let row = (0..<500).map { [Inline("c\($0)")] }
    let page = Typesetter().page(
      for: story("", [Block(.table(.init(header: row, rows: [row])))]), columns: 80)
    #expect(page.picture.contains("c499: c499"))
  }
}

@Test func aStoryWithoutTextSaysSo() {
  var story = Story(id: StoryID(rawValue: 7), path: "a.md", format: "markdown", headline: "A headline alone")
  for columns in [12, 40, 80] {
    let page = Typesetter().page(for: story, columns: columns)
    let text = page.lines.map { $0.runs.map(\.text).joined() }.joined(separator: " ")
    #expect(text.contains("This story has no text.") || columns < 24 && text.contains("has no"), "\(text)")
  }
  story.wire.status = .canceled
  let killed = Typesetter().page(for: story, columns: 80)
  #expect(!killed.lines.contains { $0.runs.contains { $0.text.contains("has no text") } })
  story.wire.status = .usable
  story.body = [Block(.paragraph([Inline("A line.")]))]
  let full = Typesetter().page(for: story, columns: 80)
  #expect(!full.lines.contains { $0.runs.contains { $0.text.contains("has no text") } })
}
