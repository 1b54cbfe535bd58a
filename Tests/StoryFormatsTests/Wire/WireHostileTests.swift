import Stories
import StoryFormats
import Testing

/// Files made to break readers give stories and problems, and never a crash.
@Suite struct WireHostileTests {
  private static let formats: [any StoryFormat] = [NITF(), NewsML(), Ninjs(), IPTC7901()]

  private func read(_ format: any StoryFormat, _ text: String) -> Reading {
    read(format, Array(text.utf8))
  }

  private func read(_ format: any StoryFormat, _ bytes: [UInt8]) -> Reading {
    let source = Source(path: "wire/x", bytes: bytes)
    _ = format.recognises(source)
    return format.read(source)
  }

  @Test(arguments: [
    "{", "[", "{\"a\":", "[{\"uri\":", "\"", "\\", "\\u", "{\"uri\":\"a\",\"associations\":{\"a\":", ",", ":",
    "}", "]",
    "1", "-", "tru", "{\"uri\":\"x\",", "\u{0}", "\"\\ud800", "[[],", "{\"\":", "\n", "é", "{}", "[]",
  ])
  func repeatedJSONIsReadToItsEnd(unit: String) {
    for count in [1, 70, 4_000] {
      let text = String(repeating: unit, count: count)
      expectPromises(read(Ninjs(), text))
      expectPromises(read(Ninjs(), "{\"uri\":\"a\",\"headline\":\"H\",\"x\":" + text))
    }
  }

  @Test(arguments: [
    "<nitf>", "<body>", "<body.content>", "<block>", "<bq>", "<media>", "<p>", "<a href='x'>", "<frac>",
    "<li>",
    "<newsItem>", "<itemSet>", "<group id='a'>", "<inlineXML>", "<contentSet>", "<", "&", "<!", "<![CDATA[",
    "<?",
  ])
  func repeatedXMLIsReadToItsEnd(unit: String) {
    for format in Self.formats.prefix(2) {
      let roots = [
        "<nitf><body><body.content>", "<newsItem><contentSet><inlineXML><nitf><body>", "<newsMessage>", "",
      ]
      for root in roots { expectPromises(read(format, root + String(repeating: unit, count: 3_000))) }
    }
  }

