import Stories
import Testing

@testable import ContentLibrary

/// Versions and copies of one story in one row.
@Suite struct VersionTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  /// The text of a story, with some words changed.
  private func text(_ seed: Int, changed: Int = 0, words: Int = 120) -> String {
    var random = Seeded(seed)
    var words = Prose.words(words, &random)
    var other = Seeded(seed + changed * 1_000_003)
    for turn in 0..<changed { words[(turn * 37) % words.count] = "x" + Prose.word(&other) }
    return words.joined(separator: " ")
  }

  private func write(
    _ path: String, _ headline: String, _ text: String, seconds: Int? = 100_000, more: String = "",
    modified: Double = 100
  ) throws {
    let date = seconds.map { "seconds: \($0)\n" } ?? ""
    try newsroom.write(
      "\(path).slip", "headline: \(headline)\n\(date)\(more)\n\(text)", modified: modified)
  }

  @Test func aCopyIsHiddenBehindTheNewestAndCounted() throws {
    try write("first", "Ferry stopped", text(1))
    try write("second", "Ferry stopped by ice", text(1, changed: 4), seconds: 103_600)
    try write("half", "Ferry", String(text(1).prefix(380)), seconds: 90_000)
    try write("other", "Another", text(2))
    let library = try newsroom.library()
    let summary = try library.refreshed()
    #expect((summary.added, summary.stories) == (4, 2))
    #expect(try library.rows().map(\.headline) == ["Ferry stopped by ice", "Another"])
    let rows = try library.rows()
    #expect(rows.map(\.versions) == [2, 0])
    let versions = try library.versions(of: rows[0].id)
    #expect(versions.map(\.headline) == ["Ferry stopped by ice", "Ferry stopped", "Ferry"])
    for version in versions {
      #expect(try library.versions(of: version.id) == versions)
      #expect(try library.open(version.id).story.headline == version.headline)
    }
    #expect(try library.versions(of: rows[1].id).map(\.id) == [rows[1].id])
    #expect(
      try library.open(rows[0].id).related.filter { $0.reason == .version }.map(\.title)
        == ["Ferry stopped", "Ferry"])
    // It is still found by path and by words.
    #expect(try library.find("first.slip").map(\.headline) == ["Ferry stopped"])
    #expect(try library.statistics().editions == 2)
  }

  /// A correction long after the publication moves a story in the list, not away from its copies.
  @Test func aLateCorrectionStaysWithTheCopies() throws {
    let (library, late) = (try newsroom.library(), 103_600 + 5 * 86_400)
    try write("copy", "Ferry stopped", text(1))
    try write("story", "Ferry stopped by ice", text(1, changed: 4), seconds: 103_600)
    try library.refreshed()
    #expect(try library.rows().map(\.versions) == [1])
    let updated = "updated: \(late)\n"
    try write(
      "story", "Ferry stopped by ice", text(1, changed: 5), seconds: 103_600, more: updated, modified: 200)
    try library.refreshed()
    #expect(try library.rows().map(\.versions) == [1])
    // The same in a later run, in which the copy changes.
    let next = try newsroom.library()
    try write("copy", "Ferry stopped", text(1, changed: 2), modified: 300)
    try next.refreshed()
    #expect(try next.rows().map(\.headline) == ["Ferry stopped by ice"])
    #expect(try next.rows().map(\.versions) == [1])
  }

  @Test(arguments: [[1, 2, 3], [3, 2, 1], [2, 3, 1]])
  func theNewestIsShownWhateverTheOrderOfArrival(_ order: [Int]) throws {
    let library = try newsroom.library()
    for (time, day) in order.enumerated() {
      try write(
        "v\(day)", "Day \(day)", text(1, changed: day), seconds: 100_000 * day, modified: Double(time))
      try library.refreshed()
    }
    #expect(try library.rows().map(\.headline) == ["Day 3"])
    let row = try #require(try library.rows().first)
    #expect(try library.versions(of: row.id).map(\.headline) == ["Day 3", "Day 2", "Day 1"])
  }

  @Test func whenTheNewestDisappearsTheNextIsShown() throws {
    let library = try newsroom.library()
    for day in 1...3 { try write("v\(day)", "Day \(day)", text(1, changed: day), seconds: 100_000 * day) }
    try library.refreshed()
    try newsroom.remove("v3.slip")
    #expect(try library.refreshed().stories == 1)
    #expect(try library.rows().map(\.headline) == ["Day 2"])
    #expect(try library.rows().map(\.versions) == [1])
    // The newest becomes a different story.
    try write("v2", "Something else", text(9), seconds: 200_000, modified: 200)
    try library.refreshed()
    #expect(try library.rows().map(\.headline) == ["Something else", "Day 1"])
    // And becomes the same story again.
    try write("v2", "Day 2", text(1, changed: 2), seconds: 200_000, modified: 300)
    try library.refreshed()
    #expect(try library.rows().map(\.headline) == ["Day 2"])
    try newsroom.remove("v1.slip")
    try newsroom.remove("v2.slip")
    #expect(try library.refreshed().stories == 0)
  }

  @Test func marksStayWithTheirStory() throws {
    let library = try newsroom.library()
    try write("v1", "Day 1", text(1))
    try library.refreshed()
    let first = try #require(try library.rows().first)
    try library.mark(first.id, read: true)
    try library.save(first.id, saved: true)
    try write("v2", "Day 2", text(1, changed: 3), seconds: 150_000)
    try library.refreshed()
    let rows = try library.rows()
    #expect(rows.map(\.headline) == ["Day 2"])
    #expect(rows.map(\.isRead) == [false])
    let all = try library.window(Query(), around: .first, before: 0, after: 10)
    #expect(all.total == 1 && all.unread == 1)
    #expect(try library.rows(Query(marked: .unread)).map(\.headline) == ["Day 2"])
    // The saved one is still there.
    let saved = try library.window(Query(marked: .saved), around: .first, before: 0, after: 10)
    #expect(saved.rows.map(\.headline) == ["Day 1"])
    #expect(saved.total == 1 && saved.unread == 0)
    try newsroom.remove("v2.slip")
    try library.refreshed()
    #expect(try library.rows().map(\.isRead) == [true])
  }

  @Test func storiesThatOnlyShareATemplateStayApart() throws {
    try write("a", "Survey opens", text(1), seconds: 100_000)
    try write("b", "Survey opens", text(1, changed: 5), seconds: 100_000 + 30 * 86_400)
    try write("c", "Release 1.74.1", text(2), seconds: 100_000)
    try write("d", "Release 1.75.0", text(2, changed: 5), seconds: 100_000)
    try write("e", "Kontakt", text(3), more: "language: da\n")
    try write("f", "Contact", text(3, changed: 5), more: "language: en\n")
    try write("g", "Weather", "Rain later", seconds: 5)
    try write("h", "Weather", "Rain early", seconds: 6)
    try write("i", "No words", "", seconds: 7)
    try write("j", "No word", "", seconds: 8)
    try write("k", "Weather", "Rain later", seconds: 50_000_000)
    let library = try newsroom.library()
    #expect(try library.refreshed().stories == 11)
  }

  @Test func equalTextsAreOneStoryWhenever() throws {
    try write("a", "Tide tables", text(1), seconds: 100_000)
    try write("b", "Tide tables again", text(1), seconds: 100_000 + 900 * 86_400)
    try write("c", "Notice", "No ferry today", seconds: 5)
    try write("d", "Notice", "No ferry today", seconds: 50_000)
    try write("e", "Only a headline", "", seconds: 5)
    try write("f", "Only a headline", "", seconds: 6)
    let library = try newsroom.library()
    #expect(try library.refreshed().stories == 3)
    #expect(try library.rows().map(\.versions) == [1, 1, 1])
  }

  @Test func aCommonVersionJoinsTwoGroups() throws {
    let library = try newsroom.library()
    let whole = text(2, words: 200).split(separator: " ")
    try write("head", "Head", whole.prefix(100).joined(separator: " "), seconds: 100_000)
    try write("tail", "Tail", whole.suffix(100).joined(separator: " "), seconds: 100_001)
    #expect(try library.refreshed().stories == 2)
    try write("whole", "Whole", whole.joined(separator: " "), seconds: 99_999)
    #expect(try library.refreshed().stories == 1)
    #expect(try library.rows().map(\.headline) == ["Tail"])
  }

  @Test func editionsOfOneNameAreAmongTheVersions() throws {
    let library = try newsroom.library()
    try write("v1", "One", text(1), more: "guid: tag:a\nversion: 1\n")
    try write("v2", "Two", text(1, changed: 2), more: "guid: tag:a\nversion: 2\n")
    try write("copy", "Copied", text(1, changed: 3), seconds: 90_000)
    try library.refreshed()
    let row = try #require(try library.rows().first)
    #expect(row.versions == 2)
    #expect(try library.versions(of: row.id).map(\.headline) == ["Two", "One", "Copied"])
  }

  /// Stories arrive, change and disappear; after each step, lists, counts and search agree with a count by
  /// hand.
  @Test func listsAgreeWithACountByHand() throws {
    let library = try newsroom.library()
    var random = Seeded(11)
    var files: [Int: (text: Int, changed: Int)] = [:]
    for step in 0..<15 {
      for _ in 0..<6 {
        let file = Int.random(in: 0..<30, using: &random)
        if Int.random(in: 0..<4, using: &random) == 0, files[file] != nil {
          files[file] = nil
          try newsroom.remove("\(file).slip")
        } else {
          let (seed, changed) = (Int.random(in: 0..<8, using: &random), Int.random(in: 0..<4, using: &random))
          files[file] = (seed, changed)
          try write(
            "\(file)", "Story \(seed) told by \(file)", text(seed, changed: changed),
            seconds: 100_000 + file * 100, more: "section: Desk \(file % 3)\n", modified: Double(1_000 + step)
          )
        }
      }
      try library.refreshed()
      let expected = Dictionary(grouping: files.keys, by: { files[$0]?.text ?? 0 })
      let newest = expected.values.compactMap { $0.max() }.sorted(by: >)
      let rows = try library.rows()
      #expect(rows.map(\.path) == newest.map { "\($0).slip" })
      #expect(rows.map(\.versions).reduce(0, +) == files.count - rows.count)
      for order in [Query.Order.headline, .longestFirst, .oldestFirst] {
        #expect(Set(try library.rows(Query(order: order)).map(\.id)) == Set(rows.map(\.id)))
      }
      for desk in 0..<3 {
        let window = try library.window(
          Query(facet: Facet(.desk, "Desk \(desk)")), around: .first, before: 0, after: 50)
        #expect(window.rows.map(\.path) == newest.filter { $0 % 3 == desk }.map { "\($0).slip" })
        #expect(window.total == window.rows.count)
      }
    }
  }
}
