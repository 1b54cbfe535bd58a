import Stories
import Testing
import Words

@testable import Messages

/// That the languages say the same things, and how they write numbers and dates.
@Suite struct CatalogueTests {
  private static let languages: [Language] = [.danish, .swedish, .german]

  /// The places of a text: "%1", "%2", sorted.
  private func places(_ text: Substring) -> [String] {
    var found: [String] = []
    var rest = text
    while let percent = rest.firstIndex(of: "%"), rest.index(after: percent) < rest.endIndex {
      let digit = rest[rest.index(after: percent)]
      if digit.isNumber { found.append("%\(digit)") }
      rest = rest[rest.index(after: percent)...]
    }
    return found.sorted()
  }

  /// Whether a phrase has a form for one and one for many.
  private func isCounted(_ key: String) -> Bool { key.hasPrefix("%1 ") && key.contains("|") }

  @Test func everyLanguageHasTheSamePhrases() {
    let all = Self.languages.map { Catalogue.of($0) }
    #expect(all[0].entries.count > 500)
    for catalogue in all {
      #expect(Set(catalogue.entries.keys) == Set(all[0].entries.keys), "\(catalogue.language)")
      #expect(catalogue.toldEntries.map(\.key) == all[0].toldEntries.map(\.key), "\(catalogue.language)")
    }
  }

  @Test(arguments: languages) func everyTextHasThePlacesOfItsPhrase(_ language: Language) {
    let catalogue = Catalogue.of(language)
    for (key, text) in catalogue.entries.map({ ($0.key, $0.value) }) + catalogue.toldEntries {
      #expect(!text.isEmpty, "\(key)")
      let forms = isCounted(key) ? text.split(separator: "|") : [text[...]]
      #expect(forms.count == (isCounted(key) ? 2 : 1), "\(key)")
      let wanted = places(isCounted(key) ? key.prefix { $0 != "|" } : key[...])
      for form in forms { #expect(places(form) == wanted, "\(key): \(form)") }
      // Blanks at the ends belong to the phrase, the mark at its end too.
      #expect(
        key.hasSuffix(" ") == text.hasSuffix(" ") && key.hasPrefix(" ") == text.hasPrefix(" "), "\(key)")
      #expect(key.hasSuffix(".") == text.hasSuffix(".") || text.contains("Min."), "\(key): \(text)")
    }
  }

