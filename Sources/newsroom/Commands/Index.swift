internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// `newsroom index`: builds or refreshes the index.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read the directory into the index, or bring the index up to date.",
    discussion: """
      The reader does this by itself. Files that have not changed are not read again. The index lies in \
      $XDG_CACHE_HOME/newsroom (else ~/.cache/newsroom) and can be deleted at any time; what you have read and \
      saved is kept apart from it. Stories that a feed carried stay when they leave it, until --prune.
      """)

  @Argument(help: "The directory of stories.", completion: .directory)
  var directory: String?

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @Flag(name: [.long, .customShort("q")], help: "No progress bar, no summary.")
  var quiet = false

  @Flag(help: "Stay, and keep the index up to date as stories land, until interrupted.")
  var watch = false

  @Flag(
    help: ArgumentHelp(
      "Let other users read the index.",
      discussion: """
        A finished copy is put beside the file that --index names whenever the index has changed, at most once a minute. \
        Whoever gives the same --index and may not write there reads the copy.
        """))
  var share = false

  @Flag(help: "Forget the stories that left their feeds.")
  var prune = false

  func run() throws {
    let began = MonotonicClock.seconds
    if share, options.index == nil {
      throw ValidationError("--share needs --index PATH, a place that others can read.")
    }
    if prune { try forget() }
    let (library, summary) = try options.openAndRefresh(directory, quiet: quiet)
    report(summary, of: library, seconds: MonotonicClock.seconds - began)
    guard !library.isShared else {
      throw Failure(
        "\(library.indexPath) can't be written to by this user; it is kept up to date by its owner.")
    }
    if share { try publish(library) }
    guard watch else { return }
    try IndexService(library: library, shares: share, quiet: quiet).run { summary, seconds in
      report(summary, of: library, seconds: seconds)
    }
  }

  private func publish(_ library: Library) throws {
    do {
      try library.publish()
    } catch {
      throw Failure("\(error)")
    }
    let folder = Paths.folder(of: library.indexPath)
    if !quiet, let status = FileStatus(of: folder), !status.isOpenToOthers {
      Output.complain("other users can't enter \(folder); let them with `chmod o+x`.")
    }
  }

  private func report(_ summary: IndexSummary, of library: Library, seconds: Double) {
    if json {
      Output.write(summary.json(library: library, seconds: seconds).pretty + "\n")
    } else if !quiet {
      Output.say(summary.sentence(seconds: seconds))
      if summary.problems > 0 {
        Output.say("\(summary.problems) problems were met: `newsroom check` lists them.")
      }
    }
  }

  private func forget() throws {
    do {
      let count = try options.open(directory).prune()
      if !quiet, !json {
        Output.say("\(count == 1 ? "1 story" : "\(count) stories") that left a feed forgotten.")
      }
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
  }
}

extension IndexSummary {
  fileprivate func json(library: Library, seconds: Double) -> JSON {
    .object([
      ("library", .string(library.directory)), ("index", .string(library.indexPath)),
      ("stories", .number(stories)), ("files", .number(files)), ("added", .number(added)),
      ("changed", .number(changed)), ("removed", .number(removed)), ("unchanged", .number(unchanged)),
      ("skipped", .number(skipped)), ("problems", .number(problems)), ("bytes", .number(bytes)),
      ("seconds", .real((seconds * 1000).rounded() / 1000)),
    ])
  }

  fileprivate func sentence(seconds: Double) -> String {
    let time = "\((seconds * 100).rounded() / 100) s"
    let count = stories == 1 ? "1 story" : "\(stories) stories"
    guard changedAnything else { return "\(count) in \(files) files; nothing has changed (\(time))." }
    return "\(count) in \(files) files: \(added) added, \(changed) changed, \(removed) removed (\(time))."
  }
}
