import Stories
import StoryFormats
import Testing

private func story(_ text: String) throws -> Story {
  try #require(Markdown().read(Source(path: "notes/a.md", bytes: Array(text.utf8))).stories.first)
}

/// The blocks of a text, described without line numbers.
private func blocks(_ text: String) throws -> [String] {
  var found = try story(text)
  found.references = []
  let names = ["headline:", "tags:", "slugs:", "language:", "note "]
  return StoryDescription.lines(of: found).filter { line in !names.contains { line.hasPrefix($0) } }.map {
    line in
    let indent = line.prefix { $0 == " " }
    let rest = line.dropFirst(indent.count)
    return String(indent + rest.drop { $0.isNumber }.drop { $0 == " " })
  }
}

@Suite struct MarkdownTableTests {
  @Test(arguments: [
    "|a|b|\n|-|-|\n|1|2|", "a|b\n-|-\n1|2", "a | b\n--|---\n1 | 2", "|a|b|\n|:-|:-|\n|1|2|", "a|b\n-|-:\n1|2",
    "| a | b |\r\n| - | - |\r\n| 1 | 2 |", "|a|b\n|-|-\n|1|2", "a|b|\n-|-|\n1|2|",
    "  |a|b|\n  |-|-|\n  |1|2|",
  ])
  func aDelimiterIsOneHyphenOrMore(text: String) throws {
    let lines = try blocks(text)
    #expect(lines.first?.hasPrefix("table (leading ") == true)
    #expect(lines.dropFirst() == ["  | a | b", "  | 1 | 2"])
  }

  @Test(arguments: [
    (":-:|-:|:-\n1|2|3", "centre trailing leading"), ("-|:-:|-\n1|2|3", "leading centre leading"),
    ("---|--:|:--\n1|2|3", "leading trailing leading"),
  ])
  func colonsAlignColumns(under: String, alignments: String) throws {
    #expect(try blocks("a|b|c\n\(under)").first == "table (\(alignments)):")
  }

  @Test(arguments: ["|one|\n|-|\n|x|", "|one|\n|:-:|\n|x|", "|one\n|-\n|x"])
  func oneColumnIsATable(text: String) throws {
    #expect(try blocks(text).dropFirst() == ["  | one", "  | x"])
  }

  @Test(arguments: [
    ("`a \\| b`", "`a | b`"), ("x \\| y", "x | y"), ("``a \\| `b` \\| c``", "`a | `b` | c`"),
    ("[[a\\|b]]", "b"), ("**`p \\| q`**", "*`p | q`*"), ("`a` \\| `b`", "`a` | `b`"),
  ])
  func anEscapedBarBelongsToItsCell(cell: String, words: String) throws {
    var found = try blocks("|h|i|\n|-|-|\n|\(cell)|2|").last
    found = found?.replacing("{", with: "").replacing("}0", with: "")
    #expect(found == "  | \(words) | 2")
  }

  @Test func aTableEndsTheParagraphBeforeIt() throws {
    #expect(
      try blocks("Words\n|a|b|\n|-|-|\n|1|2|") == [
        "paragraph: Words", "table (leading leading):", "  | a | b", "  | 1 | 2",
      ])
    #expect(try blocks("> |a|b|\n> |-|-|\n> |1|2|").first == "quote:")
    #expect(
      try blocks("- x\n\n  |a|b|\n  |-|-|\n  |1|2|").contains { $0.contains("table (leading leading)") })
  }

  @Test(arguments: [
    "a|b\n-|-|-", "a\n-|-", "Title\n-----", "- a | b\n- c | d", "`a|b`\n`-|-`", "```\na|b\n-|-\n```",
    "    a|b\n    -|-",
    "a|b\n-|-x", "<pre>\na|b\n-|-\n</pre>", "a|b",
  ])
  func otherLinesAreNotATable(text: String) throws {
    #expect(try !blocks(text).contains { $0.contains("table") })
    if text.contains("```") || text.contains("pre>") || text.hasPrefix(" ") {
      #expect(try story(text).text == "a|b\n-|-")
    }
  }
}

