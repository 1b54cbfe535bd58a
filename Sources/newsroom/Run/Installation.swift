internal import System
internal import Terminal

/// What stands beside the program: `../share/newsroom` from its own folder.
enum Installation {
  /// The place of something there; nil where the program was not installed with it.
  ///
  /// - Parameter program: the program's path.
  static func path(_ name: String, beside program: String? = Paths.real("/proc/self/exe")) -> String? {
    guard let program else { return nil }
    let path = Paths.folder(of: Paths.folder(of: program)) + "/share/newsroom/" + name
    return Paths.isReadable(path) ? path : nil
  }

  /// The folder of descriptions of terminals.
  static var terminals: String? { path("terminfo") }

  /// Lets the display find those descriptions; only before any thread starts.
  static func announceTerminals() {
    guard Newsroom.isWholeProcess, let terminals else { return }
    DirectColour.addDescriptions(in: terminals)
  }
}
