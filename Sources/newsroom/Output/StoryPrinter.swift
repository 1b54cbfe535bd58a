internal import ArgumentParser
internal import NewsroomUI
internal import Screen
internal import Stories
internal import StoryFormats
internal import System
internal import Terminal
internal import Typesetting

/// Prints a story, typeset: styled for a terminal, plain for a pipe.
struct StoryPrinter {
  private let columns: Int
  private let theme: Theme
  private let colours: ColourDepth
  private let isTerminal: Bool
  private let typesetting: Typesetter.Options

  /// Takes width and colours from the terminal, if there is one.
  init(width: Int?, theme name: String?) throws {
    let settings = try Settings.load()
    theme = try settings.theme(name)
    typesetting = settings.typesetting.at(Clock.now)
    isTerminal = Output.isTerminal
    colours = ColourDepth.detect { Environment[$0] }
    columns = width ?? TerminalSize.of(terminal: Output.standard)?.columns ?? 80
  }

  func print(_ story: Story, related: [Related]) throws {
    Typesetter(options: typesetting).setLines(of: story, columns: columns, write)
    write(teasers(story, related: related))
  }

  private func write(_ lines: [Page.Line]) {
    var text = ""
    for line in lines {
      if isTerminal { text += styled(line) } else { line.write(to: &text) }
    }
    Output.write(text)
  }

  /// Prints all stories of a file, and its problems.
  ///
  /// - Throws: `ExitCode` 1 if there is no story because of a problem.
  func print(_ reading: Reading, asJSON: Bool = false) throws {
    for problem in reading.problems {
      Output.complain("\(problem.path)\(problem.line.map { ":\($0)" } ?? ""): \(problem.reason)")
    }
    for (index, story) in reading.stories.enumerated() {
      if asJSON {
        Output.write(story.json(withBody: true).line + "\n")
      } else {
        if index > 0 { Output.write("\n") }
        try print(story, related: [])
      }
    }
    if reading.stories.isEmpty, !reading.problems.isEmpty { throw ExitCode(1) }
  }

  /// Prints two versions as one text, with removed and added words marked.
  func print(_ difference: Difference) throws {
    write(DifferenceLines.of(difference, columns: columns))
  }

  private func styled(_ line: Page.Line) -> String {
    guard !line.runs.isEmpty else { return "\n" }
    let runs = line.runs.map { ($0.text, theme.style(for: $0.role, colours: colours)) }
    return String(repeating: " ", count: line.indent) + AnsiText.encode(runs, depth: colours) + "\n"
  }

  /// The rows of READ MORE.
  private func teasers(_ story: Story, related: [Related]) -> [Page.Line] {
    let entries =
      related.isEmpty
      ? story.teasers.map { Related(reason: .notHere, title: $0.title, text: $0.text) } : related
    guard !entries.isEmpty else { return [] }
    var lines = [Page.Line(), Page.Line(indent: margin, runs: [Page.Run("READ MORE", role: .panelTitle)])]
    for entry in entries {
      let id = entry.listing.map { "  " + $0.id.description } ?? ""
      lines.append(
        Page.Line(
          indent: margin,
          runs: [
            Page.Run("· ", role: .marker), Page.Run(CellText.clean(entry.title), role: .teaserTitle),
            Page.Run("  \(entry.label)\(id)", role: .teaserReason),
          ]))
    }
    return lines
  }

  private var margin: Int { columns >= 40 ? 3 : 0 }
}

extension Page.Line {
  /// Adds the line without styles, with its end.
  func write(to text: inout String) {
    if !runs.isEmpty {
      for _ in 0..<indent { text += " " }
      for run in runs { text += run.text }
    }
    text += "\n"
  }
}
