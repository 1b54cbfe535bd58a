import ContentLibrary
import Database
import Stories
import TestSupport
import Testing
import Words

@Suite struct MatchExpressionTests {
  private func compiled(_ query: SearchQuery) -> CompiledQuery {
    CompiledQuery(
      query, shelved: { Corpus.Story.words(of: $0.value) }, forms: { _ in [] }, completions: { _ in nil })
  }

  @Test(arguments: [
    ("ferry", "\"ferry\""), ("Ærø ", "\"aero\""), ("well-known", "\"well known\""), ("\"a b\"", "\"a b\""),
    ("fer*", "\"fer\" *"), ("a b", "(\"a\" AND \"b\")"), ("a OR b", "(\"a\" OR \"b\")"),
    ("c a OR b", "(\"c\" AND (\"a\" OR \"b\"))"), ("a -b", "(\"a\" NOT \"b\")"),
    ("a -b -c", "(\"a\" NOT (\"b\" OR \"c\"))"),
    ("title:a b", "(headline : (\"a\") AND \"b\")"), ("near:(a b, 3)", "NEAR(\"a\" \"b\", 3)"),
    ("desk:x OR b", "(facets : \"x\" OR \"b\")"),
    (
      "by:x OR b",
      """
      ((facets : \"x\" OR byline : \"x\") OR \"b\")
      """
    ), ("日本", "\"日 本\""), ("a!!! --", "\"a\""),
    ("\"x\"\" OR y", "\"x\""),
  ])
  func aQueryBecomesAnFTSExpression(_ text: String, _ expected: String) {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 0))
    query.lastWordIsPrefix = false
    guard text != "\"x\"\" OR y" else {
      // An unclosed quotation continues to the end.
      #expect(MatchExpression(CompiledQuery(query)).stories == .matching("(\"x\" AND \"or y\")"))
      return
    }
    #expect(MatchExpression(compiled(query)).stories == .matching(expected))
  }

  @Test func theLastWordIsABeginningWhileItIsTyped() {
    let query = SearchQuery.parse("ferry har", now: Timestamp(seconds: 0))
    let compiled = CompiledQuery(query)
    #expect(MatchExpression(compiled).stories == .matching("(\"ferry\" AND \"har\" *)"))
    #expect(
      compiled.typedWords == [CompiledQuery.Word("ferry"), CompiledQuery.Word("har", isBeginning: true)])
  }

  @Test(arguments: [
    ("", MatchExpression.Selection.all), ("is:unread", .all), ("-a", .notMatching("\"a\"")),
    ("-a -b", .notMatching("(\"a\" OR \"b\")")), ("a OR -b", .notMatching("(\"b\" NOT \"a\")")),
    ("!!!", .none),
    ("-(a b)", .notMatching("(\"a\" AND \"b\")")),
  ])
  func aQueryOfExclusionsIsAComplement(_ text: String, _ expected: MatchExpression.Selection) {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 0))
    query.lastWordIsPrefix = false
    #expect(MatchExpression(CompiledQuery(query)).stories == expected)
  }

  @Test func wordsAreWidenedButPrefixesAndPhrasesAreNot() {
    var query = SearchQuery.parse("ferry \"ferry\" ferr* -ferry", now: Timestamp(seconds: 0))
    query.lastWordIsPrefix = false
    let compiled = CompiledQuery(
      query, shelved: { _ in [] }, forms: { $0 == "ferry" ? ["ferry", "Ferries"] : [] },
      completions: { _ in nil })
    let wide = "(\"ferry\" OR \"ferries\")"
    #expect(
      MatchExpression(compiled).stories == .matching("((\(wide) AND \"ferry\" AND \"ferr\" *) NOT \(wide))"))
    #expect(compiled.typedWords.map(\.text) == ["ferry", "ferr"])
  }

  @Test func beginningsBecomeKnownWords() {
    let query = SearchQuery.parse("sea* well-kn", now: Timestamp(seconds: 0))
    let compiled = CompiledQuery(
      query, shelved: { _ in [] }, forms: { _ in [] },
      completions: { $0 == "kn" ? ["known", "kn", "knot"] : nil })
    let known = "(\"well kn\" OR \"well known\" OR \"well knot\")"
    #expect(MatchExpression(compiled).stories == .matching("(\"sea\" * AND \(known))"))
    #expect(compiled.typedWords.map(\.isBeginning) == [true, false, true])
  }

  @Test func anyTypedTextIsAccepted() throws {
    let table = try Corpus(stories: [])
    var random = SplitMix(seed: 3)
    var texts = (0..<1_000).map { _ in RandomText.any(&random) }
    texts += [
      String(repeating: "(", count: 3_000), String(repeating: "(a -", count: 700),
      String(repeating: "-(a OR ", count: 300),
      String(repeating: "a OR -(b ", count: 300), String(repeating: "ferry ", count: 1_000),
      String(repeating: "a OR b ", count: 400), String(repeating: "\"", count: 999),
      String(repeating: "title:(a ", count: 300),
      String(repeating: "title:(-(a -b) OR -(c OR -d) ", count: 60), String(repeating: "å", count: 5_000),
      String(repeating: "日", count: 2_000), "near:(\(String(repeating: "a ", count: 900)), 5)",
    ]
    for text in texts {
      let query = SearchQuery.parse(text, now: Timestamp(seconds: 1_459_242_720))
      let compiled = CompiledQuery(
        query, shelved: { _ in [] }, forms: { word in (0..<40).map { "\(word)\($0)" } },
        completions: { $0.utf8.count < 4 ? ["\($0)1", "\($0)2"] : nil })
      #expect(throws: Never.self, "\(text.prefix(300).debugDescription)") {
        _ = try table.found(compiled)
      }
    }
  }

  @Test func itFindsTheSameAsReadingEveryStory() throws {
    var random = SplitMix(seed: 5)
    let words = [
      "ferry", "ferries", "harbour", "Malmö", "malmo", "Ærø", "well-known", "日本", "can't", "10,000", "a", "b",
    ]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    let stories = (0..<60).map { _ in
      Corpus.Story(headline: text(3), facets: text(1), body: text(Int.random(in: 0...12, using: &random)))
    }
    let corpus = try Corpus(stories: stories)
    var found = 0
    for _ in 0..<1_500 {
      let query = RandomQuery.text(words: words, depth: 3, &random)
      var parsed = SearchQuery.parse(query, now: Timestamp(seconds: 0))
      #expect(parsed.notice == nil, "\(query)")
      parsed.lastWordIsPrefix = Bool.random(using: &random)
      let expected = Set(stories.indices.filter { BruteForce(query: parsed).matches(stories[$0]) })
      let actual = try corpus.found(compiled(parsed))
      #expect(actual == expected, "\(query)")
      found += actual.isEmpty || actual.count == stories.count ? 0 : 1
    }
    #expect(found > 500)
  }
}
