import Stories
import StoryFormats
import Testing

private func read(_ bytes: [UInt8]) -> Reading {
  Markdown().read(Source(path: "news/a-story.md", bytes: bytes))
}

private func read(_ text: String) -> Reading { read(Array(text.utf8)) }

@Suite struct MarkdownHostileTests {
  @Test(arguments: [
    ">", "[", "- ", "(", "<", "*", "`", "_", "!", "![", "[[", "](", "~~", "|", "&", "{", "}", "{{", "{%",
    "{:", "{#",
    "{{<", "{::comment}", "{% raw %}", "{% highlight %}", "{{< highlight >}}", "[^", "[^a]", "[^a]:",
    "[^a]: x\n",
    "<a ", "<a \"", "<a '\"", "<!", "<!--", "<script>", "<b>", "<a href=x>", "</", "<img>", "![](x)", "---\n",
    "+++\n",
    "# ", "#", "1. ", "\t", "\0", "\u{FEFF}", "\r", "\n", "a: b\n", "~~~", "```\n", "<x-note-1>",
    "READ MORE: ",
    "&#0;", "&#32;*", "%%", "[a](x)", "[a]: x\n", "|a|\n|-|\n", ":", "“", "<h1>", "<pre>", "\\", "<?",
    "<div>\n\n", "==", "==a", "==a==", "%%a", "%%\n", "[[a", "[[a]]", "![[a]]", "[[a\\|", "^[", "^[a]", "^a^",
    "a~b~",
    "~", "^", " ^ab\n", "#a ", "T\n: d\n\n", ": d\n", "T\n", "> [!a]\n", "[!", "a|b\n-|-\n", "|`", "`\\|`|",
    "<ul>",
    "<ul>\n\n", "</ul>\n\n", "<ul><li>a</li></ul>\n\n", "<a id=x>", "# a {#b}\n", "{: #a}\n", "{#a ", "<pre>",
    "<x-wiki-61>",
    "<x-part-61>", "[TOC]\n", "[[toc]]\n\n", "x](", "://", "a://", "<code>", "<!-- ",
  ])
  func repetitionIsReadAsOneStory(unit: String) {
    let reading = read("Start.\n\n" + String(repeating: unit, count: 4_000))
    expectPromises(reading)
    #expect(reading.stories.count == 1)
    let alone = read(String(repeating: unit, count: 4_000))
    #expect(alone.stories.first?.headline.isEmpty == false)
  }

  @Test(arguments: [
    "[", "{a: ", "- ", "? ", "[a, ", " ", "*a ", "&a ", "!!a ", "'", "\"", "|", "a: {", "<<: *a\n", "%",
  ])
  func frontMatterThatNestsOrRepeatsIsRefusedOrRead(unit: String) {
    for fence in ["---", "+++"] {
      let text = "\(fence)\ntitle: T\nx: " + String(repeating: unit, count: 4_000) + "\n\(fence)\nText."
      #expect(read(text).stories.first?.text.isEmpty == false)
    }
  }

  @Test func billionLaughsAreRefusedAndTheTitleSalvaged() throws {
    var text = "---\ntitle: Laughs\na0: &a0 [lol, lol]\n"
    for index in 1..<40 {
      text +=
        "a\(index): &a\(index) [" + Array(repeating: "*a\(index - 1)", count: 9).joined(separator: ", ")
        + "]\n"
    }
    let story = try #require(read(text + "---\nText.").stories.first)
    #expect(story.headline == "Laughs")
    #expect(story.problems.map(\.reason) == ["the front matter repeats itself by more than 32 aliases"])
  }

  @Test func aFewAliasesAreBoundedByTheNumberOfValues() throws {
    var text = "---\ntitle: Laughs\na0: &a0 [lol, lol, lol, lol, lol, lol]\n"
    for index in 1...4 {
      text +=
        "a\(index): &a\(index) [" + Array(repeating: "*a\(index - 1)", count: 8).joined(separator: ", ")
        + "]\n"
    }
    #expect(read(text + "---\nText.").stories.first?.headline == "Laughs")
  }

