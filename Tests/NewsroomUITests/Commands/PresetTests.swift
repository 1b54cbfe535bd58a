import Screen
import Stories
import Testing

@testable import NewsroomUI

/// That each preset does what the fingers of its users expect.
@Suite struct PresetTests {
  private static func desk(_ preset: KeyPreset, inStory: Bool) -> Desk {
    var stories = Samples.many(30)
    for index in 1...3 {
      stories[0].related.append(
        Related(reason: .linksHere, title: "Linking \(index)", listing: stories[index].listing))
    }
    stories[0].story.references = [
      Reference(kind: .story, text: "a table", target: "a table", naming: .headline, story: Samples.id(5))
    ]
    stories[0].story.body[0] = Block(.paragraph([Inline("There is "), Inline("a table", reference: 0)]))
    let waysOut = WaysOut(pipes: ["Mail", "Print"], hasBrowser: true, hasEditor: true)
    var desk = Desk(size: (60, 20), stories: stories, waysOut: waysOut, keymap: Keymap(preset))
    if inStory {
      desk.perform { $0.read(Samples.id(1)) }
    }
    _ = desk.newEffects()
    return desk
  }

  private static func isSeen(_ outcome: Try.Outcome, from before: Desk, in desk: inout Desk) -> Bool {
    let (was, now) = (before.state, desk.state)
    return switch outcome {
    case .row(let row): now.list.index == row && now.focus == .list && now.layers.isEmpty
    case .moves: now.list.index != was.list.index && now.focus == .list
    case .line(let line): now.article?.top == line && now.focus == .article
    case .scrolls: (now.article?.top ?? 0) > 0 && now.article?.id == was.article?.id
    case .end: now.article?.isAtEnd == true && (now.article?.top ?? 0) > 0
    case .pane(let pane): now.focus == pane
    case .story(let number): now.article?.id == Samples.id(number) && now.focus == .article
    case .layer(let kind): now.layer?.kind == kind
    case .panes: now.layers.isEmpty
    case .box(let line): now.sheet?.top == line
    case .typed(let text): (now.prompt?.field ?? now.picker?.field)?.text == text
    case .choice(let index): now.picker?.index == index
    case .effect(let name): desk.newEffects().contains { $0.name == name }
    case .says(let words): desk.row(19).contains(words)
    case .unread: now.list.query.marked == .unread
    case .view: now.list.offset < 6 && now.list.index == 8
    }
  }

  private static func press(_ tries: [Try], _ preset: KeyPreset) {
    #expect(tries.count > 20)
    for one in tries {
      let before = desk(preset, inStory: one.inStory)
      var desk = before
      desk.press(one.keys)
      let said = desk.row(19)
      #expect(
        isSeen(one.outcome, from: before, in: &desk),
        "\(preset.name), in a story: \(one.inStory): \(one): row \(desk.state.list.index), \(said)")
    }
  }

  @Test func vim() { Self.press(Try.vim, .vim) }
  @Test func less() { Self.press(Try.less, .less) }
  @Test func newsboat() { Self.press(Try.newsboat, .newsboat) }
  @Test func emacs() { Self.press(Try.emacs, .emacs) }
  @Test func aerc() { Self.press(Try.aerc, .aerc) }

  /// Every row names keys and commands that exist, and no two rows of a preset are in each other's way.
  @Test(arguments: KeyPreset.all)
  func everyRowHolds(_ preset: KeyPreset) {
    #expect(Keymap(preset).clashes == [])
    for row in preset.rows {
      #expect(!row.sequence.keys.isEmpty)
      let read = try? KeySequence(reading: row.sequence.name)
      #expect(read == row.sequence, "\(row.sequence.name)")
    }
    #expect(preset.summary.last == ".")
  }

  /// What a beginner needs has a key in every preset and pane: down, up, leave, quit, help, the commands.
  @Test(arguments: KeyPreset.all, Pane.allCases)
  func whatEverybodyNeedsHasAKey(_ preset: KeyPreset, _ pane: Pane) {
    let keymap = Keymap(preset)
    for name in [
      "down", "up", "page-down", "leave", "quit", "help", "commands", "find", "next-pane", "desks",
    ] {
      #expect(
        !keymap.keys(of: name, in: pane).isEmpty || preset.name == "vim" && name == "next-pane", "\(name)")
    }
  }

  /// No key of the keyboard is silent or traps in any preset.
  @Test(arguments: KeyPreset.all, [false, true])
  func everyKeyIsAnswered(_ preset: KeyPreset, _ inStory: Bool) {
    let letters = (0x20...0x7E).compactMap { Unicode.Scalar($0).map { Character($0) } }
    let keys =
      letters.map { Key.character($0) } + letters.map { Key.alt($0) }
      + letters.filter { ("a"..."z").contains($0) && $0 != "z" }.map { Key.control($0) }
    for key in keys {
      var desk = Self.desk(preset, inStory: inStory)
      let (before, screen) = (desk.requests.count, desk.screen)
      desk.send(.input(.key(key)))
      let asked = desk.requests.dropFirst(before).contains {
        if case .cancel = $0.effect { false } else { true }
      }
      #expect(desk.screen != screen || asked, "\(preset.name): \(key.label), in a story: \(inStory)")
    }
  }
}
