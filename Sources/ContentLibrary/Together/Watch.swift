internal import Dispatch
internal import Glibc

/// Tells when something under a library's directory may have changed.
///
/// By inotify(7), a watch a folder, so that nothing runs while nothing happens. Where that can't be (a network file system
/// that does not tell, no watches left), the directory is to be looked through every half minute.
public final class Watch: Sendable {
  /// How often the directory is looked through where nothing tells of changes, in milliseconds.
  static let period: Int32 = 30_000
  /// Changes come in bursts: they are told when it has been quiet for so long, in milliseconds.
  private static let quiet: Int32 = 120
  /// Changes that do not end are told after so long all the same, in milliseconds.
  private static let longest = 600

  /// Whether changes are told by the system, as against looked for.
  public let isTold: Bool
  private let stopPipe: (read: Int32, write: Int32)

  /// Begins to watch.
  ///
  /// - Parameter changed: called on a thread of the watch's own, never twice at once.
  public init(_ library: Library, changed: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopPipe = (ends[0], ends[1])
    let folders = FolderWatches(root: library.root)
    isTold = folders != nil
    let stop = stopPipe.read
    DispatchQueue(label: "newsroom.watch", qos: .utility).async {
      // The library goes with the last who holds it, and with it the directory that is watched.
      withExtendedLifetime(library) { Self.run(folders, stop: stop, changed: changed) }
      close(stop)
    }
  }

  deinit { close(stopPipe.write) }

  private static func run(_ folders: FolderWatches?, stop: Int32, changed: () -> Void) {
    var folders = folders
    defer { folders?.end() }
    var isPending = false
    var since = 0
    while true {
      let isWatching = folders != nil
      var watched = [
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        pollfd(fd: folders?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let patience = isPending ? quiet : isWatching ? -1 : period
      let count = poll(&watched, 2, patience)
      if count < 0, errno != EINTR { return }
      if watched[0].revents != 0 { return }
      if watched[1].revents != 0, let hasNews = folders?.take() {
        if hasNews, !isPending { (isPending, since) = (true, now) }
        // No watches are left for new folders: from here on the directory is looked through.
        if folders?.isExhausted == true {
          folders?.end()
          folders = nil
        }
      } else if count == 0, !isWatching {
        isPending = true
        since = 0
      }
      if isPending, count == 0 || now - since > longest {
        isPending = false
        changed()
      }
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}

/// The watches of the folders of a directory.
struct FolderWatches {
  /// What is told of: files that land, change, move or vanish, and folders.
  private static let events =
    UInt32(
      IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)
    | UInt32(IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK)
  let descriptor: Int32
  private let scanner: Scanner
  /// The folder behind each watch.
  private var folders: [Int32: Scanner.Watched] = [:]
  /// Whether the system has no watches left.
  private(set) var isExhausted = false

  /// Watches every folder that is read; nil where that can't be done.
  init?(root: Root) {
    guard !FileSystem.isSilent(root.directory) else { return nil }
    descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    scanner = Scanner(root: root)
    add(top)
    if isExhausted {
      close(descriptor)
      return nil
    }
  }

  private var top: Scanner.Watched { Scanner.Watched(folder: Scanner.Folder(rules: scanner.root.rules)) }

  /// Watches a folder and those in it.
  private mutating func add(_ start: Scanner.Watched) {
    var waiting = [start]
    // Links may lead round in a circle.
    var seen: Set<String> = []
    while var next = waiting.popLast(), !isExhausted {
      guard seen.insert((next.isForLinks ? "l" : "f") + next.folder.place).inserted else { continue }
      let directory = scanner.root.directory
      let full = next.folder.place.isEmpty ? directory : directory + "/" + next.folder.place
      let watch = inotify_add_watch(descriptor, full, Self.events)
      if watch < 0 {
        if errno == ENOSPC || errno == ENOMEM { isExhausted = true }
        continue
      }
      guard !next.isForLinks else {
        if folders[watch] == nil { folders[watch] = next }
        continue
      }
      waiting += scanner.watched(in: &next.folder)
      folders[watch] = next
    }
  }

  /// Gives the watches back.
  func end() { close(descriptor) }

  /// Takes in what happened; whether any of it matters.
  mutating func take() -> Bool {
    var hasNews = false
    while true {
      let events = InotifyEvents(descriptor)
      guard !events.isEmpty else { return hasNews }
      var found: [Scanner.Watched] = []
      for event in events where note(event, found: &found) { hasNews = true }
      for folder in found { add(folder) }
    }
  }

  private mutating func note(_ event: InotifyEvents.Event, found: inout [Scanner.Watched]) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      found.append(top)
      return true
    }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      folders[event.watch] = nil
      return false
    }
    guard let watched = folders[event.watch], !watched.isForLinks, !event.name.isEmpty else { return true }
    let folder = watched.folder
    // Other rules may let other folders in.
    if event.name == IgnoreRules.fileName {
      found.append(top)
      return true
    }
    let isFolder = event.mask & UInt32(IN_ISDIR) != 0
    // What is passed over tells nothing; editors write hidden files all the time.
    guard folder.rules.origin(of: folder.path(of: event.name), isFolder: isFolder) == nil else {
      return false
    }
    if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
      if isFolder {
        found.append(Scanner.Watched(folder: folder.folder(event.name)))
      } else if let target = scanner.watched(link: event.name, in: folder) {
        found.append(target)
      }
    }
    return true
  }
}
