import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// What users of vim, less, mutt and newsboat press, what they expect, and what happens.
struct Finger: Sendable, CustomStringConvertible {
  /// The keys, as `Desk.press` takes them.
  let keys: String
  /// Who presses them.
  let who: String
  /// What they expect.
  let expects: String
  /// What happens in the list and in a full-screen story: words of the bottom line, or the action.
  let list: String
  let story: String

  init(_ keys: String, _ who: String, _ expects: String, _ list: String, _ story: String) {
    (self.keys, self.who, self.expects, self.list, self.story) = (keys, who, expects, list, story)
  }

  var description: String { keys }

  static let table: [Finger] = [
    Finger("j", "all", "a line down", "does", "does"),
    Finger("k", "all", "a line up", "does", "does"),
    Finger("5 j", "vim, less", "five lines down", "does", "does"),
    Finger("1 0 G", "vim, less", "line ten", "does", "goes to link 1"),
    Finger("1 2 g g", "vim", "line twelve", "does", "goes to link 1"),
    Finger("g g", "vim, less", "to the top", "does", "does"),
    Finger("G", "vim, less", "to the end", "does", "does"),
    Finger("<", "less", "to the top", "does", "does"),
    Finger(">", "less", "to the end", "does", "does"),
    Finger("Ctrl-d", "vim", "half a screen down", "does", "does"),
    Finger("Ctrl-u", "vim", "half a screen up", "does", "does"),
    Finger("Ctrl-f", "vim, less", "a screen down", "does", "does"),
    Finger("Ctrl-b", "vim, less", "a screen up", "does", "does"),
    Finger("Ctrl-e", "vim, less", "scrolls a line", "does", "does"),
    Finger("Ctrl-y", "vim, less", "scrolls a line back", "does", "does"),
    Finger("Ctrl-n", "newsboat, less", "a line down", "does", "does"),
    Finger("Ctrl-p", "newsboat, less", "a line up", "does", "does"),
    Finger("}", "vim", "the next paragraph", "does", "does"),
    Finger("{", "vim", "the paragraph before", "does", "does"),
    Finger("M", "vim", "the middle of the screen", "does", "says the middle row of the list"),
    Finger("H", "vim", "the top of the screen", "says No story to go back to", "says No story to go back to"),
    Finger(
      "L", "vim", "the bottom of the screen", "says No story to go forward to",
      "says No story to go forward to"),
    Finger("z z", "vim", "the line in the middle", "does", "says no row to scroll"),
    Finger("z t", "vim", "the line at the top", "does", "says no row to scroll"),
    Finger("Z Z", "vim, less", "quits", "quits", "quits"),
    Finger("Z Q", "vim", "quits", "quits", "quits"),
    Finger("q", "all", "leaves", "quits", "goes back to the list"),
    Finger("Q", "less, newsboat", "quits at once", "quits", "quits"),
    Finger(": q Enter", "vim, less", "quits", "quits", "goes back to the list"),
    Finger(": q ! Enter", "vim", "quits at once", "quits", "quits"),
    Finger(": w q Enter", "vim", "writes and quits", "quits", "quits"),
    Finger(": 3 Enter", "vim", "line three", "does", "goes to link 3"),
    Finger(": h e l p Enter", "vim", "help", "does", "does"),
    Finger(
      "Ctrl-o", "vim", "back to where it was", "says No story to go back to", "says No story to go back to"),
    Finger("Tab", "vim (Ctrl-I)", "forward again", "does", "does"),
    Finger("Ctrl-w w", "vim", "the next window", "does", "does"),
    Finger("Ctrl-g", "vim, less", "where this is", "says 1.txt · row 1 of 30", "says 1.txt"),
    Finger("Ctrl-l", "all", "paints the screen again", "repaints", "repaints"),
    Finger("Ctrl-r", "newsboat (r, R)", "reloads", "does", "does"),
    Finger("/", "all", "searches", "does", "does"),
    Finger("n", "all", "the next match", "says Nothing to find yet", "says Nothing to find yet"),
    Finger("N", "vim, less", "the match before", "says Nothing to find yet", "says Nothing to find yet"),
    Finger("?", "newsboat, mutt", "help", "does", "does"),
    Finger("x", "vim", "deletes", "says No mark to take back", "says No mark to take back"),
    Finger("D", "mutt, newsboat", "deletes", "says No words of this story", "says No words of this story"),
    Finger("A", "newsboat", "marks all as read", "does", "does"),
    Finger("e", "newsboat, mutt", "edits", "says E opens", "says E opens"),
    Finger("m", "mutt, vim", "mails, sets a mark", "says | gives the story", "says | gives the story"),
    Finger("y", "vim", "copies", "does", "does"),
    Finger("p", "newsboat, vim", "the one before; pastes", "says K reads", "says K reads"),
    Finger(
      "!", "less, mutt", "runs a command", "says No search is kept", "says No search is kept"),
    Finger(
      "|", "mutt, newsboat", "pipes", "says newsroom.toml names no command",
      "says newsroom.toml names no command"),
    Finger(
      "$", "vim, mutt", "the line's end", "says g goes to the beginning", "says g goes to the beginning"),
    Finger(
      "0", "vim", "the line's beginning", "says g goes to the beginning", "says g goes to the beginning"),
    Finger("W", "vim", "a word on", "says does nothing here", "says does nothing here"),
    Finger("Ctrl-a", "vim, tmux", "counts up", "says does nothing here", "says does nothing here"),
    Finger("Ctrl-t", "vim", "back from a tag", "says does nothing here", "says does nothing here"),
    Finger("Del", "all", "deletes", "says does nothing here", "says does nothing here"),
    Finger("Left", "all", "to the left", "says no pane further left", "does"),
    Finger("Right", "all", "to the right", "does", "does"),
    Finger("PgDn", "all", "a screen down", "does", "does"),
    Finger("Home", "all", "to the top", "does", "does"),
    Finger("End", "all", "to the end", "does", "does"),
  ]
}

