import Stories
import TestSupport
import Testing

@testable import ContentLibrary

/// The library keeps the promises that the tests' stand-in for it keeps.
@Suite struct ListContractTests {
  @Test func theLibraryKeepsTheContract() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try newsroom.library()
    for number in 0..<24 {
      try newsroom.write(
        "\(number).slip",
        """
        headline: Story \(["ferry", "harbour", "lamp", "tide"][number % 4]) \(number)
        seconds: \(1_459_000_000 + number * 3_600)
        section: \(["Nordic", "Sport", "Culture"][number % 3])

        \((0...number % 5).map { "word\(number)x\($0)" }.joined(separator: " "))
        """)
    }
    try library.refreshed()
    for (number, row) in try library.rows().enumerated() {
      if number % 4 == 1 { try library.mark(row.id, read: true) }
      if number % 5 == 2 { try library.save(row.id, saved: true) }
    }
    let contract = try ListContract(
      rows: { try library.window($0, around: $1, before: $2, after: $3) },
      facets: { try library.facets($0, of: $1) ?? [] })
    #expect(try contract.broken() == [])
  }
}
