import Foundation
import Screen
import System
import TestSupport
import Testing

@testable import Terminal

/// The real display on a pseudo terminal: what it sends, and what it receives.
@Suite(.serialized) struct CursesDisplayTests {
  static let isDescribed = ["/lib", "/usr/share", "/usr/lib"].contains {
    FileManager.default.fileExists(atPath: $0 + "/terminfo/x/xterm-256color")
  }

  private func picture(_ size: Size, _ text: String, _ style: Style = Style()) -> Frame {
    var frame = Frame(size: size)
    frame.write(text, column: 2, row: 1, style: style)
    frame.cursor = Frame.Position(column: 2, row: 1)
    return frame
  }

  @Test(.enabled(if: isDescribed, "xterm-256color is not described here"))
  func framesGoOutAndKeysComeBack() throws { try PseudoTerminal.alone { try useTheDisplay() } }

  private func useTheDisplay() throws {
    let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
    let display = try CursesDisplay.open(
      name: "xterm-256color", output: terminal.device, keyboard: Descriptor(borrowing: terminal.device))
    #expect(display.size == Size(columns: 60, rows: 10))
    #expect(terminal.wait(for: "\u{1B}[?2004h"))

    let red = Style(foreground: Colour(200, 0, 0), attributes: [.bold, .underline])
    for (text, style) in [
      ("Harbour", Style()), ("Malmö – 日本", red), ("Ferry", Style(attributes: [.reverse])),
    ] {
      display.paint(picture(display.size, text, style))
      #expect(terminal.wait(for: text))
    }
    // curses sends the alternate screen's sequence with its first frame.
    #expect(terminal.wait(for: "\u{1B}[?1049h"))
    terminal.clear()
    display.repaint()
    display.paint(picture(display.size, "Ferry", Style(attributes: [.reverse])))
    #expect(terminal.wait(for: "Ferry"))

    terminal.type("jå\u{1B}[A\u{1B}[200~pasted\u{1B}[201~")
    var inputs: [Input] = []
    while inputs.count < 4 { inputs += display.next(watching: nil) }
    #expect(
      inputs == [.key(.character("j")), .key(.character("å")), .key(.up), .pasted("pasted")])
    // ESC alone is a key if nothing follows for a moment.
    terminal.type("\u{1B}")
    #expect(display.next(watching: nil) == [.key(.escape)])

    let mailbox = try WakePipe()
    mailbox.ring()
    #expect(display.next(watching: mailbox.number) == [.mail])

    terminal.resize(columns: 40, rows: 6)
    kill(getpid(), SIGWINCH)
    #expect(display.next(watching: nil) == [.resized(Size(columns: 40, rows: 6))])
    display.paint(picture(display.size, "Smaller"))
    #expect(terminal.wait(for: "Smaller"))

