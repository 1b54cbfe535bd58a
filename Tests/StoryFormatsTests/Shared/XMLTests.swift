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
    ("<!DOCTYPE a [<!ENTITY e 'boom'>]><a>&e; &eacute;&nbsp;&#233;</a>", "&e; é\u{A0}é"),
    ("<a>fish & chips &amp; peas</a>", "fish & chips & peas"),
    ("<a>3 < 4</a>", "3 < 4"),
    ("<a><![CDATA[<p>&amp; & </p>]]></a>", "<p>&amp; & </p>"),
    ("\n\n<?xml version='1.0' encoding='latin1'?><a>ø</a>", "ø"),
    ("<a>&#27;\u{1}</a>", "\u{FFFD}\u{FFFD}"),
    ("<a><b>cut short", "<b>cut short"),
    ("<a><b>one</c></b><d>two</d></a>", "<b>one<d>two"),
    ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "&x;"),
  ])
  func documentsAreReadWithoutTypesAndAsFarAsTheyGo(_ text: String, _ outline: String) {
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
    ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] as [UInt8], "Привет"),
    ("Shift_JIS", [0x93, 0xFA], "日"),
    ("iso-8859-1", [0x93, 0xE5, 0x94], "“å”"), ("gb2312", [0xC4, 0xE3], "你"),
    ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"), ("../../etc/passwd", [0xE5], "å"),
    ("utf-8", [0xE5, 0x20], "å "),
  ])
  func declaredCharacterSetsAreBelievedWhereTheTextIsNotUTF8(_ name: String, _ bytes: [UInt8], _ text: String)
  {
    #expect(TextDecoding.decode(bytes, charset: name).text == text)
  }

  @Test func theDeclaredEncodingIsFound() {
    #expect(
      XMLDecoding.encoding(in: Array("<?xml version=\"1.0\" encoding='koi8-r' ?><a/>".utf8)) == "koi8-r")
    #expect(XMLDecoding.encoding(in: Array("<a encoding='x'/>".utf8)) == nil)
  }
}
