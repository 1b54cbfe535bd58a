import Stories
import Testing

@testable import StoryFormats

private func read(_ record: String, fields: RecordFields = RecordFields()) -> Reading {
  JSONLines(fields: fields).read(Source(path: "wire.jsonl", bytes: Array(record.utf8)))
}

/// A story in one line: headline, standfirst, names, section, day and text, as far as it has them.
private func line(_ story: Story?) -> String {
  guard let story else { return "nothing" }
  return [
    story.headline, story.standfirst.map { "(\($0))" },
    story.bylines.isEmpty ? nil : story.bylines.joined(separator: "+"),
    story.section.map { "[\($0)]" }, story.published?.text, story.text.replacing("\n\n", with: " / "),
  ].compactMap { $0 }.joined(separator: " · ")
}

@Test(arguments: [
  // New York Times, Article Search.
  (
    #"""
    {"web_url":"https://a.example/1","abstract":"What it is about.","lead_paragraph":"The council \#
    met.","headline":{"main":"Council meets","print_headline":"Council"},\#
    "pub_date":"2026-10-05T08:00:00+0000","section_name":"World","byline":{"original":"By Anna Berg and \#
    Jens Vik","person":[]},"keywords":[{"name":"subject","value":"Harbours"}]}
    """#,
    """
    Council meets · (What it is about.) · Anna Berg+Jens Vik · [World] · 2026-10-05T08:00:00Z · The council \
    met.
    """
  ),
  (
    #"""
    {"headline":{"main":"Council meets"},"lead_paragraph":"The council \#
    met.","byline":{"person":[{"firstname":"Anna","middlename":null,"lastname":"Berg"},{"firstname":"Jens",\#
    "lastname":"Vik"}]}}
    """#,
    "Council meets · Anna Berg+Jens Vik · The council met."
  ),
  // WordPress.
  (
    #"""
    {"id":7,"date":"2026-10-05T08:00:00","date_gmt":"2026-10-05T06:00:00","link":"https://a.example/7",\#
    "author":3,"categories":[4],"title":{"rendered":"Council meets &amp; \#
    talks"},"content":{"rendered":"<p>The council met.</p>\n<p>It \#
    talked.</p>","protected":false},"excerpt":{"rendered":"<p>Short.</p>\#
    "},"_embedded":{"author":[{"name":"Anna Berg"}]}}
    """#,
    "Council meets & talks · (Short.) · Anna Berg · 2026-10-05T06:00:00Z · The council met. / It talked."
  ),
  // schema.org, alone and in a graph.
  (
    #"""
    {"@type":"NewsArticle","headline":"Council meets","articleBody":"The council \#
    met.","datePublished":"2026-10-05","author":[{"@type":"Person","name":"Anna \#
    Berg"}],"articleSection":["World","Ports"]}
    """#,
    "Council meets · Anna Berg · [World] · 2026-10-05 · The council met."
  ),
  (
    #"""
    {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The \#
    Harbour"},{"@type":"NewsArticle","headline":"Council meets","articleBody":"The council met."}]}
    """#,
    "Council meets · The council met."
  ),
  // A search engine's hit.
  (
    #"""
    {"_index":"news","_id":"urn:a:1","_score":1.2,"_source":{"title":"Council meets","body":"The council \#
    met.","date":"2026-10-05T08:00:00Z"}}
    """#,
    "Council meets · 2026-10-05T08:00:00Z · The council met."
  ),
  // The Guardian.
  (
    #"""
    {"id":"world/2026/oct/05/council","sectionName":"World \#
    news","webPublicationDate":"2026-10-05T08:00:00Z","webTitle":"Council","webUrl":"https://a.example/1",\#
    "fields":{"headline":"Council meets","trailText":"It <strong>talked</strong>","body":"<p>The council \#
    met.</p>","bodyText":"The council met.","byline":"Anna Berg"}}
    """#,
    "Council meets · (It talked) · Anna Berg · [World news] · 2026-10-05T08:00:00Z · The council met."
  ),
  // news-please.
  (
    #"""
    {"title":"Council meets","maintext":"The council met.","date_publish":"2026-10-05 \#
    08:00:00","authors":["Anna Berg"],"source_domain":"a.example","description":null}
    """#,
    "Council meets · Anna Berg · 2026-10-05T08:00:00 · The council met."
  ),
  // A corpus for summarisation.
  (
    #"{"article":"The council met. It talked.","highlights":"Council talks .","id":"f00"}"#,
    "Council talks . · The council met. It talked."
  ),
  // An agency's old wire.
  (
    #"""
    {"title":"COUNCIL MEETS","body":"The council met.","date":"26-FEB-1987 \#
    15:01:01.79","places":["sweden"],"topics":["grain"]}
    """#,
    "COUNCIL MEETS · 1987-02-26T15:01:01 · The council met."
  ),
  // Names with capitals, spaces and hyphens.
  (
    #"{"Title":"Council meets","Body":"The council met.","Published At":"2026-10-05","AUTHOR":"Anna Berg"}"#,
    "Council meets · Anna Berg · 2026-10-05 · The council met."
  ),
  (
    #"{"Article-Title":"Council meets","FULL TEXT":"The council met.","Publish_Date":"2026-10-05"}"#,
    "Council meets · 2026-10-05 · The council met."
  ),
  // Danish, Swedish, Norwegian, German, French, Spanish.
  (
    #"""
    {"overskrift":"Rådet mødes","manchet":"Kort sagt","brødtekst":"Rådet mødtes.","dato":"5. oktober \#
    2026","forfatter":"Anna Berg","sektion":"Verden"}
    """#,
    "Rådet mødes · (Kort sagt) · Anna Berg · [Verden] · 2026-10-05 · Rådet mødtes."
  ),
  (
    #"""
    {"Rubrik":"Rådet möts","Ingress":"Kort sagt","Brödtext":"Rådet \#
    möttes.","Datum":"2026-10-05","Författare":"Anna Berg"}
    """#,
    "Rådet möts · (Kort sagt) · Anna Berg · 2026-10-05 · Rådet möttes."
  ),
  (
    #"{"tittel":"Rådet møtes","tekst":"Rådet møttes.","publisert":"2026-10-05","seksjon":"Verden"}"#,
    "Rådet møtes · [Verden] · 2026-10-05 · Rådet møttes."
  ),
  (
    #"""
    {"Überschrift":"Rat tagt","Vorspann":"Kurz gesagt","Inhalt":"Der Rat tagte.","Datum":"5. Oktober \#
    2026","Autor":"Anna Berg","Ressort":"Welt"}
    """#,
    "Rat tagt · (Kurz gesagt) · Anna Berg · [Welt] · 2026-10-05 · Der Rat tagte."
  ),
  (#"{"titel":"Rat tagt","rubrik":"Welt","text":"Der Rat tagte."}"#, "Rat tagt · [Welt] · Der Rat tagte."),
  (
    #"""
    {"titre":"Le conseil","chapô":"En bref","texte":"Le conseil est là.","date":"5 octobre \#
    2026","auteur":"Anna Berg","rubrique":"Monde"}
    """#,
    "Le conseil · (En bref) · Anna Berg · [Monde] · 2026-10-05 · Le conseil est là."
  ),
  (
    #"""
    {"título":"El consejo","cuerpo":"El consejo se reúne.","fecha":"2026-10-05","autor":"Anna \#
    Berg","sección":"Mundo"}
    """#,
    "El consejo · Anna Berg · [Mundo] · 2026-10-05 · El consejo se reúne."
  ),
  // Wrapped twice.
  (
    #"{"type":"articles","id":"x:1","attributes":{"title":"Council meets","body":"The council met."}}"#,
    "Council meets · The council met."
  ),
  (#"{"title":"Council meets","data":{"body":"The council met."}}"#, "Council meets · The council met."),
  // HTML in one member, the page in another.
  (
    #"{"title":"Council meets","body_html":"<p>The council met.</p>","body":"The council met."}"#,
    "Council meets · The council met."
  ),
  (
    #"""
    {"title":"Council meets","html":"<!DOCTYPE html><html><body><nav>Menu</nav><p>The council \#
    met.</p></body></html>","text":"The council met."}
    """#,
    "Council meets · The council met."
  ),
  (
    #"{"title":"Council meets","html":"<p>The…</p>","text":"The council met and talked about the harbour."}"#,
    "Council meets · The council met and talked about the harbour."
  ),
  // Only a summary.
  (#"{"title":"Council meets","description":"The council met."}"#, "Council meets · The council met."),
  // Factiva.
  (
    #"{"HD":"Council meets","LP":"In short.","TD":"The council met.","BY":"By Anna Berg","PD":"5 October 2026"}"#,
    "Council meets · (In short.) · Anna Berg · 2026-10-05 · The council met."
  ),
  // Ghost, Mastodon, Medium, JSON:API, and a head of its own.
  (
    #"{"title":"Council meets","html":"<p>The council met.</p>","primary_author":{"name":"Anna Berg"}}"#,
    "Council meets · Anna Berg · The council met."
  ),
  (
    #"{"content":"<p>The council met.</p>","account":{"display_name":"Anna Berg","acct":"anna"}}"#,
    "The council met. · Anna Berg · The council met."
  ),
  (
    #"{"title":"Council meets","subtitle":"In short.","content":{"bodyModel":{"paragraphs":["#
      + #"{"text":"The council met.","type":"P"},{"text":"It talked.","type":"P"}]}}}"#,
    "Council meets · (In short.) · The council met. / It talked."
  ),
  (
    #"{"data":{"type":"articles","attributes":{"title":"Council meets","body":"The council met."}}}"#,
    "Council meets · The council met."
  ),
  (
    #"{"meta":{"title":"Council meets","date":"2026-10-05"},"text":{"body":"The council met."}}"#,
    "Council meets · 2026-10-05 · The council met."
  ),
  (
    #"{"titre":"Le conseil","corps":"Le conseil a siégé.","date_publication":"2026-10-05"}"#,
    "Le conseil · 2026-10-05 · Le conseil a siégé."
  ),
])
func recordsOfRealArchivesAreRead(record: String, expected: String) {
  let reading = read(record)
  #expect(line(reading.stories.first) == expected)
  #expect((reading.problems + reading.stories.flatMap(\.problems)).map(\.reason) == [])
}

@Test(arguments: [
  (#"["The council met.","It talked."]"#, ["p The council met.", "p It talked."]),
  (#"[{"text":"The council met."},{"text":"It talked."}]"#, ["p The council met.", "p It talked."]),
  (
    #"[{"type":"paragraph","content":"The council met."},{"type":"heading","level":3,"content":"Later"}]"#,
    ["p The council met.", "h Later"]
  ),
  // Editor.js.
  (
    #"""
    {"time":1,"blocks":[{"type":"header","data":{"text":"Later","level":2}},{"type":"paragraph",\#
    "data":{"text":"The <b>council</b> met &amp; talked."}},{"type":"list","data":{"style":"unordered",\#
    "items":["one","two"]}},{"type":"delimiter","data":{}},{"type":"quote","data":{"text":"So it \#
    is.","caption":"Anna Berg"}}]}
    """#,
    ["h Later", "p The council met & talked.", "• p one p two", "-", "q p So it is."]
  ),
  // Slate, ProseMirror, Portable Text, Draft.js, ANS, Lexical.
  (
    #"[{"type":"paragraph","children":[{"text":"The "},{"text":"council","bold":true},{"text":" met."}]}]"#,
    ["p The council met."]
  ),
  (
    #"""
    {"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The council \#
    "},{"type":"text","text":"met.","marks":[{"type":"bold"}]}]},{"type":"bulletList",\#
    "content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text",\#
    "text":"one"}]}]}]}]}
    """#,
    ["p The council met.", "• p one"]
  ),
  (
    #"""
    [{"_type":"block","style":"h2","children":[{"_type":"span","text":"Later"}]},{"_type":"block",\#
    "style":"normal","children":[{"_type":"span","text":"The "},{"_type":"span","text":"council met."}]}]
    """#,
    ["h Later", "p The council met."]
  ),
  (
    #"""
    {"blocks":[{"text":"Later","type":"header-two"},{"text":"The council \#
    met.","type":"unstyled"}],"entityMap":{}}
    """#,
    ["h Later", "p The council met."]
  ),
  (
    #"""
    [{"type":"text","content":"<p>The council met.</p>"},{"type":"image","url":"https://a.example/1.jpg",\#
    "caption":"The quay"}]
    """#,
    ["p The council met.", "f The quay"]
  ),
  (
    #"""
    {"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","text":"The council \#
    met."}]}]}}
    """#,
    ["p The council met."]
  ),
  (#"{"rendered":"<p>The council met.</p>"}"#, ["p The council met."]),
])
func listsOfParagraphsAndTreesOfBlocksAreTexts(content: String, expected: [String]) {
  for name in ["content", "body", "paragraphs"] {
    let reading = read(#"{"title":"Council meets","\#(name)":\#(content)}"#)
    #expect(reading.stories.first?.body.map(outline) == expected)
    #expect(reading.stories.first?.problems.map(\.reason) == [])
  }
}

@Test func theTextOfARecordKeepsItsLines() {
  let reading = read(
    #"""
    {"title":"Table","text":"As it stands.\n\nName      Goals\nTorno         3\nNorrhamn      1\n\nQuay \#
    Street 4\n2100 Norrhamn"}
    """#
  )
  #expect(
    reading.stories.first?.body.map(outline) == [
      "p As it stands.", "c\nName      Goals\nTorno         3\nNorrhamn      1",
      "p Quay Street 4 / 2100 Norrhamn",
    ])
}

@Test func aTextOfUnknownNameIsGuessedAndReported() {
  let text = "The council met on Monday evening, and talked about the harbour until late at night."
  let reading = read(#"{"title":"Council meets","x1":"short","wording":"\#(text)"}"#)
  #expect(reading.stories.first?.text == text)
  #expect(reading.stories.first?.problems.first?.reason.contains("“wording”") == true)
  let beside = read(#"{"title":"Council meets","description":"In short.","wording":"\#(text)"}"#)
  #expect(beside.stories.first?.text == text && beside.stories.first?.standfirst == "In short.")
  #expect(beside.stories.first?.problems.count == 1)
  let nested = read(#"{"title":"Council meets","meta":{"wording":["\#(text)","\#(text)"]}}"#)
  #expect(nested.stories.first?.body.count == 2)
  #expect(nested.stories.first?.problems.first?.reason.contains("“meta.wording”") == true)
}

@Test func aRecordWithoutTextSaysWhichMembersItHas() {
  let reading = read(#"{"title":"Council meets","alpha":1,"beta":"x"}"#)
  #expect(
    reading.stories.first?.problems.map(\.reason) == [
      "no text found in the fields alpha, beta, title; name the right one in [jsonl] in newsroom.toml"
    ])
  let none = read(#"{"level":"info","code":3}"#)
  #expect(none.stories.isEmpty && none.problems.first?.reason.contains("fields code, level") == true)
}

@Test func namesInTheSettingsComeFirst() {
  var fields = RecordFields()
  fields.prefer(["Kop_Tekst"], for: .headline)
  fields.prefer(["meta.words"], for: .text)
  let story = read(
    #"{"title":"Other","KOP-TEKST":"Council meets","text":"No.","meta":{"Words":"The council met."}}"#,
    fields: fields
  ).stories.first
  #expect(story?.headline == "Council meets" && story?.text == "The council met.")
}

@Test(arguments: [
  ("1759651200", "2025-10-05T08:00:00Z"), ("1759651200000", "2025-10-05T08:00:00Z"),
  (#""1759651200""#, "2025-10-05T08:00:00Z"),
  ("20261005", "2026-10-05"), (#""20261005""#, "2026-10-05"), ("20261005080000", "2026-10-05T08:00:00Z"),
  (#""20261005080000""#, "2026-10-05T08:00:00Z"), (#""20261005T080000Z""#, "2026-10-05T08:00:00Z"),
  (#"{"$date":"2026-10-05T08:00:00Z"}"#, "2026-10-05T08:00:00Z"),
  (#"{"$date":{"$numberLong":"1759651200000"}}"#, "2025-10-05T08:00:00Z"),
])
func datesAreReadInEveryFormOfRecords(value: String, expected: String) {
  for name in ["date", "seendate", "SQLDATE", "created_utc"] {
    #expect(
      read(#"{"title":"a","text":"b","\#(name)":\#(value)}"#).stories.first?.published?.text == expected)
  }
}

private let one = #"{"id":"urn:a:1","title":"Council meets","body":"The council met.","date":"2026-10-05"}"#
private let two =
  #"{"id":"urn:a:2","title":"Council talks","body":"The council talked.","date":"2026-10-06"}"#

@Test(arguments: [
  "[\(one),\n\(two)]", "  [ \(one) , 3, \(two) ] ", #"{"articles":[\#(one),\#(two)]}"#,
  #"{"status":"OK","response":{"docs":[\#(one),\#(two)],"meta":{"hits":2}}}"#,
  #"{"response":{"results":[\#(one),\#(two)]}}"#,
  #"{"took":1,"hits":{"total":2,"hits":[{"_id":"1","_source":\#(one)},{"_id":"2","_source":\#(two)}]}}"#,
  #"{"data":[\#(one),\#(two)]}"#, "\u{FEFF}[\(one),\(two)]",
])
func aJSONFileOfRecordsIsReadWhole(text: String) throws {
  let source = Source(path: "news/answer.json", bytes: Array(text.utf8))
  let format = try #require(Formats.format(for: source))
  #expect(format.name == "json")
  let reading = format.read(source)
  #expect(reading.stories.map(\.headline) == ["Council meets", "Council talks"])
  #expect(reading.stories.map(\.text) == ["The council met.", "The council talked."])
  #expect(reading.problems.isEmpty)
}

@Test func aJSONFileMayBeASingleRecord() throws {
  let page =
    #"""
    {"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Council \#
    meets","articleBody":"The council met.","datePublished":"2026-10-05"}]}
    """#
  for text in [one, page, #"{"response":{"content":\#(one)}}"#, #"{"_source":\#(one)}"#] {
    let source = Source(path: "one.json", bytes: Array(text.utf8))
    #expect(Formats.format(for: source)?.name == "json", "\(text)")
    #expect(JSONRecords().read(source).stories.map(\.headline) == ["Council meets"])
  }
}

@Test(arguments: [
  #"{"name":"newsroom","version":"1.0.0","description":"A reader","scripts":{"test":"x"},"author":"Anna"}"#,
  #"{"compilerOptions":{"strict":true}}"#, #"[1,2,3]"#, #"{}"#, "[]", "[", "{", #"{"a":"#, "\"text\"", "",
  #"[{"name":"a","description":"b","url":"https://a.example"}]"#,
  #"{"title":"Settings","content":"Save","text":"Open"}"#,
  #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x"}}]}"#,
  #"{"$schema":"x","title":"Thing","type":"object","properties":{"body":{"type":"string"}}}"#,
])
func otherJSONIsNotAFileOfRecords(text: String) {
  #expect(!JSONRecords().recognises(Source(path: "a.json", bytes: Array(text.utf8))))
  expectPromises(JSONRecords().read(Source(path: "a.json", bytes: Array(text.utf8))))
}

@Test func aTruncatedFileGivesItsCompleteRecords() {
  let reading = JSONRecords().read(Source(path: "a.json", bytes: Array("[\(one),\n\(two.dropLast(20))".utf8)))
  #expect(reading.stories.map(\.headline) == ["Council meets"])
  #expect(reading.problems.contains { $0.reason.contains("is cut short") })
}
