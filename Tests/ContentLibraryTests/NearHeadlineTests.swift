import Stories
import Testing

@testable import ContentLibrary

@Suite struct NearHeadlineTests {
  let newsroom: TemporaryNewsroom

  init() throws {
    newsroom = try TemporaryNewsroom()
    for (path, headline) in [
      ("ferry", "Ferry line between the islands reopens in spring"),
      ("winter", "Ferry line closes for winter"),
      ("plan", "Harbour cities agree on a plan: streets that are lit at night"),
      ("rust1", "Announcing release 1.27.1 of the compiler"),
      ("rust2", "Announcing release 1.28.0 of the compiler"),
      ("minutes1", "Minutes of the council: March"), ("minutes2", "Minutes of the council: April"),
      ("malmo", "Malmö"),
    ] { try newsroom.write("\(path).slip", "headline: \(headline)\n\nText of \(path)") }
  }

  @Test(arguments: [
    ("Ferry line betwen the islands reopens in spring", "ferry.slip", true),
    ("Ferry line between the islands opens in spring", "ferry.slip", false),
    ("Harbour cities agree on a plan", "plan.slip", true),
    ("Harbour cities agree on a plan – streets that are lit at night", "plan.slip", true),
    ("[[Ferry line closes for winter|the ferry]]", "winter.slip", true),
    ("winter", "winter.slip", true),
    ("Harbour cities agree on the big plan: streets that are lit at night", nil, false),
    ("Ferry line closes in summer", nil, false),
    ("Announcing release 1.27.2 of the compiler", nil, false),
    ("Announcing release 1.21.7 of the compiler", nil, false),
    ("Minutes of the council", nil, false),
    ("Something else entirely", nil, false),
    // Months and ordinals are the numbers of a series; misspelt ones still are.
    ("Minutes of the council: May", nil, false), ("Minutes of the council: Aprl", "minutes2.slip", true),
    // A word elsewhere may be a slip, or another headline.
    ("Ferry line between the islands in spring reopens", "ferry.slip", false),
    ("for winter closes", nil, false),
    // A first letter may be wrong just as well.
    ("Malmo", "malmo.slip", true), ("Mamlö", "malmo.slip", false),
    ("", nil, false), ("!!!", nil, false), ("\" OR *", nil, false), ("a:b NEAR(c)", nil, false),
  ])
  func oneStoryIsMeantOrNone(_ words: String, _ path: String?, _ isCertain: Bool) throws {
    let library = try newsroom.library()
    try library.refreshed()
    let found = try library.resolve(words)
    #expect(found?.listing.path == path)
    #expect(found?.isCertain ?? false == isCertain)
  }

  @Test func aHeadlineOfAnotherLanguageIsNotMeant() throws {
    try newsroom.write("sv.slip", "headline: Kommande funktioner\nlanguage: sv\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try library.resolve("Kommende funktioner")?.listing.path == "sv.slip")
    #expect(try library.resolve("Kommende funktioner", language: "sv-FI")?.listing.path == "sv.slip")
    #expect(try library.resolve("Kommende funktioner", language: "da") == nil)
  }

  @Test func whatIsProbablyMeantIsOfferedAndNeverFollowed() throws {
    let words = "Harbour cities agree on a plan"
    try newsroom.write(
      "main.slip", "headline: Ferries sail at night\nmore: Ferries sail at night: the whole story\n\nx")
    try newsroom.write(
      "from.slip", "headline: From\nmore: Ferries sail at night: a report\nmore: \(words)\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let from = try library.open(library.row("from.slip").id)
    let main = try library.row("main.slip").id
    #expect(from.story.references.map(\.probably) == [main, nil])
    #expect(from.story.references.map(\.story) == [nil, try library.row("plan.slip").id])
    // Certain ones come first.
    #expect(from.related.map(\.isProbable) == [false, true])
    // A story is never a match for itself.
    #expect(try library.story(main).references.map(\.probably) == [nil])
  }

  @Test func nearHeadlinesComeAliveAndGoBackToText() throws {
    try newsroom.write("from.slip", "headline: From\nmore: The bakkery on the quay burns down\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let from = try library.row("from.slip").id
    #expect(try library.open(from).related.map(\.reason) == [.notHere])
    try newsroom.write("fire.slip", "headline: The bakery on the quay burns down\n\nText")
    try library.refreshed()
    #expect(try library.open(from).related.map(\.listing?.path) == ["fire.slip"])
    try newsroom.remove("fire.slip")
    try library.refreshed()
    #expect(try library.open(from).related.map(\.title) == ["The bakkery on the quay burns down"])
  }

  @Test func ofTwoThatAreAsNearNoneIsMeant() throws {
    try newsroom.write("a.slip", "headline: Bakers strike over night shifts today\n\na")
    try newsroom.write("b.slip", "headline: Bakers strike over night shifts again\n\nb")
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try library.resolve("Bakers strike over night shifts") == nil)
    #expect(try library.resolve("Bakers strike over night shifts agan")?.listing.path == "b.slip")
  }

  @Test func wordsThatTwoHeadlinesDoNotShare() {
    let left = HeadlineFit.leftovers(["a", "b", "c", "d"], ["a", "x", "c", "d", "e"])
    #expect(left.ask == ["b"])
    #expect(left.has == ["x", "e"])
    #expect(HeadlineFit.leftovers([], ["a"]).has == ["a"])
  }
}
