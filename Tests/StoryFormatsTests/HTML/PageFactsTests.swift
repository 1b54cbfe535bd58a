import Foundation
import Stories
import StoryFormats
import Testing

/// Short pages, several per file, each with its headline, day and authors.
///
///     === name
///     <!-- expected: headline | day | author; author -->
///     <html>… <!--text--> …</html>
///
/// `<!--text-->` is replaced by a story of three paragraphs, `<!--other-->` by another.
@Suite struct PageFactsTests {
  struct Page: CustomTestStringConvertible, Sendable {
    let name: String
    let headline: String
    let day: String
    let authors: [String]
    let html: String

    var testDescription: String { name }
  }

  static let text = [
    """
    The harbour office said on Tuesday that the matter would be settled before the spring, when the boats \
    are back in the \
    water, and that nobody, not even the baker, had been told of it before.
    """,
    """
    A second meeting is planned, with coffee, and with rather more chairs than last time, because those who \
    had to stand \
    were heard to say things which can't be printed, even in a small paper.
    """,
    """
    Until then all stays as it was, said the engineer, who has drawn three plans, burned two of them, and \
    keeps the third, \
    which she calls the good one, in a drawer that is locked at night.
    """,
  ]

  static let other = [
    """
    The brass band of the island has bought a bus, and will travel to all the weddings of the summer in it, \
    if the tuba goes \
    through the door, which was measured twice.
    """,
    """
    The driver, a trombonist, has never driven anything larger than a cart, but promises to be careful, and \
    to stop wherever \
    somebody hears a wrong note in the back.
    """,
  ]

  static func paragraphs(_ texts: [String]) -> String { texts.map { "<p>\($0)</p>" }.joined() }

  static func pages(_ file: String) throws -> [Page] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let all = try String(
      contentsOf: folder.appending(path: "Fixtures/PageFacts/\(file).pages"), encoding: .utf8)
    let pages = try ("\n" + all).components(separatedBy: "\n=== ").dropFirst().map { section in
      let lines = section.split(separator: "\n", maxSplits: 1).map(String.init)
      let html = try #require(lines.last)
      let opening = try #require(html.range(of: "<!-- expected: "))
      let closing = try #require(html.range(of: "-->"))
      let parts = html[opening.upperBound..<closing.lowerBound].components(separatedBy: "|")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(parts.count == 3)
      return Page(
        name: lines[0], headline: parts[0], day: parts[1],
        authors: parts[2].isEmpty ? [] : parts[2].components(separatedBy: "; "),
        html: "<!DOCTYPE html>\n"
          + html.replacingOccurrences(of: "<!--text-->", with: paragraphs(text))
          .replacingOccurrences(of: "<!--other-->", with: paragraphs(other)))
    }
    try #require(pages.count > 5)
    return pages
  }

  private func read(_ page: Page) throws -> Story {
    let reading = SavedPage().read(Source(path: "page.html", bytes: Array(page.html.utf8)))
    try #require(reading.stories.count == 1)
    return try #require(reading.stories.first)
  }

  @Test(arguments: ["sites", "headlines", "dates", "authors", "stories", "siblings"])
  func headlineDayAndAuthorsAreThoseOfThePage(file: String) throws {
    for page in try Self.pages(file) {
      let story = try read(page)
      #expect(story.headline == page.headline, "\(file): \(page.name)")
      #expect(
        story.published.map { String($0.iso8601.prefix(10)) } ?? "" == page.day, "\(file): \(page.name)")
      #expect(story.bylines == page.authors, "\(file): \(page.name)")
      let body = story.body.map(\.text)
      for paragraph in Self.text { #expect(body.contains(paragraph), "\(file): \(page.name)") }
      #expect(!body.contains(page.headline), "\(file): \(page.name)")
      for line in body { #expect(!Self.other.contains(line), "\(file): \(page.name)") }
    }
  }

  @Test func aDateThatMayBeTwoDaysIsLeftOutAndSaidSo() throws {
    let page = try #require(try Self.pages("dates").first { $0.name == "two days are possible" })
    let story = try read(page)
    #expect(story.published == nil)
    #expect(story.problems.map(\.reason) == ["the date “03/04/2019” could mean two different days"])
  }

  @Test func aDayOfChangeIsNoDayOfPublicationUnlessThereIsNoOther() throws {
    let page = """
      <html><head><title>The quay</title><meta property="article:modified_time" \
      content="2023-03-07T10:00:00Z">
      </head><body><article><h1>The quay is to reopen</h1><p>Updated 7 March 2023</p>
      <p>\(String(repeating: "The work on the quay took two years and is done. ", count: 12))</p></article>\
      </body></html>
      """
    func story(_ path: String) throws -> Story {
      try #require(SavedPage().read(Source(path: path, bytes: Array(page.utf8))).stories.first)
    }
    let dated = try story("2023-03-01-quay.html")
    #expect(dated.published?.iso8601.prefix(10) == "2023-03-01")
    #expect(dated.updated?.iso8601.prefix(10) == "2023-03-07")
    let undated = try story("quay.html")
    #expect(undated.published?.iso8601.prefix(10) == "2023-03-07")
    #expect(undated.updated == nil)
  }

  @Test func publishedAndUpdatedAreTold() throws {
    for name in [
      "published and updated in one line", "updated before published in elements",
      "updated by a class, published without one",
    ] {
      let page = try #require(try Self.pages("dates").first { $0.name == name })
      let story = try read(page)
      #expect(story.updated.map { String($0.iso8601.prefix(10)) } == "2021-02-05", "\(name)")
    }
  }

  @Test func anotherStoryOfThePageIsATeaserAndAProblemSaysSo() throws {
    for page in try Self.pages("stories") where !page.name.contains("parts") && !page.name.contains("live") {
      let story = try read(page)
      #expect(story.teasers.map(\.title) == ["The other one below"], "\(page.name)")
      #expect(story.problems.isEmpty == page.name.contains("teaser"), "\(page.name)")
    }
  }
}
