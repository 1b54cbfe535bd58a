internal import Dispatch
internal import Synchronization
internal import System

/// Notices Ctrl-C and SIGTERM instead of ending by them, for as long as it lives.
///
/// To be made before the first thread, which then leaves the signals alone as well.
final class Interruption: Sendable {
  private let noticed = Atomic<Bool>(false)
  private let signals = HeldSignals()

  /// Whether a signal has come.
  var happened: Bool {
    if !noticed.load(ordering: .relaxed), signals.take() { noticed.store(true, ordering: .relaxed) }
    return noticed.load(ordering: .relaxed)
  }

  /// Rings a bell when a signal comes, for those who sleep.
  func ring(_ mailbox: Mailbox) {
    DispatchQueue(label: "newsroom.signals").async { [self] in
      signals.wait()
      noticed.store(true, ordering: .relaxed)
      mailbox.ring()
    }
  }
}
