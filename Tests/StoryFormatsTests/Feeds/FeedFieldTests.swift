import Stories
import StoryFormats
import Testing

/// The elements of feeds, in any vocabulary, prefix or case.
@Suite struct FeedFieldTests {
  private static let spaces = """
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
    xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:atom="http://www.w3.org/2005/Atom"
    """

  private static func read(_ text: String) -> [Story] {
    RSS().read(Source(path: "in/fields.rss", bytes: Array(text.utf8))).stories
  }

  private static func rss(_ elements: String) -> Story? {
    read(
      "<rss version='2.0' \(spaces)><channel><title>Boathouse</title><link>https://b.example/</link><item>"
        + "<title>Board meets</title>\(elements)</item></channel></rss>"
    ).first
  }

  private static func atom(_ elements: String) -> Story? {
    read(
      """
      <feed xmlns='http://www.w3.org/2005/Atom'><title>Boathouse</title><entry><title>T</title><id>\
      tag:b.example,2026:1</id>
      """
        + "\(elements)</entry></feed>"
    ).first
  }

  @Test(arguments: [
    ("<author>me@b.example (Ann Berg)</author>", ["Ann Berg"]),
    ("<author>Ann Berg (me@b.example)</author>", ["Ann Berg"]),
    ("<author>Ann Berg &lt;me@b.example&gt;</author>", ["Ann Berg"]), ("<author>me@b.example</author>", []),
    ("<author></author><dc:creator/>", []),
    ("<author> </author><dc:creator>Ann Berg</dc:creator>", ["Ann Berg"]),
    ("<author>me@b.example (Ann Berg)</author><dc:creator>ANN BERG</dc:creator>", ["Ann Berg"]),
    ("<dc:creator>Ann Berg</dc:creator><dc:creator>Bo Holm</dc:creator>", ["Ann Berg", "Bo Holm"]),
    ("<author>Ann Berg</author><dc:creator>Bo Holm</dc:creator>", ["Ann Berg", "Bo Holm"]),
    ("<itunes:author>Ann Berg</itunes:author>", ["Ann Berg"]),
    ("<dc:creator>Bo Holm</dc:creator><itunes:author>The Boathouse</itunes:author>", ["Bo Holm"]),
    ("<dc:creator>KÃ¤the BÃ¶ll</dc:creator>", ["Käthe Böll"]),
  ])
  func peopleAreNamedOnce(elements: String, names: [String]) {
    #expect(Self.rss(elements)?.bylines == names)
  }

  @Test(arguments: [
    ("<author><name></name></author>", []), ("<author><name/><email>a@b.example</email></author>", []),
    ("<author><name>a@b.example</name></author>", []), ("<author><email>a@b.example</email></author>", []),
    ("<author><name> </name><uri>https://b.example/</uri></author>", []),
    (
      "<author><name>Ann</name></author><author><name/></author><author><name>Bo</name></author>",
      ["Ann", "Bo"]
    ),
    ("<author>Ann Berg</author>", ["Ann Berg"]),
  ])
  func aPersonWithoutANameIsNone(elements: String, names: [String]) {
    #expect(Self.atom(elements)?.bylines == names)
  }

  @Test(arguments: [
    (
      "<media:category label='Ferries'>f</media:category><media:category>Harbours</media:category>",
      ["Ferries", "Harbours"]
    ),
    ("<media:content url='a.mp4'><media:category>Films</media:category></media:content>", ["Films"]),
    ("<itunes:category text='News'><itunes:category text='Local'/></itunes:category>", ["News", "Local"]),
    ("<category>Ferries</category><dc:subject>Harbours</dc:subject>", ["Ferries", "Harbours"]),
    ("<category>KÃ¤lte</category><itunes:keywords>a, b</itunes:keywords>", ["Kälte", "a", "b"]),
  ])
  func categoriesOfEveryVocabularyAreTags(elements: String, tags: [String]) {
    #expect(Self.rss(elements)?.tags == tags)
  }

  @Test(arguments: [
    ("<link>www.b.example/1</link>", "https://www.b.example/1"), ("<link>/1</link>", "https://b.example/1"),
    ("<link/><guid>https://b.example/g</guid>", "https://b.example/g"),
  ])
  func addressesAreWhole(elements: String, address: String) {
    #expect(Self.rss(elements)?.url == address)
  }

