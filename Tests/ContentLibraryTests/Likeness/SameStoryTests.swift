import Stories
import Testing

@testable import ContentLibrary

/// What counts as one story, and what only shares a site's paragraphs.
@Suite struct SameStoryTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func words(_ seed: Int, _ count: Int) -> String {
    var random = Seeded(seed)
    return Prose.words(count, &random).joined(separator: " ")
  }

  /// A name without numbers, which alone would tell stories apart.
  private func name(_ number: Int) -> String {
    let letters = Array("abcdefghiklmnoprstuv")
    return "An\(letters[number % 20])a Ber\(letters[number / 20 % 20])g"
  }

  private func runs(_ headline: String, _ body: String) -> TextRuns {
    TextRuns(body: Array(body.utf8), headline: Array(headline.utf8))
  }

  private func write(_ path: String, _ headline: String, _ text: String, day: Int = 1) throws {
    try newsroom.write("\(path).slip", "headline: \(headline)\nseconds: \(day * 86_400)\n\n\(text)")
  }

  @Test(arguments: [
    ("ferry stopped", "ferry stopped", true), ("ferry stopped", "ferry stopped by ice", true),
    ("ferry stopped 12 hurt", "ferry stopped 15 hurt", true), ("ferry", "ferry stopped by ice", false),
    ("candidate profile jane smith", "candidate profile john smith", false),
    ("inspection of blue door", "inspection of red lion", false), ("ferry stopped", "bridge opened", false),
  ])
  func headlinesOfOneStory(_ one: String, _ other: String, _ expected: Bool) {
    #expect(runs(one, "").isHeaded(like: runs(other, "")) == expected)
    #expect(runs(other, "").isHeaded(like: runs(one, "")) == expected)
  }

  @Test func runsAreCountedOnce() {
    #expect(runs("", "a b c d a b c d").runs.count == 4)
    #expect(runs("", "a b c").runs.isEmpty)
    let (one, other) = (runs("", "a b c d e f").runs, runs("", "x b c d e y").runs)
    #expect(TextRuns.common(one, other) == 1)
  }

  @Test func aParagraphOfThreeStoriesMakesNoTwoOfThemOne() {
    let standing = words(1, 120)
    let stories = (2...4).map { runs("profile of \(words($0 + 90, 2))", words($0, 60) + " " + standing) }
    let same = SameStories(stories)
    #expect(!same.areOne(0, 1) && !same.areOne(1, 2) && !same.areOne(0, 2))
  }

  @Test func copiesAmongBoilerplateAreOne() {
    let standing = words(1, 120)
    var stories = (2...4).map { runs("profile of \(words($0 + 90, 2))", words($0, 60) + " " + standing) }
    stories.append(runs("another headline", words(2, 60) + " " + standing))
    let same = SameStories(stories)
    #expect(same.areOne(0, 3))
    #expect(!same.areOne(0, 1))
  }

  @Test func aThirdVersionDoesNotSeparateTheFirstTwo() {
    let text = words(5, 150)
    let stories = [
      runs("ferry stopped", text), runs("ferry stopped by ice", text + " " + words(6, 60)),
      runs("ferry stopped by ice", text + " " + words(6, 60) + " " + words(7, 40)),
      runs("strait is frozen", String(text.prefix(text.count * 2 / 3))),
    ]
    let same = SameStories(stories)
    #expect(same.areOne(0, 1) && same.areOne(1, 2) && same.areOne(0, 3))
  }

  @Test func storiesOfOneTemplateAndDayHaveTheirOwnRows() throws {
    let standing = words(1, 140)
    for number in 0..<30 {
      try write(
        "\(number)", "Candidate profile: \(name(number))",
        "\(name(number)) answers. " + words(300 + number, 40) + " " + standing)
    }
    try write("copy", "Candidate profile: again", name(0) + " answers. " + words(300, 40) + " " + standing)
    let library = try newsroom.library()
    #expect(try library.refreshed().stories == 30)
  }

  @Test func aLaterStorySeparatesTwoThatWereTakenForOne() throws {
    let standing = words(1, 160)
    let library = try newsroom.library()
    for number in 0..<2 {
      try write("\(number)", "Profile of \(name(21 * number))", words(300 + number, 22) + " " + standing)
    }
    // Only two of them have no more in common than two versions of one story.
    #expect(try library.refreshed().stories == 1)
    try write("2", "Profile of \(name(42))", words(302, 22) + " " + standing)
    #expect(try library.refreshed().stories == 3)
    #expect(try library.rows().map(\.versions) == [0, 0, 0])
  }
}