@Suite struct MarkdownDefinitionTests {
  @Test(arguments: [
    "Coffee\n: Hot\n: Black\n\nTea\n: Leaves", "Coffee\n:   Hot\n:   Black\n\nTea\n:   Leaves",
    "Coffee\n\n: Hot\n\n: Black\n\nTea\n\n: Leaves", "Coffee\n:\tHot\n:\tBlack\n\nTea\n:\tLeaves",
    "Coffee\n  : Hot\n  : Black\n\nTea\n  : Leaves",
  ])
  func termsAndDefinitionsBecomeLists(text: String) throws {
    #expect(
      try blocks(text) == [
        "list:", "- item", "  paragraph: Coffee", "  paragraph: Hot", "  paragraph: Black", "- item",
        "  paragraph: Tea", "  paragraph: Leaves",
      ])
    let html = "<dl><dt>Coffee</dt><dd>Hot</dd><dd>Black</dd><dt>Tea</dt><dd>Leaves</dd></dl>"
    #expect(try blocks(text) == blocks(html))
  }

  @Test func definitionsMayHaveBlocksAndMarks() throws {
    let text = """
      Before.

      **Quay**
      Pier
      : A place for *ships*
        that goes on
      and on.

          And more.

          - one
          - two

      After.
      """
    #expect(
      try blocks(text) == [
        "paragraph: Before.", "list:", "- item", "  paragraph: *Quay*", "- item", "  paragraph: Pier",
        "  paragraph: A place for _ships_ that goes on and on.", "  paragraph: And more.", "  list:",
        "  - item",
        "    paragraph: one", "  - item", "    paragraph: two", "paragraph: After.",
      ])
    #expect(try blocks("> T\n> : D").prefix(2) == ["quote:", "  list:"])
  }

  @Test(arguments: [
    "Words : more", "Words\n:more", "# Head\n: x", "- item\n: x", "|a|b|\n|-|-|\n\n: caption",
    "```\nT\n: D\n```",
    "::: note\nx\n:::", "Words\n:) x",
  ])
  func otherColonsAreWords(text: String) throws {
    #expect(try !blocks("x\n\n" + text).contains { $0.contains("paragraph: D") || $0 == "  paragraph: x" })
  }
}

@Suite struct MarkdownCalloutTests {
  @Test(arguments: [
    ("[!NOTE]", "Note"), ("[!TIP]", "Tip"), ("[!IMPORTANT]", "Important"), ("[!WARNING]", "Warning"),
    ("[!CAUTION]", "Caution"), ("[!note]", "Note"), ("[!my-own]", "My own"), ("[!faq]-", "Faq"),
    ("[!info]+ A title", "A title"), ("[!bug]- A title: two", "A title: two"), ("[!quote|left] Said", "Said"),
    ("[!merk] Æble", "Æble"),
  ])
  func theLabelIsAboveTheWords(mark: String, label: String) throws {
    #expect(
      try blocks("x\n\n> \(mark)\n> Words\n> more.") == [
        "paragraph: x", "quote:", "  paragraph: *\(label)*", "  paragraph: Words more.",
      ])
    #expect(try blocks(">\(mark)\n>Words").dropFirst() == ["  paragraph: *\(label)*", "  paragraph: Words"])
  }

  @Test func calloutsNestAndMayHaveBlocks() throws {
    #expect(
      try blocks("> [!a] **One**\n> > [!b]\n> > - item\n>\n> end") == [
        "quote:", "  paragraph: *One*", "  quote:", "    paragraph: *B*", "    list:", "    - item",
        "      paragraph: item", "  paragraph: end",
      ])
    #expect(try blocks("- > [!tip]\n  > words").contains("    paragraph: *Tip*"))
    #expect(try blocks("> [!tip] Alone").dropFirst() == ["  paragraph: *Alone*"])
  }

  @Test(arguments: [
    "> Words\n> [!NOTE]", "[!NOTE]\nwords", "> [!x](y.md)", "> [!]", "```\n> [!NOTE]\n```", "> ![x](y)",
  ])
  func otherBracketsAreNotCallouts(text: String) throws {
    #expect(try !blocks("x\n\n" + text).contains { $0.contains("*") })
  }
}