  @Test func pluralsAreRight() {
    let table: [(Language, [String])] = [
      (.english, ["0 stories", "1 story", "2 stories", "1,000 stories"]),
      (.danish, ["0 artikler", "1 artikel", "2 artikler", "1.000 artikler"]),
      (.swedish, ["0 artiklar", "1 artikel", "2 artiklar", "1\u{A0}000 artiklar"]),
      (.german, ["0 Artikel", "1 Artikel", "2 Artikel", "1.000 Artikel"]),
    ]
    for (language, texts) in table {
      let catalogue = Catalogue.of(language)
      #expect([0, 1, 2, 1_000].map { catalogue(.counted($0, "story", "stories")) } == texts)
    }
    #expect(Catalogue.of(.german)(.counted(1, "new story", "new stories")) == "1 neuer Artikel")
    #expect(
      Catalogue.of(.german)(.counted(-1_234_567, "new story", "new stories")) == "-1.234.567 neue Artikel")
    #expect(
      Catalogue.of(.swedish)("The list has only \(.counted(1, "row", "rows")).") == "Listan har bara 1 rad.")
  }

  @Test func numbersHaveTheSignsOfTheLanguage() {
    let rate: Phrase = "\(.decimal(tenths: 12_345)) MB/s"
    #expect(Catalogue.english(rate) == "1,234.5 MB/s")
    #expect(Catalogue.of(.danish)(rate) == "1.234,5 MB/s")
    #expect(Catalogue.of(.swedish)(rate) == "1\u{A0}234,5 MB/s")
    #expect(Catalogue.of(.german)(rate) == "1.234,5 MB/s")
  }

  @Test func datesAreWrittenAsInTheLanguage() throws {
    let moment = try #require(
      Timestamp(year: 2016, month: 3, day: 29, hour: 14, minute: 5, second: 0, offset: 0))
    let told = Language.allCases.map { Catalogue.of($0).moment(moment, now: nil).text }
    #expect(
      told == ["29 Mar 2016, 14:05", "29. mar. 2016, 14.05", "29 mars 2016, 14:05", "29. März 2016, 14:05"])
    let day = DatePeriod.Name.since(.day(Day(year: 2016, month: 3, day: 29)))
    #expect(
      Language.allCases.map { Catalogue.of($0).title(of: day) } == [
        "since 29 March 2016", "siden 29. marts 2016", "sedan 29 mars 2016", "seit 29. März 2016",
      ])
    for catalogue in Language.allCases.map(Catalogue.of) {
      #expect(catalogue.calendar.weekdays.count == 7)
      #expect((1...12).allSatisfy { !catalogue.calendar.month($0).isEmpty })
      #expect((1...12).allSatisfy { !catalogue.calendar.shortMonth($0).isEmpty })
      #expect(catalogue.calendar.month(0).isEmpty && catalogue.calendar.shortMonth(13).isEmpty)
    }
  }

  /// What people type for a date is understood whatever the language of the screen.
  @Test func theNamesOfMonthsAreUnderstoodAsTyped() throws {
    let now = try #require(
      Timestamp(year: 2026, month: 11, day: 22, hour: 12, minute: 0, second: 0, offset: 0))
    for catalogue in Language.allCases.map(Catalogue.of) {
      for month in 1...12 {
        let period = try #require(DatePeriod("\(catalogue.calendar.month(month)) 2016", now: now))
        #expect(period.name == .month(year: 2016, month: month))
      }
    }
  }

  @Test func sentencesOfRoomsBelowAreFoundByTheirWords() {
    let danish = Catalogue.of(.danish)
    #expect(danish.told("can't read /x: No such file") == "kan ikke læse /x: No such file")
    #expect(
      danish.told("the quotation mark is not closed yet.") == "anførselstegnet er ikke lukket endnu.")
    #expect(
      danish.told("no such directory: /x. Give the directory that holds your stories.")
        == "ingen sådan mappe: /x. Angiv mappen med dine artikler.")
    #expect(
      danish.told("can't use the index /x: full. You can delete it; newsroom will build it again")
        == "indekset /x kan ikke bruges: full. Det kan slettes; newsroom bygger det igen")
    // One language at a time.
    #expect(danish.told("Who knows. no story has these words") == "Who knows. no story has these words")
    #expect(danish.told("Who? Me. No.") == "Who? Me. No.")
    #expect(danish.told("something else entirely") == "something else entirely")
    #expect(danish("Oh: \(Phrase(told: "no story has these words"))") == "Oh: ingen artikel har disse ord")
    // A place of a sentence is not read as a pattern, and a hostile length is not compared.
    #expect(danish.told("can't read %1%2: %3") == "kan ikke læse %1%2: %3")
    let long = "can't read " + String(repeating: "x: ", count: 100_000)
    #expect(danish.told(long) == long)
    #expect(Catalogue.english.told("can't read x: y") == "can't read x: y")
  }

  @Test func argumentsAreNeverPatterns() {
    #expect(Catalogue.english("“\("%2 %1")” is not in this story.") == "“%2 %1” is not in this story.")
    #expect(Catalogue.of(.german)("Set \("%2") to \("100%")") == "%2 auf 100% setzen")
    #expect(
      Catalogue.english(.joined((1...12).map { .verbatim("\($0)") }))
        == (1...12).map(String.init).joined(separator: " · "))
    #expect(Catalogue.english(Phrase(told: "no news is good").asSentence) == "No news is good.")
  }
}
