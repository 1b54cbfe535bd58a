import Screen
import Stories
import Testing

@testable import Typesetting

@Suite struct PageTests {
  /// A typical story, with links, notes and a line between paragraphs.
  static let harbour: Story = {
    var all = story("Harbour cities agree on a plan to keep streets safe")
    all.standfirst = "The network meets for the first time"
    all.section = "Nordic"
    all.bylines = ["Ada Holm"]
    all.dateline = "MALMÖ"
    all.published = Timestamp(year: 2016, month: 3, day: 29, hour: 9, minute: 12)
    all.references = [
      Reference(
        kind: .story, text: "the ferry", target: "ferry.md", naming: .path, story: StoryID(rawValue: 2)),
      Reference(
        kind: .story, text: "A bestseller nobody planned", target: "A bestseller nobody planned",
        naming: .headline, label: "READ MORE", position: 1),
      Reference(kind: .outside, text: "Read more about ports here.", position: 1),
    ]
    all.notes = [.init(label: "1", blocks: [paragraph("Counted in March.")])]
    all.body = [
      Block(
        .paragraph([
          Inline("Nine cities and "), Inline("the ferry", reference: 0), Inline(" share a plan"),
          Inline("1", marks: .note), Inline("."),
        ])),
      Block(.heading(level: 2, [Inline("Leaning on talent")])),
      Block(.quote([paragraph("We start with the lights.")], attribution: "The mayor")),
      Block(.list(start: 9, [.init([paragraph("one")]), .init([paragraph("two words")])])),
      Block(.list(start: nil, [.init([paragraph("done")], done: true), .init([paragraph("plain")])])),
      Block(.code(language: nil, "let harbours = [1, 2, 3, 4, 5, 6, 7]")),
      Block(.figure(caption: [Inline("The quay")], source: "img/quay.jpg")),
      Block(.rule),
      Block(
        .table(
          .init(
            header: [[Inline("City")], [Inline("Ships")]],
            rows: [[[Inline("Malmö")], [Inline("12")]], [[Inline("Aarhus")], [Inline("7")]]],
            alignments: [.leading, .trailing]))),
    ]
    return all
  }()

