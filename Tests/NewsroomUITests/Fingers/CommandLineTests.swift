import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// Lines typed after ":": commands by name, and lines that vim users type.
@Suite struct CommandLineTests {
  private func palette(_ text: String) -> Desk {
    var desk = Desk(size: (100, 30))
    desk.press("j :")
    desk.type(text)
    return desk
  }

  @Test(arguments: [
    ("theme", "theme"), ("help", "help"), ("colours", "theme"), ("colors", "theme"),
    ("quit at", "quit-at-once"),
    ("reload", "refresh"), ("sort", "order"), ("desk", "desks"), ("similar", "more-like-this"),
    ("star", "toggle-saved"),
    ("thread", "storyline"), ("diff", "versions"), ("reverse the order", "reverse-order"), ("top", "first"),
    ("search", "find"), ("repaint", "repaint"), ("suspend", "suspend"),
  ])
  func commandsAreFoundByNamesWordsAndSynonyms(_ typed: String, _ name: String) {
    let desk = palette(typed)
    let found = desk.state.picker?.shown.prefix(2).compactMap { desk.state.picker?.items[$0].choice } ?? []
    #expect(found.contains(.command(name)) || found.contains(.line(.command(name))), "\(typed): \(found)")
  }

  @Test func anExactNameComesFirst() {
    for name in ["theme", "help", "order", "date", "new", "find", "first", "back", "quit-at-once"] {
      #expect(palette(name).state.picker?.selected?.choice == .command(name))
    }
  }

  @Test(arguments: ["thm", "hlp", "tme", "xyz", "dsk", "rdr", "qq"])
  func scatteredLettersMatchNothing(_ typed: String) {
    var desk = palette(typed)
    #expect(desk.state.picker?.shown == [])
    desk.press("Enter")
    #expect(desk.row(29).hasPrefix(" No command matches “\(typed)”; : lists all commands."))
  }

  @Test func settingsAreSet() {
    var desk = palette("set theme=mono")
    #expect(desk.screen.contains("Set theme to mono"))
    desk.press("Enter")
    #expect(desk.state.theme.name == "mono")
    for (line, order) in [("set order=oldest", Query.Order.oldestFirst), ("sort longest", .longestFirst)] {
      desk.press(":")
      desk.type(line)
      desk.press("Enter")
      #expect(desk.state.list.query.order == order)
    }
    desk.press(":")
    desk.type("set show=saved")
    desk.press("Enter")
    #expect(desk.state.list.query.marked == .saved)
    desk.press(":")
    desk.type("set q=quit")
    desk.press("Enter")
    #expect(desk.state.quitsAtOnce)
    desk.press(":")
    desk.type("set measure 40")
    desk.press("Enter")
    #expect(desk.state.typesetter.options.measure == 40)
  }

  @Test(arguments: [
    ("set theme=pink", "“pink” is not a value for this setting: theme=paper-dark"),
    ("set number", "Type set NAME=VALUE, with one of these: theme="), ("set wrap=on", "No setting “wrap”"),
    ("w", "Nothing to save"), ("e other", "newsroom DIRECTORY opens any"),
    ("!ls", "there is no shell here"),
    ("noh", "Esc clears the marks of a search."),
    ("set measure=9", "“9” is not a value for this setting: measure="),
  ])
  func impossibleCommandsAreReported(_ line: String, _ answer: String) {
    var desk = palette(line)
    desk.press("Enter")
    let said = desk.state.message.map { "\($0.text)" } ?? "nothing"
    #expect(said.contains(answer), "\(said)")
  }

  @Test(arguments: [("q", true), ("q!", true), ("wq", true), ("x", true), ("qa", true), ("quit", true)])
  func quittingAsInVim(_ line: String, _ quits: Bool) {
    var desk = palette(line)
    desk.press("Enter")
    #expect(desk.newEffects().contains(.quit) == quits)
  }

  @Test func aBoxOfChoicesUsesJAndKUntilSomethingIsTyped() {
    var desk = Desk(size: (100, 30))
    desk.press("d")
    #expect(desk.screen.contains("j/k move, type to narrow"))
    desk.press("j j k")
    #expect(desk.state.picker?.index == 1)
    #expect(desk.state.picker?.field.text == "")
    desk.type("nordk")
    #expect(desk.state.picker?.field.text == "nordk")
    // A name that begins with j is typed after a slash.
    desk.press("Ctrl-u /")
    desk.type("jk")
    #expect(desk.state.picker?.field.text == "jk")
    // Commands can be typed without one.
    desk.press("Esc :")
    desk.type("jk")
    #expect(desk.state.picker?.field.text == "jk")
    desk.press("Esc o j Enter")
    #expect(desk.state.list.query.order == .oldestFirst)
  }
}
