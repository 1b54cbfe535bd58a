import Testing

@testable import StoryFormats

@Suite struct XMLTests {
  private func outline(_ text: String) -> String {
    let document = XMLParser.parse(text)
    guard let tree = document.tree else { return document.error?.reason ?? "" }
    return tree.descendants(of: tree.root).map { tree[$0].isText ? tree[$0].text : "<\(tree[$0].name)>" }
      .joined()
  }

  @Test(arguments: [
    ("<a><b>x</b></a>", "<b>x"),
    ("<!DOCTYPE a [<!ENTITY e 'boom'>]><a>&e; &eacute;&nbsp;&#233;</a>", "boom é\u{A0}é"),
    ("<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f 'x'><!ENTITY g '<b/>'>]><a>&e;&g;</a>", "&e;&g;"),
    ("<a>fish & chips &amp; peas</a>", "fish & chips & peas"),
    ("<a>3 < 4</a>", "3 < 4"),
    ("<a><![CDATA[<p>&amp; & </p>]]></a>", "<p>&amp; & </p>"),
    ("\n\n<?xml version='1.0' encoding='latin1'?><a>ø</a>", "ø"),
    ("<a>&#27;\u{1}</a>", "\u{FFFD}\u{FFFD}"),
    ("<a><b>cut short", "<b>cut short"),
    ("<a><b>one</c></b><d>two</d></a>", "<b>one<d>two"),
    ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "&x;"),
  ])
  func documentsAreReadWithoutTypesAndAsFarAsPossible(_ text: String, _ outline: String) {
    #expect(self.outline(text) == outline)
  }

  @Test func namespacesAttributesAndLinesAreKept() throws {
    let document = XMLParser.parse(
      "<a xmlns='urn:one' xml:lang='da'>\n<x:b xmlns:x='urn:two' c='1 &amp; 2'/></a>")
    let tree = try #require(document.tree)
    let inner = try #require(tree.first("b", in: tree.root))
    #expect(document.error == nil)
    #expect(tree[tree.root].namespace == "urn:one")
    #expect(tree[inner].namespace == "urn:two")
    #expect(tree[inner][attribute: "c"] == "1 & 2")
    #expect(tree[inner].line == 2)
    #expect(tree.inherited("xml:lang", at: inner) == "da")
  }

  @Test(arguments: [
    String(repeating: "<a>", count: 100_000), "<a " + String(repeating: "b='' ", count: 100_000) + "/>",
    String(repeating: "<", count: 100_000), String(repeating: "&", count: 100_000), "", "<", "<a",
    "<!DOCTYPE", "<![CDATA[",
    "<!DOCTYPE a [" + String(repeating: "[", count: 10_000), "<a b='", "\u{0}", "<a xmlns:x=''><x:b/></a>",
  ])
  func hostileDocumentsEnd(_ text: String) {
    let document = XMLParser.parse(text)
    #expect(document.tree != nil || document.error != nil)
  }

  @Test(arguments: [
    // An unclosed quote ends before the next attribute, or with its tag.
    ("<a><b u=\"x.mp3 t=\"y\" l=\"1\"/><c>two</c></a>", "<b u=x.mp3 t=y l=1><c>two"),
    ("<a><b u=\"x.mp3 t=\"y\"/>one \"two\"</a>", "<b u=x.mp3 t=y>one \"two\""),
    ("<a><b u='x.mp3' l='1/><c v='2'>two</c></a>", "<b u=x.mp3 l=1><c v=2>two"),
    ("<a><b u=\"x.mp3/><c>say \"two\"</c></a>", "<b u=x.mp3><c>say \"two\""),
    ("<a><b u=\"x.mp3>one</b><b>two</b></a>", "<b u=x.mp3>one<b>two"),
    ("<a><b u=\"x.mp3\n  t=\"y\">one</b></a>", "<b u=x.mp3 t=y>one"),
    // Attributes given twice, without value, without quotes, with signs.
    ("<a><b u=\"1\" u=\"2\"/>Tom &amp; Ann</a>", "<b u=1>Tom & Ann"),
    ("<a><b u=1 v='it&#39;s' w x=\"3 > 2 < 4 & 5\"/>one</a>", "<b u=1 v=it's w=w x=3 > 2 < 4 & 5>one"),
    ("<a><b u='1'v='2' \"junk\" w='3'/>one</a>", "<b u=1 v=2 w=3>one"),
    ("<a><b u=http://x.example/>one</a>", "<b u=http://x.example>one"),
    // Signs that are not tags.
    (
      "<a>mail <ann@b.example> or <https://b.example/> 3<4 <T,U></a>",
      "mail <ann@b.example> or <https://b.example/> 3<4 <T,U>"
    ),
    ("<a>]]> &amp; \u{FFFE}x</a>", "]]> & \u{FFFD}x"),
    ("<a><b <c>one</c></b></a>", "<b><c>one"),
    // CDATA sections and comments that never end.
    ("<a><b><![CDATA[one</b><b><![CDATA[two]]></b></a>", "<b>one<b>two"),
    ("<a><b><![CDATA[one</b><c>two</c></a>", "<b>one<c>two"),
    ("<a><b><![CDATA[one <![CDATA[two]]></b><c>x</c></a>", "<b>one <![CDATA[two<c>x"),
    ("<a><b>one</b><!-- <c>two</c></a>", "<b>one <c>two"),
    // End tags of nothing, and in other case; text after the end.
    ("<a><Title>one</title><b>two</b></a>", "<Title>one<b>two"),
    ("<a><b>one</b></a><c>two</c>", "<b>one<c>two"),
    ("</x>  y <a>one</a></a>", "one"),
  ])
  func brokenDocumentsKeepTheirWords(_ text: String, _ outline: String) {
    let document = XMLParser.parse(text)
    let found = document.tree.map { tree in
      tree.descendants(of: tree.root).map { index in
        let node = tree[index]
        return node.isText
          ? node.text
          : "<\(([node.name] + node.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " "))>"
      }.joined()
    }
    #expect(found == outline)
  }

  @Test(arguments: [
    ("<a>\n<b u=\"1\" u=\"2\"/></a>", "an element has the attribute “u” twice", 2),
    ("<a>\n<b u=\"x v=\"y\"/></a>", "a quotation mark in a tag is never closed", 2),
    ("<a>\n\n<b></a>", "</a> does not close the element opened last", 3),
    ("<a>\n<b>one", "the file ends before </b>", 2),
    ("<a>\n<b><![CDATA[one</b></a>", "raw text (CDATA) never ends", 2),
    ("<a>one</a>\n<b/>", "there is more after the end of the document", 2),
    (
      "<a>" + String(repeating: "<b>", count: 300) + "x</a>",
      "elements are nested more than 200 levels deep", 1
    ),
    ("<a " + (0..<300).map { "b\($0)='' " }.joined() + "/>", MarkupTag.Fault.tooMany.rawValue, 1),
  ])
  func possibleLossIsReportedWithItsLine(_ text: String, _ reason: String, _ line: Int) {
    let error = XMLParser.parse(text).error
    #expect(error?.reason == "the XML is broken: \(reason)")
    #expect(error?.line == line)
  }

  @Test(arguments: [
    "<a title='Ann&#39;s pier' b=\"say &quot;x&quot;\">Tea &amp; cake</a>",
    "<a><b/><![CDATA[<p>]]><!-- c --></a>",
    "<?xml version='1.0'?><!DOCTYPE a><a b='x>y'>1 &lt; 2</a>\n<!-- end -->\n", "<a>fish & chips</a>",
  ])
  func harmlessMistakesAreNotReported(_ text: String) {
    #expect(XMLParser.parse(text).error == nil)
  }

  @Test(arguments: [
    "<a b=\"c>", "<a b='c>", "<a b=\"<", "\"<x y=", "<![CDATA[", "<![CDATA[</a>", "]]>", "<!--", "-->",
    "</a>", "<a>",
    "<a b='1' b='2'/>", "&x;", "<!DOCTYPE [", "<!ENTITY x 'y'>", "<a <", "< a", "<a/", "<A></a>",
  ])
  func manyMistakesAreMendedInStepsThatGrowWithTheText(_ piece: String) {
    func text(_ count: Int) -> String { "<r><a>" + String(repeating: piece, count: count) + "</a></r>" }
    let (once, fourfold) = (XMLMending(text(2_500)), XMLMending(text(10_000)))
    #expect(fourfold.result.count < text(10_000).utf8.count * 8)
    #expect(fourfold.steps < once.steps * 5 + 2_000, "\(once.steps), \(fourfold.steps)")
  }

  @Test func usesOfAnEntityAreBounded() {
    let value = String(repeating: "x", count: 200)
    let text =
      "<!DOCTYPE a [<!ENTITY e '\(value.prefix(190))'>]><a>" + String(repeating: "&e;", count: 50_000)
      + "</a>"
    #expect(XMLMending(text).result.count < 2_000_000)
  }

  @Test(arguments: [
    ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] as [UInt8], "Привет"),
    ("Shift_JIS", [0x93, 0xFA], "日"),
    ("iso-8859-1", [0x93, 0xE5, 0x94], "“å”"), ("gb2312", [0xC4, 0xE3], "你"),
    ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"), ("../../etc/passwd", [0xE5], "å"),
    ("utf-8", [0xE5, 0x20], "å "),
  ])
  func declaredCharacterSetsCountIfTheTextIsNotUTF8(_ name: String, _ bytes: [UInt8], _ text: String) {
    #expect(TextDecoding.decode(bytes, charset: name).text == text)
  }

  @Test func theLibraryIsTheSystemsAndAnotherOneIsRefused() {
    #expect(XMLLibrary.usual != nil)
    #expect(XMLLibrary.opened("libnewsroom-has-no-such.so.1") == nil)
    // It is there, and has none of the functions.
    #expect(XMLLibrary.opened("libm.so.6") == nil)
  }

  @Test func theDeclaredEncodingIsFound() {
    #expect(
      XMLDecoding.encoding(in: Array("<?xml version=\"1.0\" encoding='koi8-r' ?><a/>".utf8)) == "koi8-r")
    #expect(XMLDecoding.encoding(in: Array("<a encoding='x'/>".utf8)) == nil)
  }
}