@Suite struct MarkdownSpanTests {
  @Test(arguments: [
    ("a ==b c== d", "a *b c* d"), ("==**b**==", "*b*"), ("**==b==**", "*b*"), ("这是==重点==吗", "这是*重点*吗"),
    ("(==b==)", "(*b*)"), ("a == b == c", "a == b == c"), ("x==y and z==w", "x==y and z==w"),
    ("`==b==`", "`==b==`"),
    ("==b", "==b"), ("\\==b==", "==b=="), ("====b====", "====b===="), ("a ==b\nc== d", "a *b c* d"),
    ("a %%b%% c", "a c"), ("100 %% of", "100 %% of"), ("`%%b%%`", "`%%b%%`"), ("a%%b%%", "a%%b%%"),
    ("%%\nb\n\nc\n%%\nd", "d"), ("H~2~O", "H₂O"), ("10^6^ m", "10⁶ m"), ("2^nd^", "2nd"), ("~~a~~", "~a~"),
    ("a^2 + b^2", "a^2 + b^2"), ("x^2y^2", "x^2y^2"), ("~/a and ~/b", "~/a and ~/b"), ("^x^", "^x^"),
    (":tada: x", ":tada: x"),
    ("a ^name-1", "a"), ("a ^2", "a ^2"), ("a | b ^same", "a | b ^same"), ("a ^b c", "a ^b c"),
    ("`a ^b1`", "`a ^b1`"),
    ("https://x.org/?a==b==c", "{https://x.org/?a==b==c}0"), ("[a](b==c==d)", "{a}0"),
    ("<a href=\"%%x%%\">y</a>", "{y}0"),
    ("<code>[[ a == b ]]</code>", "`[[ a == b ]]`"), ("if \\[[ a ]]", "if [[ a ]]"),
  ])
  func signsBecomeMarks(text: String, words: String) throws {
    let lines = try blocksWithLinks("x\n\n" + text).dropFirst()
    #expect(lines.joined() == "paragraph: \(words)")
  }

  private func blocksWithLinks(_ text: String) throws -> [String] {
    try StoryDescription.lines(of: story(text)).compactMap { line in
      var rest = line.drop { $0.isNumber }.drop { $0 == " " }
      if rest.hasPrefix("{#") { rest = rest.drop { $0 != " " }.dropFirst() }
      return rest.hasPrefix("paragraph") ? String(rest) : nil
    }
  }

  @Test(arguments: [
    ("[[Quay]]", "Quay", "slug Quay"), ("[[Quay|the quay]]", "the quay", "slug Quay"),
    ("[[Quay#Part|p]]", "p", "slug Quay #Part"), ("[[sub/page.md]]", "sub/page", "slug sub/page"),
    ("[[sub/page.markdown#A b]]", "sub/page > A b", "slug sub/page #A b"),
    ("[[#A part]]", "A part", "path notes/a.md #A part"),
    ("[[#^id1]]", "id1", "path notes/a.md #^id1"), ("[[../x]]", "../x", "path x"),
    ("[[./x.md|y]]", "y", "path notes/x.md"),
    ("[[/sub/x]]", "/sub/x", "path sub/x"), ("[[v1.2]]", "v1.2", "slug v1.2"),
    ("[[a_b_c]]", "a_b_c", "slug a_b_c"),
    ("[[a\\|b]]", "b", "slug a"), ("![[Quay]]", "Quay", "slug Quay embeds"),
    ("![[Quay#A|b]]", "b", "slug Quay #A embeds"),
    (
      "[[" + String(repeating: "long ", count: 40) + "name]]", String(repeating: "long ", count: 40) + "name",
      "slug " + String(repeating: "long ", count: 40) + "name"
    ),
    ("[[1]](b.md)", "[1]", "path notes/b.md"), ("**[[Quay]]**", "Quay", "slug Quay"),
  ])
  func wikiLinksNameStories(text: String, words: String, meaning: String) throws {
    let found = try story("x " + text)
    let reference = try #require(found.references.first)
    #expect(found.references.count == 1)
    #expect(reference.text == words)
    #expect(found.text == "x " + words)
    let anchor = reference.anchor.map { " #\($0)" } ?? ""
    let embeds = reference.embeds == true ? " embeds" : ""
    #expect("\(reference.naming) \(reference.target ?? "")\(anchor)\(embeds)" == meaning)
  }

