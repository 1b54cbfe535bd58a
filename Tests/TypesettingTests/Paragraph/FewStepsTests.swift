import Screen
import Stories
import Testing

@testable import Typesetting

/// Setting a text takes few steps, and the short ways give what the long ones gave.
@Suite struct FewStepsTests {
  private static let span = ParagraphText.Span(role: .text, reference: nil, isProse: true)

  private static func compared(_ text: String, measure: Int, _ manner: LineBreaker.Manner) -> Int {
    var collected = ParagraphText()
    collected.append(text, span: span)
    collected.trimEnd()
    var compared = 0
    _ = LineBreaker.breaks(
      PreparedParagraph(collected, measure: measure), measure: measure, manner: manner, compared: &compared)
    return compared
  }

  @Test(arguments: [LineBreaker.Manner.paragraph, .balanced])
  func linesThatFitAreNotCompared(_ manner: LineBreaker.Manner) {
    let lines = Array(repeating: "a line of six words here", count: 1_000).joined(separator: "\n")
    #expect(Self.compared(lines, measure: 40, manner) == 0)
    #expect(Self.compared(lines, measure: 23, manner) > 1_000)
  }

  @Test(arguments: [
    "", "a", " a  b ", "a\u{AD}b-c", "漢字", "e\u{301} \u{301}", "a\nb", "a\n", "10\u{A0}000 ", "\u{200B}a",
  ])
  func theOnlyLineIsThatOfAllSteps(_ text: String) {
    var collected = ParagraphText()
    collected.append(text, span: Self.span)
    collected.append(text, span: .init(role: .strong, reference: 3, isProse: false))
    for measure in 1...24 {
      let prepared = PreparedParagraph(collected, measure: measure)
      let lines = Finish.lines(
        of: collected, prepared, breaks: LineBreaker.breaks(prepared, measure: measure))
      guard let only = Finish.onlyLine(of: collected, measure: measure) else { continue }
      #expect(lines.count == 1)
      #expect(lines.first.map { "\($0)" } == "\(only)", "at \(measure)")
    }
  }

  @Test func comparisonsGrowWithTheText() {
    let words = LongParagraphTests.words(6_000, seed: 4)
    let counts = [1_500, 3_000, 6_000].map { count in
      Self.compared(words[..<count].joined(separator: " "), measure: 68, .paragraph)
    }
    #expect(counts[0] <= 1_500 * 35)
    #expect(counts[1] <= 2 * counts[0] + counts[0] / 5)
    #expect(counts[2] <= 2 * counts[1] + counts[1] / 5)
  }

  @Test func whoPrintsNotesNoNames() {
    var long = story("Parts", (0..<50).map { Block(.heading(level: 2, [Inline("Part \($0)")])) })
    long.body[3].anchors = ["third"]
    long.notes = [.init(label: "1", blocks: [paragraph("A note.")])]
    var setter = StorySetter(story: long, typesetter: Typesetter(), columns: 60)
    var handed: [Page.Line] = []
    setter.reader = { handed += $0 }
    setter.handOver()
    #expect(setter.parts.places.isEmpty)
    let page = Typesetter().page(for: long, columns: 60)
    #expect(handed == page.lines)
    #expect(page.parts.place(of: "third") != nil && page.parts.place(of: "note-1") != nil)
  }

  @Test func anItemThatEndsAHandedPartGetsNoEmptyLine() {
    for lines in 1_990...2_010 {
      let code = (0..<lines).map { "line \($0)" }.joined(separator: "\n")
      let items = [Block.Item([paragraph("one")]), .init([Block(.code(language: nil, code))]), .init([])]
      let long = story("", [Block(.list(start: nil, items)), Block(.list(start: nil, items))])
      var handed: [Page.Line] = []
      Typesetter().setLines(of: long, columns: 30) { handed += $0 }
      #expect(handed == Typesetter().page(for: long, columns: 30).lines, "\(lines) lines")
    }
  }

  /// What was collected, one cluster after another, from a text without special blanks.
  private static func byClusters(_ text: String) -> (scalars: [UInt32], widths: [UInt8]) {
    var (scalars, widths): ([UInt32], [UInt8]) = ([], [])
    for (index, word) in text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0, let last = scalars.last, last != Mark.space {
        scalars.append(Mark.space)
        widths.append(1)
      }
      for cluster in CellText.clean(String(word)) {
        let width = UInt8(clamping: CellText.width(of: cluster))
        for (place, scalar) in cluster.unicodeScalars.enumerated() {
          scalars.append(scalar.value)
          widths.append(place == 0 ? width : 0)
        }
      }
    }
    return (scalars, widths)
  }

  @Test func everyTextIsCollectedAsByClusters() {
    let signs: [String] = [
      "a", "Z", " ", "é", "e\u{301}", "ø", "\u{301}", "\u{302}", "ש", "ل", "漢", "か", "\u{3099}", "한",
      "\u{1100}", "\u{1161}",
      "\u{11A8}", "👩", "\u{200D}", "👧", "\u{FE0F}", "🇸", "🇪", "\u{1F3FB}", "\u{600}", "\u{6DD}", "…", "—",
      "“", "·", "€",
      "\u{E000}", "\u{378}", "क", "\u{93F}", "ก", "\u{E33}", "Ж", "\u{483}", "，", "。", "\u{7}", "1",
      "\u{20E3}",
    ]
    var seed: UInt64 = 7
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += signs[Int(seed >> 33) % signs.count]
      }
      var collected = ParagraphText()
      collected.append(text, span: Self.span)
      let expected = Self.byClusters(text)
      #expect(collected.scalars == expected.scalars, "\(text.unicodeScalars.map(\.value))")
      #expect(collected.widths == expected.widths, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test func plainTextIsCollectedAsAnyOther() {
    let signs = ["a", "b", " ", " ", "\n", "\t", "\r\n", "\u{B}", "."]
    var seed: UInt64 = 11
    for _ in 0..<2_000 {
      var (plain, mixed) = (ParagraphText(), ParagraphText())
      for keepsBreaks in [true, false, true] {
        var text = ""
        for _ in 0..<6 {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          text += signs[Int(seed >> 33) % signs.count]
        }
        plain.append(text, span: Self.span, keepsBreaks: keepsBreaks)
        mixed.append(text.replacing(".", with: "·"), span: Self.span, keepsBreaks: keepsBreaks)
      }
      #expect(plain.scalars.map { $0 == 0x2E ? 0xB7 : $0 } == mixed.scalars)
      #expect(plain.widths == mixed.widths)
    }
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
  func codeEndsItsLinesInAnyWay(_ text: String) {
    #expect(picture([Block(.code(language: nil, text + "\n \n\t\r\n"))], 20).hasSuffix("min\n\n a\n b"))
  }

  @Test func plainCodeIsCutLikeAnyOther() {
    let plain = String(repeating: "abcdefghij", count: 9)
    for columns in [1, 3, 5, 6, 11, 20, 33, 90] {
      let cut = picture([Block(.code(language: nil, plain))], columns)
      let other = picture([Block(.code(language: nil, plain.replacing("a", with: "å")))], columns)
      #expect(cut.replacing("a", with: "å") == other, "at \(columns)")
    }
  }
}
