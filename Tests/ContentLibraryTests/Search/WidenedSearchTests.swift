import Stories
import Testing
import Words

@testable import ContentLibrary

/// Ranking by the whole text, and the results when few stories have every word.
@Suite struct WidenedSearchTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library
  private static let now: Int64 = 1_700_000_000

  init() throws {
    newsroom = try TemporaryNewsroom()
    let stories = [
      (
        "passing", "Council meets", "en", 3,
        "The budget, the school, the lighthouse: all was spoken of at length."
      ),
      (
        "about", "A keeper remembers", "en", 0,
        "The lighthouse burned oil. The lighthouse had a keeper, and the lighthouse had a bell."
      ),
      ("names", "Pollack on trial", "en", 1, "Pollack was lobbying for the quota."),
      (
        "fish", "Few pollacks left", "en", 2,
        "Pollacks and cod; the pollacks went north. Nobody was lobbying."
      ),
      ("linie", "Neue Verbindung", "de", 0, "Die Fährlinie nach Malmö beginnt im Mai."),
      ("faehre", "Im Hafen", "de", 0, "Eine Fähre liegt dort, die Fähre aus Malmö."),
      ("harbour", "Harbour plan", "en", 0, "A plan for the quay and the crane."),
      ("crane", "Crane sold", "en", 0, "The crane went north."),
    ]
    for (name, headline, language, days, text) in stories {
      try newsroom.write(
        "\(name).slip",
        """
        headline: \(headline)\nlanguage: \(language)\nseconds: \
        \(Self.now - 86_400 * Int64(10 - days))\n\n\(text)
        """
      )
    }
    for number in 0..<30 {
      try newsroom.write(
        "other\(number).slip",
        "headline: Other \(number)\nseconds: \(Self.now - 864_000)\n\nNothing of the kind \(number).")
    }
    library = try newsroom.library()
    try library.refreshed()
  }

  private func search(_ text: String, isExact: Bool = false) throws -> SearchResult {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: Self.now))
    query.lastWordIsPrefix = false
    return try library.search(query, now: Self.now, limit: 10, isExact: isExact)
  }

  private func names(_ rows: [Listing]) -> [String] { rows.map { String($0.path.dropLast(5)) } }

  @Test func ofHeadlinesWithAllWordsTheNewestComesFirstWhateverTheTextsRepeat() throws {
    for (name, days, text) in [
      ("old", 9, "Survey, survey and survey: the results of the survey are the results."),
      ("new", 1, "Here they are."),
    ] {
      try newsroom.write(
        "\(name).slip",
        "headline: Survey results \(name)\nseconds: \(Self.now - 86_400 * Int64(days * 400))\n\n\(text)")
    }
    try newsroom.write(
      "text.slip", "headline: A long report\nseconds: \(Self.now)\n\nSurvey results, results of a survey.")
    try library.refreshed()
    #expect(try names(search("results survey").rows) == ["new", "old", "text"])
  }

  @Test func frequentMentionsRankAboveASingleOne() throws {
    #expect(try names(search("lighthouse").rows) == ["about", "passing"])
  }

  @Test func wordsAsTypedRankAboveOtherForms() throws {
    let rows = try search("Pollack lobbying").rows
    #expect(names(rows) == ["names", "fish"])
    #expect(rows.allSatisfy { $0.lacks == nil })
  }

  @Test func partsOfCompoundsRankBelowWholeWords() throws {
    #expect(try names(search("Fähre").rows) == ["faehre", "linie"])
    // A language that writes them apart has none.
    #expect(try names(search("north").rows.filter { $0.path == "other1.slip" }).isEmpty)
  }

  @Test func storiesThatLackOneWordFollowAndNameIt() throws {
    let result = try search("harbour crane")
    #expect(names(result.rows) == ["harbour", "crane"])
    #expect(result.rows.map(\.lacks) == [nil, "harbour"])
    #expect(result.count == 2)
    #expect(try names(search("harbour crane", isExact: true).rows) == ["harbour"])
    // An excluded word is not missed, and a single word can't be left out.
    #expect(try names(search("harbour -plan").rows) == [])
    #expect(try names(search("harbour").rows) == ["harbour"])
  }

  @Test func anUnknownWordIsShownWithItsCorrection() throws {
    let result = try search("lighthuose")
    #expect(names(result.rows) == ["about", "passing"])
    #expect(result.notice == "showing results for “lighthouse”")
    let exact = try search("lighthuose", isExact: true)
    #expect(exact.rows.isEmpty)
    #expect(exact.spellings.map(\.words) == [["lighthouse"]])
    #expect(try names(search("lighthuose keeper").rows) == ["about", "passing"])
  }

  @Test func theReadersListHasTheSameRows() throws {
    let asked = Query(
      search: TypedSearch("harbour crane ", now: Timestamp(seconds: Self.now)), order: .bestFirst)
    let window = try #require(
      try library.found(asked, around: .first, before: 0, after: 10, patience: .seconds(5)))
    #expect(names(window.rows) == ["harbour", "crane"])
    #expect(window.rows.map(\.lacks) == [nil, "harbour"])
    #expect(window.total == 2 && window.reachesLast)
    // A list for programs has exactly what was asked for.
    let plain = try library.window(asked, around: .first, before: 0, after: 10)
    #expect(names(plain.rows).contains("harbour"))
    let spelt = Query(
      search: TypedSearch("lighthuose ", now: Timestamp(seconds: Self.now)), order: .bestFirst)
    let shown = try #require(
      try library.found(spelt, around: .first, before: 0, after: 10, patience: .seconds(5)))
    #expect(names(shown.rows) == ["about", "passing"])
    #expect(shown.findings.notice == "showing results for “lighthouse”")
  }

  @Test func phrasesOfAnExpressionKnowTheirGroup() {
    let compiled = CompiledQuery(
      .all([
        .group(
          CompiledQuery.Group([CompiledQuery.Run(["ferry"]), CompiledQuery.Run(["ferries"], origin: .form)])),
        .facet(["x1"], byline: []), .group(CompiledQuery.Group([CompiledQuery.Run(["north", "sea"])])),
      ]))
    let weights = PhraseWeights(
      of: "(\"ferry\" OR \"ferries\") AND facets : \"x1\" AND \"north sea\"", compiled, compounds: [])
    #expect(weights.phrases.map { $0?.group } == [0, 0, nil, 1])
    #expect(weights.phrases[0]?.weight == 1)
    let form = try? #require(weights.phrases[1]?.weight)
    #expect((form ?? 1) < 1)
    let score = TextScore(weights, of: 100, meanLength: 10) { _ in 2 }
    #expect(score.score([1, 0, 0, 0], words: 10) > score.score([0, 1, 0, 0], words: 10))
    #expect(score.score([3, 0, 0, 0], words: 10) > score.score([1, 0, 0, 0], words: 10))
    #expect(score.score([1, 0, 0, 1], words: 10) > score.score([9, 0, 0, 0], words: 10))
    #expect(score.score([1, 0, 0, 0], words: 5) > score.score([1, 0, 0, 0], words: 50))
    #expect(score.score([0, 0, 9, 0], words: 10) == 0)
  }
}
