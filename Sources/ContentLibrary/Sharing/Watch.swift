internal import Dispatch
internal import System

/// Tells when something under a library's directory may have changed.
///
/// By inotify(7), a watch a folder, so that nothing runs while nothing happens. Where that can't be (a
/// network file system that does not tell, no watches left), the directory is to be looked through every half
/// minute.
public final class Watch: Sendable {
  /// How often the directory is looked through where nothing tells of changes, in milliseconds.
  static let period: Int32 = 30_000
  /// Changes come in bursts: they are told when it has been quiet for so long, in milliseconds.
  private static let quiet: Int32 = 120
  /// Changes that do not end are told after so long all the same, in milliseconds.
  private static let longest = 600

  /// Whether changes are told by the system, as against looked for.
  public let isTold: Bool
  /// Rung when this goes; nil where the system has no pipe left.
  private let stop: WakePipe?

  /// Begins to watch.
  ///
  /// - Parameter changed: called on a thread of the watch's own, never twice at once.
  public init(_ library: Library, changed: @escaping @Sendable () -> Void) {
    let stop = try? WakePipe()
    self.stop = stop
    let folders = FolderWatches(root: library.root)
    isTold = folders != nil
    guard let stop else { return }
    DispatchQueue(label: "newsroom.watch", qos: .utility).async {
      // The library goes with the last who holds it, and with it the directory that is watched.
      withExtendedLifetime(library) { Self.run(folders, stop: stop, changed: changed) }
    }
  }

  deinit { stop?.ring() }

  private static func run(_ folders: FolderWatches?, stop: WakePipe, changed: () -> Void) {
    var folders = folders
    var isPending = false
    var since = 0
    while true {
      let isWatching = folders != nil
      let patience = isPending ? quiet : isWatching ? nil : period
      guard let found = try? Readiness.wait(for: [stop.number, folders?.number], milliseconds: patience),
        !found.hasNews(0)
      else { return }
      if found.hasNews(1), let hasNews = folders?.take() {
        if hasNews, !isPending { (isPending, since) = (true, MonotonicClock.milliseconds) }
        // No watches are left for new folders: from here on the directory is looked through.
        if folders?.isExhausted == true { folders = nil }
      } else if found.isTimeOut, !isWatching {
        isPending = true
        since = 0
      }
      if isPending, found.isTimeOut || MonotonicClock.milliseconds - since > longest {
        isPending = false
        changed()
      }
    }
  }
}
