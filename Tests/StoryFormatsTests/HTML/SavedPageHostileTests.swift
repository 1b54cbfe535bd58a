import Foundation
import Stories
import StoryFormats
import Testing

/// Pages made to cost time, memory or stack.
///
/// Bounds are counted and no clock is used: a page that exceeds them hangs the test.
@Suite struct SavedPageHostileTests {
  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
  private static let sentence = "One line of text, and no more than that. "

  static let pages: [(name: String, page: String)] = [
    ("nested inline", many("<span>x, ", 50_000)),
    ("nested formatting", (0..<20_000).map { "<b id=\($0)>x" }.joined()),
    ("reopened formatting", (0..<500).map { "<font id=\($0)>" }.joined() + many("<p>x", 20_000)),
    ("self-closed", many("<div/>", 50_000) + "x"), ("unknown path", many("<path>", 50_000) + "x"),
    ("groups", many("<optgroup>", 50_000) + "x"), ("ignored ends", many("<span><div></span>", 20_000) + "x"),
    ("forms", many("<form><div></form>", 20_000) + "x"),
    ("objects", many("<div><object></div>", 20_000) + "x"),
    ("formulas", many("<div><math><mi></div>", 20_000) + "x"), ("drawings", many("<svg>", 50_000) + "x"),
    ("tables", many("<table><tr><td>Cell, one.</td></tr></table>", 10_000)),
    ("nested tables", many("<table><tr><td>Cell, one.", 20_000)), ("paragraphs", many("<p>x.</p>", 100_000)),
    ("sharing", many("<div class=share>", 400) + many("<p>\(sentence)</p>", 5_000)),
    ("comments", many("<!-- x -->", 200_000) + sentence), ("attributes", "<p \(many("a=1 ", 200_000))>x"),
    ("headings", "<title>x y z</title>" + many("<h1><div>", 200) + many(sentence, 5_000)),
    ("related", many("<aside class=related><a href=/x>A link with words in it</a>", 400)),
    ("trails", many("<ul class=related-stories><li><a href=/y\u{301}>Another link with words</a>", 2_000)),
    ("linked data", "<script type='application/ld+json'>\(many("[", 100_000))</script>x"),
    ("graphs", "<script type='application/ld+json'>[\(many("{\"@type\":\"Thing\"},", 20_000)){}]</script>x"),
    ("saved from", many("<!-- saved from url=(9", 20_000)), ("references", many("&amp;&#x110000;", 50_000)),
    ("breaks", "<div>" + many("x<br><br>", 30_000)),
    ("captions", many("<div class=gallery><div class=photo><img src=x><p class=caption>x, y.</p>", 1_000)),
    (
      "one caption after the other",
      "<div>" + many("<p class=caption>A line, and another.</p><img src=x>", 2_000)
    ),
    ("credits", many("<p>Photo: Elin Dahl</p>", 2_000)), ("counters", many("<p>Image 1 of 8</p>", 2_000)),
    ("posts", many("<div class=social><blockquote class=twitter-tweet><p>x</p></blockquote></div>", 2_000)),
    ("posts in posts", many("<div><blockquote class=twitter-tweet>x", 1_000)),
    ("cards", "<p>" + many("<a>Ada</a><span class=tooltip><a href=/1>x</a><a href=/2>y</a></span>", 2_000)),
    ("cards in cards", "<p>Ada " + many("<span class=tooltip><a href=/1>x</a>", 2_000)),
    ("dialogs", many("<div><h3>Strictly Necessary Cookies</h3><p>Cookies, and more of them.</p>", 2_000)),
    ("contents", many("<div class=toc><a href=#x>Some words of a part</a>", 2_000)),
    ("steps", "<div>" + many("<div>1. Open the <a href=/a>panel</a> now</div>", 3_000)),
    (
      "groups of steps",
      many("<div><div>Open the <a href=/a>panel</a> now</div><div>Go on</div></div>", 2_000)
    ),
    ("spans", "<table>" + many("<tr><td rowspan=1000 colspan=64>x<td>y", 2_000)),
    ("wide rows", "<table><tr>" + many("<td><td>1", 3_000)),
    ("code", "<pre>" + many("<span class=line><span class=lineno>1</span>x</span>", 3_000)),
    (
      "code in rows",
      "<table class=highlight>" + many("<tr><td class=lineno>1<td class=code><pre>x</pre>", 1_000)
    ),
    ("notes", "<p>" + many("x<sup><a href=#n>[1]</a></sup>", 3_000)),
    ("linked lines", many("<p>\(sentence)</p><p><a href=/x>Four words of headline here</a></p>", 2_000)),
    ("labels", many("<h3>You may also like</h3><p><a href=/x>Four words of headline</a></p>", 2_000)),
    ("comments without a name", "<h3>Comments</h3>" + many("<p>\(sentence)</p>", 2_000)),
    ("links", "<article>" + many("<p><a href=/x>A</a> <a href=/y>B</a></p>", 3_000)),
    ("blank beginnings", "<p>" + many("<b>\u{3000}</b><i>\u{3000}</i>", 4_000) + "x"),
    ("a text of one node", "<article><p>" + many(sentence, 20_000)),
    (
      "a body in data",
      """
      <script type='application/ld+json'>{\"@type\":\"Article\",\
      \"articleBody\":\"\(many("A line, of some words.\\n", 4_000))\"}</script>x
      """
    ),
    ("names", (0..<2_000).map { "<div class='share-\($0) article-body-\($0) x'>x, y." }.joined()),
    ("adopted", many("<b><i><div>", 150) + many("</b></i>", 20_000)),
  ]