  @Test func aWholeStoryAt40Columns() {
    let page = Typesetter().page(for: Self.harbour, columns: 40)
    #expect(
      page.picture == """

          Harbour cities agree on a
          plan to keep streets safe

          The network meets for the first time

          Nordic · By Ada Holm ·
          29 Mar 2016, 09:12 · 1 min

          MALMÖ — Nine cities and the ferry[1]
          share a plan¹.

          READ MORE  A bestseller nobody
          planned[2]
          Read more about ports here.

          Leaning on talent

          │ We start with the lights.
          │ — The mayor

           9. one
          10. two words

          ☑ done
          • plain

          let harbours = [1, 2, 3, 4, 5, 6, 7]

          [Picture: The quay (quay.jpg)]

                         * * *

          City    Ships
          ──────  ─────
          Malmö      12
          Aarhus      7

          ────────────
          1  Counted in March.
        """)
  }

  @Test func aNarrowPageAt17Columns() {
    let page = Typesetter().page(for: Self.harbour, columns: 17)
    #expect(
      page.picture == """
         Harbour cities
         agree on a
         plan to keep
         streets safe

         The network
         meets for the
         first time

         Nordic ·
         By Ada Holm ·
         29 Mar 2016,
         09:12 · 1 min

         MALMÖ — Nine
         cities and the
         ferry[1] share
         a plan¹.

         READ MORE  A
         bestseller
         nobody
         planned[2]
         Read more about
         ports here.

         Leaning
         on talent

         │ We start with
         │ the lights.
         │ — The mayor

          9. one
         10. two words

         ☑ done
         • plain

         let harbours =
         ↳ [1, 2, 3, 4,
         ↳ 5, 6, 7]

         [Picture:
         The quay
         (quay.jpg)]

              * * *

         City    Ships
         ──────  ─────
         Malmö      12
         Aarhus      7

         ────────────
         1  Counted in
            March.
        """)
  }

  @Test func linksAreNumberedInReadingOrderAndKnowTheirPlace() {
    let page = Typesetter().page(for: Self.harbour, columns: 60)
    #expect(page.links.map(\.number) == [1, 2])
    #expect(page.links.map(\.reference) == [0, 1])
    for link in page.links {
      var column = page.lines[link.line].indent
      let run = page.lines[link.line].runs.first {
        if $0.reference == link.reference { return true }
        column += CellText.width(of: $0.text)
        return false
      }
      #expect(run?.role == (link.number == 1 ? .link : .deadLink))
      #expect(column == link.column)
    }
    #expect(page.parts.places.keys.contains("leaning-on-talent"))
  }

  @Test func withoutNumbersTheWordsOfLinksStandAlone() {
    var options = Typesetter.Options()
    options.numbersLinks = false
    let page = Typesetter(options: options).page(for: Self.harbour, columns: 60)
    #expect(!page.picture.contains("[1]"))
    #expect(page.links.count == 2)
  }

  @Test func aLinkMetTwiceKeepsItsNumber() {
    var twice = story(
      "", [Block(.paragraph([Inline("a", reference: 0), Inline(" and "), Inline("b", reference: 0)]))])
    twice.references = [Reference(kind: .outside, text: "a", target: "https://a.example")]
    let page = Typesetter().page(for: twice, columns: 30)
    #expect(page.picture.contains("a[1] and b[1]"))
    #expect(page.links == [Page.Link(number: 1, reference: 0, line: page.links.first?.line ?? -1, column: 1)])
  }

  /// The story uses the same clock as the list: the reader's.
  @Test(arguments: [
    (0, 0, "29 Mar 2016, 09:12"), (0, 7_200, "29 Mar 2016, 11:12"), (7_200, 0, "29 Mar 2016, 07:12"),
    (0, -36_000, "28 Mar 2016, 23:12"),
  ])
  func hoursAreToldByTheReadersClock(_ written: Int, _ read: Int, _ expected: String) {
    var dated = story("")
    dated.published = Timestamp(year: 2016, month: 3, day: 29, hour: 9, minute: 12, offset: written)
    let now = Timestamp(seconds: 1_800_000_000, offset: read)
    #expect(DateLine(story: dated, now: now).facts == [expected])
  }

  @Test func aDayIsNoHour() {
    var dated = story("")
    dated.published = Timestamp(year: 2016, month: 3, day: 29, precision: .day)
    #expect(
      DateLine(story: dated, now: Timestamp(seconds: 1_800_000_000, offset: -36_000)).facts == [
        "29 Mar 2016"
      ])
  }

  @Test func anUpdateSaysWhatIsNew() {
    var dated = story("")
    dated.published = Timestamp(year: 2016, month: 3, day: 29, hour: 9, minute: 12)
    dated.updated = dated.published
    #expect(DateLine(story: dated).facts == ["29 Mar 2016, 09:12"])
    dated.updated = Timestamp(year: 2016, month: 3, day: 29, hour: 11, minute: 5)
    #expect(DateLine(story: dated).facts == ["29 Mar 2016, 09:12", "updated 11:05"])
    dated.updated = Timestamp(year: 2016, month: 4, day: 1, hour: 11, minute: 5)
    #expect(DateLine(story: dated).facts == ["29 Mar 2016, 09:12", "updated 1 Apr, 11:05"])
    dated.updated = Timestamp(year: 2016, month: 4, precision: .month)
    #expect(DateLine(story: dated).facts == ["29 Mar 2016, 09:12", "updated Apr 2016"])
    dated.updated = Timestamp(year: 2017, month: 4, day: 2, precision: .day)
    #expect(DateLine(story: dated).facts == ["29 Mar 2016, 09:12", "updated 2 Apr 2017"])
  }

  /// A line ends between two facts, never within one.
  @Test(arguments: 24...60) func factsStayWhole(_ columns: Int) {
    var dated = story("Board")
    dated.section = "front-page"
    dated.bylines = ["Ada Holm"]
    dated.published = Timestamp(year: 2016, month: 3, day: 29, hour: 9, minute: 12)
    dated.updated = Timestamp(year: 2016, month: 4, day: 1, hour: 11, minute: 5)
    dated.wire.version = 2
    let picture = Typesetter().page(for: dated, columns: columns).picture
    for fact in ["Front page", "By Ada Holm", "29 Mar 2016, 09:12", "updated 1 Apr, 11:05", "version 2"] {
      #expect(picture.contains(fact), "\(fact) at \(columns)")
    }
  }

  /// Speech is set like the text around it.
  @Test func speechHasNoBar() {
    var speech = Block(.quote([Block(.paragraph([Inline("“No,” says Ada Holm.")]))], attribution: "Ada Holm"))
    #expect(Typesetter().page(for: story("", [speech]), columns: 40).picture.contains("│"))
    speech.isSpeech = true
    let picture = Typesetter().page(for: story("", [speech]), columns: 40).picture
    #expect(picture.contains("“No,” says Ada Holm."))
    #expect(!picture.contains("│") && !picture.contains("—"))
  }

  /// Markdown has no table without a header; an empty one is not drawn.
  @Test func anEmptyHeadIsNone() {
    let table = Block(.table(.init(header: [[], [Inline(" ")]], rows: [[[Inline("a")], [Inline("b")]]])))
    let picture = Typesetter().page(for: story("", [table]), columns: 30).picture
    #expect(picture.contains("a  b"))
    #expect(!picture.contains("─"))
  }

  @Test func aTableTooWideWrapsItsCellsAndThenBecomesRecords() {
    let table = Block(
      .table(
        .init(
          header: [[Inline("Harbour")], [Inline("What it plans")]],
          rows: [[[Inline("Aarhus")], [Inline("lamps along the whole quay")]]])))
    #expect(
      picture([table], 30).hasSuffix(
        """
         Harbour  What it plans
         ───────  ───────────────────
         Aarhus   lamps along the
                  whole quay
        """))
    #expect(
      picture([table], 12).hasSuffix(
        """
         Harbour:
         Aarhus
         What it
         plans:
         lamps
         along the
         whole quay
        """))
  }

  @Test func everyRunKnowsItsRole() {
    let body = [
      Block(
        .paragraph([
          Inline("a "), Inline("b", marks: .strong), Inline(" "), Inline("c", marks: .emphasis), Inline(" "),
          Inline("d", marks: .code), Inline(" "), Inline("e", marks: .strike), Inline(" "),
          Inline("f", marks: .strong, reference: 0), Inline("g", reference: 9),
        ])),
      Block(.quote([paragraph("q")], attribution: nil)),
    ]
    var marked = story("", body)
    marked.references = [Reference(kind: .outside, text: "f", target: "https://a.example")]
    let roles = Typesetter().page(for: marked, columns: 30).rolesPicture.split(separator: "\n").suffix(3)
    #expect(
      roles.joined(separator: "\n") == """
        1 [text|a ][text.strong|b][text| ][text.emphasis|c][text| ][text.code|d][text| ]\
        [text.strike|~e~][text| ][text.link.outside|f]@0[text.link.number|[1]]@0[text|g] #0
        0
        1 [text.marker|│ ][text.quote|q] #1
        """)
  }

  @Test func aDatelineThatTheParagraphHasIsNotSaidTwice() {
    var dated = story("", [paragraph("MALMÖ — Rain."), paragraph("More.")])
    dated.dateline = "MALMÖ"
    #expect(Typesetter().page(for: dated, columns: 30).picture.hasSuffix(" MALMÖ — Rain.\n\n More."))
  }
}
