import Stories
import StoryFormats
import Testing

/// People, places and organisations are kept apart from tags in every format.
@Suite struct NamesTests {
  private func story(_ format: String, _ path: String, _ text: String) throws -> Story {
    let format = try #require(Formats.named(format))
    return try #require(format.read(Source(path: path, bytes: Array(text.utf8))).stories.first)
  }

  private func expectNames(_ story: Story, tags: [String] = ["ferries"]) {
    #expect(story.people == ["Ida Lund"])
    #expect(story.places == ["Malmö"])
    #expect(story.organisations == ["Harbour Office"])
    #expect(story.tags == tags)
  }

  @Test(arguments: [
    """
    \"person\": [{\"name\": \"Ida Lund\"}], \"place\": [{\"name\": \"Malmö\"}], \"organisation\": \
    [{\"name\": \"Harbour Office\"}], \"subject\": [{\"name\": \"ferries\"}]
    """,
    """
    \"people\": [{\"name\": \"Ida Lund\"}], \"places\": [{\"name\": \"Malmö\"}], \"organisations\": \
    [{\"name\": \"Harbour Office\"}], \"subjects\": [{\"name\": \"ferries\"}]
    """,
    """
    \"people\": [\"Ida Lund\"], \"places\": [\"Malmö\"], \"organizations\": [\"Harbour Office\"], \
    \"keywords\": [\"ferries\"]
    """,
  ])
  func ofNinjs(_ members: String) throws {
    let text =
      "{\"uri\": \"urn:x:1\", \"type\": \"text\", \"headline\": \"A\", \"body_text\": \"B c d.\", \(members)}"
    expectNames(try story("ninjs", "a.json", text))
  }

  @Test func ofNITF() throws {
    let text = """
      <nitf><head><docdata><evloc city="Ystad"/><identified-content><person>Ida \
      Lund</person><location>Malmö</location>
      <org>Harbour Office</org><classifier>ferries</classifier></identified-content></docdata></head>
      <body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><p>B c \
      d.</p></body.content></body></nitf>
      """
    let story = try story("nitf", "a.xml", text)
    #expect(story.people == ["Ida Lund"])
    #expect(Set(story.places) == ["Malmö", "Ystad"])
    #expect(story.organisations == ["Harbour Office"])
    #expect(story.tags == ["ferries"])
  }

  @Test(arguments: [
    """
    <subject type=\"cpnat:person\" qcode=\"p:1\"><name>Ida Lund</name></subject><subject \
    type=\"cpnat:geoArea\" qcode=\"g:1\"><name>Malmö</name></subject><subject type=\"cpnat:organisation\" \
    qcode=\"o:1\"><name>Harbour Office</name></subject>
    """,
    """
    <subject qcode=\"p:1\"><type qcode=\"cpnat:person\"/><name>Ida Lund</name></subject><subject \
    type=\"cpnat:poi\" qcode=\"g:1\"><name>Malmö</name></subject><subject qcode=\"o:1\"/>
    """,
  ])
  func ofNewsMLG2(_ subjects: String) throws {
    let text = """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1" standard="NewsML-G2" \
      standardversion="2.30">
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="Quay"/><versionCreated>\
      2016-03-02T10:00:00Z</versionCreated></itemMeta>
      <contentMeta><headline>A</headline>\(subjects)<subject type="cpnat:abstract" \
      qcode="t:1"><name>ferries</name></subject></contentMeta>
      <assert qcode="o:1"><type qcode="cpnat:organisation"/><name>Harbour Office</name></assert>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html \
      xmlns="http://www.w3.org/1999/xhtml"><body><p>B c d.</p></body></html></inlineXML></contentSet>\
      </newsItem>
      """
    expectNames(try story("newsml", "a.xml", text))
  }

  @Test(arguments: [
    "people: [Ida Lund]\nplaces: [Malmö]\norganisations: [Harbour Office]\ntags: [ferries]",
    "people: Ida Lund\nplaces: Malmö\norganizations: Harbour Office\ntags: ferries",
    "persons:\n  - name: Ida Lund\nlocation: Malmö\norganization: Harbour Office\ntags: [ferries]",
    """
    extra:\n  people: [Ida Lund]\nplaces:\n  - Malmö\n  - malmö\norgs:\n  - Harbour Office\nkeywords: \
    [ferries]
    """,
  ])
  func ofFrontMatter(_ matter: String) throws {
    expectNames(try story("markdown", "a.md", "---\ntitle: A\n\(matter)\n---\n\nB c d.\n"))
  }

