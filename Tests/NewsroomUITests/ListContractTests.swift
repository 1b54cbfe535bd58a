import Stories
import TestSupport
import Testing

@testable import NewsroomUI

/// The library in memory keeps the promises of the real one.
@Suite struct ListContractTests {
  @Test func theFakeLibraryKeepsTheContract() throws {
    let stories = (1...24).map { number in
      Samples.story(
        number, "Story \(["ferry", "harbour", "lamp", "tide"][number % 4]) \(number)",
        desk: ["Nordic", "Sport", "Culture"][number % 3], hoursAgo: number, read: number % 4 == 1,
        saved: number % 5 == 2, body: [Array(repeating: "word", count: 1 + number % 5).joined(separator: " ")]
      )
    }
    let library = FakeLibrary(stories: stories)
    let contract = try ListContract(
      rows: { query, anchor, before, after in
        var library = library
        let answer = library.answer(.window(query, around: anchor, before: before, after: after))
        guard case .windowed(let window) = answer else { throw NoAnswer() }
        return window
      },
      facets: { kind, query in
        var library = library
        guard case .facets(_, let counts, of: _) = library.answer(.facets(kind, of: query)) else {
          throw NoAnswer()
        }
        return counts
      })
    #expect(try contract.broken() == [])
  }

  private struct NoAnswer: Error {}
}
