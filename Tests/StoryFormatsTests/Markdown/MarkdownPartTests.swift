import Stories
import StoryFormats
import Testing

private func story(_ text: String) throws -> Story {
  try #require(Markdown().read(Source(path: "notes/a.md", bytes: Array(text.utf8))).stories.first)
}

@Suite struct MarkdownPartTests {
  @Test(arguments: [
    ("## The part {#own}", "own"), ("## The part {#own .c k=\"v\"}", "own"), ("## The part {.c #own}", "own"),
    ("## The part {#own} ##", "own"), ("The part {#own}\n---", "own"), ("## The part {: #own}", "own"),
    ("## The part\n{: #own}\nwords", "own"), ("## The part\n{: .c #own}", "own"),
    ("{: #own}\n## The part", "own"),
    ("<a name=\"own\"></a>\n## The part", "own"), ("<a id=own></a>\n\n## The part", "own"),
    ("## <span id=\"own\"></span>The part", "own"), ("## The part <a name='own'></a>", "own"),
    ("<h2 id=\"own\">The part</h2>", "own"), ("<div id=own>\n\n## The part\n\n</div>", "own"),
    ("The part ^own", "^own"),
    ("The part\n\n^own", "^own"), ("- The part ^own", "^own"), ("- The part\n\n^own", "^own"),
    ("|The part|\n|-|\n|x|\n\n^own", "^own"), ("> The part\n\n^own", "^own"), ("The part\n{: #own}", "own"),
    ("```\nThe part\n```\n{: #own}\n", "own"), ("<ul><li id=own>The part</li></ul>", "own"),
    ("<p id=\"own\">The part</p>", "own"), ("![The part](x.png){#own width=50%}", "own"),
  ])
  func aPartHasTheNameThatTheStoryGivesIt(text: String, name: String) throws {
    let found = try story("First.\n\n\(text)\n\nLast.")
    let place = try #require(found.partNames.place(of: name))
    #expect(found.body[place].text.contains("The part"))
    #expect(!found.text.contains("own"))
    #expect(found.text.contains("Last."))
  }

  @Test(arguments: [
    ("the-part", 1), ("The part", 1), ("The-Part", 1), ("the_part", 1), ("the-part-1", 3), ("the-part-2", 5),
    ("user-content-the-part", 1), ("c--c", 6), ("c-c", 6), ("C++ & C#", 6), ("über-uns-für-alle", 7),
    ("Über uns: für alle", 7),
    ("1-first-things", 8), ("first-things", 8), ("1. First things", 8), ("東京", 9), ("a-b", 10),
    ("note-1", 12), ("fn:1", 12), ("top", 0),
    ("A headline", 0), ("Chapter#The part", 1), ("the-part:~:text=x", 1), (":~:text=words", 0), ("v123", 11),
    ("v1.2.3", 11),
  ])
  func headingsAnswerToWhatSitesCallThem(name: String, place: Int) throws {
    let found = try story(
      """
      # A headline

      First.[^n]

      ## The part

      Words.

      ## The part

      Words.

      ## The part

      ## C++ & C#

      ## Über uns: für alle

      ## 1. First things

      ## 東京

      ## A `b`

      ## v1.2.3

      [^n]: Note.
      """)
    #expect(found.partNames.place(of: name) == place)
  }

  @Test(arguments: ["nothing", "the-part-9", "parts", "^x"])
  func whatIsNotThereIsNotFound(name: String) throws {
    #expect(try story("x\n\n## The part\n\n### Part 2").partNames.place(of: name) == nil)
  }

  @Test func aPartIsItsHeadingAndWhatStandsUnderIt() throws {
    let found = try story("x\n\n## A\n\nb\n\n### C\n\nd ^e1\n\n## F\n\ng")
    #expect(found.blocks(ofPart: "a").map(\.text) == ["A", "b", "C", "d"])
    #expect(found.blocks(ofPart: "C").map(\.text) == ["C", "d"])
    #expect(found.blocks(ofPart: "^e1").map(\.text) == ["d"])
    #expect(found.blocks(ofPart: "f").map(\.text) == ["F", "g"])
    #expect(found.blocks(ofPart: "nothing").isEmpty)
  }

  @Test func theHeadlinesOwnNameLeadsToTheBeginning() throws {
    let found = try story("# Title {#start}\n\nFirst.\n\nSecond.")
    #expect(found.headline == "Title")
    #expect(found.partNames.place(of: "start") == 0)
    #expect(found.partNames.place(of: "title") == 0)
  }
}

@Suite struct JSONFrontMatterTests {
  @Test(arguments: [
    """
    {\n  \"title\": \"T: “x” }\",\n  \"date\": \"2020-02-03\",\n  \"tags\": [\"a\", \"b\"], \"draft\": \
    false\n}\n\nBody.
    """,
    """
    {\"title\":\"T: “x” }\",\"date\":\"2020-02-03\",\"tags\":[\"a\",\"b\"],\"n\":{\"m\":[1,2.5,\
    null]}}\nBody.
    """,
    """
    \u{FEFF}{\r\n\t\"title\": \"T: “x” }\",\r\n\t\"date\": \"2020-02-03\",\r\n\t\"tags\": [\"a\", \
    \"b\"]\r\n}\r\nBody.
    """,
    "{\n  \"title\": \"T: “x” }\",\n  \"date\": \"2020-02-03\",\n  \"tags\": [\"a\", \"b\"],\n}\nBody.",
    ";;;\n{\"title\": \"T: “x” }\", \"date\": \"2020-02-03\", \"tags\": [\"a\", \"b\"]}\n;;;\nBody.",
    "---json\n{\"title\": \"T: “x” }\", \"date\": \"2020-02-03\", \"tags\": [\"a\", \"b\"]}\n---\nBody.",
  ])
  func anObjectOverTheTextIsFrontMatter(text: String) throws {
    let found = try story(text)
    #expect(found.headline == "T: “x” }")
    #expect(found.published?.iso8601.hasPrefix("2020-02-03") == true)
    #expect(found.tags == ["a", "b"])
    #expect(found.text == "Body.")
    #expect(found.problems.isEmpty)
  }

  @Test(arguments: [
    "{ a set of words }\n\nBody.", "{\"title\": \"T\"} and more\n\nBody.", "{{ site.x }} {\n\nBody.",
    "{\n\nBody.", "{}\n\nBody.",
    "{\"title\": \"T\"\n\nBody.", "{1, 2, 3}\n\nBody.", "[{\"title\": \"T\"}]\n\nBody.",
  ])
  func aTextThatBeginsWithABraceIsText(text: String) throws {
    let found = try story(text)
    #expect(found.headline == "A")
    #expect(found.text.hasSuffix("Body."))
    if !text.hasPrefix("{{") { #expect(found.text.count + 1 >= text.count) }
  }

  @Test func faultsNameTheirLine() throws {
    let found = try story("{\n  \"title\": \"T\",\n  \"date\": \"no day\"\n}\nBody.")
    #expect(found.problems.map(\.line) == [3])
    #expect(found.body.first?.line == 5)
  }

  @Test func nestingIsBounded() throws {
    let deep = "{\"a\":" + String(repeating: "[", count: 50_000) + "\n\nBody."
    #expect(try story(deep).headline == "A")
  }
}
