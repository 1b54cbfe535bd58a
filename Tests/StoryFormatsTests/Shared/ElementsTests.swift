import Stories
import Testing

@testable import StoryFormats

@Suite("What the elements of HTML are")
struct ElementsTests {
  @Test("Every name is found, and one that only begins or ends like it is not")
  func everyNameIsFound() {
    let names = Elements.names(.known)
    #expect(names.count > 130)
    for name in names {
      #expect(Elements.kind(of: name).contains(.known), "\(name)")
      for other in [name + "x", "x" + name, name.uppercased(), name + "\u{0}"] where !names.contains(other) {
        #expect(Elements.kind(of: other).isEmpty, "\(other)")
      }
    }
    for name in ["", "item", "your-widget", String(repeating: "a", count: 400), "é", "relative-timer"] {
      #expect(Elements.kind(of: name).isEmpty)
    }
  }

  @Test("No element both stands within a line and on lines of its own, and what is void holds nothing")
  func kindsAgree() {
    for name in Elements.names(.known) {
      let kind = Elements.kind(of: name)
      #expect(!kind.isSuperset(of: [.inline, .block]), "\(name)")
      if kind.contains(.void) { #expect(kind.isDisjoint(with: [.raw, .text, .heading, .cell]), "\(name)") }
      if !kind.isDisjoint(with: [.unseen, .embedded]) { #expect(kind.contains(.silent), "\(name)") }
      if !kind.isDisjoint(with: [.heading, .cell, .compound]) { #expect(kind.contains(.block), "\(name)") }
    }
    // HTML Living Standard, section 13.1.2.
    let void = "area base br col embed hr img input link meta source track wbr".split(separator: " ")
    #expect(void.allSatisfy { Elements.kind(of: String($0)).contains(.void) })
  }

  /// The same words in each reader that once had its own list.
  @Test(
    "Feeds, pages, Markdown and wires agree where words part",
    arguments: [
      ("one<data>two</data>", "onetwo"), ("one<ruby>two</ruby>", "onetwo"),
      ("one<acronym>two</acronym>", "onetwo"), ("one<nobr>two</nobr>", "onetwo"),
    ])
  func wordsPartAlike(html: String, words: String) {
    let page = HTMLFragment.read("<p>\(html)</p>", base: nil).blocks.map(\.text).joined(separator: " ")
    #expect(page == words)
    let bytes = Array(html.utf8)
    #expect(FeedTags.removing(FeedTags.find(in: bytes), from: bytes) == words)
    let note = Markdown().read(Source(path: "a.md", bytes: Array("# T\n\n<p>\(html)</p>\n".utf8)))
    #expect(note.stories.first?.body.first?.text == words)
  }

  @Test("A block within a cell or a heading parts words")
  func blocksPartWords() {
    for name in ["header", "figure", "ul", "address", "center", "dialog", "search"] {
      let blocks = HTMLFragment.read("<h2>one<\(name)>two</\(name)></h2>", base: nil).blocks
      #expect(blocks.first?.text == "one two", "\(name)")
    }
  }

  @Test("In Markdown, every block of HTML is a paragraph of its own, and what is embedded is left out")
  func markdownKnowsThemAll() {
    let text =
      "# T\n\n<hgroup>one</hgroup><legend>two</legend><menu>three</menu>\n\n<canvas>no</canvas>four\n"
    let story = Markdown().read(Source(path: "a.md", bytes: Array(text.utf8))).stories.first
    #expect(story?.body.map(\.text) == ["one", "two", "three", "four"])
  }
}
