import Stories
import StoryFormats
import Testing

private func story(_ text: String) throws -> Story {
  try #require(Markdown().read(Source(path: "news/a.md", bytes: Array(text.utf8))).stories.first)
}

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("A {{ site.title }} b", "A  b"), ("A {{ \"word\" | upcase }}", "A word"),
    ("{% if x %}A{% endif %}", "A"),
    ("{% raw %}{{ A }}{% endraw %}", "{{ A }}"), ("{% comment %}A{% endcomment %}B", "B"),
    ("A {% open", "A {% open"),
    ("`{{ A }}`", "{{ A }}"), ("${{ A }}", "${{ A }}"), ("{{< note >}}A{{< /note >}}", "A"),
    ("{{< box title=\"A\" >}}B{{< /box >}}", "A B"), ("{{</* A */>}}", "{{< A >}}"), ("A{: .lead}", "A"),
    ("{{ \"unclosed }}", "unclosed"), ("{:key=>1}", "{:key=>1}"), ("{{2+2}}", "{{2+2}}"),
    ("{::comment}A{:/comment}B", "B"), ("One\n{: .x #y}\n\nTwo", "One\n\nTwo"),
    ("{% highlight js %}\nA\n{% endhighlight %}", "A"),
    ("{{< highlight go >}}\n{{ A }}\n{{< /highlight >}}", "{{ A }}"), ("~~~\n{% raw %}\n~~~", "{% raw %}"),
    ("A {#id}", "A {#id}"),
  ])
  func templateTagsAreRemovedAndTheirWordsStay(text: String, words: String) throws {
    #expect(try story(text).text == words)
  }

  @Test(arguments: [
    ("a < b > c", "a < b > c"), ("a <b>c</b>", "a c"), ("a<br>b", "a\nb"), ("a<br />b", "a\nb"),
    ("<p>a < b</p>", "a < b"),
    ("<p>a<b</p>", "a<b"), ("<div>a<script>x < y</script>b</div>", "ab"), ("<!-- a -->b", "b"),
    ("a <!-- b --> c", "a  c"),
    ("<p>a\n  b</p>", "a b"), ("<p>&lt;b&gt; &hellip; &#233; &#150;</p>", "<b> … é –"),
    ("&copy; &nosuch; &amp;amp;", "© &nosuch; &amp;"),
    ("<p>a</p><p>b</p>", "a\n\nb"), ("<ul><li>a<li>b</ul>", "a\nb"),
    ("a <img src=x alt=\"b c\"> d", "a b c d"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a\tb"), ("<p title=\"a > b\">c</p>", "c"),
    ("<style>a</style>", ""),
    ("a <script>b", "a "), ("<x-note-1>", ""), ("<p>a</p", "a</p"), ("<>", "<>"), ("<p><3</p>", "<3"),
  ])
  func rawHTMLIsReadAsItsWords(text: String, words: String) throws {
    #expect(try story("x\n\n\(text)").text == (words.isEmpty ? "x" : "x\n\n" + words.trimmedEnd))
  }

  @Test(
    arguments: [
      ("a[^1]\n\n[^1]: b", ["1"], ["b"]),
      ("a[^x] c[^y] d[^x]\n\n[^y]: Y\n[^x]: X", ["1", "2", "1"], ["X", "Y"]),
      ("a[^1]", [], []), ("a\n\n[^1]: b", [], ["b"]), ("`[^1]`\n\n[^1]: b", [], ["b"]),
      ("a\\[^1]\n\n[^1]: b", [], ["b"]),
      ("[a[^1]](b.md)\n\n[^1]: b", ["1"], ["b"]), ("|a[^1]|\n|-|\n\n[^1]: b", ["1"], ["b"]),
      ("a[^1]\n\n[^1]: b\n\n    c\n\nd", ["1"], ["b\nc"]),
      ("[^1]\n\n[^1]: b[^2]\n[^2]: c", ["1"], ["b", "c"]),
      ("a[^1] [^1]\n\n[^1]: b\n[^1]: c", ["1", "1"], ["b", "c"]),
    ] as [(String, [String], [String])])
  func notesAreNumberedByTheirFirstReference(text: String, marks: [String], notes: [String]) throws {
    let found = try story(text)
    #expect(found.body.flatMap(noteMarks) == marks)
    #expect(found.notes.map { $0.blocks.map(\.text).joined(separator: "\n") } == notes)
    #expect(found.notes.map(\.label) == notes.indices.map { "\($0 + 1)" })
  }

  private func noteMarks(_ block: Block) -> [String] {
    let inlines: [Inline]
    switch block.kind {
    case .paragraph(let words), .heading(_, let words): inlines = words
    case .table(let table): inlines = table.header.flatMap { $0 }
    default: inlines = []
    }
    return inlines.filter { $0.marks.contains(.note) }.map(\.text)
  }

  @Test func aLonePictureIsAFigureAndOneAmongWordsIsText() throws {
    let found = try story(
      "![Alt](a.png)\n\n![](b.png \"Title\")\n\nSee ![alt](c.png) here.\n\n![A](a.png) ![B](b.png)")
    #expect(
      found.body.map(\.kind) == [
        .figure(caption: [Inline("Alt")], source: "a.png"),
        .figure(caption: [Inline("Title")], source: "b.png"),
        .paragraph([Inline("See "), Inline("alt"), Inline(" here.")]),
        .figure(caption: [Inline("A")], source: "a.png"),
        .figure(caption: [Inline("B")], source: "b.png"),
      ])
  }

  @Test func lineNumbersAreTheFilesDespiteTagsAndNotes() throws {
    let text = """
      ---
      title: T
      ---
      {% comment %}
      gone
      {% endcomment %}
      One[^1]

      [^1]: Note

      {% highlight c %}
      x
      {% endhighlight %}
      Two
      """
    let found = try story(text)
    #expect(found.body.map { "\($0.line ?? 0) \($0.text)" } == ["7 One", "12 x", "14 Two"])
    #expect(found.notes.first?.blocks.first?.line == 9)
  }

  @Test func bytesOfOldEncodingsAreRead() throws {
    let latin = Markdown().read(
      Source(path: "a.md", bytes: Array("# ".utf8) + [0x46, 0xE6, 0x72, 0x67, 0x65, 0x72, 0x0A]))
    #expect(latin.stories.first?.headline == "Færger")
    let wide = Array("\u{FEFF}---\r\ntitle: Færge\r\n---\r\nText".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(Markdown().read(Source(path: "a.md", bytes: wide)).stories.first?.headline == "Færge")
  }

  @Test(arguments: [
    ("---\ntitle: a\n---\n", true), ("+++\ntitle = 1\n+++\n", true), ("\u{FEFF}---\r\ntitle: a\r\n", true),
    ("---\n\nText", false),
    ("Text", false), ("----\ntitle: a\n", false), ("", false), ("---", false),
  ])
  func aFileWithoutExtensionIsMarkdownOnlyWithFrontMatter(text: String, isMarkdown: Bool) {
    #expect(Markdown().recognises(Source(path: "a", bytes: Array(text.utf8))) == isMarkdown)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
