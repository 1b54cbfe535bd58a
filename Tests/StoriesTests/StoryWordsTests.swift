import Testing

@testable import Stories

@Suite struct StoryWordsTests {
  private static let blocks: [Block] = [
    Block(
      .paragraph([Inline("one tw"), Inline("o", marks: .strong), Inline("1", marks: .note), Inline(" three")])
    ),
    Block(.paragraph([])), Block(.paragraph([Inline("4", marks: .note)])),
    Block(.heading(level: 2, [Inline(" a  heading\n")])),
    Block(
      .quote(
        [Block(.paragraph([Inline("said")])), Block(.list(start: 1, [.init([Block(.rule)]), .init([])]))],
        attribution: "Her")),
    Block(
      .list(
        start: nil,
        [
          .init([Block(.paragraph([Inline("a b")])), Block(.paragraph([Inline("c")]))]), .init([]),
          .init([Block(.code(language: nil, "let x = 1\n"))]),
        ])),
    Block(
      .table(
        .init(
          header: [[Inline("A")], []], rows: [[], [[Inline("b c"), Inline("d")], [Inline("e")]], [[]]]))),
    Block(.table(.init(header: [], rows: [[[Inline("only")]]]))),
    Block(.figure(caption: [Inline("A view")], source: "a.png")), Block(.rule),
    Block(.code(language: nil, "  two words  ")),
  ]

  @Test func theTextOfBlocks() {
    #expect(
      Self.blocks.map(\.text) == [
        "one two three", "", "", " a  heading\n", "said\n\n", "a b\nc\n\nlet x = 1\n", "A\t\nb cd\te\n",
        "only",
        "A view", "", "  two words  ",
      ])
  }

  @Test func wordsAreCountedWithoutJoiningThem() {
    var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "A")
    story.standfirst = "two words"
    story.body = Self.blocks
    let words = Self.blocks.reduce(2) { $0 + $1.text.split { " \n\t".contains($0) }.count }
    #expect(story.words == words)
  }

  @Test func theBeginningOfABlockIsTheBeginningOfItsText() {
    for block in Self.blocks {
      for bytes in 0...30 {
        let beginning = block.beginning(bytes)
        #expect(block.text.hasPrefix(beginning))
        #expect(beginning.utf8.count >= min(bytes, block.text.utf8.count))
      }
    }
  }

  @Test func ofALongListOnlyTheBeginningIsJoined() {
    let items = Array(repeating: Block.Item([Block(.paragraph([Inline("an item")]))]), count: 10_000)
    #expect(Block(.list(start: nil, items)).beginning(100).utf8.count < 110)
  }

  @Test(arguments: [
    "", " ", "a", " a", "a ", "a b", "a  b", "a\tb", "a\nb", "é b", "é  b", "a\u{A0}b", "a \u{301}b",
  ])
  func squeezedTextHasSingleSpaces(_ text: String) {
    #expect(text.squeezed == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  @Test(arguments: [
    "A Part", " A part ", "a_b-c", "A.B!", "Übung", "1. Part", "", " ", "tab\there", "A\u{301} b",
    String(repeating: "ab ", count: 150),
  ])
  func aHeadingInASCIIHasTheAnchorOfAnyOther(_ text: String) {
    // A letter beyond ASCII, which is then taken away, leads the long way.
    #expect(
      PartNames.slug(text) + "ø" == PartNames.slug(text + "ø") || text.utf8.count > 200 || text.last == " ")
    var names = PartNames()
    names.add(heading: text, at: 5)
    let letters = text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }
    #expect(letters.isEmpty || names.place(of: text) == 5)
  }
}
