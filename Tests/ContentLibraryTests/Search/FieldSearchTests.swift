import Database
import Stories
import StoryFormats
import TestSupport
import Testing
import Words

@testable import ContentLibrary

/// The results of every field of the query language, in a library of several formats.
@Suite struct FieldSearchTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library
  private static let now = Timestamp(seconds: 1_459_235_520, offset: 7_200)

  init() throws {
    let newsroom = try TemporaryNewsroom()
    self.newsroom = newsroom
    func item(_ name: String, _ members: String, words: Int = 20) throws {
      let text = (0..<words).map { "\(name)\($0)" }.joined(separator: " ")
      try newsroom.write(
        "wire/\(name).json",
        """
        {"uri": "urn:example:\(name)", "type": "text", "headline": "Story \(name)", "body_text": "\(text)",
         "firstcreated": "2016-03-02T10:00:00Z", "versioncreated": "2016-03-02T10:00:00Z",
         "provider": "Quay Press", \(members)}
        """)
    }
    try item(
      "ferry",
      """
      "version": "2", "urgency": 2, "slugline": "Ferry-Harbour-2", "person": [{"name": "Ida Lund"}],
      "place": [{"name": "Malmö"}], "organisation": [{"name": "Harbour Office"}], "subject": [{"name": \
      "ferries"}]
      """)
    try item(
      "whale",
      """
      "version": "14", "urgency": 5, "slugline": "Whale", "place": [{"name": "Ystad"}],
      "person": [{"name": "Per Malmö"}], "subject": [{"name": "Malmö"}, {"name": "C++"}]
      """, words: 350)
    try item("killed", "\"pubstatus\": \"canceled\", \"urgency\": 1, \"version\": \"3\"")
    try item("held", "\"pubstatus\": \"withheld\", \"slugline\": \"Whale-Strike\"")
    try item("embargo", "\"embargoed\": \"2017-01-01T00:00:00Z\"", words: 100)
    try item("lifted", "\"embargoed\": \"2016-03-03T00:00:00Z\"", words: 101)
    try item("mended", "\"ednote\": \"Corrects the name of the quay in paragraph 2.\"", words: 299)
    try newsroom.write(
      "feeds/courier.xml",
      """
      <?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Courier</title>
      <item><title>Story feed</title><guid>https://example.org/1</guid>
      <pubDate>Sat, 05 Mar 2016 08:00:00 GMT</pubDate><description>It speaks of choirs.</description></item>
      </channel></rss>
      """)
    try newsroom.write(
      "letters.mbox",
      """
      From ada@example.org Mon Mar  7 08:00:00 2016
      From: Ada Holm <ada@example.org>
      Subject: Story letter
      Date: Mon, 7 Mar 2016 08:00:00 +0000
      Message-ID: <letter@example.org>

      A letter to the desk about lamps.

      """)
    try newsroom.write(
      "notes/2016/note.md",
      "---\ntitle: Story note\ndate: 2016-03-09\npeople: [Ida Lund]\nlocation: Aarhus, Denmark\n"
        + "organizations: [Choir]\ntags: [Café]\nslug: a-quiet-night\n---\n\nA note.\n")
    library = try newsroom.library(Formats.all)
    try library.refreshed()
  }

  private func result(_ text: String) throws -> SearchResult {
    var query = SearchQuery.parse(text, now: Self.now)
    query.lastWordIsPrefix = false
    #expect(query.mistake == nil)
    return try library.search(query, now: Self.now.seconds, limit: 100)
  }

  private func found(_ text: String) throws -> [String] {
    try result(text).rows.map { String($0.headline.dropFirst(6)) }.sorted()
  }

  @Test(
    arguments: [
      ("person:\"Ida Lund\"", ["ferry", "note"]), ("person:lund", ["ferry", "note"]),
      ("person:LUND", ["ferry", "note"]),
      ("person:malmo", ["whale"]), ("person:ida*", ["ferry", "note"]), ("-person:lund story", nil),
      ("place:malmö", ["ferry"]), ("place:malmo", ["ferry"]), ("place:aarhus", ["note"]),
      ("place:denmark", ["note"]),
      ("place:\"Aarhus, Denmark\"", ["note"]), ("place:\"aarhus ystad\"", []), ("place:mal", []),
      ("place:mal*", ["ferry"]),
      ("org:\"harbour office\"", ["ferry"]), ("organisation:office", ["ferry"]), ("org:choir", ["note"]),
      ("tag:malmö", ["whale"]), ("tag:ferries", ["ferry"]), ("tag:lund", []), ("tag:cafe", ["note"]),
      ("tag:\"c++\"", ["whale"]), ("tag:c", []), ("tag:c*", ["note", "whale"]), ("tag:ferr*", ["ferry"]),
      ("slug:ferry-harbour", ["ferry"]), ("slug:Ferry", ["ferry"]), ("slug:whale", ["held", "whale"]),
      ("slug:whal*", ["held", "whale"]), ("slug:a-quiet-night", ["note"]), ("slug:harbour-ferry", []),
      ("source:courier", ["feed"]), ("source:\"the harbour courier\"", ["feed"]),
      ("source:courier.xml", ["feed"]),
      ("source:feeds/courier.xml", ["feed"]), ("source:letters.mbox", ["letter"]),
      ("source:letters", ["letter"]),
      ("source:\"quay press\" urgency:1..9", ["ferry", "killed", "whale"]), ("source:note", []),
      ("place:malmö OR place:ystad", ["ferry", "whale"]), ("slug:whale -place:ystad", ["held"]),
    ] as [(String, [String]?)])
  func namesAreFoundByKind(_ text: String, _ expected: [String]?) throws {
    guard let expected else {
      #expect(try !found(text).contains("ferry"))
      return
    }
    #expect(try found(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("urgency:2", ["ferry"]), ("urgency:<=2", ["ferry", "killed"]), ("urgency:<2", ["killed"]),
    ("urgency:>2", ["whale"]), ("urgency:1..5", ["ferry", "killed", "whale"]), ("urgency:7", []),
    ("urgency:..1", ["killed"]), ("urgency:2 OR urgency:5", ["ferry", "whale"]),
    ("-urgency:1..5 slug:whale", ["held"]),
    ("version:2", ["ferry"]), ("version:>2", ["killed", "whale"]), ("version:14", ["whale"]),
    ("version:13", []),
    ("version:10..19", ["whale"]), ("version:>14", []), ("-version:2 urgency:1..5", ["killed", "whale"]),
    ("words:>300", ["whale"]), ("words:350", ["whale"]), ("words:>350", []),
    ("words:100..101", ["embargo", "lifted"]),
    ("words:100", ["embargo"]), ("words:101", ["lifted"]), ("words:299", ["mended"]),
    ("words:>=299", ["mended", "whale"]),
    ("words:299..349", ["mended"]), ("words:>100 -words:>300", ["lifted", "mended"]),
  ])
  func numbersAreComparedExactly(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("is:killed", ["killed"]), ("is:withheld", ["held"]), ("is:embargoed", ["embargo"]),
    ("is:corrected", ["mended"]),
    ("is:killed OR is:withheld", ["held", "killed"]), ("path:wire -is:embargoed words:100..101", ["lifted"]),
    ("path:feeds", ["feed"]), ("path:feeds/", ["feed"]), ("path:./feeds/courier.xml", ["feed"]),
    ("path:courier.xml", ["feed"]), ("path:*.mbox", ["letter"]), ("path:notes", ["note"]),
    ("path:notes/2016", ["note"]),
    ("path:2016", ["note"]), ("path:*/2016/*.md", ["note"]), ("path:**/*.md", ["note"]),
    ("path:note*", ["note"]),
    ("path:wire/k*.json", ["killed"]), ("path:wire/[hk]*.json", ["held", "killed"]),
    ("path:wire/?eld.json", ["held"]),
    ("path:nowhere", []), ("path:wire/nothing.json", []), ("path:nowhere/*.md", []), ("path:wire/2016", []),
    ("path:feeds OR path:notes", ["feed", "note"]), ("-path:wire", ["feed", "letter", "note"]),
    ("-path:wire/*.json", ["feed", "letter", "note"]), ("-path:nowhere/*.json urgency:2", ["ferry"]),
    ("path:\"#x*\"", []), ("path:[", []),
  ])
  func statesAndPathsAreConditions(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("date:2016/03 path:feeds", ["feed"]), ("after:2016-03-05", ["letter", "note"]), ("after:2016-03", []),
    ("after:5 march 2016", ["letter", "note"]), ("before:2016-03-05 place:malmö", ["ferry"]),
    ("before:2016-03", []),
    ("date:2016-03-05..2016-03-07", ["feed", "letter"]), ("date:4w lamps", ["letter"]),
    ("date:<3w lamps", []),
    ("date:\"last month\"", []), ("date:this month lamps", ["letter"]),
  ])
  func datesHaveOneGrammar(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected, "\(text)")
  }

  @Test func namesAreFacetsAndNotTags() throws {
    func values(_ kind: Facet.Kind) throws -> [String] {
      try library.facets(kind).map(\.facet.value).sorted()
    }
    #expect(try values(.person) == ["Ida Lund", "Per Malmö"])
    #expect(try values(.place) == ["Aarhus, Denmark", "Malmö", "Ystad"])
    #expect(try values(.organisation) == ["Choir", "Harbour Office"])
    #expect(try values(.tag) == ["C++", "Café", "Malmö", "ferries"])
    #expect(try values(.source) == ["Quay Press", "The Harbour Courier", "letters.mbox"])
    let people = try library.facets(.person).filter { $0.facet.value == "Ida Lund" }
    #expect(people.map(\.total) == [2])
    let list = Query(facet: Facet(.person, "Ida Lund"))
    #expect(try library.window(list, around: .first, before: 0, after: 9).total == 2)
  }

  /// Names count only as names: whatever the index finds by a word is in the text.
  @Test func namesAreNotWordsOfTheText() throws {
    #expect(try found("lund").isEmpty)
    #expect(try found("courier").isEmpty)
    #expect(try found("office").isEmpty)
  }

  @Test func aQueryWithoutResultsSaysWhy() throws {
    func reasons(_ text: String) throws -> String {
      var query = SearchQuery.parse(text, now: Self.now)
      query.lastWordIsPrefix = false
      #expect(try library.search(query, now: Self.now.seconds, limit: 1).rows.isEmpty, "\(text)")
      return try library.reasons(for: query, now: Self.now.seconds).joined(separator: "\n")
    }
    #expect(
      try reasons("place:lund")
        == "no story has the place “lund”. The library has: Aarhus, Denmark, Malmö, Ystad.")
    #expect(try reasons("tag:mal").contains("“mal”. Perhaps you mean: Malmö."))
    #expect(try reasons("words:>9000") == "no story matches words:9001..")
    #expect(
      try reasons("date:1999").contains("the oldest is from 2 March 2016, the newest from 9 March 2016"))
    #expect(try reasons("path:nowhere") == "no story is in “nowhere”")
    #expect(try reasons("place:malmö place:ystad").contains("no story matches all"))
    #expect(try reasons("is:saved") == "no story is saved")
    #expect(try reasons("zzzzz") == "no story has these words")
    #expect(
      try reasons("-path:wire -path:feeds -path:notes -path:letters.mbox").contains("no story matches all"))
  }

  @Test func namesIgnoreCase() throws {
    #expect(try library.facet(meantBy: Facet(.place, "MALMO")) == Facet(.place, "Malmö"))
    #expect(try library.facet(meantBy: Facet(.place, "Lund")) == nil)
  }

  @Test func aQueryCanNameSomeStories() throws {
    let ids = try ["ferry", "whale", "note"].map { name in
      try #require(try library.find("Story \(name)").first).id
    }
    let query = SearchQuery.parse("person:lund", now: Self.now)
    #expect(try library.stories(query, among: ids) == [ids[0], ids[2]])
    #expect(try library.stories(query, among: [ids[1]]).isEmpty)
    #expect(try library.stories(query, among: []).isEmpty)
  }

  /// No condition may scan all rows: rare stories are found by a table's key, in a library of any size.
  @Test(arguments: [
    "place:ystad", "slug:whale", "source:courier", "urgency:<=2", "words:>300", "version:14", "is:killed",
    "is:embargoed",
    "path:notes", "path:notes/2016/*.md", "path:courier.xml",
  ])
  func conditionsUseTheTablesKeys(_ text: String) throws {
    let query = SearchQuery.parse(text, now: Self.now)
    let plan = try library.plan(of: query)
    #expect(plan.contains { $0.contains("VIRTUAL TABLE INDEX") || $0.contains("story_file") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN story") }, "\(plan)")
  }
}

extension Library {
  /// SQLite's plan for a search.
  fileprivate func plan(of query: SearchQuery) throws -> [String] {
    guard let meant = try meaning(of: query) else { return [] }
    return try read { db in
      let statement = try SearchStatement(meant, in: db, visit: nil, samples: samples)
      return try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + statement.sql("story.position", limit: 9),
        arguments: StatementArguments(statement.arguments)
      ).map { $0.text(3) ?? "" }
    }
  }
}
