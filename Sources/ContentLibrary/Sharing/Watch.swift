internal import Dispatch
internal import System

/// Reports possible changes in a library's directory.
///
/// It uses inotify(7), with one watch per folder, so that nothing runs while nothing happens. If that is
/// impossible (a network file system, no watches left), it asks for a check every half minute.
public final class Watch: Sendable {
  /// How often to check the directory if changes are not reported, in milliseconds.
  static let period: Int32 = 30_000
  /// Changes come in bursts, and are reported after this long without another one, in milliseconds.
  private static let quiet: Int32 = 120
  /// The longest burst before it is reported anyway, in milliseconds.
  private static let longest = 600

  /// Whether the system reports changes, so that the directory need not be checked.
  public let isTold: Bool
  /// Rung when this is destroyed; nil if the system has no pipe left.
  private let stop: WakePipe?

  /// Begins to watch.
  ///
  /// - Parameter changed: called on the watch's own thread, never concurrently.
  public init(_ library: Library, changed: @escaping @Sendable () -> Void) {
    let stop = try? WakePipe()
    self.stop = stop
    let folders = FolderWatches(root: library.root)
    isTold = folders != nil
    guard let stop else { return }
    DispatchQueue(label: "newsroom.watch", qos: .utility).async {
      // Keep the library alive, and with it the directory that is watched.
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
        // No watches are left for new folders: check the directory from now on.
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
