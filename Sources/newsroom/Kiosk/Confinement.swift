internal import ArgumentParser
internal import ContentLibrary
internal import System

/// Whether the program is to give up the rights that it does not need.
enum SandboxWish: String, CaseIterable, ExpressibleByArgument {
  /// Not at all.
  case off
  /// As far as the kernel can.
  case `try`
  /// Whole, or not run.
  case require
}

/// What the program may still touch in its sandbox, by what it is about to do.
enum Confinement {
  /// Enters a sandbox.
  ///
  /// - Throws: `Failure` with status 2 if it is required, and the kernel can't.
  static func enter(_ sandbox: Sandbox, wish: SandboxWish) throws {
    guard wish != .off, Newsroom.isWholeProcess else { return }
    let report = sandbox.enter()
    guard wish == .require, !report.isWhole else { return }
    throw Failure(
      "the sandbox is required, and \(report.missing.joined(separator: "; ")). "
        + "Use --sandbox try to go on without.", status: Failure.misuse)
  }

  /// For the reader of one's own library, or of a file.
  static func reader(of paths: [String]) -> Sandbox {
    var sandbox = own(
      library: paths.map { path in
        let place = Paths.real(path) ?? path
        return FileStatus(of: path)?.kind == .folder ? place : Paths.folder(of: place)
      })
    sandbox.terminals = terminals
    let folders = [("XDG_CONFIG_HOME", ".config"), ("XDG_CACHE_HOME", ".cache")]
    for (variable, fallback) in folders {
      sandbox.writable.append(made(LibraryPaths.folder(variable: variable, fallback: fallback)))
    }
    if let journals = Settings.read().syncFolder, Paths.exists(journals) { sandbox.writable.append(journals) }
    return sandbox
  }

  /// For the indexer.
  ///
  /// - Parameter index: the index's path; nil for the usual one.
  static func indexer(of directories: [String], index: String?) -> Sandbox {
    var sandbox = own(library: directories.map { Paths.real($0) ?? $0 })
    sandbox.writable.append(made(Paths.folder(of: index ?? LibraryPaths.index(of: directories[0]))))
    sandbox.readable.append(LibraryPaths.folder(variable: "XDG_CONFIG_HOME", fallback: ".config"))
    return sandbox
  }

  /// For strangers: the library and its index are read, and only marks are written.
  static func strangers(library: [String], index: String, marks: String?) -> Sandbox {
    var sandbox = Sandbox(
      readable: system + library + [Paths.folder(of: index)], writable: marks.map { [$0] } ?? [],
      terminals: terminals)
    sandbox.fileSize = 64 << 20
    sandbox.memory = 4 << 30
    sandbox.processorTime = 900
    return sandbox
  }

  /// What is read of the system and of the program's own installation.
  private static var system: [String] { Sandbox.system + [Installation.terminals].compactMap(\.self) }

  private static func own(library: [String]) -> Sandbox {
    Sandbox(
      readable: system + library,
      writable: [
        made(Paths.folder(of: LibraryPaths.marks)), Environment["TMPDIR"] ?? "/tmp",
      ])
  }

  private static var terminals: [String] {
    ["/dev/tty"]
      + [TerminalDevice.input, TerminalDevice.output].compactMap { TerminalDevice.path(of: $0) }
  }

  /// The folder, made if it is missing: a place must exist to be named.
  private static func made(_ folder: String) -> String {
    Paths.makeFolders(above: folder + "/.")
    return folder
  }
}
