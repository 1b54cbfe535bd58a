import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

/// The table of what a reading room closes, and that the reader obeys it.
@Suite struct KioskTests {
  private static let commands = Commands.all + Commands.inLayers
  /// One effect of each kind.
  private static let effects: [Effect] =
    [
      .firstRows(Query()), .window(Query(), around: .first, before: 0, after: 1),
      .seek(Query(), after: Samples.newsroom[0].listing), .facets(.desk), .countSearches([]),
      .keepSearch(.new), .dropSearch(.new), .lookForAlerts([]), .alerts([]), .hide([]),
      .ring(Notice(title: "x", text: "x", bell: .off, manner: .off)),
      .export(Query(), to: "x.md", replacing: false), .remember("x"),
      .snippets([], of: CompiledQuery()), .awaitKeys([]), .open(id), .glance(id), .alike(id), .storyline(id),
      .versions(id), .compare(earlier: Samples.newsroom[0].listing, later: Samples.newsroom[1].listing),
      .markMany(.read, .all, of: Query(), step: 1), .takeBack(step: 1), .repeatMarks(step: 1),
      .sinceRead(Samples.newsroom[0].listing), .mark(id, read: true), .save(id, saved: true),
      .keepPlace(id, .beginning), .refresh,
      .cancel(Ticket(number: 1)), .repaint, .suspend, .quit,
      .copy(""), .pipe("Print", id), .browse("https://example.org"), .edit(Samples.newsroom[0].listing),
      .ownTags(of: id), .clippings, .keepClip(id, Clip(words: "x")), .noteClip(id, Clip(words: "x"), "y"),
      .dropClip(ClipSource(id: id, headline: "x"), Clip(words: "x")), .editClips(id), .openLibrary("x"),
    ] + (TagName("x").map { [.tag(id, $0, isSet: true)] } ?? [])
  private static let id = Samples.newsroom[0].listing.id

  @Test func nothingIsDecidedTwice() {
    let names = Kiosk.table.map { "\($0.kind) \($0.name)" }
    #expect(Set(names).count == names.count)
    #expect(Kiosk.table.count > 150)
  }

  /// Every command of the reader is in the table, and nothing else is.
  @Test func everyCommandIsDecided() {
    let decided = Set(Kiosk.table.filter { $0.kind == .command }.map(\.name))
    #expect(decided == Set(Self.commands.map(\.name)))
  }

  @Test func everyEffectIsDecided() {
    let decided = Set(Kiosk.table.filter { $0.kind == .effect }.map(\.name))
    #expect(decided == Set(Self.effects.map(\.name)))
    #expect(Self.effects.count == decided.count)
  }

  @Test func everyLineIsDecided() {
    let lines: [CommandLine] = [
      .number(1), .last, .quit(atOnce: true), .set(name: "theme", value: "mono"), .answer(""),
      .command("help"),
      .mark(.read, .all), .tag(.read),
    ]
    #expect(Set(Kiosk.table.filter { $0.kind == .line }.map(\.name)) == Set(lines.map(\.kioskName)))
  }

  /// What is not in the table is closed.
  @Test func whatIsNotDecidedIsClosed() {
    for kind in Kiosk.Kind.allCases { #expect(!Kiosk.opens(kind, "export-to-shell")) }
  }

  private static let sizes = [(100, 30), (40, 12)]

  /// Every key of every command, in every pane and layer it works in, causes no effect that is closed.
  @Test func noKeyCausesAClosedEffect() {
    let keys = Set(Self.commands.flatMap(\.keys)).sorted { $0.label < $1.label }
    #expect(keys.count > 80)
    for size in Self.sizes {
      for before in ["", "Enter", "Enter r", "?", ":", "d", "F", "o", "/", "Enter f", "Enter v", "@", "T"] {
        for key in keys {
          var desk = Desk(size: size, isKiosk: true)
          desk.press(before)
          desk.effects = []
          desk.send(.input(.key(key)))
          for request in desk.requests {
            #expect(Kiosk.opens(.effect, request.effect.name), "\(before) \(key.label): \(request.effect)")
          }
        }
      }
    }
  }

  /// Every row of the list of commands is open, and running each causes no effect that is closed.
  @Test func everyRowOfTheListOfCommandsIsOpen() {
    let desk = Desk(size: (100, 30), isKiosk: true)
    let rows = desk.state.commandChooser.items
    #expect(rows.count > 40)
    for row in rows {
      guard case .command(let name) = row.choice else { continue }
      #expect(Kiosk.opens(.command, name), "\(name)")
      var other = desk
      other.perform { $0.choose(row.choice) }
      for request in other.requests { #expect(Kiosk.opens(.effect, request.effect.name), "\(name)") }
    }
    let open = Desk(size: (100, 30)).state.commandChooser.items.count
    #expect(open > rows.count)
  }

  @Test func closedCommandsSayWhy() {
    for row in Kiosk.table where row.kind == .command && row.reason != nil {
      var desk = Desk(size: (100, 30), isKiosk: true)
      desk.perform { $0.choose(.command(row.name)) }
      let command = Self.commands.first { $0.name == row.name }
      if Commands.all.contains(where: { $0.name == row.name }) {
        #expect(desk.row(29).contains("This is closed in a reading room"), "\(row.name)")
      }
      #expect(command != nil)
    }
    var desk = Desk(size: (100, 30), isKiosk: true)
    desk.press("Ctrl-z")
    #expect(desk.row(29).contains("there is no shell behind it"))
    desk.press("R")
    #expect(desk.row(29).contains("what changes is shown by itself"))
  }

  @Test func typedLinesCauseNoClosedEffect() {
    for line in ["!sh", "e /etc/passwd", "w /tmp/x", "set theme=mono", "shell", "suspend", "12", "$", "q!"] {
      var desk = Desk(size: (100, 30), isKiosk: true)
      desk.press(":")
      desk.type(line)
      desk.press("Enter")
      for request in desk.requests { #expect(Kiosk.opens(.effect, request.effect.name), "\(line)") }
    }
  }

  @Test func theHelpLeavesOutWhatIsClosed() {
    let all = HelpSheet.lines(columns: 74),
      open = HelpSheet.lines(columns: 74, of: Commands.keyTable(isKiosk: true))
    #expect(open.count < all.count)
    #expect(!open.contains { if case .row(_, let help) = $0 { help.contains("Suspend") } else { false } })
  }

  /// A story that was killed meanwhile goes from the screen.
  @Test func aStoryThatIsGoneIsTakenAway() {
    var desk = Desk(size: (100, 30), isKiosk: true)
    desk.press("Enter")
    desk.answers = false
    desk.send(.libraryChanged)
    let words = desk.state.article?.opened.story.headline ?? ""
    #expect(!words.isEmpty)
    desk.send(
      .failed("This story is no longer here.", of: .open(desk.state.article?.id ?? Self.id)),
      to: desk.requests.last { if case .open = $0.effect { true } else { false } })
    #expect(desk.state.article == nil)
    #expect(desk.row(29).contains("This story is no longer here."))
  }

  @Test func theGreetingIsSaidUntilTheFirstKey() {
    var desk = Desk(size: (100, 30), isKiosk: true, greeting: "Welcome to the room.")
    #expect(desk.row(29).contains("Welcome to the room."))
    desk.press("j")
    #expect(!desk.row(29).contains("Welcome to the room."))
  }
}
