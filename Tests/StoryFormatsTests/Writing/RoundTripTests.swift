import Foundation
import Stories
import StoryFormats
import Testing

/// Whatever is written is read back: every field that the format can hold, and the same when written again.
@Suite struct RoundTripTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Every story of the fixtures.
  static let stories: [(name: String, story: Story)] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: fixtures.path)) ?? []
    return paths.sorted().flatMap { path -> [(String, Story)] in
      guard !path.hasSuffix(".expected"), !path.hasPrefix("Findings"),
        let bytes = try? Data(contentsOf: fixtures.appending(path: path))
      else { return [] }
      let source = Source(path: path, bytes: [UInt8](bytes))
      return (Formats.format(for: source)?.read(source).stories ?? []).map { ("\(path) \($0.place)", $0) }
    }
  }()

  private func read(_ text: String, _ format: String, _ path: String) throws -> Story {
    let format = try #require(Formats.named(format))
    return try #require(format.read(Source(path: path, bytes: Array(text.utf8))).stories.first, "\(text)")
  }

  private func facts(_ story: Story) -> [String] {
    [
      story.headline, story.bylines.joined(separator: ";"), story.dateline ?? "", story.section ?? "",
      story.tags.joined(separator: ";"), story.people.joined(separator: ";"),
      story.places.joined(separator: ";"), story.organisations.joined(separator: ";"),
      story.published?.iso8601 ?? "", story.updated?.iso8601 ?? "",
    ]
  }

  /// Marks of missing footnotes come back as superscript numbers.
  private static let lowered = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))

  /// Every word of the story, in any order, since a line of prose may come back as a READ MORE line.
  private func everyWord(_ story: Story) -> [String] {
    func attributions(_ blocks: [Block]) -> [String] {
      blocks.flatMap { block -> [String] in
        guard case .quote(let inner, let name) = block.kind else { return [] }
        return [name ?? ""] + attributions(inner)
      }
    }
    let own = story.references.filter { $0.position != nil }.flatMap { [$0.label ?? "", $0.text] }
    let parts = [story.text] + attributions(story.body) + own + story.teasers.map(\.title)
    return parts.flatMap { $0.split { $0.isWhitespace || $0 == ":" || $0 == "—" }.map(String.init) }
      .map { String($0.map { Self.lowered[$0] ?? $0 }) }.sorted()
  }

  /// The words of the body, whatever is between them.
  private func words(_ story: Story) -> String {
    story.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func thereAreStories() {
    #expect(Self.stories.count > 80)
  }

  @Test(arguments: ["markdown", "jsonl", "html", "rss"])
  func writingWhatWasReadBackGivesTheSame(_ name: String) throws {
    let writer = try #require(Writers.named(name))
    var wrong: [String] = []
    for (fixture, story) in Self.stories {
      let path = "desk/story.\(writer.fileExtension)"
      guard let format = Formats.named(name == "markdown" ? "markdown" : name) else { continue }
      func again(_ story: Story) -> Story? {
        format.read(Source(path: path, bytes: Array(writer.document(story).utf8))).stories.first
      }
      guard let once = again(story), let twice = again(once) else {
        if !story.body.isEmpty { wrong.append("\(fixture): nothing was read") }
        continue
      }
      if writer.document(once) != writer.document(twice) {
        wrong.append("\(fixture): the second time differs")
      }
    }
    #expect(wrong == [])
  }

  /// What every writer gives back, field by field and word by word.
  @Test("A heading keeps its level through a page, in which the headline alone is an h1", arguments: 1...6)
  func headingsKeepTheirLevel(level: Int) throws {
    var story = Story(id: StoryID(identifier: "a"), path: "a.md", format: "markdown", headline: "The quay")
    story.body = [
      Block(.heading(level: level, [Inline("The work")])), Block(.paragraph([Inline("It is done.")])),
    ]
    let page = HTMLWriter().document(story)
    #expect(page.components(separatedBy: "<h1").count == 2)
    let back = try #require(SavedPage().read(Source(path: "a.html", bytes: Array(page.utf8))).stories.first)
    #expect(back.body.first?.kind == .heading(level: level, [Inline("The work")]))
  }

  @Test(arguments: ["markdown", "jsonl", "html", "rss"])
  func aStoryReadBackIsEqual(_ name: String) throws {
    let writer = try #require(Writers.named(name))
    let format = try #require(Formats.named(name))
    var wrong: [String] = []
    for (fixture, story) in Self.stories where !story.headline.isEmpty {
      let source = Source(
        path: "desk/story.\(writer.fileExtension)", bytes: Array(writer.document(story).utf8))
      guard let back = format.read(source).stories.first else {
        wrong.append("\(fixture): nothing is read")
        continue
      }
      for (one, other) in zip(facts(story), facts(back))
      where one != other && !(one.isEmpty && name == "markdown") {
        wrong.append("\(fixture): “\(one)” came back as “\(other)”")
      }
      if story.standfirst ?? "" != back.standfirst ?? "" {
        wrong.append("\(fixture): standfirst “\(story.standfirst ?? "")” as “\(back.standfirst ?? "")”")
      }
      let (lost, gained) = (
        Set(everyWord(story)).subtracting(everyWord(back)), Set(everyWord(back)).subtracting(everyWord(story))
      )
      if !lost.isEmpty || !gained.subtracting(["Related"]).isEmpty {
        wrong.append("\(fixture): lost \(lost.sorted().prefix(9)), gained \(gained.sorted().prefix(9))")
      }
      let addresses = { (story: Story) in
        Set(
          story.references.compactMap { $0.naming == .url ? $0.target : nil }
            + story.teasers.compactMap { $0.naming == .url ? $0.target : nil })
      }
      let (from, to) = (addresses(story), addresses(back))
      if from != to {
        wrong.append("\(fixture): addresses \(from.symmetricDifference(to).sorted().prefix(4))")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: ["markdown", "jsonl"])
  func theFieldsAreReadBack(_ name: String) throws {
    let writer = try #require(Writers.named(name))
    for (fixture, story) in Self.stories where !story.headline.isEmpty {
      let back = try read(writer.document(story), name, "desk/story.\(writer.fileExtension)")
      for (one, other) in zip(facts(story), facts(back)) where !one.isEmpty {
        #expect(one == other, "\(fixture)")
      }
      guard name == "jsonl" else {
        let (lost, gained) = (
          Set(everyWord(story)).subtracting(everyWord(back)),
          Set(everyWord(back)).subtracting(everyWord(story))
        )
        #expect(
          lost.isEmpty && gained.subtracting(["Related"]).isEmpty, "\(fixture) lost \(lost), gained \(gained)"
        )
        continue
      }
      #expect(words(story) == words(back), "\(fixture)")
      #expect(back.wire == story.wire, "\(fixture)")
      #expect(back.teasers.map(\.title) == story.teasers.map(\.title), "\(fixture)")
      #expect(back.notes.map(\.label) == story.notes.map(\.label), "\(fixture)")
      let labels = { (story: Story) in
        story.references.filter { $0.position != nil }.map { "\($0.label ?? "") \($0.text)" }
      }
      #expect(labels(back) == labels(story), "\(fixture)")
    }
  }

  @Test(arguments: [
    "https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2", "https://example.org/?copy=1&copy;",
    "https://example.org/a_(b)_c", "https://example.org/%26amp%3B", "https://example.org/~ada/*x*",
    "https://example.org/$x^2$?q={a}", "mailto:ada@example.org",
  ])
  func anAddressIsReadBackExactly(_ address: String) throws {
    for (writer, words) in Writers.all.flatMap({ writer in [(writer, "there"), (writer, address)] }) {
      var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "Links")
      story.references = [Reference(kind: .outside, text: words, target: address, naming: .url)]
      story.body = [
        Block(.paragraph([Inline("We go "), Inline(words, reference: 0), Inline(" today, all of us.")]))
      ]
      let back = try read(writer.document(story), writer.name, "desk/story.\(writer.fileExtension)")
      #expect(back.references.map(\.target) == [address], "\(writer.name): \(writer.document(story))")
      #expect(back.text == story.text, "\(writer.name)")
    }
  }

  static let nasty = [
    "---", "\"quoted\" and 'quoted'", "# not a heading", "- not a list", "1. nor this", "a\nb", "]]>",
    "</script><b>",
    "*stars* and _lines_", "[link](http://example.org)", "`code`", "C:\\path", "key: value # comment",
    "\u{202E}evil",
    "\u{1B}[31mred", "\u{0}", "&amp; &#27;", "{{ tag }} {% tag %}", "| a | b |", "    four blanks", "> quote",
    "$x^2$",
    "~~gone~~", "[^1]", "![](x)", "+ plus", "===", "***", "\u{FEFF}bom", "tab\there", "ends with \\",
    "https://example.org/a_b_c",
  ]

  @Test(arguments: nasty)
  func nastyWordsAreOnlyWords(_ text: String) throws {
    var story = Story(
      id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "On \(text) and more")
    story.bylines = ["Ada Holm"]
    story.tags = ["a \(text)"]
    story.section = text
    story.body = [
      Block(.paragraph([Inline(text + " begins a paragraph that goes on for a while, as paragraphs will.")])),
      Block(.list(start: nil, [.init([Block(.paragraph([Inline("An item with \(text)")]))])])),
      Block(.quote([Block(.paragraph([Inline("Said \(text) he")]))], attribution: nil)),
      Block(
        .paragraph([
          Inline("Emphatic ", marks: []), Inline("words \(text) here", marks: .emphasis), Inline(" follow."),
        ])),
    ]
    for writer in Writers.all {
      let written = writer.document(story)
      let raw = written.unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
          || $0 == "\u{FEFF}"
      }
      #expect(raw.isEmpty, "\(writer.name)")
      guard writer.name == "markdown" || writer.name == "jsonl" else { continue }
      let back = try read(written, writer.name, "desk/story.\(writer.fileExtension)")
      let plain = text.replacing("\u{0}", with: "\u{FFFD}")
      #expect(back.body.count == 4, "\(writer.name): \(written)")
      if !text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
        #expect(
          words(back) == words(story).replacing("\u{0}", with: "\u{FFFD}"), "\(writer.name): \(written)")
        #expect(
          back.headline.split(separator: " ") == "On \(plain) and more".split(separator: " "),
          "\(writer.name)")
      }
    }
  }

  /// Code has no notation for characters, so those that do harm are replaced in it.
  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200F}", "\u{1B}", "\u{9B}"])
  func codeHasNoHarmfulCharacters(_ harmful: String) throws {
    var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "Code")
    story.body = [
      Block(.paragraph([Inline("Type "), Inline("a\(harmful)b", marks: .code), Inline(" here.")])),
      Block(.code(language: nil, "let a\(harmful)b = 1")),
    ]
    for writer in Writers.all {
      let written = writer.document(story)
      #expect(!written.contains(harmful), "\(writer.name): \(written)")
    }
    let markdown = try #require(Writers.all.first { $0.name == "markdown" })
    #expect(markdown.document(story).contains("`a\u{FFFD}b`"))
  }

  @Test func onlyHarmlessAddressesAreWritten() {
    var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: "Links")
    for address in [
      "javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "https://example.org/?a=\"><script>",
    ] {
      story.references.append(Reference(kind: .outside, text: "there", target: address, naming: .url))
      story.body.append(Block(.paragraph([Inline("go there", reference: story.references.count - 1)])))
    }
    story.url = "javascript:x"
    let page = HTMLWriter().document(story)
    #expect(!page.lowercased().contains("javascript:"))
    #expect(!page.contains("data:text"))
    #expect(!page.contains("\"><script>"))
    #expect(page.contains("https://example.org/?a=&quot;&gt;&lt;script&gt;"))
    #expect(!RSSWriter().document(story).lowercased().contains("javascript:"))
  }
}
