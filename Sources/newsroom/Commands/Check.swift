internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats

/// `newsroom check`: problems in the library.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List problems in the library; the exit status is 1 if there are any.",
    discussion: """
      Prints one line per problem, as PATH:LINE: REASON: a file that can't be read, a reference to a \
      missing story, a story without a headline or a date. Files that were skipped (symbolic links, pipes, \
      hidden files, files of other kinds) are counted and named at the end; they are not problems.
      """)

  @Argument(
    help: ArgumentHelp(
      "The library: a directory of stories. Several are read as one library.", valueName: "directory"),
    completion: .directory)
  var directories: [String] = []

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print one JSON object per problem, one per line.")
  var json = false

  @Flag(
    help:
      "Compare each file's words with those of its stories instead, and print the words that are in no story."
  )
  var lost = false

  func run() throws {
    let (library, summary) = try options.openAndRefresh(directories)
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
      let stories: Phrase = .counted(summary.stories, "story", "stories")
      let found: Phrase =
        problems.isEmpty ? "no problems" : .counted(problems.count, "problem", "problems")
      Output.note(Output.catalogue("\(found) in \(stories)."))
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }
}
