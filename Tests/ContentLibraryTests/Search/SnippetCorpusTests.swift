import Database
import Stories
import StoryFormats
import TestSupport
import Testing
import Words

@testable import ContentLibrary

/// Found rows of real stories have a snippet wherever the match is in the text.
@Suite(.enabled(if: Corpora.path("markdown-news") != nil, "no ../shared/corpora beside the package"))
struct SnippetCorpusTests {
  @Test func everyRowHasASnippet() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try Library(
      Library.Configuration(
        directory: try #require(Corpora.path("markdown-news")), indexPath: newsroom.indexPath,
        marksPath: newsroom.marksPath, formats: Formats.all))
    try library.refreshed()
    var random = SplitMix(seed: 40)
    let ids = try library.read { try Int64.fetchAll($0, sql: "SELECT id FROM story ORDER BY id") }
      .map { StoryID(databaseValue: $0) }
    var (words, numbers): ([String], [String]) = ([], [])
    for id in ids.shuffled(using: &random) {
      let text = try library.text(of: id)
      let bytes = Array(text.utf8)
      for token in SearchText.tokens(text).tokens.shuffled(using: &random).prefix(120) {
        let word = String(decoding: bytes[token.source], as: UTF8.self)
        let isNumber = word.utf8.contains { (0x30...0x39).contains($0) }
        if isNumber, numbers.count < 40, word.utf8.contains(0x2C) || numbers.count < 20 {
          numbers.append(word)
        }
        if !isNumber, words.count < 40, word.utf8.count > 3, word.utf8.allSatisfy({ $0 > 0x40 }) {
          words.append(word)
          break
        }
      }
    }
    #expect(words.count == 40 && numbers.count > 20)
    var rows = 0
    for word in words + numbers {
      var query = SearchQuery.parse(word, now: Timestamp(seconds: 0))
      query.lastWordIsPrefix = false
      let result = try library.search(query, now: 0, limit: 30)
      #expect(!result.rows.isEmpty, "\(word)")
      guard case .matching(let match) = MatchExpression(result.compiled).stories else { continue }
      let places = Set(
        try library.read { db in
          try Int64.fetchAll(
            db, sql: "SELECT rowid FROM search WHERE search MATCH ?", arguments: ["body : (\(match))"])
        })
      let highlighter = Highlighter(result.compiled)
      for row in result.rows where places.contains(row.position) {
        let snippet = highlighter.snippet(of: try library.text(of: row.id))
        #expect(snippet.map { !highlighter.matches(in: $0).isEmpty } == true, "\(word) in \(row.headline)")
        rows += 1
      }
    }
    #expect(rows > 100)
  }
}
