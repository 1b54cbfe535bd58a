import Stories
import StoryFormats
import Testing

/// An item's longest text is the story's, in whatever element; nothing of the others is lost.
@Suite struct FeedTextTests {
  static let long = """
    The board met in the boathouse on Monday and went through the accounts of the spring. Nobody asked for \
    the \
    minutes.
    """
  static let second = "The chairman read the letters aloud, and the ferry waited."
  static let other = "A meeting with cake."

  private static func story(_ elements: String) throws -> Story {
    let text = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"
        xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Boathouse</title>
      <item><title>Board meets</title><link>https://b.example/1</link>\(elements)</item></channel></rss>
      """
    return try #require(RSS().read(Source(path: "in/texts.rss", bytes: Array(text.utf8))).stories.first)
  }

  private static func paragraphs(_ story: Story) -> [String] {
    story.body.map { $0.text.split(separator: "\n").joined(separator: " ") }
  }

  @Test(arguments: [
    "<description>\(long.prefix(90)) [&#8230;]</description>"
      + "<content:encoded><![CDATA[<p>\(long)</p><p>\(second)</p>]]></content:encoded>",
    "<content:encoded><![CDATA[<p>\(long)</p><p>\(second)</p>]]></content:encoded>"
      + "<description>\(long)</description>",
    """
    <description><![CDATA[<p>\(long)</p><p>\(second)</p>]]></description><content:encoded></content:encoded>
    """,
    "<description><![CDATA[<p>\(long)</p><p>\(second)</p>]]></description>"
      + "<content:encoded>Board meets</content:encoded>",
    "<description><![CDATA[<p>\(long)</p><p>\(second)</p>]]></description>"
      + "<content:encoded><![CDATA[<a href='https://b.example/1'>Read more</a>]]></content:encoded>",
    "<itunes:summary>\(long)\n\n\(second)</itunes:summary><description>\(long.prefix(60))…</description>",
    """
    <media:description>\(long)\n\n\(second)</media:description><description>\(long.prefix(80))</description>
    """,
    """
    <atom:summary>\(long)</atom:summary><atom:content type='html'>\
    &lt;p&gt;\(long)&lt;/p&gt;&lt;p&gt;\(second)&lt;/p&gt;</atom:content>
    """,
    """
    <atom:content type='text'>\(long)\n\n\(second)</atom:content><atom:content type='xhtml'><div \
    xmlns='http://www.w3.org/1999/xhtml'><p>\(long)</p><p>\(second)</p></div></atom:content>
    """,
  ])
  func theLongestTextIsTheBody(elements: String) throws {
    let story = try Self.story(elements)
    #expect(Self.paragraphs(story) == [Self.long, Self.second])
    #expect(story.standfirst == nil)
  }

  @Test(arguments: [
    "<description>\(other)</description><content:encoded><![CDATA[<p>\(long)</p>]]></content:encoded>",
    "<content:encoded>\(other)</content:encoded><description>\(long)</description>",
    "<itunes:subtitle>\(other)</itunes:subtitle><description>\(long)</description>",
    "<description>\(long)</description><itunes:summary>\(other)</itunes:summary>",
  ])
  func aShorterTextOfOtherWordsIsTheStandfirst(elements: String) throws {
    let story = try Self.story(elements)
    #expect(Self.paragraphs(story) == [Self.long])
    #expect(story.standfirst == Self.other)
  }

  @Test func aLongTextOfOtherWordsStandsBehindTheBody() throws {
    let list = (1...30).map { "<li>Item number \($0) of the agenda</li>" }.joined()
    let body = (1...40).map { "<p>\(Self.long) Part \($0).</p>" }.joined()
    let story = try Self.story(
      """
      <description><![CDATA[<ul>\(list)</ul>]]></description><content:encoded><![CDATA[\(body)]]>\
      </content:encoded>
      """
    )
    #expect(story.body.count == 42)
    #expect(story.body[40].kind == .rule)
    #expect(story.text.contains("number 30 of the agenda"))
  }

  @Test func thePictureOverAnExcerptIsTheStorysWhereThatHasNone() throws {
    let story = try Self.story(
      """
      <description><![CDATA[<img src='https://b.example/cake.jpg' \
      alt='Cake'>\(Self.long.prefix(90))]]></description>
      """
        + "<content:encoded><![CDATA[<p>\(Self.long)</p>]]></content:encoded>")
    #expect(story.body.last?.kind == .figure(caption: [Inline("Cake")], source: "https://b.example/cake.jpg"))
    #expect(story.body.count == 2)
  }

  @Test func rawTextThatWasEncodedOnceMoreIsText() throws {
    #expect(try Self.story("<description>&lt;![CDATA[some words]]&gt;</description>").text == "some words")
    let marked = try Self.story(
      "<description>&lt;![CDATA[&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;]]&gt;</description>")
    #expect(Self.paragraphs(marked) == ["one", "two"])
    #expect(
      try Self.story("<description>&amp;lt;![CDATA[ begins raw text</description>").text
        == "<![CDATA[ begins raw text")
  }

  @Test func textWithoutMarkupKeepsItsLinesAndAddresses() throws {
    let story = try Self.story(
      """
      <media:group><media:description>What was said.

      Parts:
      00:00 Greetings
      04:10 Accounts
      12:30 Cake

      https://b.example/minutes
      https://b.example/cake</media:description></media:group>
      """)
    #expect(story.text.contains("00:00 Greetings\n04:10 Accounts\n12:30 Cake"))
    #expect(story.references.map(\.target) == ["https://b.example/minutes", "https://b.example/cake"])
    let indented = try Self.story("<description>\n      One line\n      and its end.\n    </description>")
    #expect(Self.paragraphs(indented) == ["One line and its end."])
  }

  @Test(arguments: [
    ("<content xml:lang='da'>Broen åbner.</content>", "da"),
    (
      """
      <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' xml:lang='sv'>Bron \
      öppnar.</div></content>
      """,
      "sv"
    ),
    ("<summary xml:lang='de-AT'>Die Brücke öffnet.</summary>", "de-AT"),
    ("<content>The bridge opens.</content>", "en"),
    (
      """
      <summary xml:lang='da'>Kort.</summary><content xml:lang='no'>Broen åpner i morgen klokken \
      ti.</content>
      """,
      "no"
    ),
  ])
  func theLanguageOfTheTextCounts(elements: String, language: String) {
    let text =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>F</title><entry><title>T</title>"
      + "<id>tag:b.example,2026:1</id>\(elements)</entry></feed>"
    let stories = Atom().read(Source(path: "in/x.atom", bytes: Array(text.utf8))).stories
    #expect(stories.map(\.language) == [language])
  }
}
