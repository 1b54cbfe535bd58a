internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats
internal import System

/// `newsroom index`: builds or updates the index.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build the index of a library, or bring it up to date.",
    discussion: """
      The reader does this itself. Unchanged files are not read again. The index is in \
      $XDG_CACHE_HOME/newsroom (or ~/.cache/newsroom) and is safe to delete: what you have read and saved \
      is stored elsewhere. Stories that have dropped out of their feed stay until you run --prune.
      """)

  @Argument(
    help: "The library: a directory of stories. Several are given by -L each.", completion: .directory)
  var directory: String?

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @Flag(name: [.long, .customShort("q")], help: "Print no progress bar and no summary.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "With --watch, run COMMAND for each story that arrives and that this search finds.",
      discussion: """
        COMMAND follows two hyphens: newsroom index --watch --on 'desk:harbour' -- notify-send Arrived. It \
        reads the story on its standard input, as a JSON object on one line. No story gets a second run, \
        also if newsroom is killed; what arrives while nobody watches gets its run at the next start.
        """, valueName: "query"))
  var on: String?

  @Option(help: ArgumentHelp("With --on, run COMMAND for this many stories at once.", valueName: "number"))
  var atOnce = 4

  @Option(help: ArgumentHelp("With --on, kill COMMAND after this time.", valueName: "seconds"))
  var within = 60.0

  @Argument(parsing: .postTerminator, help: "With --on, the program to run, and its arguments.")
  var command: [String] = []

  @Flag(help: "Keep running, and update the index as stories arrive, until interrupted.")
  var watch = false

  @Flag(
    help: ArgumentHelp(
      "Let other users read the index.",
      discussion: """
        Whenever the index changes, at most once a minute, newsroom puts a copy beside the file that \
        --index names. Users who give the same --index but can't write there read the copy.
        """))
  var share = false

  @Flag(
    name: .customLong("public"),
    help: ArgumentHelp(
      "Make a copy of the index for strangers, which newsroom --kiosk reads.",
      discussion: """
        It has no story that is killed, withheld or under an embargo. With --watch a new copy is made \
        whenever the index changes, at most once a minute, and at once if a story is killed or an embargo \
        ends.
        """))
  var isPublic = false

  @Option(
    help: ArgumentHelp(
      "Read files without the rights that reading does not need: try (as if not set), require or off.",
      valueName: "wish"))
  var sandbox = SandboxWish.try

  @Flag(help: "Remove stories that have dropped out of their feeds.")
  var prune = false

  func validate() throws {
    if on != nil || !command.isEmpty {
      if on == nil || command.isEmpty || !watch {
        throw ValidationError("--watch, --on QUERY and -- COMMAND go together.")
      }
      if sandbox == .require {
        throw ValidationError("--on can't be combined with --sandbox require: it runs other programs.")
      }
    }
    if !(1...64).contains(atOnce) { throw ValidationError("--at-once must be from 1 to 64.") }
    if !(0.1...86_400).contains(within) { throw ValidationError("--within must be from 0.1 to 86400.") }
  }

  private var directories: [String] { directory.map { [$0] } ?? [] }

  func run() throws {
    if let on { try ShellQuery.check([on]) }
    let began = MonotonicClock.seconds
    if share, options.index == nil {
      throw ValidationError("--share needs --index PATH, in a folder that other users can read.")
    }
    if on == nil, let paths = try options.paths(directories) {
      try Confinement.enter(Confinement.indexer(of: paths, index: options.index), wish: sandbox)
    }
    if prune { try forget() }
    let (library, summary) = try options.openAndRefresh(directories, quiet: quiet)
    report(summary, of: library, seconds: MonotonicClock.seconds - began)
    guard !library.isShared else {
      throw Failure(
        "you can't write to \(library.indexPath); its owner keeps it up to date.")
    }
    if share { try publish(library) { try library.publish() } }
    if isPublic { try publish(library) { try library.publishForAll() } }
    guard watch else { return }
    var service = IndexService(library: library, copies: (share, isPublic), quiet: quiet)
    service.alerts = try on.map { search in
      try ArrivalAlerts(
        library, search: search,
        program: ArrivalAlerts.Program(words: command, atOnce: atOnce, seconds: within))
    }
    try service.run { summary, seconds in
      report(summary, of: library, seconds: seconds)
    }
  }

  private func publish(_ library: Library, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      throw Failure("\(error)")
    }
    let folder = Paths.folder(of: library.indexPath)
    if !quiet, let status = FileStatus(of: folder), !status.isOpenToOthers {
      Output.complain("other users can't open \(folder); allow it with `chmod o+x \(folder)`.")
    }
  }

  private func report(_ summary: IndexSummary, of library: Library, seconds: Double) {
    if json {
      Output.write(summary.json(library: library, seconds: seconds).pretty + "\n")
    } else if !quiet {
      Output.tell(summary.sentence(seconds: seconds))
      if summary.problems > 0 {
        Output.tell(
          .counted(
            summary.problems, "problem; `newsroom check` shows it.",
            "problems; `newsroom check` lists them."))
      }
    }
  }

  private func forget() throws {
    do {
      let count = try options.open(directories).prune()
      if !quiet, !json {
        Output.tell("\(.counted(count, "story", "stories")) removed that had dropped out of a feed.")
      }
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
  }
}

extension IndexSummary {
  fileprivate func json(library: Library, seconds: Double) -> JSON {
    .object([
      ("library", .string(library.identity)), ("index", .string(library.indexPath)),
      ("stories", .number(stories)), ("files", .number(files)), ("added", .number(added)),
      ("changed", .number(changed)), ("removed", .number(removed)), ("unchanged", .number(unchanged)),
      ("skipped", .number(skipped)), ("problems", .number(problems)), ("bytes", .number(bytes)),
      ("seconds", .real((seconds * 1000).rounded() / 1000)),
    ])
  }

  fileprivate func sentence(seconds: Double) -> Phrase {
    let time: Phrase =
      seconds < 1
      ? "\(Int((seconds * 1_000).rounded())) ms" : "\(.decimal(tenths: Int((seconds * 10).rounded()))) s"
    let count: Phrase = .counted(stories, "story", "stories")
    let files: Phrase = .counted(files, "file", "files")
    guard changedAnything else { return "\(count) in \(files); nothing has changed (\(time))." }
    let changes: Phrase = """
      \(.number(added)) added, \(.number(changed)) changed, \(.number(removed)) removed
      """
    return "\(count) in \(files): \(changes) (\(time))."
  }
}
