import TestSupport
import Testing
import Words

@Suite struct SearchTextTests {
  @Test(arguments: [
    ("malmo", "Malmö"), ("kobenhavn", "København"), ("aero", "Ærø"), ("strasse", "straße"),
    ("STRASSE", "STRAẞE"),
    ("angstrom", "Ångström"), ("reykjavik", "Reykjavík"), ("thordur", "Þórður"), ("lodz", "Łódź"),
    ("istanbul", "İstanbul"),
    ("oeuvre", "Œuvre"), ("елка", "Ёлка"), ("αθηνα", "ΑΘΉΝΑ"), ("οδοσ", "ὁδός"), ("abc123", "ＡＢＣ１２３"),
    ("ﬁn", "fin"),
    ("tieng viet", "Tiếng Việt"), ("bold", "𝐁𝐨𝐥𝐝"), ("co2", "CO₂"), ("カ", "ｶ"), ("ガ", "ｶﾞ"), ("2016", "٢٠١٦"),
  ])
  func bothSpellingsMeet(_ one: String, _ other: String) {
    #expect(SearchText.fold(one) == SearchText.fold(other))
  }

  @Test(arguments: [
    ("", ""), (" \n\t", ""), ("Harbour cities, agree!", "harbour cities agree"), ("can't", "cant"),
    ("can’t", "cant"),
    ("can´t", "cant"), ("'quoted'", "quoted"), ("the ferries' crew", "the ferries crew"),
    ("O'Brien", "obrien"),
    ("l’eau d'Or qu'il", "l eau d or qu il"), ("rock'n'roll", "rocknroll"), ("well-known", "well known"),
    ("non\u{2011}stop", "non stop"), ("har\u{AD}bour", "harbour"), ("har\u{200B}bour\u{FEFF}", "harbour"),
    ("10,000", "10000"), ("10.000.000", "10000000"), ("10\u{A0}000", "10000"), ("10\u{202F}000", "10000"),
    ("10'000", "10000"), ("10 000", "10 000"), ("3.5", "3 5"), ("29.03.2016", "29 03 2016"),
    ("2016,300", "2016 300"),
    ("1,2345", "1 2345"), ("a_b@c.d#e", "a b c d e"), ("\"x\" OR NOT (y*)", "x or not y"),
    ("日本語の", "日 本 語 の"),
    ("서울", "서 울"), ("x日y", "x 日 y"), ("กรุง", "ก ร ุ ง"), ("🚢 ship", "ship"), ("نَص", "نص"),
    ("\u{0}a\u{7F}b", "a b"),
  ])
  func aTextBecomesWords(_ text: String, _ folded: String) {
    #expect(SearchText.fold(text) == folded)
  }

  @Test(arguments: [
    ("\u{E9}", "e\u{301}"), ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}"), ("\u{AC00}\u{11A8}", "\u{AC01}"),
    ("\u{30AC}", "\u{30AB}\u{3099}"), ("\u{3071}", "\u{306F}\u{309A}"), ("\u{30F4}", "\u{30A6}\u{3099}"),
    ("\u{419}", "\u{418}\u{306}"), ("\u{F900}", "\u{8C48}"), ("\u{9CB}", "\u{9C7}\u{9BE}"),
    ("\u{958}", "\u{915}\u{93C}"),
  ])
  func composedAndDecomposedMeet(_ composed: String, _ decomposed: String) {
    #expect(SearchText.fold(composed) == SearchText.fold(decomposed))
    #expect(!SearchText.fold(composed).isEmpty)
  }

  @Test func everyCharacterFoldsToWhatStays() {
    // Above the first plane only variant letters and Han characters change; a sample of one in a hundred of
    // the others is enough.
    let values =
      Array(UInt32(0)...0x33FF) + Array(0xA640...0xABFF) + Array(0xF900...0xFFFF) + Array(0x1D400...0x1D7FF)
    for value in values + stride(from: 0x3400, to: 0x40000, by: 101) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = SearchText.fold("x\(scalar)y \(scalar)")
      if !SearchText.fold(folded).utf8.elementsEqual(folded.utf8) {
        Issue.record("U+\(String(value, radix: 16)) is folded twice")
      }
      if !isPlain(folded) { Issue.record("U+\(String(value, radix: 16)) leaves a sign") }
    }
  }

  @Test func anyTextFoldsToWhatStays() {
    var random = SplitMix(seed: 7)
    for _ in 0..<3_000 {
      let text = RandomText.any(&random)
      let folded = SearchText.fold(text)
      #expect(SearchText.fold(folded).utf8.elementsEqual(folded.utf8))
      #expect(isPlain(folded), "\(text.debugDescription)")
      #expect(!folded.hasPrefix(" ") && !folded.hasSuffix(" ") && !folded.contains("  "))
    }
  }

  @Test func bytesThatAreNotTextPartWords() {
    var folded: [UInt8] = []
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x63, 0xED, 0xA0, 0x80, 0x64, 0xF0, 0x9F]
    bytes.withUnsafeBufferPointer { SearchText.fold($0, into: &folded) }
    #expect(String(decoding: folded, as: UTF8.self) == "a b c d")
  }

  @Test func textIsAppendedAfterABlank() {
    var folded: [UInt8] = []
    for part in ["One", "", "Two ", "日"] { SearchText.fold(part, into: &folded) }
    #expect(String(decoding: folded, as: UTF8.self) == "one two 日")
  }

  @Test func longWordsAreCutAlike() {
    let long = String(repeating: "å", count: 500)
    #expect(SearchText.fold(long) == String(repeating: "a", count: SearchText.wordLimit))
    #expect(SearchText.fold(String(repeating: "ж", count: 500)).utf8.count == SearchText.wordLimit)
  }

  @Test func wordsKnowWhereTheyStand() {
    let text = "«Ærø’s» ferry — 10,000 日本 ｶﾞ"
    let found = SearchText.tokens(text)
    let utf8 = Array(text.utf8)
    let pairs = found.tokens.map {
      String(decoding: found[$0], as: UTF8.self) + "=" + String(decoding: utf8[$0.source], as: UTF8.self)
    }
    #expect(pairs == ["aeros=Ærø’s", "ferry=ferry", "10000=10,000", "日=日", "本=本", "ガ=ｶﾞ"])
  }

  @Test func wordsStandWhereTheyFoldToThemselves() {
    var random = SplitMix(seed: 11)
    for _ in 0..<500 {
      let text = RandomText.any(&random)
      let utf8 = Array(text.utf8)
      let found = SearchText.tokens(text)
      #expect(String(decoding: found.bytes, as: UTF8.self) == SearchText.fold(text))
      for token in found.tokens {
        #expect(
          SearchText.fold(String(decoding: utf8[token.source], as: UTF8.self))
            == String(decoding: found[token], as: UTF8.self))
      }
    }
  }

  private func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x20, 0x30...0x39, 0x61...0x7A, 0x80...0xFF: true
      default: false
      }
    }
  }
}
