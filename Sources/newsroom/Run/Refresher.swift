internal import ContentLibrary
internal import Dispatch
internal import NewsroomUI
internal import Stories
internal import System

/// Reads the directory behind the screen, once at a time: what changes meanwhile is read in another round.
actor Refresher {
  private let library: Library
  private let mailbox: Mailbox
  /// Whether the program is ending.
  private let ending = Cancellation()
  /// Reading blocks its thread, and is none of the actor's own.
  private let reading = DispatchQueue(label: "newsroom.refresh")
  private var isRefreshing = false
  /// Whether something changed while a refresh was under way, so that another has to follow.
  private var isAgain = false
  /// The rounds that were asked for and are not done.
  private let work: WorkCount

  /// - Parameter work: counts what is under way.
  init(library: Library, mailbox: Mailbox, work: WorkCount) {
    (self.library, self.mailbox, self.work) = (library, mailbox, work)
  }

  /// Asks for a refresh from any thread; returns at once.
  nonisolated func ask(saysWhatIsNew: Bool) {
    work.begin()
    Task { await refresh(saysWhatIsNew: saysWhatIsNew) }
  }

  /// Stops at the next file.
  nonisolated func end() {
    ending.cancel()
  }

  private func refresh(saysWhatIsNew: Bool) async {
    defer { work.end(mailbox) }
    guard !isRefreshing else { return isAgain = true }
    isRefreshing = true
    var saysWhatIsNew = saysWhatIsNew
    repeat {
      isAgain = false
      await readOnce(saysWhatIsNew: saysWhatIsNew)
      saysWhatIsNew = true
    } while isAgain && !ending.isCancelled
    isRefreshing = false
  }

  /// Refreshes; while another process does, shows what that one has written.
  private func readOnce(saysWhatIsNew: Bool) async {
    let began = MonotonicClock.seconds
    var wasBusy = false
    do {
      while true {
        let summary = try await onQueue { try $0.read(since: began) }
        guard summary.wasBusy, !ending.isCancelled else {
          mailbox.post(.progress(nil))
          if saysWhatIsNew, summary.added > 0 { mailbox.post(.arrived(summary.added)) }
          if summary.changedAnything || wasBusy { mailbox.post(.libraryChanged) }
          break
        }
        wasBusy = true
        try await Task.sleep(for: .milliseconds(500))
        mailbox.post(.libraryChanged)
      }
    } catch {
      mailbox.post(.failed("\(error)", of: .refresh))
    }
    ThisProcess.releaseProgramPages()
  }

  private func onQueue<Value: Sendable>(
    _ work: @escaping @Sendable (Refresher) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      reading.async { continuation.resume(with: Result { try work(self) }) }
    }
  }

  /// One pass over the directory, told as it goes.
  private nonisolated func read(since began: Double) throws -> IndexSummary {
    var pace = RefreshPace()
    return try library.refresh { progress in
      if let step = pace.step(progress) {
        mailbox.post(.progress(progress, elapsed: MonotonicClock.seconds - began))
        if step.showsStories { mailbox.post(.libraryChanged) }
      }
      return ending.isCancelled ? .stop : .goOn
    }
  }
}

/// How often a running refresh is shown: soon at first, then a few times a second.
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
