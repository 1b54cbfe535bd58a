internal import ArgumentParser
internal import ContentLibrary
internal import System

/// The program: `newsroom [DIRECTORY]` opens the reader; the other commands are for the shell.
@main
struct Newsroom: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "newsroom",
    abstract: "Read a directory of stories in the terminal.",
    discussion: """
      Without a command, newsroom opens the reader on DIRECTORY, with three panes: the article list, the \
      story, and READ MORE, the stories that belong with it. Press ? in the reader for its keys, q to quit.

      The library is the DIRECTORY given, or else $NEWSROOM_LIBRARY, or `library` in newsroom.toml, or \
      ./Content.
      """,
    version: version,
    subcommands: [
      Read.self, List.self, SearchCommand.self, Show.self, RelatedCommand.self, Resolve.self, Export.self,
      Index.self, Check.self, Stats.self,
      FormatsCommand.self,
      Manual.self,
    ],
    defaultSubcommand: Read.self)

  static func main() {
    // Exceeding the limit on file sizes must fail one write, not kill the program.
    ThisProcess.ignoreFileSizeSignal()
    ThisProcess.exit(perform())
  }

  /// Runs a command.
  ///
  /// - Parameter arguments: nil for those of the process.
  /// - Returns: the exit status: 0 for success, 1 if nothing was found or the command failed, 2 if the
  ///   command line was not understood.
  static func perform(_ arguments: [String]? = nil) -> Int32 {
    do {
      try raiseOpenFiles()
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return status(of: error)
    }
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
    return Output.inOneVoice((isName ? head : head.lowercased()) + words.dropFirst())
  }

  /// The command most like a word that is neither a command nor a path; nil if none is close.
  static func command(near word: String) -> String? {
    guard !word.contains("/"), !word.contains("."), word.utf8.count <= 20, Paths.isMissing(word) else {
      return nil
    }
    var spelling = Spelling(word.lowercased())
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let name = names.first(where: { $0 == word.lowercased() }) { return name }
    for name in names { spelling.consider(name, stories: 1) }
    return spelling.nearest(limit: 1).first
  }
}

/// An error with its exit status.
struct Failure: Error {
  /// The exit status of a command that was not understood or can't run here.
  static let misuse: Int32 = 2

  let message: String
  let status: Int32

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
}