  @Test(arguments: pages.map(\.name))
  func aHostilePageEndsInAStoryOrAProblem(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name }).page
    let reading = SavedPage().read(Source(path: "page.html", bytes: Array(("<body>" + page).utf8)))
    expectPromises(reading)
    #expect(reading.stories.count + reading.problems.count > 0)
  }

  @Test func aPictureInBase64CostsNothingAndIsNotKept() throws {
    let picture = "data:image/png;base64," + Self.many("QUJD", 2_000_000)
    let text = Self.many(Self.sentence, 10)
    let page = """
      <!DOCTYPE html><title>Ferry sails</title><body><article><p>\(text)</p><img src="\(picture)" alt="The \
      boat"><p>\(text)</p>
      <p style="background: url(\(picture))">\(text)</p></article>
      """
    let story = try #require(
      SavedPage().read(Source(path: "page.html", bytes: Array(page.utf8))).stories.first)
    #expect(story.body.count == 4)
    #expect(story.body.last?.line == 2)
    for block in story.body { if case .figure(_, let source) = block.kind { #expect(source == nil) } }
  }

  @Test(arguments: 0..<200)
  func scrambledPagesAreReadWithoutHarm(seed: Int) {
    let pieces = [
      "<div class=share>", "</div>", "<p>", "<table>", "<tr><td>", "</table>", "<a href=x>", "</a>", "<b>",
      "</b>",
      "<!--", "-->", "<script>", "</script>", "<svg>", "</svg>", "<h1>", "<title>", "</title>", "&#0;",
      "\u{0}", "Read more: ",
      "<aside class=related>", "</aside>", "<time datetime='2026-13-45'>", "<meta charset=x>",
      "<base href='//'>", "<select><option>",
      "<template>", "<math><mi>", "text, and more. ", "<br><br>", "\"", "'", "=", "<", ">",
      "<figure><figcaption>", "<ul><li>",
      "<link rel=canonical href='http://'>",
      "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[[]]}</script>",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var page = ""
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      page += pieces[Int(state >> 33) % pieces.count]
    }
    let reading = SavedPage().read(Source(path: "page.html", bytes: Array(page.utf8)))
    expectPromises(reading)
    #expect(reading.stories.count + reading.problems.count > 0)
  }
}
