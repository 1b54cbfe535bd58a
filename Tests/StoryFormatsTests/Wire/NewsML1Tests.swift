import Stories
import StoryFormats
import Testing

/// NewsML 1: the meaning of its elements, and what is left out.
@Suite struct NewsML1Tests {
  private func read(_ items: String) -> Reading {
    let text = "<?xml version=\"1.0\"?><!DOCTYPE NewsML SYSTEM \"NewsML_1.2.dtd\"><NewsML>\(items)</NewsML>"
    let source = Source(path: "a.xml", bytes: Array(text.utf8))
    #expect(Formats.format(for: source)?.name == "newsml")
    return NewsML().read(source)
  }

  private func item(_ component: String, management: String = "<Status FormalName='Usable'/>") -> String {
    """
    <NewsItem><Identification><NewsIdentifier><ProviderId>desk.example</ProviderId><DateId>20261006</DateId>
    <NewsItemId>7</NewsItemId><RevisionId PreviousRevision='1' \
    Update='N'>2</RevisionId></NewsIdentifier></Identification>
    <NewsManagement><ThisRevisionCreated>20261006T080000Z</ThisRevisionCreated>\(management)</NewsManagement>\
    \(component)
    </NewsItem>
    """
  }

  private func content(_ data: String) -> String {
    """
    <NewsComponent><NewsLines><HeadLine>The ferry</HeadLine></NewsLines><ContentItem>\(data)</ContentItem>\
    </NewsComponent>
    """
  }

  @Test(arguments: [
    "<DataContent><p>It sails.</p></DataContent>", "<DataContent>It sails.</DataContent>",
    "<DataContent><![CDATA[<p>It sails.</p>]]></DataContent>",
    "<DataContent>&lt;p&gt;It sails.&lt;/p&gt;</DataContent>",
    """
    <DataContent><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>It \
    sails.</p></body></html></DataContent>
    """,
    """
    <DataContent><nitf><body><body.content><block><p>It sails.</p></block></body.content></body></nitf>\
    </DataContent>
    """,
    "<DataContent><body><body.content><p>It sails.</p></body.content></body></DataContent>",
    "<Encoding Notation='base64'><DataContent>SXQgc2FpbHMu</DataContent></Encoding>",
    "<DataContent><body.content><p>It sails.</p></body.content></DataContent>",
  ])
  func theTextIsFoundHoweverItIsWritten(data: String) throws {
    let story = try #require(read(item(content(data))).stories.first)
    #expect(story.body.map(\.text) == ["It sails."])
    #expect(story.headline == "The ferry")
    #expect(story.identifier == "urn:newsml:desk.example:20261006:7")
    #expect(story.wire.version == 2)
  }

  @Test func revisionsAreOneStory() throws {
    let first = try #require(read(item(content("<DataContent><p>One.</p></DataContent>"))).stories.first)
    let text = item(content("<DataContent><p>Two.</p></DataContent>"))
    let second = try #require(
      read(text.replacing(">2</RevisionId>", with: ">3</RevisionId>")).stories.first)
    #expect(first.id == second.id)
    #expect(second.wire.version == 3)
  }

  @Test(arguments: [
    ("<Status FormalName='Withheld'/>", Wire.Status.withheld), ("<Status FormalName='Canceled'/>", .canceled),
    ("<Status FormalName='Embargoed'/>", .withheld), ("<Status FormalName='stat:usable'/>", .usable),
  ])
  func theStatusIsRead(_ management: String, _ status: Wire.Status) throws {
    let text = item(content("<DataContent><p>One.</p></DataContent>"), management: management)
    #expect(try #require(read(text).stories.first).wire.status == status)
  }

  @Test(arguments: [
    "<Encoding Notation='zip'><DataContent>UEsDBA==</DataContent></Encoding>", "<Comment>Nothing</Comment>",
    "",
  ])
  func aTextThatCannotBeReadIsAProblem(data: String) throws {
    let story = try #require(read(item(content(data))).stories.first)
    #expect(!story.problems.isEmpty)
  }

  @Test func componentsAsDeepAsTheyComeEnd() {
    let deep =
      String(repeating: "<NewsComponent>", count: 150)
      + "<ContentItem><DataContent><p>Deep.</p></DataContent></ContentItem>"
    #expect(!read(item(deep)).stories.isEmpty)
    for unit in [
      "<NewsComponent>", "<NewsItem>", "<ContentItem>", "<NewsComponent EquivalentsList='yes'>",
      "<TopicSet><Topic>",
    ] {
      expectPromises(read(String(repeating: unit, count: 3_000)))
      expectPromises(read(item("<NewsComponent>" + String(repeating: unit, count: 190))))
    }
    let many = String(
      repeating:
        """
        <NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem><DataContent>\
        T</DataContent></ContentItem></NewsComponent>
        """,
      count: 3_000)
    #expect(read(item("<NewsComponent>\(many)</NewsComponent>")).stories.count >= 500)
  }
}