@Suite struct FingersTests {
  private func desk(inStory: Bool) -> Desk {
    var stories = Samples.many(30)
    for index in 1...3 {
      stories[0].related.append(
        Related(reason: .linksHere, title: "Linking \(index)", listing: stories[index].listing))
    }
    var desk = Desk(size: (60, 20), stories: stories)
    desk.press("j k")
    if inStory { desk.press("Enter Ctrl-d") }
    _ = desk.newEffects()
    return desk
  }

  @Test(arguments: Finger.table, [false, true])
  func noKeyIsSilent(_ finger: Finger, _ inStory: Bool) {
    var desk = desk(inStory: inStory)
    let (screen, focus) = (desk.screen, desk.state.focus)
    desk.press(finger.keys)
    let effects = desk.newEffects()
    let said = desk.state.message.map { "\($0.text)" } ?? ""
    let isSeen =
      desk.screen != screen || !said.isEmpty || effects.contains(.quit) || effects.contains(.repaint)
    #expect(isSeen, "\(finger.keys) is silent")
    let what = inStory ? finger.story : finger.list
    switch what {
    case "does":
      #expect(said.isEmpty || !said.contains("does nothing"), "\(finger.keys): \(said)")
      #expect(!effects.contains(.quit), "\(finger.keys)")
    case "quits": #expect(effects.contains(.quit), "\(finger.keys)")
    case "repaints": #expect(effects == [.repaint])
    case "goes back to the list":
      #expect(focus == .article && desk.state.focus == .list && !effects.contains(.quit), "\(finger.keys)")
    case _ where what.hasPrefix("goes to link "):
      let number = Int(what.dropFirst(13)) ?? 0
      #expect(desk.state.article?.id == Samples.id(number + 1), "\(finger.keys)")
    default: #expect(said.contains(what.dropFirst(5)), "\(finger.keys): \(said)")
    }
  }

