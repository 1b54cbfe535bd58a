import Stories
import Testing

@testable import ContentLibrary

@Suite struct StorylineTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func write(_ name: String, day: Int, _ fields: String = "", _ text: String = "Nothing else.") throws
  {
    try newsroom.write(
      "\(name).slip", "headline: \(name)\nseconds: \(1_600_000_000 + day * 86_400)\n\(fields)\n\n\(text)")
  }

  private func thread(_ name: String, in library: Library) throws -> [String]? {
    let id = try #require(try library.find("\(name).slip").first).id
    return try library.storyline(of: id)?.map(\.headline)
  }

  @Test func aThreadFollowsLinksBothWaysFromOldestToNewest() throws {
    let text = "The lighthouse keeper climbs the stairs with oil."
    try write("Third", day: 30, "more: Second", text + " Again.")
    try write("Second", day: 20, "more: First", text + " Still.")
    try write("First", day: 10, "", text)
    try write("Stranger", day: 15)
    let library = try newsroom.library()
    try library.refreshed()
    for name in ["First", "Second", "Third"] {
      #expect(try thread(name, in: library) == ["First", "Second", "Third"])
    }
    #expect(try thread("Stranger", in: library) == ["Stranger"])
  }

  @Test func circularAndLongThreadsEnd() throws {
    for number in 0..<100 {
      let next = (number + 1) % 100
      try write(
        "Part \(number)", day: number, "more: Part \(next)",
        "Worda\(number) wordb\(number) and worda\(next) wordb\(next).")
    }
    let library = try newsroom.library()
    try library.refreshed()
    let found = try #require(try thread("Part 50", in: library))
    #expect(found.contains("Part 50") && found.contains("Part 51") && found.contains("Part 49"))
    #expect(found.count <= 20)
  }

  @Test func aLinkAloneAndAListOfEverythingAddNothing() throws {
    let text = "The lighthouse keeper climbs the stairs with oil."
    try write("First", day: 10, "more: Second", text)
    try write("Second", day: 20, "more: Elsewhere", text + " Again.")
    try write("Elsewhere", day: 21, "", "A cake of butter and sugar.")
    let everything = ["First", "Second", "Elsewhere"] + (0..<8).map { "Other \($0)" }
    for number in 0..<8 {
      try write("Other \(number)", day: number, "", "Entirely different\(number) matter\(number).")
    }
    try write(
      "Everything", day: 30, everything.map { "more: \($0)" }.joined(separator: "\n"), "See all of it.")
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try thread("First", in: library) == ["First", "Second"])
    #expect(try thread("Elsewhere", in: library) == ["Elsewhere"])
  }

  @Test func aGuideLinksToThreadsAndStandsInNone() throws {
    let text = "The lighthouse keeper climbs the stairs with oil."
    try write("First", day: 10, "more: Second", text)
    try write("Second", day: 20, "", text + " Again.")
    // Words that every fifth story has tell nothing.
    for number in 1..<40 { try write("Other \(number)", day: number, "", "Cakes of kind\(number).") }
    try write(
      "How to read", day: 30, "tags: Guide, keys\nmore: First\nmore: Second\nmore: Keys",
      text + " So it is told.")
    try write("Keys", day: 31, "tags: guide", text + " So are keys.")
    let library = try newsroom.library()
    try library.refreshed()
    let (first, keys) = (try thread("First", in: library), try thread("Keys", in: library))
    #expect(first == ["First", "Second"])
    #expect(keys == ["How to read", "Keys"])
  }

  @Test func cancelledWorkReturnsNil() throws {
    let cancelled = Cancellation()
    cancelled.cancel()
    try write("First", day: 10)
    let library = try newsroom.library()
    try library.refreshed()
    let id = try #require(try library.find("First").first).id
    #expect(try library.storyline(of: id, cancellation: cancelled) == nil)
  }
}