  @Test func aNameOfAtomThatIsAnAddressIsThePageWhereNoLinkSaysIt() {
    let stories = Self.read(
      """
      <feed xmlns='http://www.w3.org/2005/Atom'><title>B</title><entry><title>T</title><id>\
      https://b.example/1</id></entry>
      """
        + "<entry><title>U</title><id>tag:b.example,2026:2</id></entry></feed>")
    #expect(stories.map(\.url) == ["https://b.example/1", nil])
  }

  @Test(arguments: [
    ("<enclosure url='https://b.example/thumb.jpg' type='image/jpeg'/>", "", "https://b.example/thumb.jpg"),
    ("<enclosure url='https://b.example/1.mp3' type='audio/mpeg'/>", "", "https://b.example/1.mp3"),
    (
      "<enclosure url='https://b.example/get?id=1' type='audio/mpeg'/>", "Audio", "https://b.example/get?id=1"
    ),
    (
      "<enclosure url='https://b.example/get?id=1' type='audio/mpeg'/><itunes:duration>61</itunes:duration>",
      "Audio: 1:01", "https://b.example/get?id=1"
    ),
    ("<enclosure url='https://b.example/a.pdf' type='application/pdf'/>", "", "https://b.example/a.pdf"),
    ("<enclosure URL='/a.bin'/>", "Document", "https://b.example/a.bin"),
    (
      """
      <media:content url='https://b.example/m' medium='video'><media:title>Cake</media:title>\
      </media:content>
      """,
      "Video: Cake", "https://b.example/m"
    ),
    (
      """
      <media:content url='https://b.example/a.jpg'><media:description>Cake</media:description>\
      </media:content>
      """,
      "Cake", "https://b.example/a.jpg"
    ),
  ])
  func mediaAreCalledWhatTheyAre(elements: String, caption: String, source: String) {
    guard case .figure(let words, let address)? = Self.rss(elements)?.body.last?.kind else {
      Issue.record("no figure")
      return
    }
    #expect(words.map(\.text).joined() == caption)
    #expect(address == source)
  }

  @Test(arguments: [
    // Microsoft's channels (CDF, 1997).
    """
    <?xml version='1.0'?><CHANNEL HREF='https://b.example/'><TITLE>Boathouse</TITLE><ITEM \
    HREF='https://b.example/1' LASTMOD='2004-01-02T03:04Z'><TITLE>Board meets</TITLE><ABSTRACT>The board \
    met.</ABSTRACT></ITEM></CHANNEL>
    """,
    // Everything in capitals.
    """
    <RSS VERSION='2.0'><CHANNEL><TITLE>Boathouse</TITLE><ITEM><TITLE>Board \
    meets</TITLE><LINK>https://b.example/1</LINK><DESCRIPTION>The board met.</DESCRIPTION><PUBDATE>Fri, 02 \
    Jan 2004 03:04:00 GMT</PUBDATE></ITEM></CHANNEL></RSS>
    """,
    // Unusual prefixes, also for RDF's attributes.
    """
    <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:n='http://purl.org/rss/1.0/' \
    xmlns:DUBLIN='http://purl.org/dc/elements/1.1/'><n:channel \
    r:about='x'><n:title>Boathouse</n:title></n:channel><n:item \
    r:about='https://b.example/1'><n:title>Board meets</n:title><n:description>The board \
    met.</n:description><DUBLIN:date>2004-01-02T03:04:00Z</DUBLIN:date></n:item></r:RDF>
    """,
    """
    <x:feed xmlns:x='http://www.w3.org/2005/Atom'><x:title>Boathouse</x:title><x:entry><x:title>Board \
    meets</x:title><x:id>https://b.example/1</x:id><x:content>The board \
    met.</x:content><x:updated>2004-01-02T03:04:00Z</x:updated></x:entry></x:feed>
    """,
    // Atom 0.3 with its modes.
    """
    <feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Boathouse</title><entry><title \
    mode='base64' type='text/html'>Qm9hcmQgbWVldHM=</title><link rel='alternate' \
    href='https://b.example/1'/><content type='text/html' mode='escaped'>&lt;p&gt;The board \
    met.&lt;/p&gt;</content><issued>2004-01-02T03:04:00Z</issued></entry></feed>
    """,
    // The first form of the content module.
    """
    <rss version='2.0' \(spaces)><channel><title>Boathouse</title><item><title>Board \
    meets</title><link>https://b.example/1</link><pubDate>Fri, 02 Jan 2004 03:04 \
    GMT</pubDate><content:items><rdf:Bag><rdf:li><content:item><rdf:value>The board \
    met.</rdf:value></content:item></rdf:li></rdf:Bag></content:items></item></channel></rss>
    """,
    // An enclosure that is never closed.
    """
    <rss><channel><title>Boathouse</title><item><title>Board meets</title><enclosure \
    url=https://b.example/a.mp3 type=audio/mpeg><link>https://b.example/1</link><description>The board \
    met.</description><pubDate>Fri, 02 Jan 2004 03:04 GMT</pubDate></item></channel></rss>
    """,
    // Entities of its own document type.
    """
    <?xml version='1.0'?><!DOCTYPE rss [<!ENTITY board \"Board\">]><rss><channel><title>Boathouse</title>\
    <item><title>&board; meets</title><link>https://b.example/1</link><description>The board \
    met.</description><pubDate>Fri, 02 Jan 2004 03:04 GMT</pubDate></item></channel></rss>
    """,
  ])
  func feedsOfEveryKindSayTheSame(text: String) throws {
    let source = Source(path: "in/kinds.xml", bytes: Array(text.utf8))
    let format = try #require(FeedFixtureTests.formats.first { $0.recognises(source) })
    let story = try #require(format.read(source).stories.first)
    #expect(story.headline == "Board meets")
    #expect(story.url == "https://b.example/1")
    #expect(story.text.contains("The board met."))
    #expect(story.published?.seconds == 1_073_012_640)
    #expect(story.wire.provider == "Boathouse")
  }