  @Test(arguments: [
    ("![[pier.png]]", "", "pier.png"), ("![[a b.jpg|300]]", "", "a b.jpg"),
    ("![[pier.png|300x200]]", "", "pier.png"),
    ("![[img/pier.webp|The pier]]", "The pier", "img/pier.webp"),
    ("![[pier.png|The pier|300]]", "The pier", "pier.png"),
    ("![[talk.mp3]]", "", "talk.mp3"),
  ])
  func embeddedPicturesAreFigures(text: String, caption: String, source: String) throws {
    let kind = try story("x\n\n" + text).body.last?.kind
    #expect(kind == .figure(caption: caption.isEmpty ? [] : [Inline(caption)], source: source))
  }

  @Test(arguments: [
    ("#news", ["news"]), ("a #news, #place/north.", ["news", "place/north"]), ("#Æble #东京", ["Æble", "东京"]),
    ("#123 #1a", []), ("C# a#b", []), ("`#code`", []), ("```\n#code\n```", []), ("# Heading", []),
    ("## News #draft", ["draft"]),
    ("[x](#part) [#y](z)", []), ("[x]\n\n[x]: #part", []), ("#fff #a1b2c3", []), ("#a-b_c", ["a-b_c"]),
    ("\\#no", []), ("(#no)", []),
    ("#news #News", ["news"]),
    ("<a href=\" #no\">x</a>", []), ("- #item", ["item"]), ("> #quoted", ["quoted"]), ("#tag/", ["tag"]),
  ])
  func tagsInTheTextAreRead(text: String, tags: [String]) throws {
    #expect(try story("x\n\n" + text).tags == tags)
  }

  @Test func tagsComeAfterThoseOfTheFrontMatter() throws {
    #expect(try story("---\ntags: [b, a]\n---\nx #a #c").tags == ["b", "a", "c"])
  }

  @Test(arguments: ["[TOC]", "[toc]", "[[_TOC_]]", "[[toc]]", "[[TOC]]", "@[toc]", "  [TOC]", "1. x\n{:toc}"])
  func aTableOfContentsIsRemoved(sign: String) throws {
    #expect(try story("One\n\n\(sign)\n\nTwo").text == "One\n\nTwo")
    #expect(try story("One\n\n```\n[TOC]\n```").text == "One\n\n[TOC]")
  }

  @Test func inlineNotesBecomeFootnotes() throws {
    let found = try story("a^[b *c* [d](e.md)] f[^1] g^[h [i]]\n\n[^1]: j")
    #expect(found.text == "a f g")
    #expect(found.notes.map { $0.blocks.map(\.text).joined() } == ["b c d", "j", "h [i]"])
    #expect(try story("`a^[b]` c^[d").notes.isEmpty)
    #expect(try story("`a^[b]` c^[d").text == "a^[b] c^[d")
  }
}

