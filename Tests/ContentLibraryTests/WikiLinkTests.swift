import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

@Suite struct WikiLinkTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func library() throws -> Library {
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    return library
  }

  private func story(_ path: String, in library: Library) throws -> Story {
    try library.story(library.row(path).id)
  }

  @Test(arguments: [
    ("[[2025-W44]]", "2025-W44.md"), ("|x|\n|-|\n|[[2025-W44\\|W44]]|", "2025-W44.md"),
    ("[[2025-w44]]", "2025-W44.md"),
    ("[[sub/page.md]]", "sub/page.md"), ("[[sub/page]]", "sub/page.md"), ("[[/sub/page]]", "sub/page.md"),
    ("[[Sub/Page#part|x]]", "sub/page.md"), ("[[page]]", "sub/page.md"), ("![[page]]", "sub/page.md"),
    ("[[old-harbour]]", "sub/Old harbour.markdown"), ("[[Old harbour.markdown]]", "sub/Old harbour.markdown"),
    ("[[sub/old-harbour]]", "sub/Old harbour.markdown"), ("[[The long name: of a page]]", "sub/page.md"),
    ("[[deep/twin]]", "sub/deep/twin.md"), ("[[high/twin]]", "sub/high/twin.md"), ("[[twin]]", nil),
    ("[[./2025-W44]]", "2025-W44.md"), ("[[both]]", "both.md"), ("[[sub/both]]", "sub/both.md"),
    ("[[nowhere]]", nil),
    ("[[nowhere/else]]", nil), ("[x](sub/page.md)", "sub/page.md"),
  ])
  func linksOfNotesLeadToTheirNotes(link: String, path: String?) throws {
    try newsroom.write("2025-W44.md", "# Week 44\n\nCalendar week.")
    try newsroom.write(
      "sub/page.md",
      "---\naliases: [\"The long name: of a page\"]\n---\n# Sub page\n\nOne text.\n\n## Part\n\nx")
    try newsroom.write("sub/Old harbour.markdown", "# Of old\n\nAnother text.")
    try newsroom.write("sub/deep/twin.md", "# Deep\n\nThe deep one.")
    try newsroom.write("sub/high/twin.md", "# High\n\nThe high one.")
    try newsroom.write("both.md", "# Top\n\nThe one at the top.")
    try newsroom.write("sub/both.md", "# Low\n\nThe one below.")
    try newsroom.write("from.md", "# From\n\nSee:\n\n\(link)")
    let library = try library()
    let found = try story("from.md", in: library).references.map(\.story)
    #expect(found == [try path.map { try library.row($0).id }])
    // `check` names the links that the reader can't follow.
    let dead = try library.problems().filter { $0.reason.contains("finds no story") }
    #expect(dead.count == (path == nil ? 1 : 0))
    // The shell resolves the same.
    let text =
      link.split(separator: "\n").last.map {
        String($0).replacing("|[[", with: "[[").replacing("]]|", with: "]]")
      }
      ?? ""
    if text.hasSuffix("]]") {
      #expect(try library.resolve(text)?.listing.path == path)
    }
  }

  @Test func aLinkUpLeadsUp() throws {
    try newsroom.write("top.md", "# Top\n\nText.")
    try newsroom.write("sub/from.md", "# From\n\n[[../top]] and [[../top.md#x]]")
    let library = try library()
    let top = try library.row("top.md").id
    #expect(try story("sub/from.md", in: library).references.map(\.story) == [top, top])
  }

  @Test func checkNamesThePartsThatAreNotThere() throws {
    try newsroom.write("to.md", "---\ndate: 2026-01-01\n---\n# To\n\nx\n\n## Here {#own}\n\ny ^block1")
    try newsroom.write(
      "from.md",
      """
      ---
      date: 2026-01-01
      ---
      # From

      [[to#Here]] [[to#own]] [[to#^block1]] [a](to.md#here) [b](#part) [[#Part]]

      [[to#Gone]] [c](to.md#gone-too) [d](#lost)

      ## Part
      """)
    let reasons = try library().problems().map(\.reason)
    #expect(
      reasons == [
        "“To” (to.md) has no part “Gone”", "“To” (to.md) has no part “gone-too”",
        "this story has no part “lost”",
      ])
  }

  @Test func theShellSaysWhichPartIsMissing() throws {
    try newsroom.write("to.md", "# To\n\nx\n\n## Here\n\ny")
    let library = try library()
    #expect(try library.resolve("[[to#Here]]")?.missingPart == nil)
    #expect(try library.resolve("[[to#Gone|words]]")?.missingPart == "Gone")
    #expect(try library.resolve("[[to.md]]")?.listing.path == "to.md")
    #expect(try library.resolve("![[to]]")?.listing.path == "to.md")
  }

  @Test func embeddedNotesAreShownInTheirPlace() throws {
    try newsroom.write(
      "to.md",
      "# To\n\nOne [[from]].[^1]\n\n## Part\n\nTwo.\n\n![[from]]\n\n## Other\n\nThree.\n\n[^1]: Note.")
    try newsroom.write(
      "from.md",
      """
      # From\n\n![[to]]\n\nWords ![[to]] here.\n\n![[to#Part|a \
      part]]\n\n![[gone]]\n\n![[from]]\n\n![[to#gone]]
      """
    )
    let library = try library()
    let id = try library.row("from.md").id
    let opened = try library.open(id).story
    func quoted(_ index: Int) -> [String]? {
      guard case .quote(let blocks, _) = opened.body[index].kind else { return nil }
      return blocks.map(\.text)
    }
    #expect(quoted(0) == ["to", "One from.", "Part", "Two.", "from", "Other", "Three."])
    #expect(quoted(2) == ["a part", "Part", "Two.", "from"])
    for index in [1, 3, 4, 5] { #expect(quoted(index) == nil) }
    #expect(opened.body.map(\.text).filter { $0.contains("gone") } == ["gone", "to > gone"])
    // Links in embedded text lead where they lead in their own story.
    guard case .quote(let blocks, _) = opened.body[0].kind, case .paragraph(let words) = blocks[1].kind else {
      return
    }
    let link = try #require(words.compactMap(\.reference).first)
    #expect(opened.references[link].story == id)
    // Exports, counts and comparisons use only the story's own text.
    #expect(try library.story(id).body.allSatisfy { if case .quote = $0.kind { false } else { true } })
  }
}
