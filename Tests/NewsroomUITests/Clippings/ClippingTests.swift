import Stories
import Testing

@testable import NewsroomUI

/// Words kept of a story: by paragraph and by lines, with a note, in a list, and marked in the story.
@Suite struct ClippingTests {
  private func desk(size: (Int, Int) = (80, 24), isKiosk: Bool = false) -> Desk {
    var desk = Desk(size: size, isKiosk: isKiosk, waysOut: WaysOut(hasEditor: true))
    desk.press("Enter")
    _ = desk.newEffects()
    return desk
  }

  private func clips(_ desk: Desk) -> [Clip] { desk.library.stories[0].clips }

  @Test func aParagraphIsKeptWithANoteAndMarked() {
    var desk = desk()
    desk.press("c")
    #expect(
      desk.screen == """
         Content                    All desks · newest first       6 stories · 4 unread

           Harbour cities agree on a plan to keep streets safe

           The network meets for the first time, in Malmö
                ╭─ Keep ───────────────────────────────────────────────────────╮
           Nordi│ ›                                                            │
                │                                                              │
           Eleve│ ▌ Eleven harbour cities have agreed on a common…  paragraph  │
           that │   The plan was signed on Tuesday after two days…  paragraph  │
           pay f╰────── j/k move, type to narrow · Enter chooses · Esc closes ─╯

           The plan was signed on Tuesday after two days of talks. It asks
           every city to count its dark corners, to publish the count, and to
           mend the worst of them within a year.

        ── READ MORE ──────────────────────────────────────────────────────── 1 more ↓ ─
           1 Ferry line to reopen in spring                                   announced
             The ferry sails again from the first of May, with a smaller ship and a lo…
           2 Lighthouse keepers meet for the last time                       links here
             The last twelve keepers drank coffee on the rock where the light now turn…
           3 Dark corners counted                                   not in this library
             A walk through the city after nightfall.
         Enter chooses  F1 every key  Esc closes                            Nordic  68%
        """)
    desk.press("j Enter")
    #expect(desk.row(23).hasPrefix(" Kept. Note: "))
    desk.type("ask Malmö")
    desk.press("Enter")
    #expect(clips(desk).map(\.note) == ["ask Malmö"])
    #expect(clips(desk)[0].words.hasPrefix("The plan was signed on Tuesday after two days"))
    #expect(clips(desk)[0].kept == Samples.now.seconds)
    #expect(desk.row(12).hasPrefix(" │ The plan was signed"))
    #expect(desk.row(14).hasPrefix(" │ mend the worst"))
    #expect(desk.row(10).hasPrefix("   pay for it."))
  }

  @Test func linesAreSelectedAndKept() {
    var desk = desk()
    desk.press("V j j")
    #expect(desk.row(23).contains("extends") && desk.row(23).contains("keeps"))
    #expect(desk.state.selectedLines == 7...9)
    desk.press("j")
    #expect(desk.state.selectedLines == 7...11)
    desk.press("o j")
    #expect(desk.state.selectedLines == 8...11)
    desk.press("c Esc")
    #expect(clips(desk).count == 1)
    #expect(
      clips(desk)[0].words
        == "that are lit, swept and walked in the evening, and on a fund to pay for it.\n\n"
        + "The plan was signed on Tuesday after two days of talks. It asks")
    #expect(clips(desk)[0].note.isEmpty)
    #expect(desk.state.article?.clipLines == [8, 9, 11])
    desk.press("V y")
    #expect(
      desk.newEffects().contains(.copy("Eleven harbour cities have agreed on a common plan for streets")))
  }

  /// A selection stays on its words when the screen changes.
  @Test func aSelectionSurvivesAnotherWidth() {
    var desk = desk()
    desk.press("V j j j")
    let words = desk.state.article.flatMap { article -> String? in
      guard case .lines(let selection)? = desk.state.layer else { return nil }
      return article.words(of: selection)
    }
    desk.resize(40, 12)
    #expect(desk.state.selectedLines?.isEmpty == false)
    desk.resize(80, 24)
    guard case .lines(let selection)? = desk.state.layer else {
      Issue.record("the selection is gone")
      return
    }
    #expect(desk.state.article?.words(of: selection) == words)
  }

  @Test func clippingsAreListedSearchedAndGoneTo() {
    var desk = desk()
    desk.press("\"")
    #expect(desk.row(23).hasPrefix(" No clippings yet: c keeps a paragraph"))
    desk.press("c Enter")
    desk.type("dark")
    desk.press("Enter")
    desk.library.stories[1].clips = [Clip(words: "words that went", kept: 5)]
    desk.press("q \"")
    #expect(desk.screen.contains("─ Clippings ─"))
    #expect(desk.screen.contains("changed"))
    desk.type("dark")
    #expect(!desk.screen.contains("words that went"))
    desk.press("Enter")
    #expect(desk.state.focus == .article)
    #expect(desk.state.article?.id == desk.library.stories[0].story.id)
    desk.press("\" j Enter")
    #expect(desk.screen.contains("The words of this clipping are no longer in the story."))
    desk.press("\" j Del")
    #expect(desk.library.stories[1].clips.isEmpty)
    #expect(desk.screen.contains("Clipping deleted. It was: words that went"))
  }

  @Test func theEditorOpensTheFile() {
    var desk = desk()
    desk.press("c Enter Ctrl-e")
    #expect(desk.newEffects().contains(.editClips(desk.library.stories[0].story.id)))
    desk.press("\" Ctrl-e")
    #expect(desk.newEffects().contains(.editClips(desk.library.stories[0].story.id)))
  }

  @Test(arguments: [(80, 24), (120, 36), (40, 12)])
  func everyBoxFitsTheScreen(_ columns: Int, _ rows: Int) {
    var desk = desk(size: (columns, rows))
    desk.press("c")
    #expect(desk.screen.contains("─ Keep ─"))
    desk.press("Enter")
    #expect(desk.screen.contains("Kept. Note:"))
    desk.press("Enter \"")
    #expect(desk.screen.contains("─ Clippings ─"))
    desk.press("Esc")
    #expect(desk.state.article?.clipLines.isEmpty == false)
    desk.press("V j")
    #expect(desk.state.selectedLines?.count == 2)
    desk.press("Esc")
    #expect(desk.state.layers.isEmpty)
  }

  @Test(arguments: ["c", "V", "\""])
  func strangersKeepNothing(_ key: String) {
    var desk = desk(isKiosk: true)
    desk.press(key)
    #expect(desk.screen.contains("closed in a reading room"))
    #expect(desk.newEffects().isEmpty)
  }
}
