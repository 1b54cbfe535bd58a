import Stories
import StoryFormats
import Testing

/// Hostile feeds: each is read to its end, in time, or refused with a reason.
@Suite(.timeLimit(.minutes(5))) struct HostileFeedTests {
  private static func read(_ text: String) -> Reading {
    RSS().read(Source(path: "in/hostile.rss", bytes: Array(text.utf8)))
  }

  private static func rss(_ items: String, head: String = "") -> String {
    "<rss version=\"2.0\"><channel><title>T</title>\(head)\(items)</channel></rss>"
  }

  @Test func entitiesAreNotExpanded() {
    let bomb = """
      <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">
      <!ENTITY file SYSTEM "file:///etc/passwd">]>
      """
    let reading = Self.read(bomb + Self.rss("<item><title>&c; and &file;</title></item>"))
    #expect(reading.stories.map(\.headline) == ["&c; and &file;"])
  }

  @Test(arguments: [
    "<p>", "<item>", "<title>", "<description>", "<media:group>", "<b>", "<![CDATA[", "<!--",
    "<div xml:base='x'>",
  ])
  func deepNestingEnds(tag: String) {
    let deep = String(repeating: tag, count: 100_000)
    let reading = Self.read(Self.rss("<item><title>One</title><description>\(deep)"))
    #expect(reading.stories.count + reading.problems.count > 0)
  }

  @Test func deepHTMLInATextIsStillRead() {
    let deep = String(repeating: "&lt;div&gt;", count: 50_000) + "words"
    let reading = Self.read(Self.rss("<item><title>One</title><description>\(deep)</description></item>"))
    #expect(reading.stories.first?.text.contains("words") == true)
  }

  @Test(arguments: [
    "<", "&", "&lt;", "&amp;lt;b&amp;gt;", "<b ", "&lt;b &lt;", "@", "(a@b ", "]]>", "\u{0}", "é", "&#x41;",
    ",",
  ])
  func longRunsEndInTime(piece: String) {
    let run = String(repeating: piece, count: 2_000)
    for field in ["title", "description", "author", "pubDate", "guid", "link", "category", "content:encoded"]
    {
      expectPromises(Self.read(Self.rss("<item><title>One</title><\(field)>\(run)</\(field)></item>")))
    }
  }

  @Test func manyItemsWithOneNameAreQuick() {
    let items = (0..<2_000).map { "<item><guid>1</guid><title>T\($0 % 3)</title><link>l\($0)</link></item>" }
    #expect(!Self.read(Self.rss(items.joined())).stories.isEmpty)
  }

  @Test func manyThingsInOneItemAreQuick() {
    let things = (0..<2_000).map {
      "<category>c\($0)</category><enclosure url='u\($0).mp3'/><author>Name Nr\($0)</author>"
        + "<media:content url='m\($0)'/><link rel='related' href='r\($0)'/>"
    }
    let story = Self.read(Self.rss("<item><title>One</title>\(things.joined())</item>")).stories.first
    #expect(story?.tags.count == 2_000)
    #expect((story?.body.count ?? 0) <= 50)
  }

  @Test(arguments: [
    "<rss", "<rss>", "<rss/>", "<rss><channel>", "<rss><item", "<rss><item>", "<feed><entry><title type=",
    "<?xml", "<!DOCTYPE rss [",
    "<rss xmlns=\"\"><channel xmlns:=\"x\"><:item/></channel></rss>", "<rss><item><:/></item>",
    "<rss:rss:rss><item/>",
    "<feed><entry><content src=''/><link/><link href=''/><id/></entry></feed>", "<rss>\u{FFFE}\u{FFFF}</rss>",
    """
    <rss><channel><item><link>http://</link><guid>://</guid><enclosure \
    url='http://[::'/></item></channel></rss>
    """,
    """
    <feed xml:base='http://'><entry xml:base='../../..'><title>x</title><link href='?'/><link \
    href='//'/></entry></feed>
    """,
  ])
  func brokenPiecesAreRead(text: String) {
    for format in FeedFixtureTests.formats {
      let source = Source(path: "x.xml", bytes: Array(text.utf8))
      _ = format.recognises(source)
      expectPromises(format.read(source))
    }
  }

  @Test(arguments: FeedFixtureTests.names)
  func everyBeginningOfAFixtureIsRead(name: String) throws {
    let bytes = try FeedFixtureTests.bytes(of: name)
    for end in stride(from: 0, to: bytes.count, by: 911) {
      let source = Source(path: name, bytes: Array(bytes[..<end]))
      for format in FeedFixtureTests.formats where format.recognises(source) {
        expectPromises(format.read(source))
      }
      expectPromises(RSS().read(source))
    }
  }

  @Test(arguments: FeedFixtureTests.names)
  func spoiledBytesAreRead(name: String) throws {
    var bytes = try FeedFixtureTests.bytes(of: name)
    var seed: UInt64 = 88_172_645_463_325_252
    for _ in 0..<8 {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      bytes[Int(seed % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: seed >> 32)
      let source = Source(path: name, bytes: bytes)
      expectPromises(RSS().read(source))
      expectPromises(JSONFeed().read(source))
    }
  }

  @Test func deepJSONIsRefused() {
    let text =
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + String(repeating: "[", count: 100_000)
    let reading = JSONFeed().read(Source(path: "x.json", bytes: Array(text.utf8)))
    #expect(reading.stories.isEmpty)
    #expect(reading.problems.count == 1)
  }

  @Test func brokenJSONOfManyItemsIsQuick() {
    let items = (0..<3_000).map { "{\"id\": \"\($0)\", \"title\": \"T\($0)\"}" }.joined(separator: ",")
    let text = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[\(items),{\"id\":"
    let reading = JSONFeed().read(Source(path: "x.json", bytes: Array(text.utf8)))
    #expect(reading.stories.count == 3_000)
    #expect(reading.problems.first?.line == 1)
  }
}
