import Stories
import Testing
import Words

@testable import ContentLibrary

/// Searches of a small library, from the typed text to the rows.
@Suite struct SearchTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library

  init() throws {
    newsroom = try TemporaryNewsroom()
    let stories = [
      ("ferry", "Ferry to København reopens", "Nordic", 1_700_000_000, "The harbour is open, says Anna."),
      (
        "bridge", "A bridge nobody planned", "Nordic", 1_600_000_000,
        "Instead of the ferry, a bridge in Malmö."
      ),
      ("ball", "Cup final in Malmö", "Sport", 1_650_000_000, "Nobody scored."),
      ("old", "Harbour plan of old", "", 1_000_000_000, "The ferry of that time was the old one there."),
    ]
    for (name, headline, section, seconds, text) in stories {
      try newsroom.write(
        "\(name).slip", "headline: \(headline)\nsection: \(section)\nseconds: \(seconds)\n\n\(text)")
    }
    library = try newsroom.library()
    try library.refreshed()
    try library.mark(library.row("ball.slip").id, read: true)
  }

  private func found(_ text: String) throws -> [String] {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 1_700_000_000))
    query.lastWordIsPrefix = false
    return try library.search(query, now: 1_700_000_000, limit: 10).rows.map(\.path).map {
      String($0.dropLast(5))
    }
  }

  @Test func theHeadlineCountsMoreThanTheTextAndTheNewMoreThanTheOld() throws {
    #expect(try found("ferry") == ["ferry", "bridge", "old"])
    #expect(try found("harbour") == ["old", "ferry"])
  }

  @Test(arguments: [
    ("kobenhavn", ["ferry"]), ("malmø", ["ball", "bridge"]), ("\"the ferry\"", ["bridge", "old"]),
    ("fer*", ["ferry", "bridge", "old"]),
    ("ferry -bridge", ["ferry", "old"]), ("-ferry", ["ball"]), ("title:malmo", ["ball"]),
    ("desk:nordic", ["bridge", "ferry"]),
    ("ferry desk:NORDIC", ["bridge", "ferry"]), ("-desk:nordic", ["ball", "old"]),
    ("desk:sport OR kobenhavn", ["ball", "ferry"]),
    ("is:read", ["ball"]), ("malmo is:unread", ["bridge"]), ("date:2020", ["bridge"]),
    ("ferry before:2010", ["old"]),
    ("ferry after:2023-01", ["ferry"]), ("format:slip nobody", ["ball", "bridge"]), ("desk:nowhere", []),
    ("!!!", []),
    ("near:(harbour open, 3)", ["ferry"]),
  ])
  func queriesMeanWhatTheySay(_ text: String, _ expected: [String]) throws {
    #expect(try found(text).sorted() == expected.sorted())
  }

  @Test func whatIsKilledIsNotFoundByItsText() throws {
    try newsroom.write(
      "ball.slip", "headline: Cup final in Malmö\nstatus: canceled\n\nNobody scored.", modified: 9)
    try library.refreshed()
    #expect(try found("scored").isEmpty)
    #expect(try found("cup") == ["ball"])
  }

  @Test(arguments: [
    "\"", "(((", "a AND", "NEAR(", "* OR *", "\0", "'; DROP TABLE story; --", "desk:\"x\" OR", "\u{E000}1",
    "-", "{a}:b", "a^2",
  ])
  func nothingTypedIsSyntax(_ text: String) throws {
    _ = try found(text)
    #expect(try library.rows().count == 4)
  }
}
