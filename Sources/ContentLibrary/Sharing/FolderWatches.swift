internal import System

/// Watches on the folders of a directory.
struct FolderWatches {
  /// The events: files and folders that arrive, change, move or disappear.
  private static let events: Inotify.Events = [
    .written, .movedFrom, .movedTo, .made, .removed, .selfRemoved, .selfMoved, .foldersOnly,
  ]
  private let inotify: Inotify
  private let scanner: Scanner
  /// The folder behind each watch.
  private var folders: [Inotify.Watch: Scanner.Watched] = [:]
  /// Whether the system has no watches left.
  private(set) var isExhausted = false

  /// The descriptor that becomes readable after a change.
  var number: Int32 { inotify.number }

  /// Watches every folder that is read; nil if that is impossible.
  init?(root: Root) {
    guard !root.directories.contains(where: { FileSystem.isSilent($0.path) }), let inotify = try? Inotify()
    else { return nil }
    self.inotify = inotify
    scanner = Scanner(root: root)
    for top in tops { add(top) }
    if isExhausted { return nil }
  }

  private var tops: [Scanner.Watched] { scanner.root.tops.map { Scanner.Watched(folder: $0) } }

  /// Watches a folder and its subfolders.
  private mutating func add(_ start: Scanner.Watched) {
    var waiting = [start]
    // Links may lead in a circle.
    var seen: Set<String> = []
    while var next = waiting.popLast(), !isExhausted {
      guard seen.insert((next.isForLinks ? "l" : "f") + next.folder.place).inserted else { continue }
      guard let (directory, inner) = scanner.root.place(of: next.folder.place) else { continue }
      let full = inner.isEmpty ? directory.path : directory.prefix + inner
      let watch: Inotify.Watch
      do throws(SystemError) {
        watch = try inotify.watch(full, for: Self.events)
      } catch {
        if error.isExhausted { isExhausted = true }
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

  /// Reads the events, and returns whether any of them matters.
  mutating func take() -> Bool {
    var hasNews = false
    while true {
      let events = inotify.take()
      guard !events.isEmpty else { return hasNews }
      var found: [Scanner.Watched] = []
      for event in events where note(event, found: &found) { hasNews = true }
      for folder in found { add(folder) }
    }
  }

  private mutating func note(_ event: Inotify.Event, found: inout [Scanner.Watched]) -> Bool {
    if event.events.contains(.overflow) {
      found += tops
      return true
    }
    if event.events.contains(.ended) {
      folders[event.watch] = nil
      return false
    }
    guard let watched = folders[event.watch], !watched.isForLinks, !event.name.isEmpty else { return true }
    let folder = watched.folder
    // New rules may include other folders.
    if event.name == IgnoreRules.fileName {
      found += tops
      return true
    }
    let isFolder = event.events.contains(.isFolder)
    // Skipped files don't matter; editors write hidden files all the time.
    guard folder.rules.origin(of: folder.path(of: event.name), isFolder: isFolder) == nil else {
      return false
    }
    if !event.events.isDisjoint(with: [.made, .movedTo]) {
      if isFolder {
        found.append(Scanner.Watched(folder: folder.folder(event.name)))
      } else if let target = scanner.watched(link: event.name, in: folder) {
        found.append(target)
      }
    }
    return true
  }
}
