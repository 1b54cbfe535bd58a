import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Writing the list to a file, and the contents of a long story.
@Suite struct ExportListTests {
  private let ways = WaysOut(endings: ["md", "html", "jsonl", "rss"])

  @Test func theListIsWrittenToAFile() {
    var desk = Desk(size: (80, 20), waysOut: ways)
    desk.press("P")
    desk.type("out")
    #expect(desk.row(19).contains("a name that ends with .md, .html, .jsonl or .rss"))
    desk.press("Enter")
    #expect(desk.state.prompt != nil, "a name without a format stays to be corrected")
    desk.type(".md")
    #expect(desk.row(19).contains("→ 6 stories"))
    _ = desk.newEffects()
    desk.press("Enter")
    #expect(desk.newEffects() == [.export(Query(), to: "out.md", replacing: false)])
    #expect(desk.row(19).hasPrefix(" Wrote 6 stories to out.md."))
  }

  @Test func aFileThatIsThereIsReplacedOnlyIfAsked() {
    var desk = Desk(size: (80, 20), waysOut: ways)
    desk.library.files = ["out.md"]
    desk.press("P")
    desk.type("out.md")
    desk.press("Enter")
    #expect(desk.screen.contains("There is a file out.md"))
    #expect(desk.state.picker?.selected?.title == "Choose another name")
    _ = desk.newEffects()
    desk.press("j Enter")
    #expect(desk.newEffects() == [.export(Query(), to: "out.md", replacing: true)])
  }

  @Test func itCanBeForbidden() {
    var ways = ways
    ways.forbidden = [.export]
    var desk = Desk(size: (80, 20), waysOut: ways)
    desk.press("P")
    #expect(desk.state.prompt == nil && desk.row(19).contains("forbid = [\"export\"]"))
    desk.perform { $0.export(to: "out.md", replacing: true) }
    #expect(!desk.effects.contains { $0.name == "export" })
  }

  @Test func strangersWriteNothing() {
    var desk = Desk(size: (80, 20), isKiosk: true, waysOut: ways)
    desk.press("P")
    #expect(desk.state.prompt == nil)
    desk.perform { $0.export(to: "out.md", replacing: true) }
    #expect(!desk.library.files.contains("out.md"))
  }

  private func long(_ words: Int) -> [OpenedStory] {
    var stories = Samples.newsroom
    let text = String(repeating: "word ", count: words / 3)
    stories[1].story.body = ["First steps", "The crossing", "Home"].flatMap { heading in
      [Block(.heading(level: 2, [Inline(heading)])), Block(.paragraph([Inline(text)]))]
    }
    return stories
  }

  @Test func aLongStoryHasItsContentsInReadMore() {
    var desk = Desk(size: (100, 30), stories: long(1_200))
    desk.press("j Enter r")
    #expect(desk.screen.contains("Contents") && desk.screen.contains("3 headings"))
    #expect(desk.screen.contains("First steps · The crossing"))
    desk.press("G Enter")
    #expect(desk.screen.contains("Contents · 3 headings"))
    desk.press("j Enter")
    #expect(desk.state.focus == .article && desk.state.article?.section == 1)
  }

  @Test func aShortStoryHasNone() {
    var desk = Desk(size: (100, 30), stories: long(600))
    desk.press("j Enter r")
    #expect(!desk.screen.contains("3 headings"))
  }
}
