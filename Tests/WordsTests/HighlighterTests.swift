import Stories
import TestSupport
import Testing
import Words

@Suite struct HighlighterTests {
  private func marked(_ query: String, _ text: String) -> [String] {
    var parsed = SearchQuery.parse(query, now: Timestamp(seconds: 0))
    parsed.lastWordIsPrefix = false
    let utf8 = Array(text.utf8)
    return Highlighter(CompiledQuery(parsed)).matches(in: text).map {
      String(decoding: utf8[$0.source], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("ferry", "Ferry, ferries, ferry", ["Ferry", "ferry"]),
    ("ferr*", "Ferry, offerry, ferries", ["Ferry", "ferries"]),
    ("10,000", "10,000 or 10\u{A0}000, not 110,000", ["10,000", "10\u{A0}000"]), ("eau", "l'eau", ["eau"]),
    ("\"new harbour\"", "New: harbour, new quay", ["New: harbour"]),
    // Overlapping matches are one, but a phrase does not overlap itself.
    ("\"a b\" \"b c\"", "a b c d", ["a b c"]), ("\"a a\"", "a a a a a", ["a a", "a a"]),
    ("a \"a b\"", "a b a", ["a b", "a"]),
    ("-ferry quay", "ferry quay", ["quay"]), ("ferry OR quay", "quay ferry", ["quay", "ferry"]),
    ("!!!", "!!!", []),
    ("is:unread", "is unread", []), ("", "anything", []), ("near:\"a b\"", "b x a", ["b", "a"]),
    ("title:a", "a", ["a"]),
    ("-(-a)", "a", ["a"]), ("東京", "東京都と東", ["東京"]),
  ])
  func whatIsWantedIsMarked(_ query: String, _ text: String, _ expected: [String]) {
    #expect(marked(query, text) == expected)
  }

  @Test func aRunTooLongToCompareIsMarkedByItsBeginning() {
    let long = (0..<100).map { "w\($0)" }.joined(separator: " ")
    #expect(marked("\"\(long)\"", "before " + long + " after").first?.hasPrefix("w0 w1 ") == true)
  }

  @Test func matchesAreInOrderAndApart() {
    var random = SplitMix(seed: 21)
    for _ in 0..<300 {
      let text = RandomText.any(&random)
      let query = CompiledQuery(SearchQuery.parse(RandomText.any(&random), now: Timestamp(seconds: 0)))
      let found = Highlighter(query).find(in: text)
      #expect(found.matches == Highlighter(query).matches(in: text))
      var end = (words: 0, byte: 0)
      for match in found.matches {
        #expect(
          match.words.lowerBound >= end.words && match.source.lowerBound >= end.byte && !match.words.isEmpty)
        #expect(match.source.lowerBound == found.text.tokens[match.words.lowerBound].source.lowerBound)
        #expect(match.source.upperBound == found.text.tokens[match.words.upperBound - 1].source.upperBound)
        end = (match.words.upperBound, match.source.upperBound)
      }
    }
  }

  @Test func aSnippetKeepsTheBlanksOfANumber() {
    let words = Highlighter(CompiledQuery(.group(CompiledQuery.Group([CompiledQuery.Run(["10000"])]))))
    let snippet = words.snippet(of: String(repeating: "Long ago.\n", count: 30) + "Then 10\u{A0}000 \n came")
    #expect(snippet?.hasSuffix("Then 10\u{A0}000 came") == true)
    #expect(snippet.map { words.matches(in: $0).count } == 1)
  }

  @Test func aSnippetIsFoundInAnyDepthOfAText() {
    let words = Highlighter(CompiledQuery(.group(CompiledQuery.Group([CompiledQuery.Run(["needle"])]))))
    let text = String(repeating: "hay ", count: 40_000) + "needle"
    #expect(words.snippet(of: text)?.hasSuffix("hay needle") == true)
  }

  @Test(arguments: [
    ("Malmö’s “Ærø”", "malmo's \"aero\""), ("10\u{A0}000 Straße", "10 000 strasse"), ("ΑΘΉΝΑ", "αθηνα"),
    ("Việt", "viet"), ("well‑known — x", "well-known — x"), ("カ\u{3099}\u{1112}\u{1161}", "ガ하"),
    ("ﬁ\u{AD}n", "fin"),
  ])
  func lettersArePlainAndSignsStay(_ text: String, _ plain: String) {
    #expect(String(decoding: PlainLetters.bytes(text), as: UTF8.self) == plain)
  }

  @Test func plainLettersAreThoseOfTheIndex() {
    var random = SplitMix(seed: 23)
    for _ in 0..<500 {
      let text = RandomText.any(&random)
      let plain = String(decoding: PlainLetters.bytes(text), as: UTF8.self)
      #expect(
        SearchText.fold(plain).replacing(" ", with: "") == SearchText.fold(text).replacing(" ", with: ""))
    }
  }

  @Test func whatIsNotDrawnIsNoWord() {
    for letter in [
      "\u{115F}", "\u{1160}", "\u{17B4}", "\u{17B5}", "\u{180B}", "\u{180F}", "\u{3164}", "\u{FFA0}",
      "\u{E0101}",
    ] {
      #expect(SearchText.fold("a\(letter)b \(letter)") == "ab", "\(letter.unicodeScalars.map(\.value))")
    }
  }
}
