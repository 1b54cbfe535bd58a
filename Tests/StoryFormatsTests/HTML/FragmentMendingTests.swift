import Stories
import Testing

@testable import StoryFormats

/// A mistake in an HTML fragment does not lose what follows it.
@Suite struct FragmentMendingTests {
  private static func text(_ html: String) -> String {
    HTMLFragment.read(html, base: nil).blocks.map(\.text).joined(separator: "|")
  }

  @Test(arguments: [
    "<iframe src='https://v.example/1' />", "<script src='a.js'/>", "<video src='a.mp4' />", "<textarea/>",
    "<style/>",
    "<object data='a.swf'/>", "<select/>", "<title/>", "<noscript/>", "<svg/>", "<a name='x'/>", "<b/>",
    "<div/>",
    "<iframe src='https://v.example/1'>", "<script src='a.js'>", "<SCRIPT SRC='a.js'>",
    "<object data='a.swf'>",
    "<video controls>", "<audio>", "<form action='x'>", "<select>", "<button>", "<textarea>", "<template>",
    "<canvas>",
    "<object><param name='a'><object>", "<!-- more", "<iframe src='a'><iframe src='b'></iframe>",
    "<iframe/><script/><video/>", "<SCRIPT>var words = '<p>'</SCRIPT>", "<style>p { }</style>",
    "<!-- a comment -->",
  ])
  func whatFollowsAMistakeIsKept(piece: String) {
    let text = Self.text("<p>Before,</p>\(piece)<p>and the rest stays.</p>")
    #expect(text.hasPrefix("Before,|"))
    #expect(text.hasSuffix("and the rest stays."))
    #expect(!text.contains("var"))
  }

  @Test func aFigureLeftOpenHoldsNoText() {
    let text = Self.text(
      """
      <p>Before,</p><figure><img src='a.jpg' alt='a pier'><figcaption>The pier<p>A paragraph.</p><p>The \
      rest.</p>
      """
    )
    #expect(text == "Before,|a pier|The pier|A paragraph.|The rest.")
    let two = Self.text(
      """
      <figure><img src='a.jpg' alt='one'><p>Words.</p><figure><img src='b.jpg' alt='two'></figure><p>The \
      rest.</p>
      """
    )
    #expect(two == "one|Words.|two|The rest.")
  }

  @Test func aCaptionThatItsFigureClosesIsACaption() {
    #expect(
      Self.text("<figure><img src='a.jpg' alt='x'><figcaption>The pier</figure><p>Words.</p>")
        == "The pier|Words.")
  }

  @Test(arguments: [
    ("<blink>old</blink> words <marquee>stay</marquee>", "old words stay"),
    ("a <foo>word</foo> here", "a word here"),
    ("an <o:p>office</o:p> word", "an office word"),
    ("<fb:like href='x'></fb:like>a word", "a word"),
    ("a List<T> of <vulnerability> words", "a List<T> of <vulnerability> words"),
    ("Map<String, Int> and <b>bold</b>", "Map<String, Int> and bold"),
    ("write <your name here> below", "write <your name here> below"),
    (
      "mail <ann@b.example> or see <https://b.example/> <i>soon</i>",
      "mail <ann@b.example> or see <https://b.example/> soon"
    ),
    ("so <i think> it is <b>well</b>", "so <i think> it is well"),
    ("3 < 4 and 5 <b>words</b>", "3 < 4 and 5 words"),
    ("<form><p>in a form</p></form>", "in a form"),
    ("<a href='https://b.example/1>a link</a> and <b class=\"x\">more</b>", "a link and more"),
    ("<a href=\"https://b.example/1>a link</a> and \"more\" of it", "a link and \"more\" of it"),
    ("<img alt=\"a \"quoted\" word\" src='a.jpg'> and more", "a|and more"),
    ("<![CDATA[<p>one</p>]]><p>two</p>", "one|two"),
    ("<p>cut <a href=\"https://b.exa", "cut"),
  ])
  func wordsAreKeptAndElementsAreNotWords(html: String, text: String) {
    #expect(Self.text(html) == text)
  }

  @Test func linksSurviveAQuoteThatIsNeverClosed() {
    let content = HTMLFragment.read(
      "<a href=\"https://b.example/1>one</a> <a href=\"https://b.example/2\">two</a>", base: nil)
    #expect(content.references.map(\.target) == ["https://b.example/1", "https://b.example/2"])
  }

  @Test func validHTMLIsLeftAlone() {
    let html =
      "<p class=\"a\">One <em>two</em><br/>three <img src='a.jpg' alt=\"x > y\"></p><ul><li>four</ul>"
    #expect(FragmentMending.mended(html) == html)
  }

  @Test(arguments: [
    "<object>", "<figure><figcaption>", "<figure></figure>", "<iframe src='x'>", "<script>",
    "<script src=x>", "<T>",
    "</figure>", "<!--", "<![CDATA[", "]]>", "<a b=\"c>", "<a b='c>", "<a b=\"c' d='e\">", "<foo bar>", "<",
    "<a ", "<p/>",
    "<a b=\"<", "\"<x y=", "<select><option>", "</foo>", "<foo>x</foo>",
  ])
  func manyMistakesAreMendedInStepsThatGrowWithTheText(piece: String) {
    func steps(_ count: Int) -> Int { FragmentMending(String(repeating: piece, count: count)).steps }
    let (once, fourfold) = (steps(1_250), steps(5_000))
    #expect(fourfold < once * 5 + 2_000, "\(once), \(fourfold)")
    let html = String(repeating: piece, count: 5_000)
    #expect(FragmentMending.mended(html).utf8.count < html.utf8.count * 4 + 100)
    #expect(FragmentMending.mended("<figcaption>" + html + "</figure></iframe>]]>-->").utf8.count > 0)
  }
}
