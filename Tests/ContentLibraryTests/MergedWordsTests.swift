import Database
import StoryFormats
import Testing

@testable import ContentLibrary

/// In how many places the words of the texts are after a refresh: each is read for every word looked up.
@Suite struct MergedWordsTests {
  private func segments(of library: Library) throws -> Int {
    try library.read { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM main.search_idx") ?? 0
    }
  }

  private func write(_ numbers: Range<Int>, to newsroom: TemporaryNewsroom) throws {
    for part in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 400) {
      let rows = (part..<min(part + 400, numbers.upperBound)).map { number in
        "{\"id\": \"s\(number)\", \"title\": \"Story \(number)\", \"text\": \"Word\(number) of a story.\"}\n"
      }
      try newsroom.write("part\(part).jsonl", rows.joined())
    }
  }

  @Test func manyNewStoriesAreMergedAndAFewAreNot() throws {
    let newsroom = try TemporaryNewsroom()
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [JSONLines()])
    configuration.bounds.merged = 1_000
    let library = try Library(configuration)
    try write(0..<1_200, to: newsroom)
    try library.refreshed()
    #expect(try segments(of: library) == 1)
    try write(1_200..<1_210, to: newsroom)
    try library.refreshed()
    #expect(try segments(of: library) == 2)
  }
}