    terminal.clear()
    display.close()
    #expect(terminal.wait(for: "\u{1B}[?1049l"))
    // A closed display paints nothing, and can be closed again.
    display.paint(picture(display.size, "Afterwards"))
    display.close()
  }

  /// In a single column or row nothing is drawn; when there is room again, all is.
  @Test(arguments: [(1, 6), (6, 1), (1, 1)], ["xterm-256color", "screen-256color"])
  func aSingleColumnOrRowStaysEmpty(_ size: (columns: Int, rows: Int), _ name: String) throws {
    let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
    guard
      let display = try? CursesDisplay.open(
        name: name, output: terminal.device, keyboard: Descriptor(borrowing: terminal.device))
    else { return }
    display.paint(picture(display.size, "Harbour"))
    #expect(terminal.wait(for: "Harbour"))
    terminal.resize(columns: UInt16(size.columns), rows: UInt16(size.rows))
    kill(getpid(), SIGWINCH)
    _ = display.next(watching: nil)
    terminal.clear()
    for text in ["Ferry", "Lamp"] {
      var frame = Frame(size: display.size)
      frame.write(text, column: 0, row: 0, style: Style())
      display.paint(frame)
    }
    let shown = Self.withoutSequences(terminal.text)
    #expect(shown.allSatisfy { $0.isWhitespace }, "\(shown)")
    terminal.resize(columns: 40, rows: 6)
    kill(getpid(), SIGWINCH)
    _ = display.next(watching: nil)
    display.paint(picture(display.size, "Harbour again"))
    #expect(terminal.wait(for: "Harbour again"))
    display.close()
  }

  /// Text without escape sequences and padding.
  private static func withoutSequences(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let letter = rest.popFirst() {
      guard letter == "\u{1B}" else {
        if !letter.unicodeScalars.allSatisfy({ $0.value < 0x20 && $0 != "\n" }) { result.append(letter) }
        continue
      }
      guard rest.popFirst() == "[" else { continue }
      while let next = rest.popFirst(), !next.isLetter {}
    }
    return result
  }

  /// A terminal that this system does not know is treated as a near one that it knows.
  @Test(.enabled(if: isDescribed, "xterm-256color is not described here"))
  func anUnknownTerminalIsTreatedAsANearOne() throws {
    for (name, near) in [("xterm-nosuchkitty", "xterm-256color"), ("foot-nosuch", "xterm-256color")] {
      let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
      let display = try CursesDisplay.open(
        name: name, output: terminal.device, keyboard: Descriptor(borrowing: terminal.device))
      #expect(display.substitute == near)
      display.paint(picture(display.size, "Harbour"))
      #expect(terminal.wait(for: "Harbour"))
      display.close()
    }
    #expect(NearTerminal.names(for: "nosuchthing") == [])
    #expect(!NearTerminal.names(for: "xterm").contains("xterm"))
  }

  @Test(arguments: [("no-such-terminal", TerminalError.unknown), ("../etc/passwd", .unknown), ("", .unknown)])
  func anUndescribedTerminalIsRefused(_ name: String, error: TerminalError) throws {
    let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
    PseudoTerminal.alone {
      _ = #expect(throws: error) {
        _ = try CursesDisplay.open(
          name: name, output: terminal.device, keyboard: Descriptor(borrowing: terminal.device))
      }
    }
  }

  @Test func withoutATerminalThereIsNoDisplay() throws {
    let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
    let (screen, pipe) = (
      Descriptor(borrowing: terminal.device), try Descriptor.open("/dev/null", .readAndWrite)
    )
    #expect(throws: TerminalError.outputIsNoTerminal) {
      _ = try CursesDisplay.open(input: screen, output: pipe)
    }
    Environment.$replacement.withValue([:]) {
      _ = #expect(throws: TerminalError.unnamed) { _ = try CursesDisplay.open(input: screen, output: screen) }
    }
    #expect(TerminalSize.of(terminal: screen) == Size(columns: 60, rows: 10))
    #expect(TerminalSize.of(terminal: pipe) == nil)
  }

  /// Every depth of colours that a terminal may have sends its own sequence for red.
  @Test(
    .enabled(if: isDescribed, "xterm-256color is not described here"),
    arguments: [
      ("truecolor", "xterm-256color", "\u{1B}[38;5;160m"), ("", "xterm-256color", "\u{1B}[38;5;160m"),
      ("", "xterm", "\u{1B}[31m"),
    ])
  func coloursAreThoseOfTheTerminal(_ claim: String, _ name: String, _ red: String) throws {
    try PseudoTerminal.alone {
      let terminal = try #require(PseudoTerminal(columns: 60, rows: 10))
      let device = Descriptor(borrowing: terminal.device)
      let display = try Environment.$replacement.withValue(["TERM": name, "COLORTERM": claim]) {
        try CursesDisplay.open(input: device, output: device)
      }
      defer { display.close() }
      display.paint(picture(display.size, "Harbour", Style(foreground: Colour(215, 0, 0))))
      #expect(terminal.wait(for: "Harbour"))
      #expect(terminal.wait(for: red), "\(display.colours)")
    }
  }

  @Test(arguments: [(0, 0, 80, 24), (10, 0, 10, 24), (65_535, 65_535, nil, nil)])
  func sizesAreSensible(_ columns: Int, _ rows: Int, _ wide: Int?, _ high: Int?) {
    let size = TerminalSize.sensible(columns: columns, rows: rows)
    #expect(size.columns == wide ?? size.clamped.columns)
    #expect(size.rows == high ?? size.clamped.rows)
    #expect(size == size.clamped)
  }

  @Test func lettersThatATerminalLacksAreReplaced() {
    let shown = "“Skt. Hans’ – │┌•● \u{A0}日”".unicodeScalars.map { CharacterSet.ascii.shown($0) }
    #expect(String(String.UnicodeScalarView(shown)) == "\"Skt. Hans' - |+** " + " ?\"")
    #expect(CharacterSet.utf8.shown("日") == "日")
  }
}
