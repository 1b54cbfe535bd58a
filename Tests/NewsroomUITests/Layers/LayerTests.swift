import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// What all layers over the panes have in common, and the rows of their keys.
@Suite struct LayerTests {
  /// Every layer, with the keys that open it.
  static let opened: [(kind: Layer.Kind, keys: String)] = [
    (.find, "Enter /"), (.search, "/"), (.date, "@"), (.name, "/ f Enter +"), (.list, "o"), (.facets, "d"),
    (.commands, ":"),
    (.versions, "v"), (.help, "?"), (.comparison, "v d"), (.address, "Enter 4"), (.hints, "Enter f"),
  ]

  private func desk(_ keys: String = "", size: (Int, Int) = (100, 30)) -> Desk {
    var stories = Samples.newsroom
    for index in 0..<2 { stories[index].listing.versions = 1 }
    var desk = Desk(size: size, stories: stories)
    desk.library.versions = [Samples.id(1), Samples.id(2)]
    desk.press(keys)
    return desk
  }

  @Test(arguments: opened)
  func escAndCtrlGCloseEverything(_ kind: Layer.Kind, _ keys: String) {
    for key in ["Esc", "Ctrl-g"] {
      var desk = desk(keys)
      #expect(desk.state.layer?.kind == kind)
      let below = desk.state.layers.count - 1
      desk.press(key)
      #expect(desk.state.layers.count == below, "\(kind) \(key)")
    }
  }

  @Test(arguments: opened)
  func backspaceOnAnEmptyLineClosesEverything(_ kind: Layer.Kind, _ keys: String) {
    for key in ["Backspace", "Ctrl-h"] {
      var desk = desk(keys)
      if kind == .name { desk.press("Ctrl-u") }
      let below = desk.state.layers.count - 1
      desk.press(key)
      #expect(desk.state.layers.count == below, "\(kind) \(key)")
    }
  }

  @Test(arguments: opened)
  func ctrlLPaintsAgainWhateverIsOpen(_ kind: Layer.Kind, _ keys: String) {
    var desk = desk(keys)
    _ = desk.newEffects()
    let screen = desk.screen
    desk.press("Ctrl-l")
    #expect(desk.newEffects() == [.repaint], "\(kind)")
    #expect(desk.screen == screen)
  }

  @Test(arguments: opened)
  func pastedTextIsNeverACommand(_ kind: Layer.Kind, _ keys: String) {
    var desk = desk(keys)
    let before = desk.state.layers.count
    desk.send(.input(.pasted("q\u{1B}qd?")))
    #expect(desk.state.layers.count == before && desk.state.layer?.kind == kind)
    let typed = desk.state.prompt?.field.text ?? desk.state.picker?.field.text ?? ""
    let takesText = Layer.Kind.prompts.union(Layer.Kind.narrowed).contains(kind)
    #expect(typed.hasSuffix("d?") == takesText, "\(kind)")
    #expect(desk.newEffects().contains(.quit) == false)
  }

  @Test(arguments: opened.filter { $0.kind != .help && $0.kind != .address })
  func f1ShowsEveryKeyAndComesBack(_ kind: Layer.Kind, _ keys: String) {
    var desk = desk(keys)
    let screen = desk.screen
    desk.press("F1")
    #expect(desk.state.layer?.kind == .help)
    desk.press("Esc")
    #expect(desk.state.layer?.kind == kind)
    #expect(desk.screen == screen)
  }

  @Test func theSameKeysScrollListsAndTexts() {
    for (down, up) in [("Down", "Up"), ("Ctrl-n", "Ctrl-p"), ("PgDn", "PgUp"), ("End", "Home")] {
      for keys in ["?", ":", "d"] {
        var desk = desk(keys, size: (80, 16))
        func place() -> Int { desk.state.picker?.index ?? desk.state.sheet?.top ?? -1 }
        #expect(place() == 0)
        desk.press(down)
        #expect(place() > 0, "\(keys) \(down)")
        desk.press(up)
        #expect(place() == 0, "\(keys) \(up)")
      }
    }
  }

  @Test func underAPromptTheSameKeysMoveThePane() {
    for opening in ["/", "@"] {
      var desk = desk(opening)
      desk.press("Ctrl-n Ctrl-n")
      #expect(desk.state.list.index == 2)
      desk.press("Home")
      #expect(desk.state.list.index == 0)
      desk.press("End Ctrl-p")
      #expect(desk.state.list.index == 4)
    }
    var desk = Desk(size: (60, 12), stories: Samples.many(1))
    desk.press("Enter / Down Down")
    #expect(desk.state.article?.top == 2)
    desk.press("Esc")
    #expect(desk.state.article?.top == 0)
  }

