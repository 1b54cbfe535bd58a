import Stories
import StoryFormats
import Testing

private func story(_ matter: String, path: String = "news/a-story.md") throws -> Story {
  let text = matter.hasPrefix("+++") || matter.hasPrefix("---") ? matter : "---\n\(matter)\n---\n"
  return try #require(
    Markdown().read(Source(path: path, bytes: Array((text + "\nText.").utf8))).stories.first)
}

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ("author: Jane Doe", ["Jane Doe"]),
    ("by: By Jane Doe", ["Jane Doe"]),
    ("byline: jane-doe", ["Jane Doe"]),
    ("Author: Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
    ("author: Ann Lee, Bo Ek and Cy Om", ["Ann Lee", "Bo Ek", "Cy Om"]),
    ("author: Ann Lee, Bo Ek, and Cy Om", ["Ann Lee", "Bo Ek", "Cy Om"]),
    ("author: Åse Berg og Bo Ek", ["Åse Berg", "Bo Ek"]),
    ("author: Department of Health and Social Care", ["Department of Health and Social Care"]),
    ("author: Doe, Jane", ["Doe, Jane"]),
    ("author: ashmaroli", ["ashmaroli"]),
    ("authors: [jane-doe, Bo Ek, jane-doe]", ["Jane Doe", "Bo Ek"]),
    ("authors:\n  - name: Jane Doe\n    email: j@example.org\n  - name: Bo Ek", ["Jane Doe", "Bo Ek"]),
    ("author:\n  name: Jane Doe", ["Jane Doe"]),
    ("creator: {first_name: Jane, last_name: Doe}", ["Jane Doe"]),
    ("authors: []\nauthor: Bo Ek", ["Bo Ek"]),
    ("author:", []),
    ("author: ~", []),
    ("author: [[[[]]]]", []),
  ])
  func bylinesComeOneNameEach(matter: String, bylines: [String]) throws {
    #expect(try story(matter).bylines == bylines)
  }

  @Test(
    arguments: [
      ("date: 2016-03-29", "2016-03-29T00:00:00Z"),
      ("Date: 2016-03-29 09:12:00 -0500", "2016-03-29T09:12:00-05:00"),
      ("pubDate: \"Tue, 29 Mar 2016 09:12:00 GMT\"", "2016-03-29T09:12:00Z"),
      ("publish-date: 29 March 2016", "2016-03-29T00:00:00Z"),
      ("published: true\ndate: 2016-03-29", "2016-03-29T00:00:00Z"),
      ("+++\ndate = 2016-03-29T09:12:00+02:00\n+++", "2016-03-29T09:12:00+02:00"),
      ("+++\ndate = 2016-03-29\n+++", "2016-03-29T00:00:00Z"),
      ("+++\npath = \"2016/03/29/x\"\n+++", "2016-03-29T00:00:00Z"),
      ("date: 03/04/2016", nil), ("date: soon", nil), ("date: [2016]", nil), ("title: x", nil),
      ("date: 2016-02-30", nil),
    ] as [(String, String?)])
  func theDateIsReadOrLeftOut(matter: String, date: String?) throws {
    #expect(try story(matter).published?.iso8601 == date)
  }

  @Test(
    arguments: [
      ("news/2016-03-29-a.md", "2016-03-29T00:00:00Z"), ("2016/03/29/a.md", "2016-03-29T00:00:00Z"),
      ("2016/03/a.md", "2016-03-01T00:00:00Z"), ("a.md", nil),
    ] as [(String, String?)])
  func withoutADateThePathTells(path: String, date: String?) throws {
    #expect(try story("title: x", path: path).published?.iso8601 == date)
  }

  @Test func aTitleMayHaveCharacterReferences() throws {
    #expect(
      try story("title: \"UX vs. CX: What&#8217;s the &amp; of it\"").headline
        == "UX vs. CX: What’s the & of it")
    #expect(try story("title: Fish & chips; AT&T").headline == "Fish & chips; AT&T")
  }

  @Test func aWrongDateIsAProblemWithItsLine() throws {
    let found = try story("title: x\ndate: soon")
    #expect(
      found.problems == [
        Problem(
          path: "news/a-story.md", line: 3, reason: "“soon” is not a date, or could mean two different days")
      ])
  }

  @Test(
    arguments: [
      ("tags: [one, Two, one]", nil, ["one", "Two"]), ("tags: one, two three", nil, ["one", "two three"]),
      ("tags: one two", nil, ["one", "two"]), ("keywords: climate change", nil, ["climate change"]),
      ("topics:\n  - a\n  - b", nil, ["a", "b"]),
      ("categories: [Nordic, Ports]", "Nordic", ["Nordic", "Ports"]),
      ("category: release\ntags: x", "release", ["x"]), ("desk: Culture", "Culture", []),
      ("+++\n[taxonomies]\ntags = [\"a\"]\ncategories = [\"b\"]\n+++", "b", ["a", "b"]),
      ("+++\n[extra]\nsection = \"News\"\n+++", "News", []), ("tags:", nil, []),
    ] as [(String, String?, [String])])
  func sectionAndTagsAreFoundInEveryShape(matter: String, section: String?, tags: [String]) throws {
    let found = try story(matter)
    #expect(found.section == section)
    #expect(found.tags == tags)
  }

  @Test(
    arguments: [
      ("lang: en_GB", "a.md", "en-GB"), ("locale: da_DK.UTF-8", "a.md", "da-DK"),
      ("language: pt-br", "a.md", "pt-BR"),
      ("x: 1", "a.da.md", "da"), ("x: 1", "content/pt-br/a.md", "pt-BR"), ("x: 1", "zh-Hans/a.md", "zh-Hans"),
      ("lang: sv", "da/a.da.md", "sv"), ("lang: English", "a.md", nil), ("x: 1", "to/a.md", nil),
      ("x: 1", "v1.10.md", nil), ("x: 1", "docs/a.md", nil),
    ] as [(String, String, String?)])
  func theLanguageIsSaidOrSpelledByThePath(matter: String, path: String, language: String?) throws {
    #expect(try story(matter, path: path).language == language)
  }

  @Test(arguments: [
    ("slug: harbour", "news/2016-03-29-a.md", ["harbour", "a", "2016-03-29-a"]),
    ("x: 1", "news/harbour/index.md", ["harbour"]),
    ("x: 1", "news/2016-03-29-harbour/_index.da.md", ["harbour", "2016-03-29-harbour"]),
    ("permalink: /a/b/", "x.md", ["a/b", "x"]),
    ("permalink: /:categories/:title/", "x.md", ["x"]),
    ("aliases: [/old, older/]", "x.md", ["old", "older", "x"]),
    ("url: https://example.org/y", "x.md", ["x"]), ("url: /y/", "x.md", ["y", "x"]),
  ])
  func slugsAreTheNamesOthersMayUse(matter: String, path: String, slugs: [String]) throws {
    #expect(try story(matter, path: path).slugs == slugs)
  }

  @Test(
    arguments: [
      ("guid: abc-1", "abc-1"), ("id: 42", "42"),
      ("canonical_url: https://example.org/x", "https://example.org/x"),
      ("canonical_url: /x", nil), ("title: x", nil),
    ] as [(String, String?)])
  func whatNamesTheStoryMakesItsIdentity(matter: String, identifier: String?) throws {
    let found = try story(matter)
    #expect(found.identifier == identifier)
    if let identifier { #expect(found.id == StoryID(identifier: identifier)) }
  }

  @Test func identityWithoutANameIsTheContent() throws {
    #expect(try story("title: x").id == story("title: x", path: "other/place.md").id)
    #expect(try story("title: x").id != story("title: y").id)
  }

  @Test(
    arguments: [
      ("description: In *few* words", "In few words"), ("deck: A\nsummary: B", "A"),
      ("excerpt: |\n  one\n  two", "one two"),
      ("summary: 5 < 6 &amp; more", "5 < 6 & more"), ("description: ''", nil),
    ] as [(String, String?)])
  func theStandfirstIsPlainWords(matter: String, standfirst: String?) throws {
    #expect(try story(matter).standfirst == standfirst)
  }

  @Test(arguments: [
    ("Title: A\nDate: 2016-03-29\n\nBody.", "A"), ("title: A\n  goes on\n\nBody.", "A goes on"),
    ("Note: this is text.\n\nBody.", "A story"), ("Title: A\nnot a field\n\nBody.", "A story"),
    ("http://example.org\n\nBody.", "A story"),
  ])
  func linesWithoutFencesAreFieldsOnlyWhereAllAre(text: String, headline: String) throws {
    let found = Markdown().read(Source(path: "news/a-story.md", bytes: Array(text.utf8))).stories.first
    #expect(found?.headline == headline)
    #expect(found?.text.hasSuffix("Body.") == true)
  }

  @Test(arguments: [
    ("---\ntitle: A: b\nauthor: Jane Doe\n---\n", 2),
    ("+++\ntitle = \"A\"\nauthor = \"Jane Doe\"\nx = \n+++\n", 4),
    ("---\ntitle: A\ntitle: B\nauthor: Jane Doe\n---\n", 2),
  ])
  func brokenFrontMatterIsSalvagedWithItsLine(matter: String, line: Int) throws {
    let found = try story(matter)
    #expect(found.headline.hasPrefix("A"))
    #expect(found.bylines == ["Jane Doe"])
    #expect(found.problems.count == 1)
    #expect(found.problems.first?.line == line)
  }
}
