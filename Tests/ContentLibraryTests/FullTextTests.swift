import Database
import Stories
import Testing

@testable import ContentLibrary

/// The full text tables after stories come, change and go.
@Suite struct FullTextTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library

  init() throws {
    newsroom = try TemporaryNewsroom()
    for number in 0..<30 {
      try newsroom.write(
        "\(number).slip",
        "headline: Ferry \(number)\nsection: Desk \(number % 3)\n\nThe harbour in Malmö, pier \(number).")
    }
    library = try newsroom.library()
    try library.refreshed()
  }

  /// The headlines of the stories that a full text table finds.
  private func headlines(_ table: String, _ words: String) throws -> Set<String> {
    try library.index.read { db in
      Set(
        try String.fetchAll(
          db,
          sql:
            """
            SELECT story.headline FROM \(table) CROSS JOIN story ON story.position = \(table).rowid WHERE \
            \(table) MATCH ?
            """,
          arguments: [words]))
    }
  }

  @Test func storiesAreFoundByTheirWords() throws {
    #expect(try headlines("search", "malmo AND \"pier 7\"") == ["Ferry 7"])
    #expect(try headlines("title", "\"fer\"*").count == 30)
    #expect(try headlines("search", "headline : ferry").count == 30)
    #expect(try headlines("search", "headline : harbour").isEmpty)
  }

  @Test func aChangedStoryIsFoundOnlyByItsNewWords() throws {
    try newsroom.write("7.slip", "headline: Bridge 7\nsection: Desk 9\n\nThe pier is closed.", modified: 9)
    try library.refreshed()
    #expect(try headlines("search", "\"pier 7\"").isEmpty)
    #expect(try headlines("search", "closed") == ["Bridge 7"])
    #expect(try headlines("title", "\"ferry\"").count == 29)
    #expect(try library.rows(Query(facet: Facet(.desk, "Desk 9"))).map(\.headline) == ["Bridge 7"])
  }

  @Test func wordsOfATextAreNeverTakenForAFacet() throws {
    let word = "\u{E000}1"
    try newsroom.write("sly.slip", "headline: Sly \(word)\n\n\(word) \(word)2")
    try library.refreshed()
    #expect(try headlines("search", "sly") == ["Sly \(word)"])
    for number in 0...9 {
      let found = try headlines("search", "\"\(FacetWord.word(Int64(number)))\"")
      let names = try library.index.read { db in
        try String.fetchAll(
          db, sql: "SELECT headline FROM story WHERE instr(facets, ?)", arguments: [" \u{E000}\(number) "])
      }
      #expect(found == Set(names))
    }
  }

  @Test func aStaleSearchTableIsRebuilt() throws {
    try library.index.write { db in
      try db.execute(
        sql: """
          INSERT INTO gone WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) \
          SELECT i FROM n
          """)
    }
    let before = try library.rows()
    try library.refreshed()
    #expect(try library.index.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM gone") } == 0)
    #expect(try headlines("search", "harbour").count == 30)
    #expect(try library.rows().map(\.id) == before.map(\.id))
  }
}
