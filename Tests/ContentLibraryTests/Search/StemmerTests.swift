import ContentLibrary
import Testing

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

  @Test func whatIsNoWordHasNoStem() {
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

  @Test func aWordIsAskedForInItsForms() {
    let stemmer = Stemmer()
    let vocabulary = [
      ("ferry", StemLanguage.english, 9), ("ferries", .english, 4), ("ferried", .english, 1),
      ("feral", .english, 3), ("ferry", .danish, 1),
    ].compactMap { word, language, stories in stemmer.key(of: word, in: language).map { ($0, word, stories) }
    }
    let forms = stemmer.forms(of: "Ferries") { keys in
      vocabulary.filter { keys.contains($0.0) }.map { (word: $0.1, stories: $0.2) }
    }
    #expect(forms == ["ferries", "ferry", "ferried"])
  }

  @Test func formsAreBounded() {
    let many = (0..<500).map { (word: "word\($0)", stories: $0) }
    let forms = Stemmer().forms(of: "words") { _ in many }
    #expect(forms.count == Stemmer.formLimit)
    #expect(forms.prefix(2) == ["words", "word499"])
  }

  @Test(arguments: [
    (
      "en",
      "The harbour cities have agreed on a plan that will keep their streets safe, and they meet for the first time this week."
    ),
    (
      "da",
      "Havnebyerne er blevet enige om en plan, der skal holde gaderne sikre, og de mødes nu for første gang efter påske."
    ),
    (
      "sv",
      "Hamnstäderna har kommit överens om en plan som ska hålla gatorna säkra, och de möts nu för första gången efter påsk."
    ),
    (
      "nb",
      "Havnebyene har blitt enige om en plan som skal holde gatene trygge, og de møtes nå for første gang etter påske."
    ),
    (
      "de",
      "Die Hafenstädte haben sich auf einen Plan geeinigt, der die Straßen sicher halten soll, und treffen sich zum ersten Mal."
    ),
    (
      "fi",
      "Satamakaupungit ovat sopineet suunnitelmasta, joka pitää kadut turvallisina, ja ne tapaavat nyt kun pääsiäinen on ohi."
    ),
    (
      "is",
      "Hafnarborgirnar hafa komið sér saman um áætlun sem á að halda götunum öruggum og þær hittast nú í fyrsta sinn eftir páska."
    ),
    (
      "fr",
      "Les villes portuaires se sont mises d’accord sur un plan pour la sécurité des rues, et elles se réunissent cette semaine."
    ),
    (
      "es",
      "Las ciudades portuarias han acordado un plan para que sus calles sean seguras, y se reúnen por primera vez esta semana."
    ),
    (
      "nl",
      "De havensteden zijn het eens over een plan dat de straten veilig moet houden, en ze komen deze week voor het eerst bij elkaar."
    ),
  ])
  func aLanguageIsToldByItsLittleWords(_ code: String, _ text: String) {
    #expect(LanguageGuess.language(of: text) == code)
  }

  @Test(arguments: [
    "", "Malmö", "1 2 3", "日本語の文章です。",
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor",
    "As cidades portuárias não têm um plano para manter as ruas seguras, mas já se reúnem pela primeira vez esta semana.",
  ])
  func whatIsUnsureIsNotGuessed(_ text: String) {
    #expect(LanguageGuess.language(of: text) == nil)
  }
}