  @Test func everyKeyOfTheKeyboardIsAnswered() {
    let letters = (0x21...0x7E).compactMap { Unicode.Scalar($0).map { Key.character(Character($0)) } }
    let controls = (0x61...0x7A).compactMap { Unicode.Scalar($0).map { Key.control(Character($0)) } }
    let others: [Key] =
      [
        .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
        .right,
      ]
      + [.pageUp, .pageDown, .home, .end] + (1...12).map { .function($0) } + [
        .character("ä"), .character("ß"),
      ]
    for inStory in [false, true] {
      for key in letters + controls + others {
        var desk = desk(inStory: inStory)
        let (before, screen) = (desk.requests.count, desk.screen)
        desk.send(.input(.key(key)))
        let asked = desk.requests.dropFirst(before).contains {
          if case .cancel = $0.effect { false } else { true }
        }
        #expect(desk.screen != screen || asked, "\(key.label), in a story: \(inStory)")
      }
    }
  }

  @Test(arguments: [
    ("5 j", 5), ("1 0 G", 9), ("1 2 g g", 11), ("3 Enter", 2), ("9 j 4 k", 5), ("2 9 j 9 9 G", 29),
    ("1 5 Esc j", 1), ("7 j g g", 0), ("1 2 g j", 12), ("2 0 Down", 20), ("5 Home", 4), ("3 0 0 k", 0),
  ])
  func aNumberInTheListCounts(_ keys: String, _ row: Int) {
    var desk = desk(inStory: false)
    desk.press(keys)
    #expect(desk.state.list.index == row, "\(keys)")
    #expect(desk.state.focus == .list)
    #expect(desk.state.count == nil)
  }

  @Test func aDigitInTheListOpensNothing() {
    var desk = Desk(size: (80, 24))
    _ = desk.newEffects()
    let row = desk.state.list.selected?.id
    for digit in 1...9 {
      desk.press("\(digit)")
      #expect(desk.state.focus == .list && desk.state.layers.isEmpty)
    }
    #expect(desk.newEffects() == [])
    #expect(
      desk.row(23).hasSuffix("99,999,999") || desk.row(23).hasSuffix("123,456,789") || desk.state.count != nil
    )
    desk.press("Esc")
    #expect(desk.state.count == nil && desk.state.list.selected?.id == row)
  }

  @Test func aRowBeyondTheLoadedOnesIsRequested() {
    var desk = Desk(size: (60, 16), stories: Samples.many(3_000))
    desk.press("2 5 0 1 G")
    #expect(desk.state.list.selected?.id == Samples.id(2501))
    #expect(desk.row(15).hasSuffix("2,501 of 3,000"))
    desk.press(":")
    desk.type("12")
    #expect(desk.screen.contains("Go to row 12"))
    desk.press("Enter")
    #expect(desk.state.list.selected?.id == Samples.id(12))
    desk.press("9 9 9 9 G")
    #expect(desk.state.list.selected?.id == Samples.id(3000))
    #expect(desk.row(15).hasPrefix(" The list has only 3,000 rows."))
  }

  @Test func theViewScrollsUnderTheRow() {
    var desk = desk(inStory: false)
    desk.press("8 j z t")
    let row = desk.state.list.selected?.id
    let top = desk.state.list.offset
    desk.press("z b")
    #expect(desk.state.list.offset > top && desk.state.list.selected?.id == row)
    let bottom = desk.state.list.offset
    desk.press("Ctrl-e")
    #expect(desk.state.list.offset < bottom && desk.state.list.selected?.id == row)
    desk.press("Ctrl-y")
    #expect(desk.state.list.selected?.id == row)
    desk.press("g M")
    #expect(desk.state.list.index > 0)
    desk.press("M")
    #expect(desk.row(19).hasPrefix(" The middle row is already selected."))
  }

  @Test func bracesMoveByDayAndByParagraph() {
    var desk = Desk(size: (60, 12))
    desk.press("}")
    #expect(desk.state.list.selected?.id == Samples.id(3))
    desk.press("} } {")
    #expect(desk.state.list.selected?.id == Samples.id(5))
    desk.press("{ {")
    #expect(desk.state.list.selected?.id == Samples.id(1))
    desk = self.desk(inStory: true)
    desk.press("g }")
    let top = desk.state.article?.top ?? 0
    #expect(desk.state.article?.page?.lines[top].runs.isEmpty == false && top > 0)
    desk.press("{")
    #expect((desk.state.article?.top ?? 99) < top)
  }
}
