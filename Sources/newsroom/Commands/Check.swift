internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats

/// `newsroom check`: what a desk would want to mend.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List what is wrong in the directory; exit with 1 if anything is.",
    discussion: """
      Files that can't be read, references that lead nowhere, stories without a headline or a date: a line each, \
      as PATH:LINE: REASON. What is passed over (symbolic links, pipes, hidden files, files of other kinds) is counted \
      and named after them; it is no problem.
      """)

  @Argument(help: "The directory of stories.", completion: .directory)
  var directory: String?

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print each problem as a JSON object on a line of its own.")
  var json = false

  @Flag(
    help: "Compare the words of each file with those of its stories instead, and print what is in no story.")
  var lost = false

  func run() throws {
    let (library, summary) = try options.openAndRefresh(directory)
    if lost { return try printLostWords(of: library) }
    let problems: [Problem]
    let passedOver: PassedOver
    do {
      problems = try library.problems()
      passedOver = try library.passedOver()
    } catch {
      throw Failure("\(error)")
    }
    for problem in problems {
      if json {
        Output.write(problem.json.line + "\n")
      } else {
        let place = problem.line.map { "\(problem.path):\($0)" } ?? problem.path
        Output.write(Output.field("\(place): \(problem.reason)") + "\n")
      }
    }
    if json {
      for count in passedOver.counts { Output.write(count.json.line + "\n") }
    } else {
      for sentence in passedOver.sentences { Output.note(Output.field(sentence)) }
      let stories = summary.stories == 1 ? "1 story" : "\(summary.stories) stories"
      let found =
        problems.isEmpty
        ? "nothing to mend" : problems.count == 1 ? "1 problem" : "\(problems.count) problems"
      Output.note("\(found) in \(stories).")
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }
}
