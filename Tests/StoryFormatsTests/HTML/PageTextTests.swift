import Foundation
import Stories
import StoryFormats
import Testing

/// Pages with the text that a person would mark in them: the body's lines, without figures.
@Suite struct PageTextTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Pages")
  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted() ?? []

  private func story(_ page: String) throws -> Story {
    try #require(SavedPage().read(Source(path: "page.html", bytes: Array(page.utf8))).stories.first)
  }

  private func text(_ story: Story) -> String {
    story.body.compactMap { block -> String? in
      switch block.kind {
      case .figure, .rule: nil
      default: block.text
      }
    }.joined(separator: "\n")
  }

  @Test func thereArePages() {
    #expect(Self.names.count >= 25)
  }

  @Test(arguments: names)
  func theTextIsWhatAPersonWouldTake(name: String) throws {
    let page = try String(contentsOf: Self.folder.appending(path: name + ".html"), encoding: .utf8)
    let expected = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
    #expect(try text(story(page)) + "\n" == expected)
  }

  // MARK: Kinds

  private static let paragraphs = [
    """
    The harbour council of Tornö voted on Monday evening to raise the quay by forty centimetres, after three \
    winters in which the \
    water stood in the fish hall.
    """,
    """
    Work is to begin in April, when the herring boats have moved to the inner basin, and it should be over \
    before the regatta, \
    said the engineer who drew the plans.
    """,
    """
    Not everybody is content: the owners of the boathouses fear that their slips will be too steep, and they \
    have asked for a \
    second hearing in the town hall.
    """,
    """
    The mayor promised an answer within a month. Until then the pumps will run at night, and the fish hall \
    stays open from five in \
    the morning, as it always has.
    """,
  ]
  private static let short = [
    "{a}": "Power has returned to most of Tornö after a cable was cut on Monday night.",
    "{b}": "The net company says that the last houses will have light by noon.",
  ]

  /// Name, page and text of each kind.
  static let kinds: [(name: String, page: String, text: String)] = {
    guard let all = try? String(contentsOf: folder.appending(path: "kinds.txt"), encoding: .utf8) else {
      return []
    }
    return all.components(separatedBy: "\n=== ").dropFirst().map { part in
      let name = part.prefix { $0 != "\n" }
      let pieces = part.dropFirst(name.count + 1).components(separatedBy: "\n---\n")
      let body = pieces.dropFirst().joined(separator: "\n").trimmingSuffix("\n")
      return (String(name), filled(pieces[0], tag: "p"), filled(body, tag: nil))
    }
  }()

  private static func filled(_ text: String, tag: String?) -> String {
    func set(_ words: String) -> String { tag.map { "<\($0)>\(words)</\($0)>" } ?? words }
    var text = text.replacing("*", with: paragraphs.map(set).joined(separator: tag == nil ? "\n" : ""))
    for (index, words) in paragraphs.enumerated() {
      text = text.replacing("{\(index + 1)}", with: set(words))
    }
    for (name, words) in short { text = text.replacing(name, with: words) }
    return text
  }

  @Test func thereAreKinds() {
    #expect(Self.kinds.count >= 40)
  }

  @Test(arguments: kinds.map(\.name))
  func nothingOfAKindIsLostOrTakenForText(name: String) throws {
    let kind = try #require(Self.kinds.first { $0.name == name })
    let title = "Quay to be raised by forty centimetres"
    let page = """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head><body><h1>\
      \(title)</h1>\
      \(kind.page)</body></html>
      """
    #expect(try text(story(page)) == kind.text)
  }

  // MARK: Text beside the story

  private func page(_ inside: String) -> String {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    return """
      <!DOCTYPE html><html lang="en"><title>Quay to rise</title><body><article><h1>Quay to \
      rise</h1>\(text[0])\(text[1])\
      \(inside)\(text[2])\(text[3])</article>
      """
  }

  private func figures(_ story: Story) -> [String] {
    story.body.compactMap { if case .figure(let caption, _) = $0.kind { caption.text } else { nil } }
  }

  @Test(arguments: [
    (
      "<figure><img src=a.jpg><figcaption>Crates in the hall. <span>Photo: Dahl</span></figcaption></figure>",
      "Crates in the hall. Photo: Dahl"
    ),
    ("<div class='photo'><img src=a.jpg><p>Ola Berg/Courier</p></div>", "Ola Berg/Courier"),
    ("<img src=a.jpg title='Crates, seen from the stairs'>", "Crates, seen from the stairs"),
    ("<figure><img src=a.jpg alt='Crates'></figure><p>Photo: Elin Dahl</p>", "Crates Photo: Elin Dahl"),
    (
      "<p>Crates in the fish hall in January. (Image: COURIER)</p>",
      "Crates in the fish hall in January. (Image: COURIER)"
    ),
  ])
  func aCaptionIsAFigure(markup: String, caption: String) throws {
    #expect(try figures(story(page(markup))) == [caption])
  }

  @Test func aGallerySaysEachCaptionOnce() throws {
    let slides = [
      "Crates float in the hall, on the morning after the storm.", "Crates float in the hall, on the morn",
    ]
    .map { "<li><img src=a.jpg><div class='caption'>\($0)</div></li>" }.joined()
    let gallery = "<div class='gallery'><ul>\(slides)</ul><p>Image 1 of 2</p></div>"
    let story = try story(page(gallery))
    #expect(figures(story) == ["Crates float in the hall, on the morning after the storm."])
    #expect(text(story) == Self.paragraphs.joined(separator: "\n"))
  }

  @Test func linkedHeadlinesAreReferencesWithTheirLabels() throws {
    let story = try story(
      page(
        """
        <p><b>SEE MORE: <a href='/1'>Ferry cancelled again</a></b></p><p><a href='/2'>Mayor walks out of \
        the hearing</a> [VIDEO]</p>
        """
      ))
    #expect(
      story.references.map(\.text) == ["Ferry cancelled again", "Mayor walks out of the hearing [VIDEO]"])
    #expect(story.references.map(\.label) == ["SEE MORE", nil])
    #expect(story.references.map(\.position) == [2, 2])
  }

  @Test func whatAPageSaysBesideTheTextIsKept() throws {
    let behind = """
      <h3>You may also like</h3><p><a href='/b1'>Who will row in the regatta this year?</a></p><h3>Join the \
      conversation</h3>
      """
    let story = try story(page("").replacing("</article>", with: behind + "</article>"))
    #expect(story.teasers.map(\.title) == ["Who will row in the regatta this year?"])
    #expect(story.asides == ["You may also like", "Join the conversation"])
    #expect(text(story) == Self.paragraphs.joined(separator: "\n"))
  }

  @Test(arguments: [
    "<sup class='reference'><a href='#cite_note-1'>[1]</a></sup>",
    "<sup><a href='https://w.example/x#fn1'>1</a></sup>",
    "<a class='footnote-anchor' href='#footnote-1'>1</a>", "<a href='#note1'>[1]</a>",
  ])
  func aCitationIsTheMarkOfANote(markup: String) throws {
    let story = try story(
      page(
        """
        <p>Skarvsund is a sound\(markup), and a deep one at that, as everybody who has sailed there \
        knows.</p>
        """
      ))
    let inlines = story.body.flatMap { block -> [Inline] in
      if case .paragraph(let inlines) = block.kind { inlines } else { [] }
    }
    #expect(inlines.filter { $0.marks.contains(.note) }.map(\.text) == ["1"])
    #expect(story.references.isEmpty)
  }

  @Test(arguments: [
    (
      "<img src='https://c.example/comic.png' title='The punch line.'>", "The punch line.",
      "https://c.example/comic.png"
    ),
    ("<img src='https://c.example/comic.png'>", "", "https://c.example/comic.png"),
    (
      "<p><a href='/x'><img src='https://c.example/comic.png' alt='A comic'></a></p>", "A comic",
      "https://c.example/comic.png"
    ),
  ])
  func anItemThatIsAPictureIsNotEmpty(markup: String, caption: String, source: String) throws {
    let feed = """
      <?xml version="1.0"?><rss version="2.0"><channel><title>C</title><item><title>Comic</title><guid>\
      i1</guid><description><![CDATA[\(markup)<img \
      src="https://pixel.example/t.gif" width="1" height="1">]]></description></item></channel></rss>
      """
    let story = try #require(RSS().read(Source(path: "c.rss", bytes: Array(feed.utf8))).stories.first)
    #expect(figures(story) == [caption])
    guard case .figure(_, let place)? = story.body.first?.kind else { return }
    #expect(place == source)
  }

  @Test func theLongerHonestReadingIsTheBody() throws {
    // The only `article` is a teaser; the text is in boxes without names.
    let lines = Self.paragraphs.map { "<div><p>\($0)</p></div>" }.joined()
    let page = """
      <!DOCTYPE html><title>Quay to rise</title><body><div>\(lines)</div><article><p>Nils Lie has opened a \
      bakery, and it smells of it.</p></article>
      """
    #expect(try text(story(page)).hasPrefix(Self.paragraphs.joined(separator: "\n")))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    var text = self
    while text.hasSuffix(suffix) { text.removeLast(suffix.count) }
    return text
  }
}