  @Test(arguments: [
    """
    {\"rss\":{\"version\":\"2.0\",\"channel\":{\"title\":\"Boathouse\",\"link\":\"https://b.example/\",\
    \"item\":[{\"title\":\"Board meets\",\"link\":\"https://b.example/1\",\"description\":\"The board \
    met.\",\"pubDate\":\"Mon, 05 Oct 2026 08:00:00 GMT\",\"category\":[\"Cake\",\"Boats\"],\
    \"guid\":{\"isPermaLink\":\"false\",\"#value\":\"b1\"}}]}}}
    """,
    """
    {\"rss\":{\"channel\":{\"title\":\"Boathouse\",\"item\":{\"title\":{\"#value\":\"Board \
    meets\"},\"link\":\"https://b.example/1\",\"description\":\"<p>The board met.</p>\",\"pubDate\":\"Mon, \
    05 Oct 2026 08:00:00 GMT\",\"category\":[{\"#value\":\"Cake\",\"domain\":\"x\"},\
    {\"#value\":\"Boats\"}]}}}}
    """,
    """
    {\"version\":\"1.0\",\"encoding\":\"UTF-8\",\"feed\":{\"xmlns\":\"http://www.w3.org/2005/Atom\",\
    \"title\":{\"type\":\"text\",\"$t\":\"Boathouse\"},\"entry\":[{\"id\":{\"$t\":\"tag:b.example,2026:1\"},\
    \"published\":{\"$t\":\"2026-10-05T08:00:00Z\"},\"title\":{\"type\":\"text\",\"$t\":\"Board \
    meets\"},\"content\":{\"type\":\"html\",\"$t\":\"<p>The board \
    met.</p>\"},\"link\":[{\"rel\":\"self\",\"href\":\"https://b.example/s\"},{\"rel\":\"alternate\",\
    \"type\":\"text/html\",\"href\":\"https://b.example/1\"}],\"category\":[{\"term\":\"Cake\"},\
    {\"term\":\"Boats\"}]}]}}
    """,
  ])
  func feedsWrittenAsJSONAreRead(text: String) throws {
    let source = Source(path: "in/feed.json", bytes: Array(text.utf8))
    #expect(Formats.format(for: source)?.name == "jsonfeed")
    let reading = JSONFeed().read(source)
    let story = try #require(reading.stories.first)
    #expect(reading.problems.isEmpty)
    #expect(story.headline == "Board meets")
    #expect(story.url == "https://b.example/1")
    #expect(story.text == "The board met.")
    #expect(story.tags == ["Cake", "Boats"])
    #expect(story.published?.iso8601 == "2026-10-05T08:00:00Z")
    #expect(story.wire.provider == "Boathouse")
    #expect(story.format == "jsonfeed")
  }

  @Test func mediaOfAJSONItemAreRead() throws {
    let text =
      """
      {\"rss\":{\"channel\":{\"item\":[{\"title\":\"T\",\"enclosure\":{\"url\":\"https://b.example/a.mp3\",\
      \"type\":\"audio/mpeg\",\"length\":12}}]}}}
      """
    let story = try #require(
      JSONFeed().read(Source(path: "in/feed.json", bytes: Array(text.utf8))).stories.first)
    #expect(story.body.map(\.kind) == [.figure(caption: [], source: "https://b.example/a.mp3")])
  }
}
