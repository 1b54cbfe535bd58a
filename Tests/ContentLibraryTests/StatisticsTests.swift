import Stories
import Testing

@testable import ContentLibrary

@Suite struct StatisticsTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  @Test func everythingIsCountedOnce() throws {
    try newsroom.write(
      "a.slip", "headline: One\nseconds: 1000000000\nsection: Harbour\nlanguage: en\n\none two three")
    try newsroom.write(
      "b.slip", "headline: Two\nseconds: 1000000001\nsection: Harbour\nlanguage: da\n\nfour five")
    try newsroom.write("c.slip", "headline: Three\nseconds: 1459245600\nsection: Nordic\n\nsix")
    try newsroom.write("d.slip", "headline: Undated\n\nseven")
    try newsroom.write(
      "e.slip", "headline: V1\nguid: x\nversion: 1\nseconds: 1459245600\n\nold", modified: 100)
    try newsroom.write("f.slip", "headline: V2\nguid: x\nversion: 2\nseconds: 1459245600\n\nnew words")
    let library = try newsroom.library()
    #expect(try library.statistics().refreshed == nil)
    try library.refreshed()
    let row = try #require(try library.rows().first { $0.headline == "One" })
    try library.mark(row.id, read: true)
    let found = try library.statistics()
    #expect((found.stories, found.editions, found.words, found.files) == (5, 1, 9, 6))
    #expect((found.read, found.saved) == (1, 0))
    #expect(found.formats == [.init(name: "slip", stories: 5)])
    #expect(found.desks.map(\.name) == ["", "Harbour", "Nordic"])
    #expect(found.desks.map(\.stories) == [2, 2, 1])
    #expect(found.languages.map(\.stories) == [3, 1, 1])
    #expect(
      found.years == [
        .init(name: "", stories: 1), .init(name: "2001", stories: 2), .init(name: "2016", stories: 2),
      ])
    #expect(found.indexBytes > 0)
    #expect(found.refreshed != nil)
  }

  @Test func anInterruptedRefreshDoesNotCount() throws {
    for number in 0..<200 { try newsroom.write("\(number).slip", "headline: \(number)\n\nText") }
    let library = try newsroom.library()
    try library.refreshed { $0.added > 50 ? .stop : .goOn }
    #expect(try library.statistics().refreshed == nil)
  }
}
