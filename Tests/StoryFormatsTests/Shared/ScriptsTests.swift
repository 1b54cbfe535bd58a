import Stories
import StoryFormats
import Testing

/// Superscripts, subscripts and struck-out words keep their meaning in every format that has them.
@Suite struct ScriptsTests {
  static let cases: [(html: String, text: String)] = [
    ("10<sup>6</sup> people in 25 m<sup>2</sup>", "10⁶ people in 25 m²"),
    ("10<sup>-3</sup> and e<sup>n</sup>", "10⁻³ and eⁿ"),
    ("x<sup>k</sup> and x<sup>2y+1</sup>", "x^k and x^(2y+1)"),
    ("H<sub>2</sub>O, log<sub>10</sub>, v<sub>max</sub>", "H₂O, log₁₀, v_max"),
    (
      "the 4<sup>th</sup>, le 1<sup>er</sup>, M<sup>me</sup> Holm, n<sup>o</sup> 3",
      "the 4th, le 1er, Mme Holm, no 3"
    ),
    ("Boat<sup>®</sup> and Quay<sup>TM</sup>", "Boat® and Quay™"),
    ("<b>10<sup>9</sup></b> tonnes", "10⁹ tonnes"),
    ("A line <sup>set small on purpose</sup> ends", "A line set small on purpose ends"),
  ]

  @Test(arguments: ["markdown", "html", "jsonl", "rss"]) func raisedAndLoweredWordsAreToldApart(
    _ name: String
  ) throws {
    let format = try #require(Formats.named(name))
    for (html, text) in Self.cases {
      let rest = " The rest of the paragraph is long enough for a page to be one, says Ada Holm."
      let source =
        switch name {
        case "markdown": html + "." + rest
        case "jsonl": #"{"title":"Sums","html":"<p>\#(html).\#(rest)</p>"}"#
        case "rss":
          "<rss version=\"2.0\"><channel><item><title>Sums</title><description>"
            + "<![CDATA[<p>\(html).\(rest)</p>]]></description></item></channel></rss>"
        default:
          "<html><body><article><h1>Sums on the island</h1><p>\(html).\(rest)</p></article></body></html>"
        }
      let story = try #require(format.read(Source(path: "a.x", bytes: Array(source.utf8))).stories.first)
      #expect(story.text.hasPrefix(text + "."), "\(name): \(story.text)")
    }
  }
}
