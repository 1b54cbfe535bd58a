internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import System

/// The options that choose a library, shared by all commands.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: [.customLong("library"), .customShort("L")],
    help: ArgumentHelp("The library: a directory of stories.", valueName: "directory"),
    completion: .directory)
  var library: String?

  @Option(help: ArgumentHelp("Use this file for the index.", valueName: "path"), completion: .file())
  var index: String?

  /// Opens the library in `directory`, or else in the one from options, environment or settings.
  ///
  /// - Throws: `Failure` with status 2 if there is no such directory.
  func open(_ directory: String? = nil, settings: Settings? = nil) throws -> Library {
    let settings = try settings ?? Self.loadSettings()
    let path = path(directory, settings: settings)
    do {
      return try Library(settings.configuration(directory: path, index: index))
    } catch {
      throw Self.failure(error, path: path, wasSaid: directory ?? library != nil)
    }
  }

  /// The path of the library, said or usual; nil if that is no directory.
  func path(_ directory: String?) throws -> String? {
    let path = path(directory, settings: try Settings.load())
    return FileStatus(of: path)?.kind == .folder ? path : nil
  }

  private func path(_ directory: String?, settings: Settings) -> String {
    let said = directory ?? library ?? Environment["NEWSROOM_LIBRARY"] ?? settings.library ?? Self.usual
    guard FileStatus(of: said) == nil else { return said }
    return settings.libraries.first { $0.name == said }?.directory ?? said
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

  private static func failure(_ error: LibraryError, path: String, wasSaid: Bool) -> Failure {
    if case .noDirectory = error {
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
    _ directory: String? = nil, quiet: Bool = false, _ freshness: Freshness? = nil
  ) throws -> (Library, IndexSummary) {
    let interruption = Interruption()
    let library = try open(directory)
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
