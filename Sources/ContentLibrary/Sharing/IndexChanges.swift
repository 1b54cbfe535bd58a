internal import Dispatch
internal import System

/// Reports changes of the index to a process that only reads it.
///
/// It uses inotify(7) on the signal file, or on the folder of a shared copy, so that nothing runs while
/// nothing happens. A user has a limited number of inotify instances (usually 128); further readers check
/// every few seconds.
public final class IndexChanges: Sendable {
  /// The time between reports during a refresh, in milliseconds: hundreds of readers would slow down the
  /// writer.
  private static let pause: Int32 = 5_000
  /// How often to check if the system does not report changes, in milliseconds.
  private static let period: Int32 = 3_000

  /// Rung when this is destroyed; nil if the system has no pipe left.
  private let stop: WakePipe?

  /// Begins to listen.
  ///
  /// - Parameter changed: called on its own thread, never concurrently.
  public convenience init(_ library: Library, changed: @escaping @Sendable () -> Void) {
    self.init(library, isTold: true, period: Self.period, changed: changed)
  }

  /// - Parameters:
  ///   - isTold: false to check as if the system did not report changes.
  ///   - period: how often to check then, in milliseconds.
  init(_ library: Library, isTold: Bool, period: Int32, changed: @escaping @Sendable () -> Void) {
    stop = try? WakePipe()
    guard let stop, let location = library.location else { return }
    let signal = ChangeSignal(location)
    if !library.isShared { signal.prepare() }
    // A signal file stays the same file; a shared copy is replaced, which a watch on its folder reports.
    let path = library.sharedPath ?? location.signal
    let (folder, name) = library.isShared ? (Paths.folder(of: path), Paths.name(of: path)) : (path, "")
    let listener = Listener(
      inotify: isTold ? Self.inotify(on: folder) : nil, period: period, stop: stop, name: name, path: path,
      signal: library.isShared ? nil : signal)
    DispatchQueue(label: "newsroom.news", qos: .utility).async { [weak library] in
      listener.listen {
        library?.forgetSearches()
        changed()
      }
    }
  }

  deinit { stop?.ring() }

  /// A watch on a file or folder; nil if none is possible.
  private static func inotify(on path: String) -> Inotify? {
    guard let inotify = try? Inotify(), (try? inotify.watch(path, for: [.written, .movedTo])) != nil else {
      return nil
    }
    return inotify
  }

  private struct Listener {
    /// Nil if the system does not report changes.
    let inotify: Inotify?
    let period: Int32
    let stop: WakePipe
    let name: String
    let path: String
    let signal: ChangeSignal?

    func listen(_ changed: () -> Void) {
      var isWaiting = false
      var sight = Sight(path)
      var reported: ChangeSignal.Signal?
      while true {
        let pause = isWaiting ? IndexChanges.pause : inotify == nil ? period : nil
        guard
          let found = try? Readiness.wait(for: [stop.number, inotify?.number], milliseconds: pause),
          !found.hasNews(0)
        else { return }
        if found.isTimeOut, isWaiting {
          isWaiting = false
          changed()
        } else if let inotify {
          if found.hasNews(1), inotify.take().contains(where: { $0.name == name }) {
            isWaiting = heard(&reported, changed)
          }
        } else {
          let now = Sight(path)
          if now != sight { (isWaiting, sight) = (heard(&reported, changed), now) }
        }
      }
    }

    /// Reports a finished refresh at once, and once; returns whether an unfinished one is to be reported
    /// later.
    private func heard(_ reported: inout ChangeSignal.Signal?, _ changed: () -> Void) -> Bool {
      let last = signal?.last
      if last?.reason == .more {
        reported = nil
        return true
      }
      guard last == nil || last != reported else { return false }
      reported = last
      changed()
      return false
    }
  }

  /// The identity and times of a file, which differ once it is replaced or written to.
  private struct Sight: Equatable {
    let file: FileStatus.Identity?
    let modified: Int64?

    init(_ path: String) {
      let status = FileStatus(of: path)
      (file, modified) = (status?.identity, status?.modified)
    }
  }
}
