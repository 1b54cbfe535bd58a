internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import System

/// `newsroom --kiosk`: a library that is safe to open to strangers.
///
/// Nothing that the guest brings chooses a file: the host's arguments and the host's file do. Everything that
/// is read is read in the sandbox, from a copy of the index that has nothing to hide.
struct ReadingRoom {
  /// The usual longest time without a key, in minutes.
  static let idleMinutes = 30
  /// How long to wait for another process that makes the first index, in seconds.
  private static let patience = 60.0

  let guest: Guest
  let settings: Settings
  let directories: [String]
  let index: String
  /// The folder of marks; nil if marks are not kept.
  let marks: String?

  /// Takes the guest and the host's wishes.
  init(_ read: Read) throws {
    guest = Guest.receive(command: read.guestCommand, cleans: Newsroom.isWholeProcess)
    settings = try read.config.map(Self.hostSettings) ?? Settings()
    let said = [read.places, read.options.library].first { !$0.isEmpty }
    guard let said = said ?? settings.library.map({ [$0] }) else {
      throw Failure("--kiosk needs a library: newsroom --kiosk DIRECTORY", status: Failure.misuse)
    }
    let paths = said.flatMap(settings.directories)
    for path in paths where FileStatus(of: path)?.kind != .folder {
      throw Failure("no such directory: \(path)", status: Failure.misuse)
    }
    directories = paths.map { Paths.real($0) ?? $0 }
    index = read.options.index ?? LibraryPaths.index(of: Library.identity(of: paths) ?? paths[0])
    // From here on nothing is looked for at home.
    if Newsroom.isWholeProcess { Environment.set("HOME", to: "/dev/null") }
    Installation.announceTerminals()
    marks = read.marks.map { Paths.real($0) ?? $0 }
    if let marks, FileStatus(of: marks)?.kind != .folder {
      throw Failure("--marks takes a folder: \(marks)", status: Failure.misuse)
    }
  }

  /// Reads the host's file, which nobody but its owner may be able to change.
  private static func hostSettings(_ path: String) throws -> Settings {
    guard let status = FileStatus(of: path), status.kind == .file else {
      throw Failure("no such file: \(path)", status: Failure.misuse)
    }
    guard status.permissions & 0o022 == 0 else {
      throw Failure("others can write to \(path); run `chmod go-w \(path)`", status: Failure.misuse)
    }
    return try Settings.load(path)
  }

  /// Opens the room: brings the index up to date if this account keeps it, gives up all other rights, and
  /// opens the library for strangers.
  func open(wish: SandboxWish) throws -> Library {
    if Paths.obstacle(toWriting: index) == nil || mayMakeIndex { try keepIndex(wish: wish) }
    guard Library.hasPublicCopy(of: index) else {
      throw Failure(
        "there is no index for strangers at \(index). Make one as its owner, and keep it up to date: "
          + "newsroom index --public --watch --index \(index) \(directories.joined(separator: " "))")
    }
    try Confinement.enter(
      Confinement.strangers(library: directories, index: index, marks: marks), wish: wish)
    var configuration = settings.configuration(directories, index: index)
    configuration.audience = .everybody
    configuration.keepsMarks = marks != nil && guest.marksName != nil
    if let marks, let name = guest.marksName { configuration.marksPath = marks + "/" + name }
    do {
      return try Library(configuration)
    } catch {
      throw Failure("\(error)")
    }
  }

  /// Whether there is no index, and this account may make one.
  private var mayMakeIndex: Bool {
    guard Paths.isMissing(index) else { return false }
    if Library.hasPublicCopy(of: index) { return false }
    Paths.makeFolders(above: index)
    return Paths.obstacle(toWriting: Paths.folder(of: index)) == nil
  }

  /// Reads what has changed in the library, in a child process that ends before the room opens: what reads
  /// files may write to the index, and the room may not.
  private func keepIndex(wish: SandboxWish) throws {
    guard Newsroom.isWholeProcess else { return try readChanges() }
    let status = ThisProcess.inChild {
      do {
        var sandbox = Confinement.strangers(library: directories, index: index, marks: nil)
        (sandbox.memory, sandbox.fileSize) = (nil, nil)
        sandbox.writable.append(Paths.folder(of: index))
        try Confinement.enter(sandbox, wish: wish)
        try readChanges()
        return 0
      } catch {
        Output.complain((error as? Failure)?.message ?? "\(error)")
        return 1
      }
    }
    // An older copy is as good, if it is there.
    guard status == 0 || Library.hasPublicCopy(of: index) else { throw Failure("the library can't be read") }
  }

  private func readChanges() throws {
    do {
      var configuration = settings.configuration(directories, index: index)
      configuration.keepsMarks = false
      configuration.archivePath = Paths.folder(of: index) + "/archive.sqlite"
      let library = try Library(configuration)
      // Whoever watches the library keeps the copy up to date too.
      let seat = WriterLock(library)
      guard seat.take() || !Library.hasPublicCopy(of: index) else { return }
      defer { withExtendedLifetime(seat) {} }
      var bar = ProgressBar()
      defer { bar.clear() }
      let began = MonotonicClock.seconds
      while try library.refresh(progress: { progress in
        bar.show(progress)
        return .goOn
      }).wasBusy {
        guard !Library.hasPublicCopy(of: index) else { return }
        guard MonotonicClock.seconds - began < Self.patience else { return }
        Sleep.milliseconds(100)
      }
      if try !library.isPublicCopyCurrent() { try library.publishForAll() }
    } catch {
      throw Failure("\(error)")
    }
  }
}

/// What a guest is told of an error: nothing of the host's files.
enum GuestMessage {
  static func of(_ error: any Error) -> String {
    switch error as? LibraryError {
    case .storyIsGone?, .noStory?: "This story is no longer here."
    default: "This can't be shown at the moment."
    }
  }
}