@Suite struct MarkdownHTMLBlockTests {
  @Test(arguments: [
    ("<ul><li>a<li>b</ul>", ["list:", "- item", "  paragraph: a", "- item", "  paragraph: b"]),
    (
      "<ol start=3>\n<li>a</li>\n\n<li>b</li>\n</ol>",
      ["list from 3:", "- item", "  paragraph: a", "- item", "  paragraph: b"]
    ),
    (
      "<table>\n\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2</td></tr>\n\n</table>",
      ["table ():", "  | A | B", "  | 1 | 2"]
    ),
    ("<dl><dt>T<dd>D</dl>", ["list:", "- item", "  paragraph: T", "  paragraph: D"]),
    ("<blockquote><p>a</p></blockquote>", ["quote:", "  paragraph: a"]),
    ("<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>", ["figure: c <a.png>"]),
    ("<figure><img src=a.png></figure>", ["figure:  <a.png>"]),
    ("<figure><a href=b><img src=a.png alt=b></a></figure>", ["figure: {b}0 <a.png>"]),
    (
      "<details>\n<summary>s</summary>\n\n**b**\n\n- i\n\n</details>",
      ["paragraph: s", "paragraph: *b*", "list:", "- item", "  paragraph: i"]
    ),
    ("<ul>\n<li>\n\n**a**\n\n</li>\n</ul>", ["paragraph: *a*"]),
    ("<div>\n\n## H\n\n</div>", ["heading 2: H"]), ("<ul><li>a</li>", ["paragraph: a"]),
    ("</ul>\n\nb", ["paragraph: b"]),
    (
      "- x\n  <ul><li>a</li></ul>\n- y",
      [
        "list:", "- item", "  paragraph: x", "  list:", "  - item", "    paragraph: a", "- item",
        "  paragraph: y",
      ]
    ),
    ("> <ul><li>a</li>\n\nb", ["quote:", "  paragraph: a", "paragraph: b"]),
  ])
  func htmlIsReadAsBlocks(text: String, expected: [String]) throws {
    #expect(try Array(blocks("x\n\n" + text).dropFirst()) == expected)
  }

  @Test func htmlBlocksHaveTheStorysLinksAndLines() throws {
    let found = try story(
      """
      [a](a.md)\n\n<ul>\n<li><a href=\"../b.md#c\">b</a></li>\n<li><a \
      href=\"#d\">d</a></li>\n</ul>\n\n[e](e.md)
      """
    )
    #expect(
      found.references.map { "\($0.text) \($0.target ?? "") \($0.anchor ?? "")" } == [
        "a notes/a.md ", "b b.md c", "d notes/a.md d", "e notes/e.md ",
      ])
    #expect(found.body.map(\.line) == [1, 3, 8])
    guard case .list(_, let items)? = found.body[1].kind as Block.Kind? else {
      Issue.record("no list"); return
    }
    #expect(items.map { $0.blocks.first?.line } == [4, 5])
  }
}

@Suite struct MathBlockTests {
  @Test func aFormulaBetweenDollarsIsKeptAsWritten() throws {
    let formula = "\\int_0^1 x^2 \\, dx\n= \\frac{1}{3} *a* _b_ <i>"
    #expect(try blocks("a\n\n$$\n\(formula)\n$$\n\nb") == ["paragraph: a"] + code(formula) + ["paragraph: b"])
  }

  @Test func aFormulaMayStandInAQuoteOrAList() throws {
    let quoted = try blocks("> $$\n> a_1 \\, b\n> $$")
    #expect(quoted == ["quote:"] + code("a_1 \\, b").map { "  " + $0 })
    let item = try blocks("- x\n\n  $$\n  a \\, b\n  $$\n")
    #expect(item.last?.hasSuffix("' a \\, b") == true)
  }

  @Test(arguments: [
    "$$\na *b*", "$$\n$$", "It costs $$\na *b*\n$$ or so", "```\n$$\na\n$$\n```", "$$\n~~~~\n# x\n$$",
  ])
  func otherDollarsAreText(text: String) throws {
    #expect(try !blocks(text).contains { $0.contains("(math)") })
  }

  private func code(_ text: String) -> [String] {
    ["code (math):"] + text.split(separator: "\n").map { "  ' \($0)" }
  }
}
