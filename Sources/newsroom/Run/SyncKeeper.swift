internal import ContentLibrary
internal import Dispatch
internal import Messages
internal import NewsroomUI
internal import Stories
internal import Synchronization
internal import System

/// Keeps the reader's marks in step with other machines: at the start, after a change, when the folder of
/// journals changes, and at the end.
final class SyncKeeper: Sendable {
  /// How long changes are collected before a round, in milliseconds: of the reader, and in the folder.
  private static let (patience, settling) = (2_000, 500)

  private let library: Library
  private let folder: String
  private let settings: Settings
  private let searches: SyncedSearches?
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "newsroom.sync", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var isDue = false
    var hasEnded = false
    /// The last fault that was told, so that it is told once.
    var told: String?
  }

  /// Nil where no folder is set.
  init?(_ library: Library, _ settings: Settings, mailbox: Mailbox) {
    guard let folder = settings.syncFolder else { return nil }
    (self.library, self.folder, self.settings, self.mailbox) = (library, folder, settings, mailbox)
    searches = SearchFile.usual?.synced(of: library.identity)
  }

  /// Does the first round; returns at once.
  func begin() { queue.async { [self] in round() } }

  /// Notes that something was changed here, from any thread.
  func noteChange() { ask(within: Self.patience) }

  /// Does the last round, and waits for it.
  func end() {
    queue.sync {
      round()
      state.withLock { $0.hasEnded = true }
    }
  }

  private func ask(within milliseconds: Int) {
    let isFirst = state.withLock { state in
      defer { state.isDue = true }
      return !state.isDue && !state.hasEnded
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in self?.round() }
  }

  /// Watches the folder of journals as long as what it returns is held; nil where that is impossible.
  func watch() -> FolderWatch? {
    // So that there is something to watch before the first round.
    try? Paths.makeFolder(folder)
    return FolderWatch(folder, on: queue) { [weak self] name in
      if name.hasPrefix("newsroom-") { self?.ask(within: Self.settling) }
    }
  }

  private func round() {
    let hasEnded = state.withLock { state in
      state.isDue = false
      return state.hasEnded
    }
    guard !hasEnded else { return }
    do {
      let report = try library.sync(with: folder, searches: searches)
      if report.changedAnything { mailbox.post(.libraryChanged) }
      if report.searches > 0 {
        mailbox.post(.searchesChanged(settings.readableSearches(of: library.identity).searches))
      }
      tell(report.problems.first)
    } catch {
      tell("\(error)")
    }
  }

  private func tell(_ fault: String?) {
    let isNews = state.withLock { state in
      defer { state.told = fault }
      return state.told != fault
    }
    if isNews, let fault { mailbox.post(.failed(Phrase(told: fault))) }
  }
}

/// Tells what is written into a folder, or taken from it, as long as it lives.
final class FolderWatch {
  private let source: any DispatchSourceRead

  /// - Parameter changed: called on the queue with each name.
  init?(_ folder: String, on queue: DispatchQueue, changed: @escaping @Sendable (String) -> Void) {
    guard let inotify = try? Inotify(),
      (try? inotify.watch(folder, for: [.written, .movedTo, .removed, .foldersOnly])) != nil
    else { return nil }
    source = DispatchSource.makeReadSource(fileDescriptor: inotify.number, queue: queue)
    source.setEventHandler { for event in inotify.take() { changed(event.name) } }
    source.resume()
  }

  deinit { source.cancel() }
}

extension SearchFile {
  /// The searches of a library, for keeping them in step with other machines.
  func synced(of library: String) -> SyncedSearches {
    SyncedSearches(
      load: { Paths.isMissing(path) ? nil : try load(library) }, keep: { try keep($0, in: library) },
      drop: { try drop($0, from: library) })
  }
}
