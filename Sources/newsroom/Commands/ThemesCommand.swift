internal import ArgumentParser
internal import NewsroomUI
internal import Screen
internal import System
internal import Terminal

/// `newsroom themes`: the themes, each with a sample.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, and show each on a terminal.",
    discussion: """
      Into a pipe, only the names are printed. newsroom.toml(5) says how a theme of your own is made.
      """)

  func run() {
    let settings = Settings.read()
    for notice in settings.notices { Output.complain(notice.message) }
    let colours = Output.isTerminal ? ColourDepth.detect { Environment[$0] } : .none
    for theme in settings.themes {
      guard Output.isTerminal else {
        Output.say(theme.name)
        continue
      }
      for line in Self.sample(of: theme) {
        let runs = line.map { (text: $0.0, style: theme.style(for: $0.1, colours: colours)) }
        Output.write(AnsiText.encode(runs, depth: colours) + "\n")
      }
    }
  }

  /// A few lines in the roles that tell themes apart.
  static func sample(of theme: Theme) -> [[(String, Role)]] {
    [
      [(theme.name, .headline)],
      [
        ("   ", .text), (" Ferry line to reopen in spring ", .selection), ("  ● ", .unreadMark),
        ("Harbour · 09:12", .rowDetail),
      ],
      [
        ("   By Ingrid Solvang", .byline), ("  a ", .text), ("linked story", .link), ("[1]", .linkNumber),
        (", a ", .text), ("match", .match), (", ", .text), ("code", .code), (", ", .text), ("added", .added),
        (" and ", .text), ("removed", .removed),
      ],
      [],
    ]
  }
}
