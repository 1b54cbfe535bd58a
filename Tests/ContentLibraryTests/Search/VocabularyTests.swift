import Stories
import Testing
import Words

@testable import ContentLibrary

@Suite struct VocabularyTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library

  init() throws {
    newsroom = try TemporaryNewsroom()
    let stories = [
      ("one", "en", "The ferries of the harbour were late."),
      ("two", "en-GB", "A ferry came into the harbours."),
      ("tre", "da", "Færgerne sejlede igen fra Malmö."), ("fire", "da", "En færge blev solgt."),
    ]
    for (name, language, text) in stories {
      try newsroom.write("\(name).slip", "headline: \(name)\nlanguage: \(language)\n\n\(text)")
    }
    library = try newsroom.library()
    try library.refreshed()
  }

  private func search(_ text: String) throws -> SearchResult {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 0))
    query.lastWordIsPrefix = false
    return try library.search(query, now: 0, limit: 100, isExact: true)
  }

  private func found(_ text: String) throws -> [String] {
    try search(text).rows.map(\.headline).sorted()
  }

  @Test(arguments: [
    ("ferry", ["one", "two"]), ("Ferries", ["one", "two"]), ("harbour", ["one", "two"]),
    ("færgen", ["fire", "tre"]),
    ("\"the ferry\"", []), ("-ferries", ["fire", "tre"]), ("malmo", ["tre"]), ("ferr*", ["one", "two"]),
    // Forms are those of the story's own language.
    ("ferriet", []),
  ])
  func wordsAreFoundInAllTheirForms(_ query: String, _ expected: [String]) throws {
    #expect(try found(query) == expected)
  }

  @Test func aSlipIsAnsweredWithTheNearestWord() throws {
    let result = try search("habrour")
    #expect(result.rows.isEmpty)
    #expect(result.spellings.map(\.word) == ["habrour"])
    #expect(result.spellings.first?.words.first == "harbour")
    #expect(try search("harbour").spellings.isEmpty)
    // A word that the library has is not a misspelling, though no story has both words.
    #expect(try search("malmo harbour").spellings.isEmpty)
  }

  @Test func theListSaysWhatMayHaveBeenMeant() throws {
    let query = Query(search: TypedSearch("habrour ", now: Timestamp(seconds: 0)))
    let window = try library.window(query, around: .first, before: 0, after: 10)
    #expect(window.rows.isEmpty)
    #expect(window.findings.notice == "No story has “habrour”. Did you mean harbour, harbours?")
  }

  @Test func wordsOfStoriesThatLandLaterAreKnownToo() throws {
    try newsroom.write("five.slip", "headline: five\nlanguage: en\n\nTwo ferried cars.")
    try library.refreshed()
    #expect(try found("ferry") == ["five", "one", "two"])
  }

  @Test func storiesAreCountedByWordAndLanguage() throws {
    let count = { word, isPrefix in
      try library.read { try Vocabulary(db: $0).stories(of: word, isPrefix: isPrefix) }
    }
    #expect(try count("the", false) == 2)
    #expect(try count("harbour", true) == 2)
    #expect(try count("nothing", false) == 0)
  }

  @Test func thereIsAnEndToTheWordsThatAreHeld() throws {
    let words = WordCounts()
    var story = 0
    while !words.isFull {
      words.count(
        Array("common word\(story)x rare".utf8), Array("onlyhere\u{E6}\(story)".utf8), language: nil)
      words.count(Array(("common " + Self.letters(story)).utf8), language: .english)
      story += 1
    }
    try library.write { try words.write(to: $0) }
    #expect(words.count == 0)
    let stories = { word in try library.read { try Vocabulary(db: $0).stories(of: word) } }
    #expect(try stories("common") > story)
    // Words with digits are not kept, nor words seen once when there was no room.
    #expect(try stories("word1x") == 0)
    #expect(try stories(Self.letters(7)) == 0)
  }

  private static func letters(_ number: Int) -> String {
    String(
      String(number, radix: 26).unicodeScalars.map {
        Character(Unicode.Scalar(UInt8(97 + Int(Int(String($0), radix: 26) ?? 0))))
      })
  }
}