  @Test func aPageOfAListIsItsVisibleRows() {
    var desk = desk(":", size: (80, 16))
    let height = desk.state.picker?.height ?? 0
    #expect(height == 10)
    desk.press("PgDn")
    #expect(desk.state.picker?.index == height)
  }

  @Test func aComparisonCoversTheListOfVersions() {
    var desk = desk("v d")
    #expect(desk.state.layers.map(\.kind) == [.versions, .comparison])
    desk.press("Esc")
    #expect(desk.screen.contains("2 versions"))
    desk.press("j Enter")
    #expect(desk.state.layers.isEmpty)
    #expect(desk.state.article?.id == Samples.id(2))
  }

  @Test func anAddressOfAnyLengthIsScrolledThrough() {
    var stories = Samples.newsroom
    stories[0].story.references[1].target =
      "https://example.org/" + String(repeating: "long/", count: 150) + "end"
    var desk = Desk(size: (40, 12), stories: stories)
    desk.press("Enter 4")
    #expect(desk.screen.contains("Outside the library"))
    #expect(!desk.screen.contains("/end"))
    #expect(desk.screen.contains("j/k scroll"))
    desk.press("End")
    #expect(desk.screen.contains("/end"))
  }

  @Test func otherKeysCloseAnAddressAndAreCommands() {
    var desk = desk("Enter 4")
    desk.press("3")
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains("Not in this library yet: Dark corners counted"))
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 36), (20, 5), (1, 1)])
  func aNewSizeRedrawsTheOpenLayer(_ size: (Int, Int)) {
    for (_, keys) in Self.opened {
      var turned = desk(keys)
      turned.resize(size.0, size.1)
      #expect(turned.state.view().size == Size(columns: size.0, rows: size.1))
      if let sheet = turned.state.sheet {
        #expect(sheet.inside.maxColumn <= size.0 && sheet.inside.maxRow <= size.1)
        #expect(sheet.lines.allSatisfy { $0.runs.reduce($0.indent) { $0 + $1.text.count } <= max(2, size.0) })
      }
    }
  }

  // MARK: The rows

  @Test func everyRowHasANameHelpAndAPlace() {
    let rows = Commands.inLayers
    #expect(Set(rows.map(\.name)).count == rows.count)
    #expect(Set(rows.map(\.name)).isDisjoint(with: Commands.all.map(\.name)))
    for row in rows {
      #expect(!row.keys.isEmpty && !row.layers.isEmpty, "\(row.name)")
      #expect(row.help.first?.isUppercase == true, "\(row.name)")
    }
  }

  @Test func helpAndManualShowTheKeysOfEveryLayer() {
    let text = HelpSheet.lines(columns: 74).map { line in
      switch line {
      case .group(let name): name
      case .row(let keys, let help): "\(keys) \(help)"
      case .rest(let help): help
      case .blank: ""
      }
    }.joined(separator: " ")
    let table = Commands.keyTable().flatMap(\.rows)
    #expect(table.count == Commands.all.count + Commands.inLayers.count)
    for row in Commands.inLayers {
      #expect(text.contains(row.help), "\(row.name)")
      #expect(table.contains { $0.keys == row.keys.map(\.label) && $0.help == row.help })
    }
    for kind in Layer.Kind.allCases where kind != .hints {
      #expect(Commands.inLayers.contains { $0.layers.contains(kind) && !$0.layerHints.isEmpty })
    }
  }

  @Test func theBottomLineShowsTheKeysOfTheOpenLayer() {
    let last = { (desk: Desk) in desk.row(29) }
    #expect(last(desk("d")).hasPrefix(" Tab next list  Enter chooses  F1 every key  Esc closes"))
    #expect(last(desk("v")).hasPrefix(" Enter reads  d shows changes"))
    #expect(last(desk("/")).contains("Enter keeps the results  Tab completes  Esc closes"))
    #expect(last(desk("@")).hasSuffix("Enter goes there  Esc closes"))
    #expect(last(desk("/ f Enter +")).hasSuffix("Enter keeps it  Esc closes"))
    #expect(last(desk("Enter /")).contains("Enter finds  Esc closes"))
    #expect(last(desk("?")).hasPrefix(" / finds  j/k scroll  Esc closes"))
    #expect(last(desk("d Esc")).hasPrefix(" j/k move  Enter read"))
  }
}
