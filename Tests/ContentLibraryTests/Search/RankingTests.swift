import ContentLibrary
import Stories
import Testing
import Words

@Suite struct RankingTests {
  private func ranking(_ query: String, rare: Set<String> = []) -> Ranking {
    let words = CompiledQuery(SearchQuery.parse(query, now: Timestamp(seconds: 0))).typedWords
    return Ranking(words: words) { rare.contains($0.text) ? 12 : 3 }
  }

  private func order(_ ranking: Ranking, _ headlines: [(String, age: Int64?)]) -> [String] {
    headlines.map { ($0.0, ranking.score(headline: $0.0, age: $0.age).value) }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  @Test(arguments: [
    // All words before some of them.
    ("ferry harbour ", ["Harbour gets a new ferry", "A ferry is late", "Weather"]),
    // Adjacent before apart.
    ("harbour plan ", ["Cities agree on harbour plan", "A plan for all of the harbour"]),
    // Early before late.
    ("ferry ", ["Ferry line to reopen", "Island waits for the ferry"]),
    // A whole word before a beginning.
    ("port", ["Port opens", "Portugal opens"]),
  ])
  func betterMatchesComeFirst(_ query: String, _ headlines: [String]) {
    #expect(order(ranking(query), headlines.reversed().map { ($0, age: 86_400) }) == headlines)
  }

  @Test func theRarerWordCountsMore() {
    let found = order(
      ranking("ferry minister ", rare: ["ferry"]), [("Minister resigns", age: 0), ("Ferry resigns", age: 0)])
    #expect(found == ["Ferry resigns", "Minister resigns"])
  }

  @Test func ofTwoEqualMatchesTheNewerComesFirst() {
    let day: Int64 = 86_400
    let found = order(
      ranking("ferry "),
      [("Ferry late", age: nil), ("Ferry  late", age: 300 * day), ("Ferry, late", age: day)])
    #expect(found == ["Ferry, late", "Ferry  late", "Ferry late"])
  }

  @Test func recencyDoesNotOutweighAMatch() {
    let found = order(
      ranking("ferry harbour "), [("Ferry late", age: 0), ("Ferry leaves harbour", age: 365 * 86_400)])
    #expect(found.first == "Ferry leaves harbour")
  }

  @Test func aTextWithoutTheQueryScoresZero() {
    #expect(ranking("ferry ").score(headline: "Weather", age: 0).value == 0)
    #expect(ranking("").score(headline: "Weather", age: 0).value == 0)
    #expect(ranking("ferry ").score(headline: "", age: nil).value == 0)
  }

  @Test func rareWordsCountMore() {
    let idf = [1_000_000, 1_000, 10, 1, 0].map { Ranking.idf(stories: $0, of: 1_000_000) }
    #expect(idf == idf.sorted())
    #expect(idf.first == 0)
  }
}
