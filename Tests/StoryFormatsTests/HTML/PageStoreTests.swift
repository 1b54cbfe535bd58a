import Testing

@testable import StoryFormats

/// What the parser sees as marks comes out as it is written, on its line.
@Suite struct PageStoreTests {
  private static let words = "Words of a story that are long enough for a mark"

  private func tree(_ body: String) -> MarkupTree { HTMLParser.parse("<body>" + body + "</body>") }

  private func texts(_ body: String) -> [String] {
    let tree = tree(body)
    return tree.nodes.filter(\.isText).map(\.text)
  }

  @Test(arguments: [
    words, "  \(words)\n", "\(words)\nand on\n\n  a later line, \(words)", "\u{F8F0}0;\(words)",
    "\(words) \u{F8F0}1; \(words)", "Færgen sejler igen, og ingen ved hvorfor endnu", "渡し船は今日もまた島へ向かって出航した",
    "A short one",
  ])
  func textIsAsWritten(text: String) {
    #expect(texts("<p>\(text)</p>") == [text])
  }

  @Test(arguments: [
    ("\(words) &amp; \(words)", "\(words) & \(words)"),
    ("\(words) &notit; \(words)", "\(words) ¬it; \(words)"),
    ("\(words) AT&T and \(words)", "\(words) AT&T and \(words)"),
    ("\(words)&#233;\(words)&", "\(words)é\(words)&"),
    ("\(words) \u{1}\(words)", "\(words) \u{FFFD}\(words)"),
    ("\(words) \u{85}\(words)", "\(words) \u{FFFD}\(words)"),
    ("\(words)<!-- x --> and \(words)", "\(words) and \(words)"),
  ])
  func referencesAndControlsAreReadAsBefore(source: String, text: String) {
    #expect(texts("<p>\(source)</p>") == [text])
  }

  @Test func linesAreCountedThroughMarks() throws {
    let tree = tree("<p>\(Self.words)\n\(Self.words)\n</p>\n<h2\nclass='a name that\nis broken'>Here</h2>")
    let heading = try #require(tree.first("h2", in: tree.root))
    #expect(tree[heading].line == 4)
    #expect(tree[heading][attribute: "class"] == "a name that\nis broken")
    #expect(tree.nodes.last?.text == "Here" && tree.nodes.last?.line == 6)
  }

  @Test(arguments: ["\"", "'", ""]) func valuesAreAsWritten(quote: String) throws {
    let value = "/a/long/way/to/the/harbour?x=1"
    let tree = tree(
      "<p><a href=\(quote)\(value)\(quote) title='\u{F8F0}2'>x</a>"
        + "<a href=\(quote)\(value)&amp;y=2\(quote) id=short>y</a>")
    let links = tree.elements(of: tree.root, named: ["a"])
    #expect(links.map { tree[$0][attribute: "href"] } == [value, value + "&y=2"])
    #expect(tree[links[0]][attribute: "title"] == "\u{F8F0}2")
    #expect(tree[links[1]][attribute: "id"] == "short")
  }

  /// The parser reopens at most three equal formatting elements (section 13.2.4.3).
  @Test func equalElementsAreStillEqual() {
    let opening = "<b class='a-long-name-of-a-class'>"
    let tree = tree("<p>" + String(repeating: opening, count: 6) + "x<p>y")
    #expect(tree.elements(of: tree.root, named: ["b"]).count == 6 + 3)
  }

  @Test func wordsInTablesAreMovedOutAsBefore() {
    let tree = tree("<table>\n \(Self.words)\n<tr><td>cell</td></tr></table>")
    let table = tree.first("table", in: tree.root)
    #expect(tree.nodes.filter(\.isText).first?.text.contains(Self.words) == true)
    #expect(table.map { tree.text(of: $0) } == "cell")
  }

  @Test func indentationIsLeftOutExceptWhereSpacesCount() {
    #expect(texts("<div>\n    <p>a</p>\n\t<p>b</p> <p>c</p></div>") == ["\n", "a", "\n", "b", " ", "c"])
    #expect(texts("<pre><b>a</b>\n    <b>b</b></pre>") == ["a", "\n    ", "b"])
    #expect(texts("<pre><i>a</pre><p>\n  <b>b</b>") == ["a", "\n", "b"])
  }

  @Test func attributesForScriptsAreLeftOut() throws {
    let tree = tree(
      "<p onclick='x()' data-x='1' data-TIMESTAMP='1700000000' class=a>x<img data-src='/a.png' src='/b.png'>")
    let paragraph = try #require(tree.first("p", in: tree.root))
    let image = try #require(tree.first("img", in: tree.root))
    #expect(tree[paragraph].attributes.map(\.name) == ["data-timestamp", "class"])
    #expect(tree[image].attributes.map(\.name) == ["data-src", "src"])
  }

  /// After "</title<b>>", the parser takes tags for text up to the title's end.
  @Test func marksInTagsThatBecomeTextAreWrittenOut() {
    let tag = "<p class=\"a long enough name\" on=\"x\" once>"
    let tree = HTMLParser.parse("<title>T</title<b>>\(tag)\(Self.words)</title><p>y</p>")
    let title = tree.first("title", in: tree.root).map { tree.text(of: $0) } ?? ""
    #expect(title.hasSuffix("<p class=\"a long enough name\" once>" + Self.words))
  }
}
