internal import ContentLibrary
internal import Stories
internal import System

/// `newsroom index --watch`: keeps an index up to date until it is interrupted.
struct IndexService {
  /// A shared index is replaced no more often than this, in seconds: every reader opens it anew.
  private static let leastPause = 60.0

  let library: Library
  /// Whether other users are given a copy.
  let shares: Bool
  let quiet: Bool

  /// Refreshes whenever the directory changes.
  ///
  /// - Parameter report: hears what was done each time that anything was, and in how many seconds.
  func run(report: (IndexSummary, Double) -> Void) throws {
    let interruption = Interruption()
    let mailbox = try Mailbox()
    interruption.ring(mailbox)
    // Readers of the same user leave the directory to this process; one that has begun before goes on.
    let seat = WriterLock(library)
    _ = seat.take()
    let watch = Watch(library) { mailbox.ring() }
    defer { withExtendedLifetime((watch, seat)) {} }
    if !quiet {
      Output.note(
        watch.isTold
          ? "watching."
          : "this file system does not report changes, so newsroom looks for them every 30 seconds.")
    }
    var published = MonotonicClock.seconds
    var isDue = false
    mailbox.ring()
    while !interruption.happened {
      let left = published + Self.leastPause - MonotonicClock.seconds
      if mailbox.wait(seconds: isDue ? max(0, left) : nil) {
        _ = mailbox.take()
        if interruption.happened { break }
        if refresh(interruption, mailbox: mailbox, report: report) { isDue = shares }
      }
      guard isDue, MonotonicClock.seconds - published >= Self.leastPause, !interruption.happened else {
        continue
      }
      published = MonotonicClock.seconds
      do {
        try library.publish()
        isDue = false
      } catch {
        Output.complain("\(error)")
      }
    }
    // What is new is not kept from the others only because this process ends.
    if isDue { try? library.publish() }
  }

  /// Whether anything has changed.
  private func refresh(
    _ interruption: Interruption, mailbox: Mailbox, report: (IndexSummary, Double) -> Void
  ) -> Bool {
    let began = MonotonicClock.seconds
    do {
      let summary = try library.refresh { _ in interruption.happened ? .stop : .goOn }
      // Another process is at it; it does not say when it is done, nor what it has missed.
      if summary.wasBusy {
        Sleep.milliseconds(500)
        mailbox.ring()
      }
      if summary.changedAnything { report(summary, MonotonicClock.seconds - began) }
      return summary.changedAnything
    } catch {
      Output.complain("\(error)")
      return false
    }
  }
}
