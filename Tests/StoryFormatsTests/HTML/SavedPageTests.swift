import Foundation
import Stories
import StoryFormats
import Testing

@Suite struct SavedPageTests {
  private func read(_ html: String, path: String = "page.html") -> Reading {
    SavedPage().read(Source(path: path, bytes: Array(html.utf8)))
  }

  private static let paragraph = """
    The ferry will sail again in spring, the harbour office said on Tuesday, and the old timetable, which \
    many had kept on \
    their kitchen walls, will hold. The boat is second-hand, the captain is new, and the coffee, by all \
    accounts, is what \
    it always was: hot, brown, and in the end a matter of opinion.
    """

  private static let page = """
    <!DOCTYPE html><html lang="en"><head><title>Ferry to sail again | The Courier</title>
    <meta property="og:site_name" content="The Courier"><link rel="canonical" \
    href="https://example.org/news/ferry">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry to sail \
    again","datePublished":"2026-03-02T08:40:00+01:00",
    "author":[{"@type":"Person","name":"Anna Berg"}],"articleSection":"Harbour","keywords":"ferries, \
    timetable"}</script></head>
    <body><nav class="menu"><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <div class="cookie-banner sidebar">We use cookies, and we are very fond of them.</div>
    <article class="story-body"><h1>Ferry to sail again</h1>
    <p>\(paragraph)</p><h2>A timetable at last</h2><p>\(paragraph) <a href="/news/timetable">See the \
    times</a>.</p>
    <ul><li>Skarvby, 9.12</li><li>Tornö, 9.40</li></ul><blockquote><p>It floats, and that is the main thing, \
    we think.</p></blockquote>
    <div class="social">Share this on everything</div></article>
    <footer>© The Courier, all rights reserved</footer></body></html>
    """

  @Test func theArticleIsFoundAndTheFurnitureLeftOut() throws {
    let story = try #require(read(Self.page).stories.first)
    #expect(story.headline == "Ferry to sail again")
    #expect(story.bylines == ["Anna Berg"])
    #expect(story.published?.iso8601 == "2026-03-02T08:40:00+01:00")
    #expect(story.section == "Harbour")
    #expect(story.tags == ["ferries", "timetable"])
    #expect(story.url == "https://example.org/news/ferry")
    #expect(story.id == StoryID(identifier: "https://example.org/news/ferry"))
    #expect(story.language == "en")
    #expect(
      story.text == """
        \(Self.paragraph)

        A timetable at last

        \(Self.paragraph) See the times.

        Skarvby, 9.12
        Tornö, 9.40

        It floats, and that is the main thing, we think.
        """)
    #expect(story.references.map(\.target) == ["https://example.org/news/timetable"])
  }

  @Test(arguments: [
    "", "<", "<html>", "<p>", "<!DOCTYPE html><title>Only a title</title>", "<table><tr><td>",
    "<b><i></b></i>",
    "<script>", "<!--", "&#27;&#x9b;&#1114112;", "<svg><title>x</title></svg>", "<ul><li><ul><li>x",
  ])
  func scrapsAreReadWithoutHarm(_ html: String) {
    let reading = read(html)
    #expect(reading.stories.count + reading.problems.count > 0)
  }
}
