import Messages
import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// Copying, and giving stories, addresses and files to other programs.
@Suite struct OutsideTests {
  private static let stories: [OpenedStory] = {
    var stories = Samples.newsroom
    stories[0].story.url = "https://example.org/harbour"
    stories[0].story.wire.provider = "The Courier"
    stories[0].story.wire.version = 2
    return stories
  }()

  private func desk(_ ways: WaysOut = WaysOut(), size: (Int, Int) = (80, 24), isKiosk: Bool = false) -> Desk {
    var desk = Desk(size: size, stories: Self.stories, isKiosk: isKiosk, waysOut: ways)
    desk.press("Enter")
    _ = desk.newEffects()
    return desk
  }

  @Test func whatCanBeCopiedIsListed() {
    var desk = desk()
    desk.press("Ctrl-d y")
    #expect(
      desk.screen == """
         Content                    All desks · newest first       6 stories · 4 unread
           Eleven harbour cities have agreed on a common plan for streets
           that are lit, swept and walked in the evening, and on a fund to
           pay for it.
                ╭─ Copy ───────────────────────────────────────────────────────╮
           The p│ ›                                                            │
           every│                                                              │
           mend │ ▌ The link                      https://example.org/harbour  │
                │   The headline                                               │
           READ │   The paragraph                                              │
                │   The citation                                               │
           A sec│   The path of the file                                1.txt  │
           Until╰────── j/k move, type to narrow · Enter chooses · Esc closes ─╯
           learn by letter.

           READ MORE  Dark corners counted[3]
        ── READ MORE ──────────────────────────────────────────────────────── 1 more ↓ ─
           1 Ferry line to reopen in spring                                   announced
             The ferry sails again from the first of May, with a smaller ship and a lo…
           2 Lighthouse keepers meet for the last time                       links here
             The last twelve keepers drank coffee on the rock where the light now turn…
           3 Dark corners counted                                   not in this library
             A walk through the city after nightfall.
         Enter chooses  F1 every key  Esc closes                            Nordic  91%
        """)
  }

  @Test(arguments: [
    ("link", "https://example.org/harbour"),
    ("headline", "Harbour cities agree on a plan to keep streets safe"),
    (
      "citation",
      "the Nordic desk: “Harbour cities agree on a plan to keep streets safe”, The Courier, 2016-03-29, "
        + "version 2. https://example.org/harbour"
    ), ("path", "1.txt"),
  ])
  func everyLineCopiesItsText(_ typed: String, _ text: String) {
    var desk = desk()
    desk.press("y")
    desk.type(typed)
    desk.press("Enter")
    #expect(desk.newEffects() == [.copy(text)])
    #expect(desk.row(23).contains("to your terminal's clipboard"))
  }

  @Test func theParagraphAtTheTopIsCopied() {
    var desk = desk(size: (40, 12))
    for _ in 0..<40 {
      guard desk.state.article?.page?.lines[desk.state.article?.top ?? 0].block != 1 else { break }
      desk.press("j")
    }
    desk.press("y")
    desk.type("paragraph")
    desk.press("Enter")
    guard case .copy(let text)? = desk.newEffects().last else {
      return #expect(Bool(false), "\(desk.screen)")
    }
    #expect(text.hasPrefix("The plan was signed on Tuesday") && text.hasSuffix("within a year."))
  }

  /// Pasting into a shell must not run anything.
  @Test func copiedTextIsOneLineWithoutControlCharacters() {
    #expect(
      CopyText.line("ferry\u{1B}[2J\nrm -rf ~\u{202E} \t x")
        == CopyText.line("ferry\u{1B}[2J rm -rf ~\u{202E} x"))
    for scalar in CopyText.line("a\u{1B}b\u{7}c\u{9B}d\r\ne\u{202E}f").unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E)
    }
  }

  @Test func whatIsTooLongIsNotCopied() {
    var desk = desk()
    desk.perform { $0.copy(String(repeating: "x", count: 74_994), of: "text") }
    #expect(desk.newEffects().count == 1)
    desk.perform { $0.copy(String(repeating: "x", count: 74_995), of: "text") }
    #expect(desk.newEffects() == [])
    #expect(desk.row(23).contains("too long to copy"))
  }

  @Test func aStoryIsGivenToACommand() {
    var desk = desk(WaysOut(pipes: ["Print", "Read aloud"]))
    desk.press("|")
    #expect(desk.state.picker?.items.map(\.title) == ["Print", "Read aloud"])
    desk.press("j Enter")
    #expect(desk.newEffects() == [.pipe("Read aloud", Samples.id(1))])
    desk.send(.ran("“Read aloud” has ended", isFailure: false))
    #expect(desk.row(23).contains("“Read aloud” has ended."))
    var one = self.desk(WaysOut(pipes: ["Print"]))
    one.press("|")
    #expect(one.newEffects() == [.pipe("Print", Samples.id(1))])
  }

  @Test func addressesAndFilesAreOpened() {
    var desk = desk(WaysOut(hasBrowser: true, hasEditor: true))
    desk.press("B E")
    #expect(
      desk.newEffects()
        == [.browse("https://example.org/harbour"), .edit(desk.state.article!.opened.listing)])
    desk.press("Esc j Enter B")
    #expect(desk.row(23).contains("does not say its address"))
    var without = self.desk()
    without.press("B")
    #expect(without.screen.contains("https://example.org/harbour"))
    without.press("Esc E")
    #expect(without.row(23).contains("Set $EDITOR"))
    #expect(without.newEffects() == [])
  }

  @Test func theAddressInABoxIsCopiedAndOpened() {
    var desk = desk(WaysOut(hasBrowser: true))
    desk.perform { state in
      state.explain(isOutside: true, title: "", target: "https://example.org/rules")
      return []
    }
    desk.press("y")
    #expect(desk.newEffects() == [.copy("https://example.org/rules")])
    desk.perform { state in
      state.explain(isOutside: true, title: "", target: "https://example.org/rules")
      return []
    }
    desk.press("B")
    #expect(desk.newEffects() == [.browse("https://example.org/rules")])
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "-remote", "https://x\u{1B}y", "https://a b", "http://é",
    "https://x`id`", " https://x", "ftp://x", "https://x\"y",
  ])
  func otherAddressesAreNotOpened(_ address: String) {
    #expect(!State.isWebAddress(address))
  }

  @Test func everyWayCanBeForbidden() {
    let ways = WaysOut(
      forbidden: Set(WaysOut.Way.allCases), pipes: ["Print"], hasBrowser: true, hasEditor: true)
    var desk = desk(ways)
    for key in ["y", "|", "E"] {
      desk.press(key)
      #expect(desk.row(23).contains("The settings forbid this"), "\(key)")
    }
    desk.press("B")
    #expect(desk.screen.contains("Outside the library"))
    desk.press("B")
    #expect(desk.row(23).contains("forbid = [\"browser\"]"))
    desk.press("Esc")
    #expect(desk.newEffects() == [])
  }

  @Test func aReadingRoomIsClosed() {
    var desk = desk(WaysOut(pipes: ["Print"], hasBrowser: true, hasEditor: true), isKiosk: true)
    for key in ["y", "|", "B", "E"] {
      desk.press(key)
      #expect(desk.row(23).contains("This is closed in a reading room: nothing leaves it"), "\(key)")
    }
    desk.perform { state in
      state.explain(isOutside: true, title: "", target: "https://example.org"); return []
    }
    desk.press("y B")
    #expect(desk.newEffects() == [])
  }
}
