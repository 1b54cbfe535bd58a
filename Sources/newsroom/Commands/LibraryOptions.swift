internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import System

/// The options that choose a library, shared by all commands.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: [.customLong("library"), .customShort("L")],
    help: ArgumentHelp(
      "The library: a directory of stories. Several are read as one library.", valueName: "directory"),
    completion: .directory)
  var library: [String] = []

  @Option(help: ArgumentHelp("Use this file for the index.", valueName: "path"), completion: .file())
  var index: String?

  /// Opens the library in `directories`, or else in those from options, environment or settings.
  ///
  /// - Throws: `Failure` with status 2 if there is no such directory.
  func open(_ directories: [String] = [], settings: Settings? = nil) throws -> Library {
    let settings = try settings ?? Self.loadSettings()
    do {
      return try Library(settings.configuration(paths(directories, settings: settings), index: index))
    } catch {
      throw Self.failure(error, wasSaid: !(directories + library).isEmpty)
    }
  }

  /// The paths of the library, said or usual; nil if one of them is no directory.
  func paths(_ directories: [String] = []) throws -> [String]? {
    let paths = paths(directories, settings: try Settings.load())
    return paths.allSatisfy { FileStatus(of: $0)?.kind == .folder } ? paths : nil
  }

  /// The library of options, environment or settings, as it is written there; nil if none is chosen.
  func chosen(_ settings: Settings) -> [String]? {
    if !library.isEmpty { return library }
    return (Environment["NEWSROOM_LIBRARY"] ?? settings.library).map { [$0] }
  }

  private func paths(_ directories: [String], settings: Settings) -> [String] {
    let said = directories.isEmpty ? chosen(settings) ?? [Self.usual] : directories
    return said.flatMap(settings.directories)
  }

  /// Reads the settings for a command of the shell, and says what in them is not known.
  private static func loadSettings() throws -> Settings {
    let settings = try Settings.load()
    for notice in settings.notices { Output.complain(notice.message) }
    return settings
  }

  /// The library where none is said: the one here, else the sample.
  private static var usual: String {
    let here = "Content"
    return Paths.exists(here) ? here : Sample.directory ?? here
  }

  private static func failure(_ error: LibraryError, wasSaid: Bool) -> Failure {
    if case .noDirectory(let path) = error {
      if wasSaid, let command = Newsroom.command(near: path) {
        return Failure(
          "no command or directory “\(path)”. Did you mean `\(command)`?", status: Failure.misuse)
      }
      let status = FileStatus(of: path)
      let isFile = status.map { $0.kind != .folder } ?? false
      let hint =
        isFile
        ? "To read the file, run `newsroom \(path)`; to print it, `newsroom show \(path)`."
        : wasSaid
          ? "Give the directory that holds your stories."
          : "Run `newsroom DIRECTORY`, or set NEWSROOM_LIBRARY."
      let what =
        Paths.isMissing(path)
        ? "no such directory: \(path)"
        : isFile ? "\(path) is a file, not a directory" : "can't read the directory \(path)"
      return Failure("\(what). \(hint)", status: Failure.misuse)
    }
    return Failure("\(error)")
  }
}

/// Whether a command looks for changed files before it answers.
struct Freshness: ParsableArguments {
  @Flag(
    name: .customLong("no-refresh"),
    help: "Use the index as it is; don't look for changed files first.")
  var asItIs = false
}

extension LibraryOptions {
  /// How long to wait for another process to finish its refresh, in seconds.
  private static let patience = 60.0

  /// Opens the library for a command, and brings its index up to date.
  ///
  /// - Parameters:
  ///   - quiet: whether to hide the progress bar even on a terminal.
  ///   - freshness: whether to use an existing index as it is.
  /// - Throws: `Failure`, with status 130 if interrupted; what was read so far is kept.
  func openAndRefresh(
    _ directories: [String] = [], quiet: Bool = false, _ freshness: Freshness? = nil
  ) throws -> (Library, IndexSummary) {
    let interruption = Interruption()
    let library = try open(directories)
    if freshness?.asItIs == true, let stories = try? library.count(), stories > 0 {
      if let notice = library.notice, !quiet { Output.complain(notice) }
      return (library, IndexSummary(stories: stories))
    }
    var bar = ProgressBar(quiet: quiet)
    var summary: IndexSummary
    do {
      let began = MonotonicClock.seconds
      repeat {
        summary = try library.refresh { progress in
          bar.show(progress)
          return interruption.happened ? .stop : .goOn
        }
        // Another process is reading the directory: a short wait is better than half a list.
        if summary.wasBusy { Sleep.milliseconds(50) }
      } while summary.wasBusy && !interruption.happened && MonotonicClock.seconds - began < Self.patience
    } catch {
      bar.clear()
      throw Failure("\(error)")
    }
    bar.clear()
    if interruption.happened {
      throw Failure(
        "interrupted. What was read so far is kept; the next run continues from there.", status: 130)
    }
    if summary.wasBusy {
      Output.complain("another newsroom is still reading the directory; the results may be incomplete")
    }
    if let notice = library.notice, !quiet { Output.complain(notice) }
    return (library, summary)
  }
}
