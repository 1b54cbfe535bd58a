import Testing
import Words

@Suite struct StemmerTests {
  @Test(arguments: [
    (StemLanguage.english, ["ferry", "ferries", "Ferry"]),
    (.danish, ["færge", "færger", "færgerne", "FÆRGEN"]),
    (.swedish, ["färg", "färger", "färgerna"]), (.norwegian, ["ferge", "ferger", "fergene"]),
    (.german, ["Straße", "Straßen", "strassen"]),
  ])
  func formsHaveOneStem(_ language: StemLanguage, _ forms: [String]) {
    let stemmer = Stemmer()
    let stems = Set(forms.map { stemmer.stem(of: $0, in: language) })
    #expect(stems.count == 1)
    #expect(stems.first??.utf8.allSatisfy { $0 < 0x80 } == true)
  }

  @Test func otherTextsHaveNoStem() {
    let stemmer = Stemmer()
    for text in [
      "", "ab", "10000", "b2b", "two words", "日", String(repeating: "a", count: 500), "\0\0\0", "a'b",
    ] {
      #expect(stemmer.stem(of: text, in: .english) == nil, "\(text.debugDescription)")
    }
  }

  @Test func codesAreReadAsStoriesDeclareThem() {
    #expect(
      ["en", "en-GB", "EN_us", "no", "nn-NO", "nb", "de-AT", "fr", ""].map {
        StemLanguage(code: $0)?.rawValue
      }
        == ["en", "en", "en", "nb", "nb", "nb", "de", nil, nil])
  }
}
