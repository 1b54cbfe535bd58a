internal import ArgumentParser
internal import ContentLibrary
internal import System

/// The program: `newsroom [DIRECTORY]` opens the reader; the other commands are for the shell.
@main
struct Newsroom: ParsableCommand {
  /// The release, and its day.
  ///
  /// They are said here alone: the Makefile, the manual and the package take them from these lines.
  static let version = "0.2.0"
  static let released = "2026-11-28"

  static let configuration = CommandConfiguration(
    commandName: "newsroom",
    abstract: "Read a directory of stories in the terminal.",
    discussion: """
      Without a command, newsroom opens the reader on DIRECTORY, with three panes: the article list, the \
      story, and READ MORE, the stories that belong with it. Press ? in the reader for its keys, q to quit.

      The library is the DIRECTORY given, or else $NEWSROOM_LIBRARY, or `library` in newsroom.toml, or \
      ./Content, or the sample that comes with newsroom.
      """,
    version: version,
    subcommands: commands.map(\.value),
    defaultSubcommand: Read.self)

  /// The commands by name, in the order of the help; a description of one with all its options takes long to
  /// make.
  static let commands: KeyValuePairs<String, any ParsableCommand.Type> = [
    "read": Read.self, "list": List.self, "search": SearchCommand.self, "show": Show.self,
    "related": RelatedCommand.self, "resolve": Resolve.self, "export": Export.self, "index": Index.self,
    "mark": MarkCommand.self, "clippings": ClippingsCommand.self, "import": ImportCommand.self,
    "sync": SyncCommand.self,
    "digest": DigestCommand.self, "check": Check.self, "stats": Stats.self, "config": ConfigCommand.self,
    "themes": ThemesCommand.self, "formats": FormatsCommand.self, "manual": Manual.self,
  ]

  /// Whether the process is this program's own, whose environment and rights it may give up; tests run
  /// commands in theirs.
  @TaskLocal static var isWholeProcess = false

  static func main() {
    // Exceeding the limit on file sizes must fail one write, not kill the program.
    ThisProcess.ignoreFileSizeSignal()
    ThisProcess.exit(
      $isWholeProcess.withValue(true) { perform(LoginShell.arguments(CommandLine.arguments)) })
  }

  /// Runs a command.
  ///
  /// - Parameter arguments: nil for those of the process.
  /// - Returns: the exit status: 0 for success, 1 if nothing was found or the command failed, 2 if the
  ///   command line was not understood.
  static func perform(_ arguments: [String]? = nil) -> Int32 {
    let typed = arguments ?? Array(CommandLine.arguments.dropFirst())
    if typed == ["--version"] {
      Output.say(version)
      return 0
    }
    do {
      try raiseOpenFiles()
      try checkHelp(typed)
      var command = try parse(typed)
      try command.run()
      return 0
    } catch {
      return status(of: mistyped(typed, error) ?? error)
    }
  }

  /// The command that the words ask for.
  ///
  /// A named command and the reader are parsed alone: to describe all of them costs more than most commands
  /// take.
  private static func parse(_ typed: [String]) throws -> any ParsableCommand {
    let named = commands.first { $0.key == typed.first }
    func parsedAlone<Command: ParsableCommand>(_: Command.Type) throws -> any ParsableCommand {
      // A command is parsed fastest without the program around it, whose name help and errors tell.
      if Command.configuration.subcommands.isEmpty,
        let command = try? Command.parseAsRoot(Array(typed.dropFirst(named == nil ? 0 : 1)))
      {
        return command
      }
      return try Alone<Command>.parseAsRoot(typed)
    }
    if let named { return try parsedAlone(named.value) }
    let asksAboutAll = typed.contains { word in
      word == "help"
        || ["-h", "--help", "--generate", "--experimental", "---"].contains {
          word.hasPrefix($0)
        }
    }
    return asksAboutAll ? try parseAsRoot(typed) : try parsedAlone(Read.self)
  }

  /// Raises the limit on open files; index, journal and terminal need about 48.
  private static func raiseOpenFiles() throws {
    let limit = ThisProcess.raiseOpenFiles(to: 256)
    guard limit < 48 else { return }
    throw Failure(
      "the limit on open files (\(limit)) is too low; run `ulimit -n 256` first", status: Failure.misuse)
  }

  /// Prints an error, and gives its exit status.
  private static func status(of error: any Error) -> Int32 {
    if let failure = error as? Failure {
      Output.complain(failure.message)
      return failure.status
    }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard code != .success else {
      Output.say(message)
      return 0
    }
    if !message.isEmpty { Output.note(inOneVoice(message)) }
    return code == .validationFailure ? Failure.misuse : code.rawValue
  }

  /// A message of the argument parser in the program's own voice: "newsroom: unknown option …".
  static func inOneVoice(_ message: String) -> String {
    let sign = "Error: "
    guard message.hasPrefix(sign) else { return message }
    let words = String(message.dropFirst(sign.count))
    let isName = words.dropFirst().first?.isUppercase == true
    let head = String(words.prefix(1))
    return Output.inOneVoice(Output.translated((isName ? head : head.lowercased()) + words.dropFirst()))
  }

  /// The names of all commands.
  static var commandNames: [String] { commands.map(\.key) + ["help"] }

  /// The command most like a word that is neither a command nor a path; nil if none is close.
  static func command(near word: String) -> String? {
    guard !word.contains("/"), !word.contains("."), word.utf8.count <= 20, Paths.isMissing(word) else {
      return nil
    }
    return nearest(to: word.lowercased(), among: commandNames)
  }

  /// The name that a word is, or is nearest to; nil where none is near.
  static func nearest(to word: String, among names: [String]) -> String? {
    if names.contains(word) { return word }
    var spelling = Spelling(word)
    for name in names { spelling.consider(name, stories: 1) }
    return spelling.nearest(limit: 1).first
  }

  /// A mistyped command before something that only a command takes: the reader's own usage would be no help.
  private static func mistyped(_ arguments: [String], _ error: any Error) -> Failure? {
    guard let word = arguments.first, !word.hasPrefix("-"), !commandNames.contains(word),
      !(error is Failure), exitCode(for: error) == .validationFailure, let near = command(near: word)
    else { return nil }
    return Failure("no command or directory “\(word)”. Did you mean `\(near)`?", status: Failure.misuse)
  }

  /// `newsroom help` of what is no command would print the help of the program.
  private static func checkHelp(_ arguments: [String]) throws {
    guard arguments.count == 2, arguments[0] == "help", !commandNames.contains(arguments[1]),
      !arguments[1].hasPrefix("-")
    else { return }
    let near = nearest(to: arguments[1].lowercased(), among: commandNames)
    throw Failure(
      "no command “\(arguments[1])”. "
        + (near.map { "Did you mean `\($0)`?" } ?? "There are: \(commandNames.joined(separator: ", "))."),
      status: Failure.misuse)
  }
}

/// The program with one of its commands.
private struct Alone<Command: ParsableCommand>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Newsroom.configuration.commandName, version: Newsroom.version,
      subcommands: [Command.self], defaultSubcommand: Command.self == Read.self ? Command.self : nil)
  }
}

/// An error with its exit status.
struct Failure: Error, CustomStringConvertible {
  /// The exit status of a command that was not understood or can't run here.
  static let misuse: Int32 = 2

  let message: String
  let status: Int32

  /// The message.
  var description: String { message }

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
}