  @Test func dottedNamesInTOMLAreBounded() {
    let names = Array(repeating: "a", count: 100_000).joined(separator: ".")
    let story = read("+++\ntitle = \"T\"\n\(names) = 1\n+++\nText.").stories.first
    #expect(story?.headline == "T")
    #expect(story?.problems.count == 1)
  }

  @Test(arguments: ["[**extra]", "[", "[[", "[]", "[.a]", "[ *]", "[[*]]", "[\u{A0}a]"])
  func tablesWithoutANameAreRefusedAndTheTitleSalvaged(header: String) {
    let story = read("+++\ntitle = \"T\"\n\(header)\n+++\nText.").stories.first
    #expect(story?.headline == "T")
    #expect(story?.problems.first?.line == 3)
  }

  @Test(arguments: [
    "> ", "- ", "* 1. ", "[", "![", "**", "<div>", "> [!a]\n> ", ">[!a] ", "[[", "![[", "==", "%%", "^", "^[",
    "|", "|-", "#",
    "<ul>", "~",
  ])
  func aHundredThousandLevelsAreReadFlat(unit: String) {
    let story = read(String(repeating: unit, count: 100_000) + "deep").stories.first
    #expect(story?.headline == "A story")
  }

  @Test func anAddressThatEveryLineUsesIsNotMultiplied() throws {
    let address = "http://x.invalid/" + String(repeating: "x", count: 100_000)
    for (text, ending) in [("[a]: \(address)", ""), ("[a]: y \"\(address)\"", ""), ("[a]:\n\(address)", "!")]
    {
      let uses = String(repeating: "\(ending)[a] ", count: 20_000)
      let story = try #require(read("# H\n\n\(text)\n\n\(uses)\n\n[b](c.md)").stories.first)
      #expect(story.headline == "H")
      #expect(story.references.count <= 2)
      #expect(story.text.contains("\(ending)[a] \(ending)[a]"))
    }
    // Ordinary use stays a link.
    let few = try #require(
      read("[a]: b.md \"title\"\n\n" + String(repeating: "[a] ", count: 2_000)).stories.first)
    #expect(few.references.count == 2_000)
  }

  @Test func megabytesOfOpeningBracketsAreReadAsText() {
    #expect(read([UInt8](repeating: 0x3C, count: 5_000_000)).stories.count == 1)
    #expect(read("<p>" + String(repeating: "<", count: 500_000)).stories.count == 1)
  }

  @Test(arguments: [
    "---", "---\n", "---\ntitle", "---\ntitle:", "+++\n", "+++\ntitle = \"", "```", "~~~\n{{", "{% raw",
    "{% raw %}x",
    "{% comment %}x", "{{< figure", "{{< figure src=\"", "[^1", "[^1]:", "x[^1]\n\n[^1]:", "<", "<a",
    "<a href=\"",
    "<!--", "<script>", "![", "[[", "[[a|", "[a](", "[a](<", "&#", "&#x", "&", "", "\u{FEFF}", "\u{FEFF}---",
    "{:", "{::",
    "Title:", "Title: x", "---\n---", "---\n---\n", "---\n- a\n---\n", "---\nnull\n---\n", "# ", "#", "|",
    "|-|",
  ])
  func whatIsUnterminatedIsRead(text: String) {
    #expect(read(text).stories.count == 1)
  }

  @Test func randomBytesAreRead() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let words = [
      "---\n", "+++\n", "title: ", "[^1]", "[^1]: ", "```", "{% raw %}", "{{<", ">}}", "<b", ">", "![", "](",
      "\n",
    ]
    for round in 0..<400 {
      var bytes: [UInt8] = round % 3 == 0 ? Array("---\n".utf8) : []
      for _ in 0..<Int(next() % 300) {
        let pick = next()
        if pick % 3 == 0 {
          bytes += words[Int(pick >> 32) % words.count].utf8
        } else {
          bytes.append(UInt8(truncatingIfNeeded: pick >> 16))
        }
      }
      #expect(read(bytes).stories.count == 1)
    }
  }
}