  @Test func deepJSONKeepsTheUpperLevels() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let reading = read(Ninjs(), "{\"uri\":\"a\",\"subject\":\(deep),\"headline\":\"After the pit\"}")
    #expect(try #require(reading.stories.first).headline == "After the pit")
    #expect(reading.problems.contains { $0.reason.contains("deep") })
  }

  /// A value of a wrong kind for every member, one for each kind.
  @Test(arguments: [
    "null", "true", "0", "-1e300", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[[[]]]", "{\"\":{}}",
    "[{\"name\":[]}]", "{\"a\":null,\"b\":[1]}", "[\"x\",2,{}]", "{\"value\":{\"value\":1}}",
    "\"<nitf><nitf\"", "\"&\"",
  ])
  func wrongKindsEverywhereAreReported(value: String) {
    let members = [
      "uri", "type", "version", "versioncreated", "firstCreated", "embargoed", "pubstatus", "urgency",
      "headline",
      "headlines", "title", "byline", "by", "located", "dateline", "subject", "subjects", "person", "people",
      "genre",
      "genres", "keywords", "body_text", "body_xhtml", "body_sectioned", "bodies", "description_text",
      "descriptions",
      "associations", "renditions", "altids", "altIds", "infosource", "infosources", "standard", "$standard",
      "service",
      "authors", "evolvedfrom", "ednote", "rightsinfo", "places", "eventDetails", "plannedCoverage",
      "abstract",
    ]
    let all = members.map { "\"\($0)\":\(value)" }.joined(separator: ",")
    let reading = read(Ninjs(), "{\(all)}")
    #expect(!(reading.problems + reading.stories.flatMap(\.problems)).isEmpty)
    for member in members where member != "headline" && member != "uri" && member != "type" {
      let one = read(
        Ninjs(), "{\"uri\":\"urn:a\",\"headline\":\"H\",\"type\":\"text\",\"\(member)\":\(value)}")
      #expect(one.stories.first?.headline.isEmpty == false, "\(member): \(value)")
    }
  }

  @Test func giantListsAreBounded() {
    let zeros = String(repeating: "0,", count: 1_200_000) + "0"
    let many = read(Ninjs(), "{\"uri\":\"a\",\"headline\":\"Long\",\"subject\":[\(zeros)]}")
    #expect(many.stories.count == 1)
    let subjects = Array(repeating: "{\"name\":\"harbour\"}", count: 100_000).joined(separator: ",")
    let tagged = read(Ninjs(), "{\"uri\":\"a\",\"headline\":\"Long\",\"subject\":[\(subjects)]}")
    #expect(tagged.stories.first?.tags == ["harbour"])
    let items = Array(repeating: "{\"uri\":\"urn:a\",\"headline\":\"One of many\"}", count: 21_000)
    let list = read(Ninjs(), "[" + items.joined(separator: ",") + "]")
    #expect(list.stories.count == 20_000 && !list.problems.isEmpty)
    let members = (0..<100_000).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
    #expect(
      read(Ninjs(), "{\"uri\":\"a\",\"headline\":\"H\",\(members)}").stories.first?.problems.isEmpty == false)
  }

  @Test func giantXMLIsReadUpToItsBounds() {
    let item =
      "<newsItem guid='g'><contentSet><inlineXML><nitf><body><body.content><p>A boat.</p><bq><p>Yes.</p></bq>"
        + """
        <media><media-caption>Sea</media-caption></media></body.content></body></nitf></inlineXML>\
        </contentSet></newsItem>
        """
    let message = read(
      NewsML(),
      "<newsMessage><header/><itemSet>" + String(repeating: item, count: 2_000) + "</itemSet></newsMessage>")
    #expect(message.stories.count == 2_000)
    let quotes = String(repeating: "<bq><p>Yes.</p><credit>A</credit></bq><p>No.</p>", count: 10_000)
    let long = read(NITF(), "<nitf><body><body.content>\(quotes)</body.content></body></nitf>")
    #expect(long.stories.first?.body.count == 20_000)
    let refs = String(repeating: "<itemRef residref='urn:a'/>", count: 30_000)
    let package =
      "<packageItem><contentMeta><headline>Top</headline></contentMeta><groupSet root='a'><group id='a'>"
    let top = read(NewsML(), package + refs + "</group></groupSet></packageItem>")
    #expect(top.stories.first?.references.count == 5_000)
  }

  @Test func entitiesNeverGrow() {
    var text = "<!DOCTYPE nitf [<!ENTITY a 'lol'>"
    for index in 1..<30 {
      text += "<!ENTITY a\(index) '" + String(repeating: "&a\(index - 1);", count: 10) + "'>"
    }
    text +=
      """
      <!ENTITY file SYSTEM 'file:///etc/passwd'>]><nitf><body><body.head><hedline><hl1>&a29; \
      &file;</hl1></hedline>
      """
    text += "</body.head><body.content><p>&a29;</p></body.content></body></nitf>"
    #expect(NITF().recognises(Source(path: "x.xml", bytes: Array(text.utf8))))
    let story = read(NITF(), text).stories.first
    #expect((story?.text.utf8.count ?? 0) < 100)
    #expect(story?.headline.contains("root:") == false)
  }

  @Test func circularGroupsEnd() {
    var text =
      "<packageItem guid='g'><contentMeta><headline>Round</headline></contentMeta><groupSet root='g0'>"
    for index in 0..<2_000 {
      text +=
        """
        <group id='g\(index)'><itemRef residref='urn:\(index)'/><groupRef \
        idref='g\((index + 1) % 2_000)'/></group>
        """
    }
    let story = read(NewsML(), text + "</groupSet></packageItem>").stories.first
    #expect(story?.references.count == 2_000)
  }

  @Test func noiseIsReadWithoutACrash() {
    var state: UInt64 = 4_711
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let seeds = WireFixtureTests.names.compactMap { name in
      (try? WireFixtureTests.source(name)).map { (WireFixtureTests.format(of: name), $0.bytes) }
    }
    #expect(!seeds.isEmpty)
    for (format, bytes) in seeds {
      for _ in 0..<60 {
        var changed = bytes
        for _ in 0..<(1 + next() % 12) where !changed.isEmpty {
          let place = Int(next()) % changed.count
          switch next() % 4 {
          case 0: changed[place] = UInt8(truncatingIfNeeded: next())
          case 1: changed.remove(at: place)
          case 2: changed.removeSubrange(place..<min(changed.count, place + Int(next() % 200)))
          default: changed.insert(contentsOf: changed.prefix(Int(next() % 80)), at: place)
          }
        }
        for story in read(format, changed).stories { #expect(!story.headline.isEmpty) }
      }
    }
  }

  @Test func otherFilesAreNotTaken() {
    let others = [
      "", " ", "{", "[]", "{}", "null", "<rss version='2.0'><channel/></rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom'/>",
      "<html><body/></html>", "<?xml version='1.0'?><NewsMLs Version='1.2'/>",
      "<newsItem xmlns='http://example.com/mine'/>",
      "<nitf xmlns='http://example.com/mine'/>", "<nitfs/>", "text",
      """
      {\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Feed\",\"items\":[{\"uri\":\"a\",\
      \"type\":\"b\"}]}
      """,
      "{\"name\":\"a\",\"version\":\"1.0\",\"dependencies\":{\"uri\":\"x\",\"headline\":\"y\"}}",
      "{\"@context\":\"https://schema.org\",\"headline\":\"x\"}", "{\"uri\":\"mongodb://x\",\"port\":1}",
      "[{\"name\":\"a\"},{\"uri\":\"b\",\"headline\":\"c\"}]", "{\"items\":[],\"type\":\"x\"}",
    ]
    for text in others {
      for format in Self.formats {
        #expect(!format.recognises(Source(path: "x", bytes: Array(text.utf8))), "\(format.name): \(text)")
      }
    }
  }
}
