import Stories
import StoryFormats
import TestSupport
import Testing
import Words

@testable import ContentLibrary

/// Searches for something other than words: the parts of a story, and stories like another.
@Suite struct PartsAndLikesTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library

  init() throws {
    newsroom = try TemporaryNewsroom()
    let filler = ["budget", "election", "concert", "cricket", "weather", "museum", "railway", "bakery"]
    for number in 0..<30 {
      let words = (0..<12).map { "\(filler[(number + $0 * 3) % 8])\(number * $0)" }.joined(separator: " ")
      try newsroom.write(
        "stranger\(number).md", "# Stranger \(number)\n\n\(words) in town number \(number)\n")
    }
    let stories = [
      ("ferry", "Ferry line to Malmö", "The ferry crosses the strait; Malmö harbour is full of cars."),
      ("quay", "A quay for Malmö", "The harbour gets room for the ferry and more cars at the strait."),
      ("bridge", "Bridge over the strait", "The strait had a ferry before. Malmö and its harbour remember."),
      ("cake", "A cake for the king", "Flour, butter and sugar.\n\n![The cake](cake.jpg)"),
      ("sugar", "Sugar beets", "Fields of sugar, see [the cake](cake.md)."),
    ]
    for (name, headline, text) in stories { try newsroom.write("\(name).md", "# \(headline)\n\n\(text)\n") }
    library = try newsroom.library(Formats.all)
    try library.refreshed()
  }

  private func search(_ text: String) throws -> SearchResult {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 1_700_000_000))
    query.lastWordIsPrefix = false
    return try library.search(query, now: 1_700_000_000, limit: 10)
  }

  private func found(_ text: String) throws -> [String] {
    try search(text).rows.map { String($0.path.dropLast(3)) }
  }

  @Test(arguments: [
    ("has:image", ["cake"]), ("has:link", ["sugar"]), ("sugar -has:image", ["sugar"]),
    ("has:image OR has:link", ["cake", "sugar"]), ("has:image has:link", []),
  ])
  func storiesAreFoundByWhatTheyHave(_ text: String, _ expected: [String]) throws {
    #expect(try found(text).sorted() == expected)
    #expect(try search(text).notice == nil)
  }

  @Test(arguments: ["ferry.md", "\"Ferry line to Malmö\"", "ferry", "\"ferry line to malmo\""])
  func storiesAreFoundByWhatTheyAreLike(_ name: String) throws {
    #expect(try Set(found("like:\(name)")) == ["quay", "bridge"])
    #expect(try found("like:\(name) cars") == ["quay"])
    #expect(try found("-like:\(name) malmö") == ["ferry"])
  }

  @Test func theLikestComesFirst() throws {
    let id = try #require(try library.find("ferry.md").first).id
    let alike = try #require(try library.alike(id)).compactMap { $0.listing?.path }
    #expect(try search("like:ferry.md").rows.map(\.path) == alike)
    // The reader's list gives the same.
    let query = Query(
      search: TypedSearch("like:ferry.md", now: Timestamp(seconds: 1_700_000_000)), order: .bestFirst)
    #expect(try library.window(query, around: .first, before: 0, after: 10).rows.map(\.path) == alike)
  }

  @Test func aNameThatNoStoryHasIsSearchedAsWords() throws {
    let result = try search("like:sugar-cane butter")
    #expect(result.rows.isEmpty)
    #expect(result.notice == "no story is called “sugar-cane”, so it is searched as words")
    #expect(try found("like:\"butter and sugar\"") == ["cake"])
  }

  @Test func likenessIsLookedUpAgainWhenStoriesChange() throws {
    #expect(try found("like:ferry.md").count == 2)
    try newsroom.remove("quay.md")
    try library.refreshed()
    #expect(try found("like:ferry.md") == ["bridge"])
  }

  @Test func anyTextIsAQueryAndFailsNowhere() throws {
    var random = SplitMix(seed: 5)
    let now = Timestamp(seconds: 1_700_000_000)
    for _ in 0..<400 {
      let text = RandomText.any(&random)
      let found = try library.search(SearchQuery.parse(text, now: now), now: now.seconds, limit: 10)
      #expect(found.rows.count <= 10, "\(text)")
      let query = Query(search: TypedSearch(text, now: now), order: .bestFirst)
      #expect(try library.window(query, around: .first, before: 0, after: 5).rows.count <= 5, "\(text)")
    }
    #expect(try library.count() == 35)
  }

  @Test func theTextOfAStoryIsAtHand() throws {
    let id = try #require(try library.find("cake.md").first).id
    #expect(try library.text(of: id).hasPrefix("Flour, butter and sugar."))
  }
}
