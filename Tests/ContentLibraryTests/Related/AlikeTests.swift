import Stories
import Testing

@testable import ContentLibrary

@Suite struct AlikeTests {
  private let newsroom: TemporaryNewsroom
  private let library: Library
  private static let day = 86_400

  init() throws {
    newsroom = try TemporaryNewsroom()
    // Forty unrelated stories, so that words can be rare.
    let filler = ["budget", "election", "concert", "cricket", "weather", "museum", "railway", "bakery"]
    for number in 0..<40 {
      let words = (0..<12).map { "\(filler[(number + $0 * 3) % 8])\(number * $0)" }
      try newsroom.write(
        "stranger\(number).slip",
        "headline: Stranger \(number)\nseconds: \(1_600_000_000 + number * Self.day)\n\n"
          + words.joined(separator: " ") + " in town number \(number)")
    }
    let stories = [
      (
        "ferry", "Ferry line to Malmö reopens", 0,
        "The ferry crosses the strait again, and the harbour of Malmö is full of cars."
      ),
      (
        "harbour", "Harbour of Malmö grows", 20,
        "A new quay for the ferry: the harbour gets room for more cars at the strait."
      ),
      (
        "strait", "Bridge over the strait", 400,
        "The strait had a ferry before it had a bridge. Malmö remembers the harbour."
      ),
      (
        "copy", "Harbour of Malmö grows", 20,
        "A new quay for the ferry: the harbour gets room for more cars at the strait."
      ),
      ("cake", "A cake for the king", 3, "Flour, butter and sugar went into it."),
    ]
    for (name, headline, days, text) in stories {
      try newsroom.write(
        "\(name).slip", "headline: \(headline)\nseconds: \(1_600_000_000 + days * Self.day)\n\n\(text)")
    }
    library = try newsroom.library()
    try library.refreshed()
  }

  private func alike(_ path: String) throws -> [Related] {
    let id = try #require(try library.find(path).first).id
    return try #require(try library.alike(id))
  }

  @Test func theLikestComeFirstWithTheWordsTheyShare() throws {
    let found = try alike("ferry.slip")
    #expect(found.map(\.title) == ["Harbour of Malmö grows", "Bridge over the strait"])
    #expect(found.allSatisfy { $0.reason == .alike })
    let shares = try #require(found.first).shares
    #expect(shares.count >= 2)
    #expect(
      Set(shares.map { $0.lowercased() }).isSubset(of: ["ferry", "malmö", "harbour", "strait", "cars"]))
  }

  @Test func strangersAreNotAlike() throws {
    #expect(try alike("cake.slip").isEmpty)
  }

  @Test func whatIsGivenUpIsNil() throws {
    let cancelled = Cancellation()
    cancelled.cancel()
    let id = try #require(try library.find("ferry.slip").first).id
    #expect(try library.alike(id, cancellation: cancelled) == nil)
    #expect(try library.alike(id, limit: 1)?.count == 1)
    #expect(try library.alike(id, limit: -1)?.isEmpty == true)
  }

  @Test func whatLandsLaterIsFoundOnceStoriesHaveChanged() throws {
    _ = try alike("ferry.slip")
    try newsroom.write(
      "late.slip", "headline: Ferry late\nseconds: 1600000100\n\nThe ferry to Malmö left the harbour late.")
    try library.refreshed()
    #expect(try alike("ferry.slip").map(\.title).contains("Ferry late"))
  }

  @Test func whatIsAlikeStandsAfterWhatTheStorySaysAndTheReadLast() throws {
    let listings = try ["ferry.slip", "harbour.slip", "strait.slip", "cake.slip"].map {
      try #require(try library.find($0).first)
    }
    var opened = try library.open(listings[0].id)
    var read = listings[2]
    read.isRead = true
    opened.related = [
      Related(reason: .linksHere, title: "Cake", listing: listings[3]),
      Related(reason: .outside, title: "Web"),
    ]
    let alike = [read, listings[1], listings[3], listings[0]].map {
      Related(reason: .alike, title: $0.headline, listing: $0)
    }
    opened.put(alike: alike)
    #expect(
      opened.related.map(\.title) == ["Cake", "Harbour of Malmö grows", "Bridge over the strait", "Web"])
    opened.put(alike: [])
    #expect(opened.related.map(\.title) == ["Cake", "Web"])
  }
}
