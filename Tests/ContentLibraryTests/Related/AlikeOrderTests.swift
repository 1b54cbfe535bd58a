import Stories
import Testing

@testable import ContentLibrary

/// The order of READ MORE, and the reasons it gives.
@Suite struct AlikeOrderTests {
  private let newsroom: TemporaryNewsroom
  private static let start = 1_600_000_000

  init() throws {
    newsroom = try TemporaryNewsroom()
    var random = Seeded(3)
    for number in 0..<60 {
      try write(
        "stranger\(number)", "Stranger \(number)", day: number,
        Prose.words(30, &random).joined(separator: " "))
    }
  }

  private func write(_ name: String, _ headline: String, day: Int, _ text: String, fields: String = "") throws
  {
    try newsroom.write(
      "\(name).slip", "headline: \(headline)\nseconds: \(Self.start + day * 86_400)\n\(fields)\n\(text)")
  }

  private func alike(_ name: String, in library: Library) throws -> [Related] {
    let id = try #require(try library.find("\(name).slip").first).id
    return try #require(try library.alike(id))
  }

  @Test func theNearerDateComesFirstAndTheFarOneIsNotLost() throws {
    let text = "The lighthouse keeper climbs the stairs with oil for the lamp."
    try write(
      "own", "Lamp", day: 1_000, "The keeper of the lighthouse has no oil for the lamp on the stairs.")
    try write("far", "Long ago", day: 0, text)
    try write("near", "Last week", day: 995, text + " Twice.")
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try alike("own", in: library).map(\.title) == ["Last week", "Long ago"])
  }

  @Test func aCommonTagCountsMoreIfItIsRare() throws {
    let text = "The lighthouse keeper climbs the stairs with oil for the lamp."
    try write("own", "Lamp", day: 10, text, fields: "tags: beacons, news\n")
    try write("rare", "One", day: 10, text + " One evening in spring.", fields: "tags: beacons\n")
    try write("common", "Two", day: 10, text + " One evening in spring, too.", fields: "tags: news\n")
    for number in 0..<20 {
      try write("news\(number)", "News \(number)", day: 5, "Nothing \(number).", fields: "tags: news\n")
    }
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try alike("own", in: library).map(\.title).prefix(2) == ["One", "Two"])
  }

  @Test func aHeadlineWhoseWordsTheStoryUsesComesFirst() throws {
    let text = "oil, stairs, a beacon and a tower"
    try write(
      "own", "The lamp of the lighthouse", day: 10,
      "The keeper of the lighthouse carries \(text) to the lamp.")
    try write(
      "trade", "Notes from the coast", day: 10, "The keeper of the lighthouse keeps \(text), lamp too.")
    try write("subject", "Keeper of the lamp", day: 10, "A lighthouse has \(text), and so on.")
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try alike("own", in: library).map(\.title) == ["Keeper of the lamp", "Notes from the coast"])
  }

  @Test func wordsOfTheTradeAloneOfferNothing() throws {
    // Two long stories with a few words in common that neither headline has.
    var random = Seeded(5)
    let trade = "quota tender audit ledger"
    for (name, headline) in [("own", "Bridge opens"), ("other", "Choir sings")] {
      let words =
        Prose.words(120, &random).map { "\($0)\(name)" } + trade.split(separator: " ").map(String.init)
      try write(name, headline, day: 10, words.joined(separator: " "))
      let again = Prose.words(40, &random).map { "\($0)\(name)" }.joined(separator: " ")
      try write(name + "2", headline + " again", day: 10, words.prefix(60).joined(separator: " ") + again)
    }
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try alike("own", in: library).map(\.title) == ["Bridge opens again"])
  }

  @Test func atMostTwoOfOneSeriesAreAmongTheFirstFive() throws {
    let words = "lighthouse keeper stairs oil lamp beacon foghorn tower".split(separator: " ")
    try write("own", "Keeper", day: 50, words.joined(separator: " ") + " and the sea")
    for number in 0..<5 {
      try write(
        "quiz\(number)", "Weekly quiz, part \(number)", day: 50 + number,
        words.joined(separator: " ") + " asked \(words[number]) number\(number)")
    }
    for number in 0..<4 {
      try write(
        "other\(number)", "\(words[number]) of old", day: 40,
        words.dropFirst(3).joined(separator: " ") + " told \(words[number]) once more in \(number)")
    }
    let library = try newsroom.library()
    try library.refreshed()
    let found = try alike("own", in: library).map(\.title)
    #expect(found.prefix(5).filter { $0.hasPrefix("Weekly") }.count == 2)
    #expect(found.filter { $0.hasPrefix("Weekly") }.count == 5)
  }

  @Test func aSimilarStorysLinksAreOfferedWithThatReason() throws {
    try write("own", "Keeper", day: 10, "The lighthouse keeper climbs the stairs with oil for the lamp.")
    try write(
      "like", "Stairs of the lighthouse", day: 11,
      "The stairs of the lighthouse are steep, says the keeper with the oil for the lamp.",
      fields: "more: How a lens is ground\n")
    try write("lens", "How a lens is ground", day: 12, "Glass, sand and patience.")
    let library = try newsroom.library()
    try library.refreshed()
    let found = try alike("own", in: library)
    #expect(found.map(\.title) == ["Stairs of the lighthouse", "How a lens is ground"])
    #expect(found.last?.via == Related.Via(headline: "Stairs of the lighthouse", isTarget: true))
    // The story's own links are not a reason, and it never leads to itself.
    #expect(try alike("lens", in: library).allSatisfy { $0.title != "How a lens is ground" })
  }

  @Test func reasonsAreNamesFirstAndNeverRandomWords() throws {
    let filler = "few here moves"
    try write(
      "own", "Harbour dispute", day: 10,
      "The council met Ingrid Solheim. For Solheim the harbour is a harbour, and \(filler) nothing.")
    try write(
      "like", "More of it", day: 11,
      "At noon Ingrid Solheim spoke, and Solheim named the harbour, the harbour of old; \(filler) it.")
    let library = try newsroom.library()
    try library.refreshed()
    let shares = try #require(try alike("own", in: library).first { $0.title == "More of it" }).shares
    #expect(shares.first == "Solheim" || shares.first == "Ingrid")
    #expect(Set(shares).isSubset(of: ["Solheim", "Ingrid", "harbour", "Harbour"]))
  }
}
