internal import CNcurses
internal import Glibc

extension CursesDisplay {
  /// Finds out whether curses can work with this terminal, without letting it print anything.
  static func checkTerminfo() throws(TerminalError) {
    guard let term = getenv("TERM"), term.pointee != 0 else { throw .unknownTerminal }
    // Names are file names to terminfo; what isn't one never reaches it.
    let name = String(cString: term)
    let isPlain = name.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x2B...0x39).contains($0) || $0 == 0x5F
    }
    guard isPlain, name.utf8.count < 64, !name.contains("/") else { throw .unknownTerminal }
    var problem: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &problem) == OK else { throw .unknownTerminal }
    guard newsroom_terminfo("cup") != nil, newsroom_terminfo("clear") != nil else { throw .poorTerminal }
  }

  /// What puts the terminal back as it was: paste brackets and keypad off, plain letters, cursor, first screen.
  static var farewell: String {
    let names = ["rmkx", "sgr0", "op", "cnorm", "rmcup"]
    return "\u{1B}[?2004l"
      + names.compactMap { newsroom_terminfo($0).map { withoutPadding(String(cString: $0)) } }.joined()
  }

  /// A string of terminfo without its delays (`$<5/>`), which are for terminals made of metal.
  static func withoutPadding(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "$<") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: ">") else { return result }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
