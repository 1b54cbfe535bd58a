internal import ContentLibrary
internal import Dispatch
internal import Synchronization

/// Keeps the reader up to date with the directory.
///
/// Of all the readers of an index, one watches the directory, and the others listen for its changes to the
/// index. When it quits, another takes over.
final class DirectoryKeeper: Sendable {
  private let library: Library
  private let seat: WriterLock
  private let refresh: @Sendable (_ saysWhatIsNew: Bool) -> Void
  private let changed: @Sendable () -> Void
  private let waiting = DispatchQueue(label: "newsroom.seat")
  private let watching = DispatchQueue(label: "newsroom.watching")
  private let means = Mutex(Means())

  private struct Means {
    var watch: Watch?
    var news: IndexChanges?
    var isKeeping = false
  }

  /// - Parameters:
  ///   - refresh: reads the directory; its argument says whether to report what is new.
  ///   - changed: called when another process has changed the index.
  init(
    library: Library, refresh: @escaping @Sendable (_ saysWhatIsNew: Bool) -> Void,
    changed: @escaping @Sendable () -> Void
  ) {
    self.library = library
    self.refresh = refresh
    self.changed = changed
    seat = WriterLock(library)
  }

  /// Begins; returns at once.
  func begin() {
    if library.isShared {
      listen()
    } else if seat.take() {
      keep()
    } else {
      listen()
      waiting.async { [self] in
        if seat.wait() { keep() }
      }
    }
  }

  /// Lets another process watch while this one is suspended.
  func pause() {
    let wasKeeping = means.withLock { means in
      defer { means = Means(isKeeping: means.isKeeping) }
      return means.isKeeping
    }
    if wasKeeping { seat.leave() }
  }

  /// Begins again after a pause.
  func resume() {
    let wasKeeping = means.withLock { means in
      defer { means.isKeeping = false }
      return means.isKeeping
    }
    if wasKeeping { begin() } else { listen() }
  }

  /// Watches the directory before reading it, so that no change in between is missed.
  private func keep() {
    means.withLock { $0 = Means(isKeeping: true) }
    watching.async { [self] in
      let watch = Watch(library) { [refresh] in refresh(true) }
      means.withLock { means in
        if means.isKeeping { means.watch = watch }
      }
      refresh(false)
    }
  }

  private func listen() {
    let news = IndexChanges(library, changed: changed)
    means.withLock { $0.news = news }
  }
}
