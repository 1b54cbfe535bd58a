internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats
internal import System

/// `newsroom sync`: keeps marks in step with other machines, and shows their state.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Keep marks, tags, clippings and searches in step with your other machines.",
    discussion: """
      Reads the journals in the folder of `[sync]` in newsroom.toml, does what they say, and writes this \
      machine's own. The reader does the same by itself. See SYNC in newsroom(1).
      """)

  @OptionGroup var options: LibraryOptions

  @Option(
    help: ArgumentHelp("Use this folder instead of the one in newsroom.toml.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Print the state as a JSON object.")
  var json = false

  func run() throws {
    let settings = try Settings.load()
    guard let folder = folder.map(Self.whole) ?? settings.syncFolder else {
      throw Failure(
        "no folder is set. Write [sync] and folder = \"…\" in newsroom.toml, or give --folder",
        status: Failure.misuse)
    }
    let library = try options.open()
    let report = try Self.sync(library, with: folder, readsAll: true)
    if json {
      Output.write(report.json(folder: folder).pretty + "\n")
    } else {
      Output.tell(report.lines)
    }
    for problem in report.problems { Output.complain(problem) }
    if !report.problems.isEmpty { throw ExitCode(1) }
  }

  private static func whole(_ path: String) -> String {
    path.hasPrefix("/") ? path : (Paths.real(".") ?? ".") + "/" + path
  }

  private static func sync(_ library: Library, with folder: String, readsAll: Bool) throws -> SyncReport {
    do {
      return try library.sync(
        with: folder, searches: SearchFile.usual?.synced(of: library.identity), readsAll: readsAll)
    } catch {
      throw Failure("\(error)")
    }
  }

  /// Passes on what a command has marked, if a folder is set; where that fails, the marks are passed on later.
  static func afterMarks(in library: Library) {
    guard let folder = Settings.read().syncFolder else { return }
    do {
      for problem in try sync(library, with: folder, readsAll: false).problems { Output.complain(problem) }
    } catch {
      Output.complain("\(error)")
    }
  }
}

extension SyncReport {
  fileprivate var lines: [Phrase] {
    var lines = machines.map(\.line)
    let done: Phrase = """
      \(.counted(marks, "mark", "marks")), \(.counted(clippings, "clipping", "clippings")), \
      \(.counted(searches, "search", "searches"))
      """
    lines.append("\(.counted(sent, "change", "changes")) of this machine written; done here: \(done).")
    if strangeLines > 0 {
      lines.append("\(.counted(strangeLines, "line", "lines")) could not be read and passed over.")
    }
    return lines
  }

  fileprivate func json(folder: String) -> JSON {
    .object([
      ("folder", .string(folder)),
      (
        "machines",
        .array(
          machines.map { machine in
            .object([
              ("name", .string(machine.name)), ("isThis", .bool(machine.isThis)),
              ("lines", .optional(machine.lines)), ("changes", .number(machine.changes)),
              ("last", .optional(machine.last.map { Timestamp(seconds: $0 / 1_000).iso8601 })),
            ])
          })
      ),
      ("sent", .number(sent)), ("marks", .number(marks)), ("clippings", .number(clippings)),
      ("searches", .number(searches)), ("strangeLines", .number(strangeLines)),
      ("problems", .strings(problems)),
    ])
  }
}

extension SyncReport.Machine {
  /// "desk (this machine): 12 lines, 40 changes, last at 2026-11-28 09:30".
  fileprivate var line: Phrase {
    let journal: Phrase = lines.map { .counted($0, "line", "lines") } ?? "no journal"
    let said: Phrase = "\(journal), \(.counted(changes, "change", "changes"))"
    let named: Phrase = isThis ? "\(name) (this machine): \(said)" : "\(name): \(said)"
    guard let last else { return named }
    let moment = Timestamp(seconds: last / 1_000, offset: Clock.now.offset)
    return "\(named), last at \(moment.iso8601.prefix(16).replacing("T", with: " "))"
  }
}
