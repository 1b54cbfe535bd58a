internal import ContentLibrary
internal import Stories
internal import System

/// `newsroom index --watch`: keeps an index up to date until it is interrupted.
struct IndexService {
  /// The least time between copies of a shared index, in seconds, because every reader opens each copy again.
  private static let leastPause = 60.0

  let library: Library
  /// Whether to put copies beside the index: for other users, and for strangers.
  let copies: (shared: Bool, public: Bool)
  let quiet: Bool
  /// The program to run for what arrives.
  var alerts: ArrivalAlerts?

  /// Refreshes whenever the directory changes, until interrupted.
  ///
  /// - Parameter report: called after each refresh that changed anything, with its seconds.
  func run(until interruption: Interruption = Interruption(), report: (IndexSummary, Double) -> Void) throws {
    let mailbox = try Mailbox()
    interruption.ring(mailbox)
    // Readers of the same user then leave the directory to this process, unless one is watching it already.
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
    var shown = copies.public ? try? library.publicState() : nil
    mailbox.ring()
    while !interruption.happened {
      let left = published + Self.leastPause - MonotonicClock.seconds
      let embargo = shown?.nextEmbargo.map { max(0, Double($0 - WallClock.seconds)) }
      if mailbox.wait(seconds: [isDue ? max(0, left) : nil, embargo].compactMap(\.self).min()) {
        _ = mailbox.take()
        if interruption.happened { break }
        if refresh(interruption, mailbox: mailbox, report: report) { isDue = copies.shared || copies.public }
        // Another process may have read the directory.
        do {
          try alerts?.look()
        } catch {
          Output.complain("\(error)")
        }
      }
      guard !interruption.happened else { break }
      if copies.public { publishNewlyHidden(&shown) }
      guard isDue, MonotonicClock.seconds - published >= Self.leastPause else { continue }
      published = MonotonicClock.seconds
      do {
        try publish()
        isDue = false
      } catch {
        Output.complain("\(error)")
      }
    }
    alerts?.end()
    // Publish the last changes before ending.
    if isDue { try? publish() }
  }

  private func publish() throws {
    if copies.shared { try library.publish() }
    if copies.public { try library.publishForAll() }
  }

  /// Makes the copy for strangers at once where a story was killed or withheld, or an embargo has ended.
  private func publishNewlyHidden(_ shown: inout PublicState?) {
    guard let now = try? library.publicState(), now.hides != shown?.hides else { return }
    do {
      try library.publishForAll()
      shown = now
    } catch {
      // Somebody reads the index at the moment; the next change or minute tries again.
      Output.complain("\(error)")
    }
  }

  /// Whether anything has changed.
  private func refresh(
    _ interruption: Interruption, mailbox: Mailbox, report: (IndexSummary, Double) -> Void
  ) -> Bool {
    let began = MonotonicClock.seconds
    do {
      let summary = try library.refresh { _ in interruption.happened ? .stop : .goOn }
      // Another process is refreshing; try again, because it may miss changes and does not say when it is
      // done.
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
