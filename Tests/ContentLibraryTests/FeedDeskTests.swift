import Foundation
import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Lists of feeds in the library give their stories desks.
@Suite struct FeedDeskTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func feed(_ title: String, home: String, _ items: [String], category: String = "") -> String {
    let items = items.map { item in
      """
      <item><title>\(item) at \(title)</title><guid isPermaLink="false">\(home)\(item)</guid>
      <link>\(home)\(item)?utm_source=rss</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>\(category)
      <description>Some words about \(item), which are the text of the story.</description></item>
      """
    }
    return
      "<rss version=\"2.0\"><channel><title>\(title)</title><link>\(home)</link>\(items.joined())</channel></rss>"
  }

  private func list(_ outlines: String) throws {
    try newsroom.write("feeds.OPML", "<opml version=\"2.0\"><head/><body>\(outlines)</body></opml>")
  }

  private static let subscriptions = """
    <outline text="Science">
    <outline type="rss" text="Whale &amp; Co" xmlUrl="https://whale.example/rss"/>
    <outline type="rss" text="My name for it" xmlUrl="https://x.example/ice/rss" htmlUrl="http://www.x.example/ice/"/>
    </outline>
    <outline type="rss" text="Harbour daily" title="Harbour daily" xmlUrl="https://harbour.example/feed"/>
    """

  private func write() throws {
    try newsroom.write("a.xml", feed("Whale &amp; Co", home: "https://whale.example/", ["Calf"]))
    try newsroom.write(
      "in/b.xml",
      feed("Ice notes", home: "https://x.example/ice/", ["Floe"], category: "<category>Cold</category>"))
    try newsroom.write("in/c.xml", feed("Other notes", home: "https://x.example/other/", ["Stone"]))
    try newsroom.write("in/d.xml", feed("HARBOUR daily", home: "https://harbour.example/", ["Quay"]))
    try newsroom.write("in/e.md", "# A note\n\nSee https://x.example/ice/ for ice.\n")
  }

  private func desks(_ library: Library) throws -> [String: String] {
    Dictionary(
      try library.rows().map { ($0.headline.prefix { $0 != " " }.lowercased(), $0.section ?? "") },
      uniquingKeysWith: { one, _ in one })
  }

  @Test func foldersAreDesksAndElseTheTitles() throws {
    try write()
    try list(Self.subscriptions)
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(
      try desks(library) == [
        "calf": "Science", "floe": "Science", "stone": "In", "quay": "Harbour daily", "a": "In",
      ])
    let query = Query(facets: [Facet(.desk, "Science")])
    #expect(try library.window(query, around: .first, before: 0, after: 9).total == 2)
    let floe = try #require(try library.rows().first { $0.headline.hasPrefix("Floe") })
    #expect(try library.open(floe.id).story.section == "Science")
    #expect(try library.passedOver().counts.isEmpty)
  }

  @Test func whatTwoFeedsHaveInCommonTellsNeither() throws {
    try write()
    try list(
      """
      <outline text="One"><outline text="Whale &amp; Co" xmlUrl="https://1.example/"/></outline>
      <outline text="Two"><outline text="Whale &amp; Co" xmlUrl="https://2.example/"/></outline>
      """)
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try desks(library)["calf"] == "")
  }

  @Test func aChangedListIsFollowedAndIsNoNews() throws {
    try write()
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try desks(library)["calf"] == "" && desks(library)["floe"] == "In")
    let ids = try Set(library.rows().map(\.id))
    _ = try library.landed()
    try list(Self.subscriptions)
    let summary = try library.refreshed()
    #expect(summary.added == 0 && summary.removed == 0)
    #expect(try desks(library)["calf"] == "Science" && desks(library)["floe"] == "Science")
    #expect(try Set(library.rows().map(\.id)) == ids)
    let landing = try library.landed()
    #expect(landing.arrivals.isEmpty && landing.changes.isEmpty)
    // Nothing is read again if the list says the same.
    try list(Self.subscriptions + "<!-- the same -->")
    #expect(try library.refreshed().changed == 0)
    // What has dropped out of the feed has its desk too.
    try newsroom.write("a.xml", feed("Whale &amp; Co", home: "https://whale.example/", ["Bull"]))
    try list("<outline text=\"Sea\">\(Self.subscriptions)</outline>")
    try library.refreshed()
    #expect(try desks(library)["calf"] == "Science" && desks(library)["bull"] == "Science")
    #expect(try desks(library)["quay"] == "Sea")
    try newsroom.remove("feeds.OPML")
    try library.refreshed()
    #expect(try desks(library)["calf"] == "" && desks(library)["floe"] == "In")
  }

  @Test func aFeedReadInPiecesHasItsDesk() throws {
    let items = (0..<400).map { "Story-\($0)" }
    try newsroom.write("big.xml", feed("Whale &amp; Co", home: "https://whale.example/", items))
    try list(Self.subscriptions)
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath)
    configuration.bounds.whole = 1_000
    let library = try Library(configuration)
    try library.refreshed()
    let window = try library.window(
      Query(facets: [Facet(.desk, "Science")]), around: .first, before: 0, after: 1)
    #expect(window.total == 400)
    #expect(try library.open(try #require(window.rows.first).id).story.section == "Science")
  }

  @Test(arguments: [
    "", "<opml>", "<opml><body><outline", "<outline xmlUrl='x'/></outline></outline><outline text='a'>",
    "<outline text=\"\"><outline xmlUrl=\"https://a.example\" text=\"a\tb\nc\"/></outline>",
  ])
  func listsMayBeBroken(_ text: String) throws {
    try write()
    try newsroom.write("x.opml", text)
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try library.count() == 5)
    #expect(try library.refreshed().changed == 0)
  }
}
