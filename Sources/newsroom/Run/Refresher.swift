internal import ContentLibrary
internal import Dispatch
internal import Messages
internal import NewsroomUI
internal import Stories
internal import Synchronization
internal import System

/// Reads the directory in the background, one round at a time; changes meanwhile are read in the next round.
///
/// The actor has its own thread, so that blocking work does not occupy a shared pool.
actor Refresher {
  private let executor = QueueExecutor(label: "newsroom.refresh")
  private let library: Library
  private let mailbox: Mailbox
  /// Counts the rounds that are not finished.
  private let work: WorkCount
  /// Whether the program is ending.
  private let ending = Cancellation()
  /// The waiting round, and whether it reports what is new; nil if none is waiting.
  private let asked = Mutex<Bool?>(nil)

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// - Parameter work: counts unfinished work.
  init(library: Library, mailbox: Mailbox, work: WorkCount) {
    (self.library, self.mailbox, self.work) = (library, mailbox, work)
  }

  /// Asks for a refresh, from any thread; returns at once.
  ///
  /// All requests made before a round begins share that round.
  nonisolated func ask(saysWhatIsNew: Bool) {
    work.begin()
    asked.withLock { $0 = ($0 ?? true) && saysWhatIsNew }
    executor.queue.async { [self] in
      assumeIsolated { $0.refresh() }
      work.end(mailbox)
    }
  }

  /// Stops at the next file.
  nonisolated func end() {
    ending.cancel()
  }

  private func refresh() {
    let saysWhatIsNew = asked.withLock { asked in
      defer { asked = nil }
      return asked
    }
    guard let saysWhatIsNew, !ending.isCancelled else { return }
    do {
      let (summary, wasBusy) = try readOrWait()
      mailbox.post(.progress(nil))
      var landing = try library.landed()
      // If there are very many, not all are known by name.
      landing.count =
        saysWhatIsNew ? landing.isFull ? max(landing.count, summary.added) : landing.count : 0
      if !landing.isEmpty { mailbox.post(.landed(landing)) }
      if summary.changedAnything || wasBusy { mailbox.post(.libraryChanged) }
    } catch LibraryError.noDirectory(let path) {
      // The reason comes first, because a bottom line has no room for most paths.
      mailbox.post(.failed("The library's directory no longer exists: \(path)", of: .refresh))
    } catch {
      mailbox.post(.failed("\(error)", of: .refresh))
    }
    ThisProcess.releaseProgramPages()
  }

  /// Refreshes; if another process is doing so, waits and shows what it has written.
  private func readOrWait() throws -> (IndexSummary, wasBusy: Bool) {
    var pace = RefreshPace()
    var wasBusy = false
    let began = MonotonicClock.seconds
    while true {
      let summary = try library.refresh { progress in
        if let step = pace.step(progress) {
          mailbox.post(.progress(progress, elapsed: MonotonicClock.seconds - began))
          if step.showsStories { mailbox.post(.libraryChanged) }
        }
        return ending.isCancelled ? .stop : .goOn
      }
      guard summary.wasBusy, !ending.isCancelled else { return (summary, wasBusy) }
      wasBusy = true
      Sleep.milliseconds(500)
      mailbox.post(.libraryChanged)
    }
  }
}

/// Runs an actor on its own queue.
private final class QueueExecutor: SerialExecutor {
  let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
  }

  func checkIsolated() {
    dispatchPrecondition(condition: .onQueue(queue))
  }
}

/// How often the screen shows a running refresh: soon at first, then a few times a second.
private struct RefreshPace {
  struct Step {
    let showsStories: Bool
  }

  private var shown = 0.0
  private var storiesShown = 0.0
  private var stories = 0

  mutating func step(_ progress: IndexProgress) -> Step? {
    let now = MonotonicClock.seconds
    guard now - shown > 0.1 else { return nil }
    shown = now
    let count = progress.added + progress.changed + progress.removed
    let showsStories = count != stories && (stories == 0 || now - storiesShown > 0.5)
    if showsStories {
      stories = count
      storiesShown = now
    }
    return Step(showsStories: showsStories)
  }
}