  @Test func aLocationMayHaveACommaAndIsTheDateline() throws {
    let story = try story("markdown", "a.md", "---\ntitle: A\nlocation: Aarhus, Denmark\n---\n\nB c d.\n")
    #expect(story.places == ["Aarhus, Denmark"])
    #expect(story.dateline == "Aarhus, Denmark")
  }

  @Test(arguments: [
    """
    \"people\": [\"Ida Lund\"], \"places\": [\"Malmö\"], \"organisations\": [\"Harbour Office\"], \"tags\": \
    [\"ferries\"]
    """,
    """
    \"persons\": [{\"name\": \"Ida Lund\"}], \"location\": \"Malmö\", \"organizations\": \"Harbour \
    Office\", \"tags\": \"ferries\"
    """,
    """
    \"per_facet\": [\"Ida Lund\"], \"geo_facet\": [\"Malmö\"], \"org_facet\": [\"Harbour Office\"], \
    \"keywords\": [\"ferries\"]
    """,
    """
    \"V2Persons\": \"Ida Lund,112;Ida Lund,400\", \"places\": \"Malmö\", \"V2Organizations\": \"Harbour \
    Office,8\", \"tags\": [\"ferries\"]
    """,
    """
    \"keywords\": [{\"name\": \"persons\", \"value\": \"Ida Lund\"}, {\"name\": \"glocations\", \"value\": \
    \"Malmö\"}, {\"name\": \"organizations\", \"value\": \"Harbour Office\"}, {\"name\": \"subject\", \
    \"value\": \"ferries\"}]
    """,
  ])
  func ofRecords(_ members: String) throws {
    let text =
      "{\"headline\": \"A\", \"text\": \"B c d, and more of it.\", \"date\": \"2016-03-02\", \(members)}\n"
    expectNames(try story("jsonl", "a.jsonl", text))
  }

  @Test(arguments: ["markdown", "jsonl", "html", "rss"])
  func theyAreWrittenAndReadAgain(_ name: String) throws {
    var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "Ferries")
    story.body = [Block(.paragraph([Inline("The ferry sails again, all day long.")]))]
    story.tags = ["ferries"]
    story.people = ["Ida Lund", "Holm, Per"]
    story.places = ["Aarhus, Denmark", "Malmö"]
    story.organisations = ["Holm & Sons, Ltd.", "Harbour \"Office\""]
    let writer = try #require(Writers.named(name))
    let back = try self.story(name, "desk/a.\(writer.fileExtension)", writer.document(story))
    #expect(back.people == story.people)
    #expect(back.places == story.places)
    #expect(back.organisations == story.organisations)
    #expect(back.tags == story.tags)
    #expect(back.dateline == nil)
  }

  /// An archive from before there were names is read as stories without any.
  @Test func olderArchivesAreStillRead() throws {
    var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "rss", headline: "Ferries")
    let plain = StoryRecord.encode(story)
    #expect(!plain.contains("named") && !plain.contains("correction"))
    #expect(StoryRecord.decode(plain) == story)
    (story.people, story.wire.isCorrection) = (["Ida Lund"], true)
    #expect(StoryRecord.decode(StoryRecord.encode(story)) == story)
    (story.people, story.wire.isCorrection) = ([], false)
    #expect(StoryRecord.decode(plain) == story)
  }

  @Test(
    arguments: [
      ("CORRECTED-Ferry sails", nil, true), ("CORRECTION: Ferry sails", nil, true),
      ("Rättelse: Färjan", nil, true),
      ("Corrected proofs go missing", nil, false), ("Correction officers strike", nil, false),
      ("Ferry sails", nil, false),
      ("Ferry sails", "(Corrects spelling in paragraph 2)", true), ("Ferry sails", "Correction", true),
      ("Ferry sails", "Correct spelling is Skarvby", false), ("Ferry sails", "Update with quotes", false),
    ] as [(String, String?, Bool)])
  func aCorrectionIsRecognisedByItsWords(_ headline: String, _ note: String?, _ isCorrection: Bool) throws {
    let members = note.map { ", \"ednote\": \"\($0)\"" } ?? ""
    let text =
      """
      {\"uri\": \"urn:x:1\", \"type\": \"text\", \"headline\": \"\(headline)\", \"body_text\": \"B c \
      d.\"\(members)}
      """
    #expect(try story("ninjs", "a.json", text).wire.isCorrection == isCorrection)
  }
}
